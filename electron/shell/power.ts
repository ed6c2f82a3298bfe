import { powerMonitor } from 'electron'

const LOOK_MS = 5_000

/** Linux tells nobody that its screen was locked: the state is looked at, where the desktop gives it. Gives what ends the looking. */
const watchLinuxScreen = (locked: () => void): (() => void) => {
  let before = ''
  const look = () => {
    const now = powerMonitor.getSystemIdleState(60)
    if (now === 'locked' && before !== 'locked') locked()
    before = now
  }
  const timer = setInterval(look, LOOK_MS)
  return () => clearInterval(timer)
}

/** Calls `lock` when the system locks its screen, goes to sleep or shuts down (checklist 53). Gives what ends it. */
export const lockWithSystem = (lock: () => void): (() => void) => {
  powerMonitor.on('lock-screen', lock)
  powerMonitor.on('suspend', lock)
  powerMonitor.on('shutdown', lock)
  return process.platform === 'linux' ? watchLinuxScreen(lock) : () => undefined
}
