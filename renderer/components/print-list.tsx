import { Button } from 'antd'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { Input, Output } from '../../contract/index.ts'
import { type ExportList as ListName, exportLabel } from '../../contract/terms.ts'
import { refusalOf, useAct } from '../app/client.ts'
import { ApproveList } from './approve-list.tsx'
import { NoteDialog } from './note-dialog.tsx'
import { RefusalNote } from './refusal.tsx'

const ListPaper = lazy(() => import('../paper/list-preview.tsx'))

type Filter = NonNullable<Input<'paper.list'>['filter']>
type PrintProps = { list: ListName; filter?: Filter; onClose: () => void }

const titleOf = (list: ListName) => `打印清单　${exportLabel[list]}`

/** Asks for the sheet once, when it opens: each asking that is granted is a recorded print. */
const usePrint = (list: ListName, filter: Filter) => {
  const act = useAct('paper.list')
  const [paper, setPaper] = useState<Output<'paper.list'> | null>(null)
  const ask = (ticket?: string) => act.mutate({ list, filter, ...(ticket ? { ticket } : {}) }, { onSuccess: setPaper })
  const first = useRef(ask)
  const asked = useRef(false)
  useEffect(() => {
    if (asked.current) return
    asked.current = true
    first.current()
  }, [])
  return { ask, paper, error: act.error, busy: act.isPending }
}

/** 打印清单 of one list: at once, or by the leave of a 分管领导 where it is above the set size (F1(5)a). */
const Print = ({ list, filter = {}, onClose }: PrintProps) => {
  const { ask, paper, error, busy } = usePrint(list, filter)
  const [large, setLarge] = useState(false)
  if (error !== null && refusalOf(error).field === 'ticket' && !large) setLarge(true)
  if (paper)
    return (
      <Suspense>
        <ListPaper paper={paper} onClose={onClose} />
      </Suspense>
    )
  if (!large)
    return (
      <NoteDialog title={titleOf(list)} over={error !== null} onClose={onClose}>
        {error ? <RefusalNote of={error} /> : <p role="status">正在取数…</p>}
      </NoteDialog>
    )
  return <ApproveList call="paper.list" list={list} filter={filter} error={error} busy={busy} onTicket={ask} onClose={onClose} />
}

type ButtonProps = Omit<PrintProps, 'onClose'> & { small?: boolean; why?: string | null; label?: string }

/** The button that puts a list on paper, beside that of its file, for whoever may have it. `why`: what stands against it now. `label`: of a second list beside the first. */
export const PrintList = ({ list, filter, small = false, why, label = '打印清单' }: ButtonProps) => {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button size={small ? 'small' : 'middle'} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open && !why && <Print list={list} filter={filter} onClose={close} />}
      {open && why && (
        <NoteDialog title={titleOf(list)} onClose={close}>
          <p role="status">{why}</p>
        </NoteDialog>
      )}
    </>
  )
}
