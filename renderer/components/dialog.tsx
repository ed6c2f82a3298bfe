/**
 * A dialog over the desk: `<Dialog title="开户　王敏" onEscape={close}>…</Dialog>`. The cursor goes into its first box, or to its act once that is ready (`placeIn`), and back to where it was when it closes.
 * Without `onEscape` what is inside takes Esc itself.
 */
import { Modal } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useKeys } from './keys.ts'
import { land, placeIn } from './landing.ts'

type Props = {
  title: ReactNode
  width?: number
  onEscape?: () => void
  /** The box that the cursor goes into; left out, the first one. */
  first?: () => void
  children: ReactNode
}

export const Dialog = ({ title, width = 560, onEscape, first, children }: Props) => {
  const place = useRef<HTMLDivElement>(null)
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      setTimeout(() => land(before), 0)
    },
    [before],
  )
  useKeys(onEscape ? [['Escape', onEscape]] : [], onEscape !== undefined, true)
  // The cursor belongs in the first box, or on the act.
  const toFirst = () => {
    // On a busy machine that is late: whoever has gone to a box meanwhile stays in it.
    const at = document.activeElement
    if (place.current?.contains(at) && (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement)) return
    if (first) return first()
    const around = place.current?.parentElement
    if (around) placeIn(around)?.focus()
  }
  const opened = useRef(false)
  // While it opens, the dialog gives the focus to whatever comes first, which may be 返回: no key is to find it there.
  useEffect(() => {
    const mend = ({ target }: FocusEvent) => {
      if (!opened.current && place.current?.closest('.ant-modal')?.contains(target as Node)) toFirst()
    }
    document.addEventListener('focusin', mend)
    return () => document.removeEventListener('focusin', mend)
  })
  return (
    <Modal
      open
      title={title}
      width={width}
      footer={null}
      keyboard={false}
      closable={false}
      mask={{ closable: false }}
      afterOpenChange={(open) => {
        if (open) toFirst()
        opened.current = open
      }}
      transitionName=""
      maskTransitionName=""
    >
      <div ref={place} tabIndex={-1} data-waits="">
        {children}
      </div>
    </Modal>
  )
}
