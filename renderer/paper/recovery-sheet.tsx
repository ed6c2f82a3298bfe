import { Button } from 'antd'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { type Level, levelLabel } from '../../contract/terms.ts'
import { useKeys } from '../components/keys.ts'
import { Scroll } from '../components/scroll.tsx'
import { dayOfInstant } from './wording.ts'
import './paper.css'
import './forms.css'
import './recovery-sheet.css'

export type RecoverySheet = {
  words: string
  ticket: string
  ordinal: string
  unit: string
  level: Level
  vault: string
  /** Of a set that took another's place. */
  madeAt?: string
}

const GROUPS_A_LINE = 4
const linesOf = (words: string): string[] => {
  const groups = words.split('-')
  return Array.from({ length: Math.ceil(groups.length / GROUPS_A_LINE) }, (_, line) =>
    groups.slice(line * GROUPS_A_LINE, (line + 1) * GROUPS_A_LINE).join('-'),
  )
}

const BOXES = ['封存人', '封存日期', '封存人签字', '存放地点']

/** 密钥恢复单: one of three, A4. No number and no witness of the record: nobody is signed in, and nothing of it is kept. */
const Sheet = ({ sheet }: { sheet: RecoverySheet }) => (
  <section className="paper-page paper-portrait">
    <header className="paper-head">
      <div className="paper-first-line">
        <div className="paper-mark">本机密级：{levelLabel[sheet.level]}</div>
      </div>
      <div className="paper-unit">{sheet.unit}</div>
      <h1 className="paper-title">密钥恢复单</h1>
      <div className="paper-about">
        <span>{sheet.ordinal}（共三份）</span>
        {sheet.madeAt && <span>换发：{dayOfInstant(sheet.madeAt)}</span>}
        <span>库号：{sheet.vault}</span>
      </div>
    </header>
    <div className="paper-body">
      <div className="recovery-words" role="img" aria-label={`${sheet.ordinal}内容`}>
        {linesOf(sheet.words).map((line) => (
          <div key={line}>{line}</div>
        ))}
      </div>
      <p className="recovery-hint">字母中没有 I、L、O、U；登录页选“恢复密钥”，照抄本份和另一份。末尾几位是校验码，抄错会提示。</p>
      <table className="paper-table recovery-boxes">
        <tbody>
          {BOXES.map((box) => (
            <tr key={box}>
              <th scope="row">{box}</th>
              <td />
            </tr>
          ))}
          <tr className="recovery-opened">
            <th scope="row">启封记录</th>
            <td>启封日期、事由、启封人、在场人、换发日期：</td>
          </tr>
        </tbody>
      </table>
    </div>
    <footer className="paper-foot">
      <div className="paper-own-rule">装入信封密封，加盖封章；三份由三员分别保管，分开存放。不得复印、拍照，除恢复时外不得录入计算机。</div>
    </footer>
  </section>
)

const told = { printed: '已送打印机。', cancelled: '已取消，没有打印。', saved: '' }

/** A sheet as it is printed. It is never saved as a file. */
export const RecoverySheetPreview = ({ sheet, onClose }: { sheet: RecoverySheet; onClose: () => void }) => {
  const [busy, setBusy] = useState(false)
  const [words, setWords] = useState('请打印，或照此抄写，核对无误后封存。')
  const print = async () => {
    if (busy) return
    setBusy(true)
    setWords('正在打印…')
    const delivery = await window.mijuan.printPaper(sheet.ticket).catch(() => ({ ok: false as const, message: '没有送出，请再试，或照屏幕抄写。' }))
    setBusy(false)
    setWords(delivery.ok ? told[delivery.how] : delivery.message)
  }
  useKeys({ 'Ctrl+P': () => void print(), Escape: () => !busy && onClose() }, true, true)
  return createPortal(
    <div className="paper-room" role="dialog" aria-label={`密钥恢复单${sheet.ordinal}打印预览`}>
      <div className="paper-bar">
        <strong>密钥恢复单　{sheet.ordinal}</strong>
        <span className="paper-bar-words" role="status">
          {words}
        </span>
        <Button type="primary" autoFocus disabled={busy} onClick={print}>
          打印 Ctrl+P
        </Button>
        <Button disabled={busy} onClick={onClose}>
          返回 Esc
        </Button>
      </div>
      <Scroll className="paper-scroll" label="恢复单">
        <div className="paper-pages">
          <Sheet sheet={sheet} />
        </div>
      </Scroll>
    </div>,
    document.body,
  )
}
