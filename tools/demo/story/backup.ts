/** A backup to another medium, tried at once, and compared as two officers would before they restore it. */
import { lock, signIn, toDesk } from '../acts.ts'
import { officers } from '../cast.ts'
import type { Stage } from '../stage.ts'

const { systemAdmin, auditor } = officers
const PATIENCE = { timeout: 60_000 }

const madeAndTried = async ({ step, hand, picture }: Stage) => {
  await signIn(hand, systemAdmin.name, systemAdmin.password)
  await toDesk(hand, '本单位')
  await hand.click(hand.page.getByRole('tab', { name: '备份' }))
  await hand.page.getByRole('button', { name: '备份 F9' }).waitFor()
  await step('本单位', '备份到另一介质，当场核验', async (at) => {
    await at.press('F9')
    await at.page.getByText('备份完成').waitFor(PATIENCE)
  })
  await step('本单位', '恢复演练', async (at) => {
    await at.button('恢复演练')
    await at.page.getByText('演练完成').waitFor(PATIENCE)
  })
  await picture('43-本单位-备份')
  await lock(hand)
}

const compared = async ({ step, hand, picture }: Stage) => {
  await step('登录', '核对备份：会丢失什么（不恢复）', async (at) => {
    await at.button('恢复备份')
    await at.page.getByRole('button', { name: '选择备份' }).waitFor()
    await at.press('F9')
    await at.page.getByLabel('系统管理员').waitFor()
    for (const text of [systemAdmin.name, systemAdmin.password, auditor.name, auditor.password]) {
      await at.type(text)
      await at.press('Enter')
    }
    await at.page.getByText('备份完好').waitFor(PATIENCE)
  })
  await picture('44-登录-核对备份')
  await hand.press('Escape')
  await hand.page.getByRole('button', { name: '选择备份' }).waitFor()
  await hand.press('Escape')
  await hand.page.getByRole('button', { name: /^登录/ }).waitFor()
}

/** Begins and ends with nobody signed in. */
export const backup = async (stage: Stage): Promise<void> => {
  await madeAndTried(stage)
  await compared(stage)
}
