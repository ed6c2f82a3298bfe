import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lockWithSystem } from '../../electron/shell/power.ts'
import { powerMonitor, world } from './electron-stand-in.ts'
import { beginShellTest, endShellTest } from './shell.ts'

vi.mock('electron', () => import('./electron-stand-in.ts'))

beforeEach(beginShellTest)
afterEach(endShellTest)

test('清单53 other systems say it: nothing is looked at', () => {
  vi.useFakeTimers()
  vi.spyOn(process, 'platform', 'get').mockReturnValue('win32')
  const lock = vi.fn()
  lockWithSystem(lock)
  world.screen = 'locked'
  vi.advanceTimersByTime(60_000)
  expect(lock).not.toHaveBeenCalled()
  powerMonitor.emit('lock-screen')
  expect(lock).toHaveBeenCalledTimes(1)
})

test('清单53 Linux says nothing when its screen is locked, so the shell looks: locks once for each time the screen is locked, and stops looking with the window', () => {
  vi.useFakeTimers()
  vi.spyOn(process, 'platform', 'get').mockReturnValue('linux')
  const lock = vi.fn()
  const end = lockWithSystem(lock)
  vi.advanceTimersByTime(10_000)
  expect(lock).not.toHaveBeenCalled()
  world.screen = 'locked'
  vi.advanceTimersByTime(20_000)
  expect(lock).toHaveBeenCalledTimes(1)
  world.screen = 'active'
  vi.advanceTimersByTime(5_000)
  world.screen = 'locked'
  vi.advanceTimersByTime(5_000)
  expect(lock).toHaveBeenCalledTimes(2)
  end()
  world.screen = 'active'
  vi.advanceTimersByTime(5_000)
  world.screen = 'locked'
  vi.advanceTimersByTime(5_000)
  expect(lock).toHaveBeenCalledTimes(2)
})
