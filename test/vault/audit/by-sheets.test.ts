import { spawnSync } from 'node:child_process'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Office, openOffice } from '../../support/office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
  await office.station.close()
})
afterEach(() => office.close())

/** Runs the verifier as somebody who has the folder and what stands on two sheets, and no password. */
const verifyBy = (...sheets: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/verify/main.ts', '--data', office.dir, '--sheets-stdin', '--json'], {
    input: sheets.join('\n'),
    encoding: 'utf8',
  })
  if (stdout === '') throw new Error(stderr)
  return { exit: status, verdict: JSON.parse(stdout) as { ok: boolean; unopened: { code: string; message: string } | null } }
}

it('审计 the record is verified with any two of the three recovery sheets and no password, however they are typed', () => {
  const [one, two, three] = office.sheets as [string, string, string]
  for (const pair of [
    [one, two],
    [three, one],
    [` ${two.toLowerCase().replaceAll('-', ' ')} `, three.replaceAll('0', 'O').replaceAll('1', 'l')],
  ])
    expect(verifyBy(...pair)).toMatchObject({ exit: 0, verdict: { ok: true } })
})

it('审计 what is no pair of sheets of this vault opens nothing, and says why', () => {
  const [one, two] = office.sheets as [string, string]
  const mistyped = `${two.slice(0, -1)}${two.endsWith('0') ? '1' : '0'}`
  for (const [pair, why] of [
    [[one], '须有两份'],
    [[one, one], '同一份'],
    [[one, mistyped], '第二行的密钥恢复单抄录有误'],
    [[one, 'ABCD'], '第二行的密钥恢复单抄录有误'],
  ] as const) {
    const { exit, verdict } = verifyBy(...pair)
    expect([exit, verdict.unopened?.code]).toEqual([2, 'sheets'])
    expect(verdict.unopened?.message).toContain(why)
  }
})
