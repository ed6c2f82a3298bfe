/**
 * Stands in the place of `electron/vault/storage/taking-back.ts` where a vault runs in the process of its test (`vitest.config.ts`): the heap there is
 * the test runner's, ten times that of a vault, and is collected in V8's own time. What is left in memory is looked for in vaults that run in processes
 * of their own, where it is taken back (`leakage.test.ts`, `backup/memory.test.ts`).
 */
export const canTakeBack = true
export const takeBack = (): void => undefined
