/** 载体设备: a disk entered into the ledger and handed out against its reader's signature. */
import { byKey, cursorIn, signInPlace, stateIs, toDesk, typed } from '../acts.ts'
import { staff } from '../cast.ts'
import type { Stage } from '../stage.ts'

const { section, reader } = staff

/** Begins and ends with the officer signed in; the disk is out. */
export const media = async ({ step, hand, picture }: Stage): Promise<void> => {
  await toDesk(hand, '载体设备')
  await step('载体设备', '登记一块涉密移动硬盘', async (at) => {
    await byKey(at, 'F7')
    await typed(at, '种类', '涉密移动硬盘')
    await at.press('Enter')
    await typed(at, '自有编号', '青密盘-01')
    await at.page.getByLabel('责任人').focus()
    await typed(at, '责任人', section.name)
    await at.press('Enter')
    await typed(at, '使用部门', section.department)
    await cursorIn(at, '存放地点')
    await at.type('保密室三号柜')
    await at.press('F9')
    await stateIs(at, '在库')
  })
  await step('载体设备', '周阅领用，当场签字', async (at) => {
    await byKey(at, 'F4')
    await typed(at, '领用人', reader.name)
    await at.press('Enter')
    await typed(at, '用途', '整理数据')
    await typed(at, '使用地点', '保密室')
    await at.press('F9')
    await signInPlace(at, reader.password)
    await stateIs(at, '领用')
  })
  await picture('69-载体设备-领用')
}
