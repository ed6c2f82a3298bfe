/**
 * 屏幕水印: whose session it is, faint and aslant over the whole page, so that a photograph of the screen leads to the record (checklist 47).
 * It lies over dialogs and previews too, is drawn once and moves with nothing, takes no click and cannot be marked, is nothing to a screen
 * reader, and is not printed: the sheet is a form that leaders sign, and bears its own print number.
 */
import { useEffect } from 'react'
import type { SessionView } from '../../contract/session.ts'
import './watermark.css'

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? '')

/** One tile: name and number of the person, when they signed in, and the record's entry of it. */
const tileOf = ({ person, signedInBy, now }: SessionView): string => {
  const lines = [`${person.name}　人员${person.id}　${now.slice(0, 16).replace('T', ' ')}`, `登录记录第${signedInBy}条`]
  const line = (text: string, y: number) => `<text x="180" y="${y}">${escaped(text)}</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="360" height="220"><g transform="rotate(-20 180 110)" text-anchor="middle" font-family="Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, sans-serif" font-size="17" fill="#1c2630" fill-opacity="0.09">${line(lines[0] ?? '', 100)}${line(lines[1] ?? '', 126)}</g></svg>`
}

/** Lays the mark on the page and keeps it there: taken away or altered, it comes back. Gives what ends it. */
const lay = (tile: string): (() => void) => {
  const picture = URL.createObjectURL(new Blob([tile], { type: 'image/svg+xml' }))
  let mark: HTMLElement | null = null
  const put = () => {
    mark?.remove()
    mark = document.createElement('div')
    mark.className = 'watermark'
    mark.ariaHidden = 'true'
    mark.style.backgroundImage = `url(${picture})`
    document.body.append(mark)
    watch.disconnect()
    watch.observe(document.body, { childList: true })
    watch.observe(mark, { attributes: true, childList: true })
  }
  const watch = new MutationObserver((changes) => {
    if (!mark?.isConnected || changes.some(({ target }) => target === mark)) put()
  })
  put()
  return () => {
    watch.disconnect()
    mark?.remove()
    URL.revokeObjectURL(picture)
  }
}

/** The mark of whoever is signed in; with nobody there is none. It is the session's own and is not drawn anew while that lasts. */
export const useWatermark = (session: SessionView | null): void => {
  const of = session === null ? null : `${session.person.id} ${session.signedInBy}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: the later views of the same session have a later clock, and this is when it began.
  useEffect(() => (session === null ? undefined : lay(tileOf(session))), [of])
}
