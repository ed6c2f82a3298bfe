import { useState } from 'react'
import type { Input } from '../../contract/index.ts'
import { EXPORT_APPROVING_ROLES, type ExportList as ListName, exportLabel, roleLabel } from '../../contract/terms.ts'
import type { RefusedError } from '../app/client.ts'
import { Countersign } from './countersign.tsx'

type ApproveProps = {
  /** As what it leaves: a file, or on paper. */
  call: 'export.list' | 'paper.list'
  list: ListName
  filter: NonNullable<Input<'export.list'>['filter']>
  error: RefusedError | null
  busy: boolean
  onTicket: (ticket: string) => void
  onClose: () => void
}

/** The leave of a 分管领导 for a list above the set size, signed in place (F1(5)a); once more where the first leave was refused. */
export const ApproveList = ({ call, list, filter, error, busy, onTicket, onClose }: ApproveProps) => {
  const [signed, setSigned] = useState(false)
  const act = call === 'export.list' ? '批准导出' : '批准打印'
  return (
    <Countersign
      title={`${act}　${exportLabel[list]}`}
      says={`行数超过免批的上限，由${EXPORT_APPROVING_ROLES.map((role) => roleLabel[role]).join('、')}当场批准（F1(5)a）`}
      ok={act}
      error={signed ? error : null}
      busy={busy}
      step={{ call, input: { list, filter } }}
      onTicket={(ticket) => {
        setSigned(true)
        onTicket(ticket)
      }}
      onClose={onClose}
    />
  )
}
