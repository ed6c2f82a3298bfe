/** 纸质签补录: what a reader signed on the paper sheet is entered by a 保密员 and listed until the reader signs for it at the screen. */
import type { LegView, PaperSigningRow, SheetView } from '../../../contract/circulation-views.ts'
import { limits } from '../../../contract/fields.ts'
import { paperSignatureLabel, paperStepLabel } from '../../../contract/terms.ts'
import { useAct } from '../../app/client.ts'
import { useSession } from '../../app/session.tsx'
import { ActDialog } from '../../components/act-dialog.tsx'
import { Countersign } from '../../components/countersign.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { MinuteField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { When } from '../../components/when.tsx'

type Props = { sheet: SheetView; leg: LegView; onDone: () => void; onClose: () => void }

const says = '补录由保密员签字，并列入待补签，直到阅文人本人补签（F1(2)c）'

/** The folder went out against a signature on paper: where it is read, and the minute that stands on the paper. */
export const HandOutOnPaper = ({ sheet, leg, place, places, onDone, onClose }: Props & { place: string; places: readonly string[] }) => {
  const { now } = useSession()
  const form = useActForm<'circulation.handOutOnPaper', { place: string; signedAt: string }>('circulation.handOutOnPaper', {
    start: { place, signedAt: '' },
    input: (typed) => ({ leg: leg.id, ...typed }),
    done: onDone,
  })
  return (
    <Dialog title={`${paperSignatureLabel}：签收　${sheet.folder}（${sheet.copies} 份）　${leg.reader.name}`}>
      <ActForm of={form} ok="补录" says={says} onClose={onClose} over>
        <MinuteField
          form={form.fields}
          name="signedAt"
          label="纸上签字时间"
          day={now.slice(0, 10)}
          first
          required
          hint="照传阅单上写的抄录，只打 0905 即今天"
        />
        <SelectField form={form.fields} name="place" label="阅处地点" choices={places.map((one) => ({ value: one, label: one }))} required />
      </ActForm>
    </Dialog>
  )
}

/** The reader signed 阅 on the paper: the minute, and the opinion word for word. */
export const SignOnPaper = ({ sheet, leg, opinion, onDone, onClose }: Props & { opinion: string }) => {
  const { now } = useSession()
  const form = useActForm<'circulation.signOnPaper', { opinion: string; signedAt: string }>('circulation.signOnPaper', {
    start: { opinion, signedAt: '' },
    input: ({ opinion: typed, signedAt }) => ({ leg: leg.id, opinion: typed, signedAt }),
    done: onDone,
  })
  return (
    <Dialog title={`${paperSignatureLabel}：阅签　${sheet.folder}　${leg.reader.name}`}>
      <ActForm of={form} ok="补录" says={says} onClose={onClose} over>
        <MinuteField
          form={form.fields}
          name="signedAt"
          label="纸上签字时间"
          day={now.slice(0, 10)}
          first
          required
          hint="照传阅单上写的抄录，只打 0905 即今天"
        />
        <TextField form={form.fields} name="opinion" label="意见" max={limits.opinion} hint="照传阅单上写的抄录，没有的留空" />
      </ActForm>
    </Dialog>
  )
}

type ConfirmProps = { of: PaperSigningRow; onClose: () => void }

const Entered = ({ of: row }: { of: PaperSigningRow }) => (
  <p>
    {row.sheet.folder}　<span className="figures">{row.sheet.number}</span>　{paperStepLabel[row.step]}，纸上签于 <When at={row.signedAt} />
    ，由{row.enteredBy}补录。
  </p>
)

/** 本人补签: the reader's own session, or in place with their password. */
export const ConfirmPaper = ({ of: row, onClose }: ConfirmProps) => {
  const { person } = useSession()
  const act = useAct('circulation.confirmPaper')
  const common = { title: `本人补签　${row.sheet.folder}`, ok: '补签', busy: act.isPending, error: act.error, onClose }
  if (row.reader.id === person.id)
    return (
      <ActDialog {...common} rule="F1(2)c 纸上的签字确为本人所签" onOk={() => act.mutate({ signing: row.id }, { onSuccess: onClose })}>
        <Entered of={row} />
      </ActDialog>
    )
  return (
    <Countersign
      {...common}
      says="请阅文人核对后本人补签（F1(2)c）"
      name={row.reader.name}
      step={{ call: 'circulation.confirmPaper', input: { signing: row.id } }}
      onTicket={(ticket) => act.mutate({ signing: row.id, ticket }, { onSuccess: onClose })}
    >
      <Entered of={row} />
    </Countersign>
  )
}
