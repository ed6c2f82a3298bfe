/**
 * What may hold more than there is room for: `<Scroll className="record-body">…</Scroll>`. While something of it is out of sight and nothing
 * in it takes the cursor, Tab comes to it and the arrow keys move it. `first`: the cursor waits here, and goes back to where it was at the end.
 */
import { type ReactNode, useEffect, useRef } from 'react'

const TAKES_CURSOR = 'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), [tabindex="0"]'

type Props = { className: string; first?: boolean; label?: string; children: ReactNode }

export const Scroll = ({ className, first = false, label, children }: Props) => {
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const look = () => {
      const hidden = element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth
      if (first || (hidden && !element.querySelector(TAKES_CURSOR))) element.tabIndex = 0
      else element.removeAttribute('tabindex')
    }
    const size = new ResizeObserver(look)
    const content = new MutationObserver(look)
    size.observe(element)
    content.observe(element, { childList: true, subtree: true })
    look()
    return () => {
      size.disconnect()
      content.disconnect()
    }
  }, [first])
  useEffect(() => {
    if (!first) return
    const before = document.activeElement
    box.current?.focus({ preventScroll: true })
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [first])
  return (
    <section ref={box} className={className} aria-label={label}>
      {children}
    </section>
  )
}
