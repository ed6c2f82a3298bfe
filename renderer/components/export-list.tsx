import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { PrintList } from './print-list.tsx'
import type { Delivery } from '../../contract/bridge.ts'
import type { Input } from '../../contract/index.ts'
import { type ExportList as ListName, exportersOf, exportLabel } from '../../contract/terms.ts'
import { type RefusedError, refusalOf, useAct } from '../app/client.ts'
import { useMay, useSession } from '../app/session.tsx'
import { ApproveList } from './approve-list.tsx'
import { useKeys } from './keys.ts'
import { NoteDialog } from './note-dialog.tsx'
import { RefusalNote } from './refusal.tsx'

const titleOf = (list: ListName) => `导出Excel　${exportLabel[list]}`

type Filter = NonNullable<Input<'export.list'>['filter']>
type ExportProps = { list: ListName; filter?: Filter; onClose: () => void }

const told = (number: string, { how }: Extract<Delivery, { ok: true }>) =>
  how === 'saved' ? `${number}已保存，请按文件首行的密级保管。` : `没有保存成文件；编号${number}已用，需要的请重新导出。`

/** Asks for the export once, when it opens, and lets the shell save the file. */
const useExport = (list: ListName, filter: Filter) => {
  const act = useAct('export.list')
  const [said, setSaid] = useState<string | null>(null)
  const [number, setNumber] = useState<string | null>(null)
  const ask = async (ticket?: string) => {
    const made = await act.mutateAsync({ list, filter, ...(ticket ? { ticket } : {}) }).catch(() => null)
    if (!made) return
    setNumber(made.number)
    const delivery: Delivery = await window.mijuan.saveFile(made.ticket).catch(() => ({ ok: false, message: '没有保存。请重新导出。' }))
    setSaid(delivery.ok ? told(made.number, delivery) : delivery.message)
  }
  const first = useRef(ask)
  const asked = useRef(false)
  useEffect(() => {
    if (asked.current) return
    asked.current = true
    void first.current()
  }, [])
  return { ask, error: act.error, busy: act.isPending, number, said }
}

type EndProps = { list: ListName; error: RefusedError | null; number: string | null; said: string | null; onClose: () => void }

/** How far it is, and how it ended. */
const Progress = ({ list, error, number, said, onClose }: EndProps) => {
  const over = error !== null || said !== null
  return (
    <NoteDialog title={titleOf(list)} over={over} onClose={onClose}>
      {error ? <RefusalNote of={error} /> : <p role="status">{said ?? (number ? `正在生成${number}，请选择保存位置…` : '正在导出…')}</p>}
    </NoteDialog>
  )
}

/** 导出Excel of one list: at once, or by the leave of a 分管领导 where it is above the set size (F1(5)a). */
const Export = ({ list, filter = {}, onClose }: ExportProps) => {
  const { ask, error, busy, number, said } = useExport(list, filter)
  const [large, setLarge] = useState(false)
  const waits = error !== null && refusalOf(error).field === 'ticket'
  if (waits && !large) setLarge(true)
  if (!large || number !== null) return <Progress list={list} error={error} number={number} said={said} onClose={onClose} />
  return (
    <ApproveList call="export.list" list={list} filter={filter} error={error} busy={busy} onTicket={(ticket) => void ask(ticket)} onClose={onClose} />
  )
}

/** Whether this person may have that list leave. */
const useMayExport = (list: ListName): boolean => {
  const may = useMay()
  const { roles } = useSession()
  return may('export.list') && exportersOf(list).some((role) => roles.includes(role))
}

type ButtonProps = Omit<ExportProps, 'onClose'> & { keyed?: boolean; small?: boolean; why?: string | null; label?: string }

/**
 * `<ExportList list="register" filter={…} />` the buttons of a list that may leave as a file or on paper, filtered as it is shown; nothing for whoever may not.
 * `keyed`: it has Ctrl+S, as the list that stands open. `why`: what stands against it now, told when it is pressed. `label`: of a second list beside the first.
 */
export const ExportList = ({ list, filter, keyed = false, small = false, why, label }: ButtonProps) => {
  const may = useMayExport(list)
  const [open, setOpen] = useState(false)
  const begin = () => setOpen(true)
  const close = () => setOpen(false)
  useKeys({ 'Ctrl+S': begin }, keyed && may && !open)
  if (!may) return null
  return (
    <>
      <Button size={small ? 'small' : 'middle'} onClick={begin}>
        {label ?? <>导出Excel{keyed && ' Ctrl+S'}</>}
      </Button>
      {list !== 'importFaults' && <PrintList list={list} filter={filter} small={small} why={why} label={label && `打印${exportLabel[list]}`} />}
      {open && !why && <Export list={list} filter={filter} onClose={close} />}
      {open && why && (
        <NoteDialog title={titleOf(list)} onClose={close}>
          <p role="status">{why}</p>
        </NoteDialog>
      )}
    </>
  )
}
