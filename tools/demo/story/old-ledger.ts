/** The old ledger is entered, a list goes out as a file, and the whole of it in an open format. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { countersign, lock, signIn, toDesk } from '../acts.ts'
import { staff } from '../cast.ts'
import type { Stage } from '../stage.ts'
import { join } from 'node:path'

const { officer, deputyLeader } = staff
const PATIENCE = { timeout: 60_000 }

/** What the office wrote down before it had this register; one line is past the law's limit, one has gone to be destroyed. */
const LEDGER = `收文号,收文日期,来文机关,文号,标题,份数,份号,密级,成文日期,去向
机收12号,2024-03-05,青禾市人民政府办公室,青政办发〔2024〕3号,关于开展示范工作的通知,2,001-002,秘密★5年,2024-03-01,
机收13号,2024-03-11,青禾市卫生健康示范委,青卫发〔2024〕8号,关于示范物资储备的函,1,,内部,2024-03-08,归档
机收14号,2024-04-02,青禾市人民政府办公室,青政办发〔2024〕9号,关于示范演练安排的通知,1,,秘密★15年,2024-03-29,
机收15号,2024-04-18,青禾市卫生健康示范委,青卫发〔2024〕15号,关于示范检查情况的通报,1,,秘密★3年,2024-04-15,已销毁
`

const entered = async ({ step, hand, picture, ledgers }: Stage) => {
  mkdirSync(ledgers, { recursive: true })
  writeFileSync(join(ledgers, '2024年收文登记簿.csv'), LEDGER)
  await toDesk(hand, '旧账导入')
  await hand.press('F2')
  await hand.page.getByRole('heading', { name: '一、选择文件' }).waitFor()
  await step('旧账导入', '选择旧台账，指明各栏', async (at) => {
    await at.press('F9')
    await at.page.getByRole('heading', { name: '二、指明各栏' }).waitFor(PATIENCE)
  })
  await picture('98-旧账导入-指明各栏')
  await step('旧账导入', '核对：每一行的结果和原因', async (at) => {
    await at.press('F9')
    await at.page.getByText('有误 1', { exact: true }).waitFor(PATIENCE)
  })
  await picture('99-旧账导入-核对结果')
  await step('旧账导入', '只导入无误的行', async (at) => {
    await at.click(at.page.getByRole('checkbox'))
    await at.press('F9')
    await at.page.getByText('已登记2件').waitFor(PATIENCE)
  })
  await picture('100-旧账导入-已导入')
}

const exported = async ({ step, hand, picture }: Stage) => {
  await toDesk(hand, '收文登记')
  await hand.page.locator('.list .list-row').first().waitFor()
  await step('收文登记', '登记簿导出Excel', async (at) => {
    await at.press('Control+s')
    await at.page.getByText('已保存，请按文件首行的密级保管').waitFor(PATIENCE)
  })
  await picture('101-导出Excel-已保存')
  await hand.press('Enter')
}

const wholeExported = async ({ step, hand, picture }: Stage) => {
  await toDesk(hand, '本单位')
  await hand.click(hand.page.getByRole('tab', { name: '整库导出' }))
  await hand.page.getByText('导出的内容不加密').waitFor()
  await step('本单位', '整库导出，王管当场批准，读回核对', async (at) => {
    await at.press('F9')
    await countersign(at, deputyLeader)
    await at.page.getByText(/导出完成，已读回核对/).waitFor(PATIENCE)
  })
  await picture('102-本单位-整库导出')
}

/** Begins and ends with nobody signed in. */
export const oldLedger = async (stage: Stage): Promise<void> => {
  await signIn(stage.hand, officer.name, officer.password)
  for (const part of [entered, exported, wholeExported]) await part(stage)
  await lock(stage.hand)
}
