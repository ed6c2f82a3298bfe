import { limits } from '../../../contract/limits.ts'
import { ROUTES, type Route, routeLabel } from '../../../contract/terms.ts'
import { useSession } from '../../app/session.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ChoiceField, DayField, MinuteField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { PeopleField } from '../../components/people-field.tsx'
import type { ActProps } from './acts.tsx'

type Sent = { route: Route; carriers: number[]; waybill: string; sentAt: string }

/** F4 发出密件: how, by whom, when (实施条例27). */
export const Send = ({ of: outgoing, onDone, onClose }: ActProps) => {
  const { now } = useSession()
  const form = useActForm<'outgoing.send', Sent>('outgoing.send', {
    start: { route: 'courier', carriers: [], waybill: '', sentAt: '' },
    input: ({ route, carriers, waybill, sentAt }) => ({
      outgoing: outgoing.id,
      route,
      sentAt,
      ...(route === 'person' ? { carriers } : { waybill }),
    }),
    done: onDone,
  })
  const { fields } = form
  const byPerson = fields.watch('route') === 'person'
  return (
    <Dialog title={`发出密件　${outgoing.number}`}>
      <ActForm of={form} ok="发出" says={`${outgoing.mark}　${outgoing.copies} 份，发往${outgoing.addressee}`} onClose={onClose} over>
        <ChoiceField form={fields} name="route" label="方式" choices={ROUTES.map((value) => ({ value, label: routeLabel[value] }))} />
        {byPerson ? (
          <PeopleField
            form={fields}
            name="carriers"
            label="递送人"
            many
            required
            hint={outgoing.level === 'topSecret' ? '绝密件须两人以上同行' : ''}
          />
        ) : (
          <TextField form={fields} name="waybill" label="交寄单号" max={limits.symbol} />
        )}
        <MinuteField form={fields} name="sentAt" label="发出时间" day={now.slice(0, 10)} first required />
      </ActForm>
    </Dialog>
  )
}

/** F9 登记回执: the addressee has it. */
export const Receipt = ({ of: outgoing, onDone, onClose }: ActProps) => {
  const { now } = useSession()
  const form = useActForm<'outgoing.receipt', { receipt: string; receivedOn: string }>('outgoing.receipt', {
    start: { receipt: '', receivedOn: '' },
    input: (typed) => ({ outgoing: outgoing.id, ...typed }),
    done: onDone,
  })
  return (
    <Dialog title={`登记回执　${outgoing.number}`}>
      <ActForm of={form} ok="登记" says={outgoing.addressee} onClose={onClose} over>
        <TextField form={form.fields} name="receipt" label="回执编号" max={limits.symbol} first required />
        <DayField form={form.fields} name="receivedOn" label="签收日期" day={now.slice(0, 10)} required />
      </ActForm>
    </Dialog>
  )
}
