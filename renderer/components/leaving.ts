import { type RefObject, useEffect, useRef, useState } from 'react'
import { isActing } from '../app/client.ts'
import { useGuard } from '../app/routes.tsx'

type Options = {
  /** Whether anything is typed that would be lost. */
  typed: boolean
  /** Nothing is left while the vault works: what it does is done. */
  busy: boolean
  /** Set once the act is done: from then on nothing holds. */
  saved: RefObject<boolean>
  onClose?: (() => void) | undefined
}

/**
 * What was typed is not lost to one slip of a key: the first Esc, menu key, link or 退出 asks, the same once more leaves; so does Esc.
 * `asked` while the question stands; going on with typing (`stay`) takes it back.
 */
export const useLeaving = ({ typed, busy, saved, onClose }: Options) => {
  const [wanted, setWanted] = useState<{ to: string; leave: () => void } | null>(null)
  const letGo = useRef(false)
  useEffect(() => {
    saved.current = false
  }, [saved])
  useGuard((leave, to) => {
    if (letGo.current || saved.current) return false
    if (busy) return true
    if (!typed || wanted?.to === to) return false
    setWanted({ to, leave })
    return true
  })
  const leaveBy = (way: () => void) => {
    setWanted(null)
    letGo.current = true
    way()
    letGo.current = false
  }
  const leave = () => {
    if (busy || isActing()) return
    if (wanted) leaveBy(wanted.leave)
    else if (onClose && typed) setWanted({ to: 'Escape', leave: onClose })
    else if (onClose) leaveBy(onClose)
  }
  return { asked: wanted !== null && !busy, leave, stay: () => wanted && setWanted(null) }
}
