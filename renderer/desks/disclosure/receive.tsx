import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import {
  type ApplicationChannel,
  APPLICATION_CHANNELS,
  applicationChannelLabel,
  CONFIRMED_CHANNELS,
  LABELLED_CHANNELS,
} from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { useSession } from '../../app/session.tsx'
import { DayField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { PickField } from '../../components/pick-field.tsx'
import { RecordPane } from '../../components/record-pane.tsx'
import { ApplicationBoxes, type ApplicationTyped, applicationWritten, emptyApplication } from './applicant-boxes.tsx'
import { Hear, type HeardTyped } from './hearing.tsx'

type Typed = ApplicationTyped & {
  channel: ApplicationChannel | undefined
  arrivedOn: string
  confirmedOn: string
  labelled: 'yes' | 'no' | undefined
}

const isOf = (channels: readonly ApplicationChannel[], channel: ApplicationChannel | undefined) => channels.some((one) => one === channel)

/** Which day is the day of receipt, by how it came in (条例31). */
const arrival: Record<ApplicationChannel, { label: string; hint: string }> = {
  inPerson: { label: '提交日期', hint: '当面提交的，提交之日就是收到之日（条例31）' },
  signedMail: { label: '签收日期', hint: '以邮寄方式提交的，签收之日就是收到之日（条例31）' },
  plainMail: { label: '到达日期', hint: '平常信函等无需签收的，以与申请人确认之日为收到之日（条例31）' },
  online: { label: '提交日期', hint: '通过网络提交的，以双方确认之日为收到之日（条例31）' },
  fax: { label: '到达日期', hint: '通过传真提交的，以双方确认之日为收到之日（条例31）' },
  oral: { label: '口述日期', hint: '书写有困难的当面口述，由本机关代填并经申请人确认的当天就是收到之日（条例29、31）' },
  telephone: { label: '来电日期', hint: '电话申请以双方确认之日为收到之日（G三.1、条例31）' },
}

const TO_ENQUIRY = '不直接受理电话申请，来电登记为咨询，告知怎样申请（A四(一)1）'

const written = ({ channel, arrivedOn, confirmedOn, labelled, ...application }: Typed) => ({
  channel: channel as ApplicationChannel,
  arrivedOn,
  ...(isOf(CONFIRMED_CHANNELS, channel) && confirmedOn ? { confirmedOn } : {}),
  ...(isOf(LABELLED_CHANNELS, channel) && labelled ? { labelled: labelled === 'yes' } : {}),
  ...applicationWritten(application),
})

/** What was already told of a call, as it is entered as 咨询. */
const enquiryOf = ({ arrivedOn, applicant, content }: Typed): Partial<HeardTyped> => ({
  ...{ kind: 'enquiry', channel: 'telephone' },
  ...{ heardOn: arrivedOn, from: applicant.name, content },
})

type BoxesProps = { form: UseFormReturn<Typed>; channel: ApplicationChannel | undefined; day: string }

/** When it was received, by how it came in; then what it says. */
const Boxes = ({ form, channel, day }: BoxesProps) => {
  const arrived = channel && arrival[channel]
  return (
    <>
      <DayField form={form} name="arrivedOn" label={arrived?.label ?? '收到日期'} day={day} hint={arrived?.hint} required />
      {isOf(CONFIRMED_CHANNELS, channel) && (
        <DayField form={form} name="confirmedOn" label="确认日期" day={day} hint="与申请人确认的日期，期限从次日起算" required />
      )}
      {isOf(LABELLED_CHANNELS, channel) && (
        <PickField
          form={form}
          name="labelled"
          label="注明字样"
          choices={[
            { value: 'yes', label: '有' },
            { value: 'no', label: '没有' },
          ]}
          hint={`${channel === 'fax' ? '传真左上角' : '信封左下角'}是否注明“政府信息公开申请”（A四(一)1）`}
          required
        />
      )}
      <ApplicationBoxes form={form} />
    </>
  )
}

const Form = ({ onEnquiry, onClose }: { onEnquiry: (typed: Partial<HeardTyped>) => void; onClose: () => void }) => {
  const day = useSession().now.slice(0, 10)
  const taken = useQueryOf('office.settings', {}).data?.phoneRequests === true
  const form = useActForm<'disclosure.receive', Typed>('disclosure.receive', {
    start: { ...emptyApplication, channel: undefined, arrivedOn: '', confirmedOn: '', labelled: undefined },
    input: written,
    done: ({ id }) => go('disclosure', id),
  })
  const { fields } = form
  const channel = fields.watch('channel')
  // By telephone nothing is applied for: what follows is the form of a 咨询.
  const called = channel === 'telephone' && !taken
  const hear = async () => onEnquiry(enquiryOf(fields.getValues()))
  return (
    <RecordPane title="收到申请" full>
      <ActForm
        of={called ? { ...form, submit: hear } : form}
        ok={called ? '登记咨询' : '收到'}
        says={called ? '' : '收到之日起算答复期限，当天不计（条例33）'}
        onClose={onClose}
      >
        <PickField
          form={fields}
          name="channel"
          label="收到方式"
          choices={APPLICATION_CHANNELS.map((value) => ({ value, label: applicationChannelLabel[value] }))}
          hint={called ? TO_ENQUIRY : undefined}
          first
          required
        />
        {!called && <Boxes form={fields} channel={channel} day={day} />}
      </ActForm>
    </RecordPane>
  )
}

/** F7 收到申请, in the order of the 登记表: how it came in, when, who applies, for what (条例29, 31). A call is entered as 咨询. */
export const Receive = ({ onClose }: { onClose: () => void }) => {
  const [enquiry, setEnquiry] = useState<Partial<HeardTyped> | null>(null)
  return enquiry ? <Hear start={enquiry} onClose={onClose} /> : <Form onEnquiry={setEnquiry} onClose={onClose} />
}
