import { limits } from '../../../contract/limits.ts'
import { CHANNELS, type Channel, channelLabel, PUBLICATION_CLASSES, type PublicationClass, publicationClassLabel } from '../../../contract/terms.ts'
import { go } from '../../app/routes.tsx'
import { useSession } from '../../app/session.tsx'
import { DayField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { RecordPane } from '../../components/record-pane.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { ReviewField } from './review-field.tsx'

type Typed = {
  title: string
  class: PublicationClass | undefined
  madeOn: string
  channels: Channel[]
  channelNote: string
  review: number | undefined
}

/** F7 列入公开目录: what the own 科室 is to make public of its own accord (A三(一)). */
export const Enter = ({ onClose }: { onClose: () => void }) => {
  const { person, now } = useSession()
  const form = useActForm<'publication.enter', Typed>('publication.enter', {
    start: { title: '', class: undefined, madeOn: '', channels: [], channelNote: '', review: undefined },
    input: ({ class: heading, channels, channelNote, review, ...typed }) => ({
      ...typed,
      class: heading as PublicationClass,
      channels,
      ...(channels.includes('elsewhere') ? { channelNote } : {}),
      ...(review === undefined ? {} : { review }),
    }),
    done: ({ id }) => go('publication', id),
  })
  const { fields } = form
  return (
    <RecordPane title="列入公开目录" full>
      <ActForm of={form} ok="列入" onClose={onClose} says={`责任科室：${person.department}　先审查、后公开（B1）`}>
        <TextField form={fields} name="title" label="信息名称" max={limits.title} first required />
        <SelectField
          form={fields}
          name="class"
          label="目录类别"
          choices={PUBLICATION_CLASSES.map((value) => ({ value, label: publicationClassLabel[value] }))}
          hint="前四类在网上长期公开，其余留存1年（A三）"
          required
        />
        <DayField form={fields} name="madeOn" label="产生日期" day={now.slice(0, 10)} hint="公开期限从次日起按工作日算" required />
        <SelectField
          form={fields}
          name="channels"
          label="公开方式"
          choices={CHANNELS.map((value) => ({ value, label: channelLabel[value] }))}
          many
          hint="网站、报刊、广播、电视、公开栏、电话、发放材料、其他；几种的用“、”隔开"
          required
        />
        {fields.watch('channels').includes('elsewhere') && (
          <TextField form={fields} name="channelNote" label="其他方式" max={limits.place} hint="写明是什么方式" required />
        )}
        <ReviewField form={fields} name="review" />
      </ActForm>
    </RecordPane>
  )
}
