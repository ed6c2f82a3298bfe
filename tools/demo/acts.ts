/** The daily acts on the real screen, by keyboard, as a person does them. The demo lives by them and the journeys prove them. */
import type { Hand } from './hand.ts'

/** Waits until the cursor stands in the box of this label. */
export const cursorIn = (hand: Hand, label: string) =>
  hand.page.waitForFunction((wanted) => {
    const box = document.activeElement
    const said = box?.getAttribute('aria-label') ?? (box as HTMLInputElement | null)?.labels?.[0]?.textContent ?? ''
    return said.includes(wanted)
  }, label)

const inside = (hand: Hand) => hand.page.getByRole('button', { name: /^锁屏/ })
const passwordForm = (hand: Hand) => hand.page.getByRole('heading', { name: '更改口令' })

/** The desk that was asked for stands on the page and takes its keys. */
const deskIsOpen = (hand: Hand) => hand.page.waitForFunction(() => !/正在(打开|读取)/.test(document.querySelector('main')?.textContent ?? ''))

/** Signs in; ends at the desks, or at the form for a new password. */
export const signIn = async (hand: Hand, name: string, password: string): Promise<void> => {
  await cursorIn(hand, '姓名')
  await hand.type(name)
  await hand.press('Enter')
  await hand.type(password)
  await hand.press('Enter')
  await inside(hand).or(passwordForm(hand)).first().waitFor()
  await deskIsOpen(hand)
}

/** The first sign-in: the initial password is replaced by the person's own. */
export const firstSignIn = async (hand: Hand, name: string, initial: string, own: string): Promise<void> => {
  await signIn(hand, name, initial)
  await cursorIn(hand, '现在的口令')
  for (const text of [initial, own, own]) {
    await hand.type(text)
    await hand.press('Enter')
  }
  await inside(hand).waitFor()
  await deskIsOpen(hand)
}

export const lock = async (hand: Hand): Promise<void> => {
  await hand.press('Control+l')
  await cursorIn(hand, '姓名')
}

/** Each of three recovery sheets is opened, looked at as it stands there, printed or copied, and sealed. */
export const sealEach = async (hand: Hand, look = async (_ordinal: string): Promise<void> => undefined): Promise<void> => {
  const { page } = hand
  for (const [place, ordinal] of ['第一份', '第二份', '第三份'].entries()) {
    await hand.button(`打开${ordinal}`)
    await page.getByRole('dialog', { name: `密钥恢复单${ordinal}` }).waitFor()
    await look(ordinal)
    await hand.press('Escape')
    await hand.click(page.getByRole('checkbox').nth(place))
  }
}

/** The three recovery sheets of a new vault. */
export const sealSheets = async (hand: Hand, look?: (ordinal: string) => Promise<void>): Promise<void> => {
  await sealEach(hand, look)
  await hand.button('下一步')
}

/** What a clerk reads off an envelope and its paper. */
export type Paper = {
  envelopeNo: string
  sender: string
  symbol: string
  title: string
  listed: number
  counted: number
  copyNos?: string
  mark: string
  madeOn: string
  scope?: readonly string[]
  /** 差异情况, when the count is not the list's. */
  discrepancy?: string
  /** 依据 of a period past the law's limit: the form asks for it; '' leaves it empty. */
  basis?: string
}

