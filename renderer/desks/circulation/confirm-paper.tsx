/** 本人补签: whoever signed the paper signs at the screen for what was entered of it. */
import type { PaperSigningRow } from '../../../contract/circulation-views.ts'
import { paperRecordLabel, paperStepLabel } from '../../../contract/terms.ts'
import { useAct } from '../../app/client.ts'
import { useSession } from '../../app/session.tsx'
import { ActDialog } from '../../components/act-dialog.tsx'
import { Countersign } from '../../components/countersign.tsx'
import { When } from '../../components/when.tsx'

type Props = { of: PaperSigningRow; onClose: () => void }

/** What the entry is about: a folder and its sheet, or a request and its document. */
const Subject = ({ of: { sheet, widening, reproduction, record } }: { of: PaperSigningRow }) => (
  <>
    {sheet && (
      <>
        {sheet.folder}　<span className="figures">{sheet.number}</span>
      </>
    )}
    {widening && (
      <>
        扩大知悉范围　<span className="figures">{widening.number}</span>（<span className="figures">{widening.document}</span>）
      </>
    )}
    {reproduction && (
      <>
        复制申请　<span className="figures">{reproduction.number}</span>（<span className="figures">{reproduction.document}</span>）
      </>
    )}
    {record && (
      <>
        {paperRecordLabel[record.of]}　<span className="figures">{record.number}</span>
      </>
    )}
  </>
)

const Entered = ({ of: row }: { of: PaperSigningRow }) => (
  <>
    <p>
      <Subject of={row} />　{paperStepLabel[row.step]}，纸上签于 <When at={row.signedAt} />
      ，由{row.enteredBy}补录。
    </p>
    {row.record && (
      <p className="quiet">
        补录原因：{row.record.reason}；纸件存放：{row.record.kept}
      </p>
    )}
  </>
)

/** The signer's own session, or in place with their password. */
export const ConfirmPaper = ({ of: row, onClose }: Props) => {
  const { person } = useSession()
  const act = useAct('circulation.confirmPaper')
  const common = {
    title: `本人补签　${row.sheet?.folder ?? (row.widening ?? row.reproduction ?? row.record)?.number}`,
    ok: '补签',
    busy: act.isPending,
    error: act.error,
    onClose,
  }
  const clause = row.record?.clause ?? (row.sheet ? 'F1(2)c' : row.widening ? 'F1(4)c' : 'F1(5)a')
  if (row.signer.id === person.id)
    return (
      <ActDialog {...common} rule={`${clause} 纸上的签字确为本人所签`} onOk={() => act.mutate({ signing: row.id }, { onSuccess: onClose })}>
        <Entered of={row} />
      </ActDialog>
    )
  return (
    <Countersign
      {...common}
      says={`请${row.signer.name}核对后本人补签（${clause}）`}
      name={row.signer.name}
      step={{ call: 'circulation.confirmPaper', input: { signing: row.id } }}
      onTicket={(ticket) => act.mutate({ signing: row.id, ticket }, { onSuccess: onClose })}
    >
      <Entered of={row} />
    </Countersign>
  )
}
