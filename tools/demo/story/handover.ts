/** 离岗移交: what a leaver holds is listed by itself and checked copy by copy. */
import { byKey, cursorIn, toDesk, typed } from '../acts.ts'
import { staff } from '../cast.ts'
import type { Stage } from '../stage.ts'

/** Begins and ends with the officer signed in; the list waits for its supervisor. */
export const handover = async ({ step, hand, picture }: Stage): Promise<void> => {
  await toDesk(hand, '离岗移交')
  await step('离岗移交', '吴阅调离：清单自动生成，逐件核对', async (at) => {
    await byKey(at, 'F7')
    await typed(at, '移交人', staff.secondReader.name)
    await at.press('Enter')
    await typed(at, '原因', '调离')
    await at.page.locator('.record-head h2', { hasText: '移交〔2026〕' }).waitFor()
    await byKey(at, 'F4')
    await typed(at, '扫描或输入编号', '0002-复-0002')
    await at.page.getByText('已核 1 / 1 份').waitFor()
    await cursorIn(at, '扫描或输入编号')
    await picture('67-离岗移交-逐件核对')
    await at.press('Enter')
    await at.page.locator('.record-head', { hasText: '逐件核对' }).waitFor()
  })
}