/** Fills the form of 收文登记 that is open, cursor in its first box; leaves it unsent. `signed`: the envelope was signed in before. */
export const fillRegistration = async (hand: Hand, paper: Paper, signed = false): Promise<void> => {
  if (!signed) {
    await cursorIn(hand, '信封编号')
    await hand.type(paper.envelopeNo)
    await hand.press('Enter')
  }
  await cursorIn(hand, '来文机关')
  await hand.type(paper.sender)
  await hand.press('Enter')
  await cursorIn(hand, '来文字号')
  if (paper.symbol) await hand.whole(paper.symbol)
  else await hand.press('Enter')
  await hand.type(paper.title)
  await hand.press('Enter')
  await cursorIn(hand, '清单份数')
  await hand.type(String(paper.listed))
  await hand.press('Enter')
  await hand.type(String(paper.counted))
  await hand.press('Enter')
  if (paper.discrepancy) {
    await cursorIn(hand, '差异情况')
    await hand.type(paper.discrepancy)
    await hand.press('Enter')
  }
  await cursorIn(hand, '份号')
  if (paper.copyNos) await hand.type(paper.copyNos)
  await hand.press('Enter')
  await cursorIn(hand, '密级')
  if (/(年|月|日|\)|）|内部)$/.test(paper.mark)) await hand.whole(paper.mark)
  else {
    await hand.type(paper.mark)
    await hand.press('Enter')
  }
  if (paper.basis !== undefined) {
    await cursorIn(hand, '依据')
    await hand.type(paper.basis)
    await hand.press('Enter')
  }
  await cursorIn(hand, '成文日期')
  await hand.whole(paper.madeOn)
  if (paper.scope) await hand.type(`${paper.scope.join('、')}、`)
}

/** F2 … F9: one paper registered, from 今日 or the register; gives its number. */
export const register = async (hand: Hand, paper: Paper): Promise<string> => {
  await hand.press('F2')
  await fillRegistration(hand, paper)
  return sendRegistration(hand)
}

/** F9 on a filled form; gives the number that the paper got. */
export const sendRegistration = async (hand: Hand): Promise<string> => {
  await hand.press('F9')
  const number = hand.page.locator('.registered-number')
  await number.waitFor()
  return (await number.textContent()) ?? ''
}

/** Leaves a form without sending it: an open list takes the first Esc, what was typed the second. */
export const leaveForm = async (hand: Hand): Promise<void> => {
  const form = hand.page.locator('form.act-form')
  while ((await form.count()) > 0) {
    await hand.press('Escape')
    await hand.page.waitForTimeout(100)
  }
}

/** Opens a desk by its key. */
export const toDesk = async (hand: Hand, desk: string): Promise<void> => {
  const link = hand.page.getByRole('navigation').getByRole('link', { name: desk })
  const key = await link.locator('kbd').textContent()
  await hand.press(String(key))
  await hand.page.locator('nav a[aria-current=page]', { hasText: desk }).waitFor()
  await deskIsOpen(hand)
}

export type Folder = { folder: string; copies: readonly string[]; readers: readonly string[]; proposal?: string }

/** F4 … F9 on the desk 传阅: a sheet for a folder, its copies by number, its readers by name; ends at the open sheet and gives its number. */
export const newSheet = async (hand: Hand, { folder, copies, readers, proposal }: Folder): Promise<string> => {
  await hand.press('F4')
  await cursorIn(hand, '夹号')
  await hand.type(folder)
  await hand.press('Enter')
  await cursorIn(hand, '加入份')
  for (const [index, number] of copies.entries()) {
    await hand.type(number)
    await hand.press('Enter')
    await hand.page.getByText(`共 ${index + 1} 份`).waitFor()
  }
  await hand.press('Enter')
  await cursorIn(hand, '加入阅文人')
  for (const [index, name] of readers.entries()) {
    await hand.type(name)
    await hand.press('Enter')
    await hand.page.getByText(`共 ${index + 1} 人`).waitFor()
  }
  if (proposal) {
    await hand.press('Enter')
    await cursorIn(hand, '拟办意见')
    await hand.type(proposal)
  }
  await hand.press('F9')
  const title = hand.page.locator('.record-head h2', { hasText: '〔' })
  await title.waitFor()
  return ((await title.textContent()) ?? '').replace(folder, '').trim()
}

/** The line of 今日 that is about a folder. */
export const lineOf = (hand: Hand, folder: string) => hand.page.locator('.today-line', { hasText: folder })

const dialogGone = (hand: Hand) => hand.page.getByRole('dialog').waitFor({ state: 'detached' })

