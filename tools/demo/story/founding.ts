/** The office is set up: the vault, the three officers, the people, their accounts and their own passwords. */
import { cursorIn, lock, sealSheets, signIn, toDesk } from '../acts.ts'
import { everybody, officers, type Person, staff, unit } from '../cast.ts'
import type { Hand } from '../hand.ts'
import type { Stage } from '../stage.ts'

/** The three sheets as they are told, for the drill. */
const sealedAtSetUp = async ({ hand, picture }: Stage): Promise<string[]> => {
  const words: string[] = []
  await picture('36-初次设置-密钥恢复单')
  await sealSheets(hand, async (ordinal) => {
    words.push((await hand.page.locator('.recovery-words > div').allTextContents()).join('-'))
    if (ordinal === '第一份') await picture('37-密钥恢复单-打印预览')
  })
  return words
}

const setUp = async (stage: Stage): Promise<string[]> => {
  const { hand, picture } = stage
  const { page } = hand
  await page.getByLabel('单位名称').waitFor()
  await hand.type(unit)
  await picture('01-初次设置-单位与本机密级')
  await hand.press('Enter')
  await page.getByText('录入国务院办公厅公布的放假和调休安排').waitFor()
  await picture('02-初次设置-工作日历')
  await hand.press('Enter')
  await page.getByLabel('姓名').first().waitFor()
  for (const { name, identity, password } of Object.values(officers))
    for (const text of [name, identity, password, password]) {
      await hand.type(text)
      if (text !== officers.auditor.password) await hand.press('Enter')
      else if (await page.getByLabel('再输一次').last().inputValue()) await picture('03-初次设置-三员与口令')
      else await hand.press('Enter')
    }
  await hand.press('Enter')
  await page.getByRole('heading', { name: '密钥恢复单' }).waitFor({ timeout: 60_000 })
  const sheets = await sealedAtSetUp(stage)
  await page.getByRole('heading', { name: '已建立' }).waitFor()
  await picture('04-初次设置-已建立')
  await hand.press('Enter')
  return sheets
}

const enterPerson = async (hand: Hand, { name, identity, department }: Person, role: string) => {
  const { page } = hand
  await hand.press('F2')
  await cursorIn(hand, '姓名')
  await hand.type(name)
  await hand.press('Enter')
  await hand.type(identity)
  await hand.press('Enter')
  await hand.type(department)
  await hand.press('Enter')
  await cursorIn(hand, '职务')
  await hand.press('Enter')
  await cursorIn(hand, '角色')
  await hand.type(role)
  await hand.press('Enter')
  await hand.press('Enter')
  await page.locator('.record-head h2', { hasText: name }).waitFor()
}

const openAccount = async (hand: Hand, name: string, initial: string) => {
  const { page } = hand
  await hand.click(page.locator('.today-line', { hasText: name }).getByRole('button', { name: '开户' }))
  await page.getByLabel('初始口令').waitFor()
  await hand.type(initial)
  await hand.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await toDesk(hand, '今日')
}

const roleWord: Record<string, string> = {
  officer: '保密员',
  deputyLeader: '分管领导',
  groupLeader: '组长',
  section: '经办科室',
  reviewer: '审查人员',
  reader: '阅文人',
  officeHead: '综办负责人',
}

/** From an empty folder to an office whose people can sign in. The readers set their own password when they first sign for a folder. Gives what stands on the recovery sheets. */
export const founding = async (stage: Stage): Promise<string[]> => {
  const { step, hand, picture } = stage
  const sheets = await step('初次设置', '建库：单位、本机密级、工作日历、三员，封存密钥恢复单', () => setUp(stage))
  await step('登录', `${officers.securityAdmin.name}登录`, (at) => signIn(at, officers.securityAdmin.name, officers.securityAdmin.password))
  await toDesk(hand, '人员')
  for (const person of Object.values(staff)) {
    const role = roleWord[person.roles[0] as string] as string
    await step('人员', `录入${person.name}（${role}）`, (at) => enterPerson(at, person, role))
  }
  await picture('05-人员-录入人员')
  await lock(hand)
  await step('登录', `${officers.systemAdmin.name}登录`, (at) => signIn(at, officers.systemAdmin.name, officers.systemAdmin.password))
  await picture('06-今日-待开户')
  for (const { name, initial } of Object.values(staff)) await step('人员', `为${name}开户`, (at) => openAccount(at, name, initial))
  await lock(hand)
  const inPlace = [staff.reader.name, staff.secondReader.name]
  for (const { name, initial, password } of everybody.filter((person) => person.department !== '保密工作机构' && !inPlace.includes(person.name))) {
    await step('登录', `${name}首次登录并设定本人口令`, async (at) => {
      await signIn(at, name, initial)
      if (name === staff.officer.name) await picture('07-登录-首次登录改口令')
      await cursorIn(at, '现在的口令')
      for (const text of [initial, password, password]) {
        await at.type(text)
        await at.press('Enter')
      }
      await at.page.getByRole('button', { name: /^锁屏/ }).waitFor()
    })
    if (name !== staff.officeHead.name) await lock(hand)
  }
  await lock(hand)
  return sheets
}
