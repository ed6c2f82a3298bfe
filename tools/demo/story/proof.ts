/** Corrections, the printed register, and the auditor's proof. */
import { cursorIn, lock, savePaper, signIn, toDesk } from '../acts.ts'
import { officers, staff } from '../cast.ts'
import type { Stage } from '../stage.ts'

const corrected = async ({ step, hand, picture }: Stage) => {
  await signIn(hand, staff.officer.name, staff.officer.password)
  await toDesk(hand, '收文登记')
  await hand.click(hand.page.getByText('关于开展春季示范检查工作的通知'))
  await hand.page.getByRole('heading', { name: '密收〔2026〕0001' }).waitFor()
  await step('收文登记', '按变更通知变更密级', async (at) => {
    await at.press('F6')
    await cursorIn(at, '通知文号')
    await at.whole('青保发〔2026〕2号')
    await at.whole('20260310')
    await at.type('秘密★5年')
    await at.press('F9')
    await at.page.locator('.versions').waitFor()
  })
  await step('收文登记', '更正标题，原登记保留', async (at) => {
    await at.press('Control+e')
    await cursorIn(at, '标题')
    await at.page.getByLabel('标题').fill('关于开展2026年春季示范检查工作的通知')
    await at.page.getByLabel('更正原因').fill('登记时漏写年份')
    await at.press('F9')
    await at.page.locator('.document-act').waitFor({ state: 'detached' })
  })
  await hand.page.locator('.versions').scrollIntoViewIfNeeded()
  await picture('28-收文登记-更正与变更')
  await hand.press('Escape')
  await hand.page.locator('.record').waitFor({ state: 'detached' })
  await step('收文登记', '打印收文登记簿（PDF）', async (at) => {
    await at.press('F8')
    await at.page.getByRole('button', { name: '预览 Enter' }).waitFor()
    await at.press('Enter')
    await at.page.locator('[data-complete]').waitFor()
    await picture('29-收文登记簿-打印预览')
    await savePaper(at)
  })
  await lock(hand)
}

/** Ends with a checkpoint kept outside the vault and nobody signed in. */
export const proof = async (stage: Stage): Promise<void> => {
  const { step, hand, picture, clock } = stage
  await clock('2026-03-11T09:20:00+08:00')
  await corrected(stage)
  await step('登录', `${officers.auditor.name}登录`, (at) => signIn(at, officers.auditor.name, officers.auditor.password))
  await toDesk(hand, '审计')
  await picture('30-审计-记录')
  await step('审计', '筛选全部拒绝', async (at) => {
    await at.click(at.page.getByRole('combobox').last())
    await at.click(at.page.getByTitle('拒绝', { exact: true }))
    await at.page.getByText('保密法31').first().waitFor()
  })
  await picture('31-审计-全部拒绝')
  await step('审计', '校验全部记录', async (at) => {
    await at.click(at.page.getByRole('tab', { name: '校验' }))
    await at.press('F9')
    await at.page.getByText('校验通过').waitFor()
  })
  await picture('32-审计-校验通过')
  await step('审计', '签发检查点，存放在本机之外', async (at) => {
    await at.click(at.page.getByRole('tab', { name: '检查点' }))
    await at.button('签发检查点')
    await at.page.getByText('检查点已保存').waitFor()
  })
  await picture('33-审计-检查点')
  await step('审计', '打印本季度审计报告（PDF）', async (at) => {
    await at.click(at.page.getByRole('tab', { name: '审计报告' }))
    await at.press('F8')
    await at.page.locator('[data-complete]').waitFor()
    await picture('35-审计-审计报告')
    await savePaper(at)
  })
  await lock(hand)
  await picture('34-登录')
}
