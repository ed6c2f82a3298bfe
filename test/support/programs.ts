/** The folder of the bundled programs of these sources (`make-programs.ts`). */
export const programs = (): string => {
  const { MIJUAN_PROGRAMS } = process.env
  if (MIJUAN_PROGRAMS === undefined) throw new Error('the programs are made by the global set-up (test/support/set-up.ts)')
  return MIJUAN_PROGRAMS
}
