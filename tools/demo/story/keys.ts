/** The drill of the recovery sheets: two are opened, an officer comes back by them, the data key is renewed, new sheets take their place. */
import { cursorIn, firstSignIn, lock, sealEach, signIn, toDesk } from '../acts.ts'
import { officers } from '../cast.ts'
import type { Stage } from '../stage.ts'

const { systemAdmin, auditor } = officers
const ON_RECOVERY = 'Recovery#2026'

const recovered = async ({ step, hand, picture }: Stage, [first = '', second = '']: readonly string[]) => {
  await step('登录', '演练：启封两份密钥恢复单，为郑系恢复', async (at) => {
    await at.button('恢复密钥')
    await cursorIn(at, '姓名')
    for (const text of [systemAdmin.name, first, second, ON_RECOVERY]) {
      await at.type(text)
      await at.press('Enter')
    }
    await cursorIn(at, '再输一次')
    await at.type(ON_RECOVERY)
    await picture('38-登录-恢复密钥')
    await at.press('Enter')
    await at.page.getByText(`${systemAdmin.name}的口令已重设`).waitFor()
  })
  await step('登录', '郑系登录并设定本人口令', (at) => firstSignIn(at, systemAdmin.name, ON_RECOVERY, systemAdmin.password))
  await hand.page.getByText('启封使用').waitFor()
  await picture('39-今日-恢复单待换发')
}

const renewed = async ({ step, hand, picture }: Stage) => {
  await toDesk(hand, '本单位')
  await hand.click(hand.page.getByRole('tab', { name: '密钥' }))
  await step('本单位', '更换数据密钥', async (at) => {
    await at.button('更换数据密钥')
    await at.button('确定更换')
    await at.page.getByText('已更换数据密钥').waitFor({ timeout: 60_000 })
  })
  await picture('40-本单位-更换数据密钥')
}

const replaced = async ({ step, hand, picture }: Stage) => {
  await hand.button('换发密钥恢复单')
  await cursorIn(hand, '原因')
  await hand.type('演练时启封了第一份、第三份')
  await hand.press('Enter')
  await cursorIn(hand, '姓名')
  await hand.type(auditor.name)
  await picture('41-本单位-会签换发恢复单')
  await step('本单位', '换发密钥恢复单，冯审会签', async (at) => {
    await at.press('Enter')
    await at.type(auditor.password)
    await at.press('Enter')
    await at.page.getByText('旧的三份已当场作废').waitFor({ timeout: 60_000 })
  })
  await picture('42-本单位-新的恢复单')
  await step('本单位', '三份封存，登记', async (at) => {
    await sealEach(at)
    await at.button('登记恢复单封存')
    await at.page.getByText('已登记封存').waitFor()
  })
}

/** Begins and ends with nobody signed in. `sheets`: what the set-up told. */
export const keys = async (stage: Stage, sheets: readonly string[]): Promise<void> => {
  await stage.clock('2026-03-12T09:00:00+08:00')
  await recovered(stage, [sheets[0] ?? '', sheets[2] ?? ''])
  await renewed(stage)
  await replaced(stage)
  await lock(stage.hand)
  await stage.step('登录', '郑系再次登录，不再提醒', async (at) => {
    await signIn(at, systemAdmin.name, systemAdmin.password)
    if ((await at.page.getByText('密钥恢复单').count()) > 0) throw new Error('the sheets are still spoken of')
  })
  await lock(stage.hand)
}