/** From 今日: 送阅, and the reader signs on the spot. `renewed`: their password has aged or is the initial one, so they set a new one here. */
export const handOut = async (hand: Hand, folder: string, password: string, renewed?: string): Promise<void> => {
  await hand.click(lineOf(hand, folder).getByRole('button', { name: '送阅' }))
  await signInPlace(hand, password, renewed)
}

/** The password of whoever signs in the open dialog. */
export const signInPlace = async (hand: Hand, password: string, renewed?: string): Promise<void> => {
  await cursorIn(hand, '本人口令')
  await hand.type(password)
  await hand.press('Enter')
  if (renewed) {
    await cursorIn(hand, '新口令')
    await hand.type(renewed)
    await hand.press('Tab')
    await hand.type(renewed)
    await hand.press('Enter')
  }
  await dialogGone(hand)
}

/** From 今日: the reader signs at the officer's screen. */
export const signRead = async (hand: Hand, folder: string, password: string): Promise<void> => {
  await hand.click(lineOf(hand, folder).getByRole('button', { name: '阅签' }))
  await signInPlace(hand, password)
}

/** From 今日: 收回, all numbers counted, done. */
export const takeBack = async (hand: Hand, folder: string): Promise<void> => {
  await hand.click(lineOf(hand, folder).getByRole('button', { name: '收回' }))
  await cursorIn(hand, '扫描或输入编号')
  await hand.press('F9')
  await hand.press('Enter')
  await dialogGone(hand)
}

/** Who holds this? Asked from anywhere; the answer stands under the box. */
export const whoHolds = async (hand: Hand, text: string): Promise<string> => {
  await hand.press('F3')
  await hand.type(text)
  const answer = hand.page.getByRole('option').first()
  await answer.waitFor()
  return (await answer.textContent()) ?? ''
}

/** The sheet on the page is saved as PDF by the host. */
export const savePaper = async (hand: Hand): Promise<void> => {
  await hand.page.locator('[data-complete]').waitFor()
  await hand.press('F9')
  await hand.page.getByText('已保存为PDF').waitFor()
  await hand.press('Escape')
}

/** The record on the page says that it has come so far. */
export const stateIs = (hand: Hand, state: string) => hand.page.locator('.record-state', { hasText: state }).waitFor()

/** Begins an act of the open record by its key, which stands on its button while it works. */
export const begin = async (hand: Hand, act: string, key: string): Promise<void> => {
  await hand.page.getByRole('button', { name: `${act} ${key}`, exact: true }).waitFor()
  await hand.press(key)
}

/** Waits for the cursor in the box of this label, types, goes on. */
export const typed = async (hand: Hand, label: string, text: string): Promise<void> => {
  await cursorIn(hand, label)
  await hand.type(text)
  await hand.press('Enter')
}

/** Begins an act by its key, once a button that works shows it. */
export const byKey = async (hand: Hand, key: string): Promise<void> => {
  await hand.page
    .getByRole('button', { name: new RegExp(` ${key}$`) })
    .first()
    .waitFor()
  await hand.press(key)
}

/** Whoever is called to the screen gives name and password. */
export const countersign = async (hand: Hand, { name, password }: { name: string; password: string }): Promise<void> => {
  await typed(hand, '姓名', name)
  await signInPlace(hand, password)
}

/** Waits for the cursor among the choices of this field, and chooses by figure: the cursor goes on. */
export const picked = async (hand: Hand, field: string, figure: number): Promise<void> => {
  await hand.page.waitForFunction((name) => (document.activeElement as HTMLInputElement | null)?.name === name, field)
  await hand.press(String(figure))
}

/** Chooses somebody or something by the whole of its name, in a box with a list. */
export const chosen = async (hand: Hand, label: string, name: string): Promise<void> => {
  await cursorIn(hand, label)
  await hand.type(name)
  await hand.page.locator('.ant-select-item-option:visible', { hasText: name }).first().waitFor()
  await hand.press('Enter')
}
