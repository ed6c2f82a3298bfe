import { limits } from '../../../contract/limits.ts'
import type { ReviewView } from '../../../contract/review-views.ts'
import { type Channel, channelLabel, type ReviewEnding } from '../../../contract/terms.ts'
import { useSession } from '../../app/session.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DayField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { PickField } from '../../components/pick-field.tsx'
import { textOf, wayInWords } from './about.tsx'
import type { ActProps } from './acts.tsx'

type Released = { channel: Channel | undefined; where: string; releasedOn: string }

/** The approved ways by which this text was not made public yet; all of them once it was by each. */
const waysLeft = (review: ReviewView): Channel[] => {
  const { channels, version } = textOf(review)
  const left = channels.filter((channel) => !review.releases.some((one) => one.version === version && one.channel === channel))
  return left.length > 0 ? left : channels
}

/** F9 发布登记: by which approved way, where, when (B1). */
export const Release = ({ of: review, onDone, onClose }: ActProps) => {
  const { now } = useSession()
  const ways = waysLeft(review)
  const form = useActForm<'review.release', Released>('review.release', {
    start: { channel: ways.length === 1 ? ways[0] : undefined, where: '', releasedOn: '' },
    input: ({ channel, ...typed }) => ({ review: review.id, version: review.version, channel: channel as Channel, ...typed }),
    done: onDone,
  })
  const { fields } = form
  return (
    <Dialog title={`发布登记　${review.number}　第${review.version}版`} width={640}>
      <ActForm of={form} ok="签字登记" says="先审查、后公开，严格按审查的文本和方式（B1、C六）" onClose={onClose} over>
        <p>{textOf(review).title}</p>
        <p className="quiet">审查的公开方式：{wayInWords(textOf(review))}</p>
        <PickField
          form={fields}
          name="channel"
          label="公开方式"
          choices={ways.map((value) => ({ value, label: channelLabel[value] }))}
          first={ways.length > 1}
          required
        />
        <TextField
          form={fields}
          name="where"
          label="何处"
          max={limits.note}
          hint="网站的哪一栏、哪一期报刊、哪一块公开栏"
          first={ways.length === 1}
          required
        />
        <DayField form={fields} name="releasedOn" label="发布日期" day={now.slice(0, 10)} required />
      </ActForm>
    </Dialog>
  )
}

const endingWords: Record<ReviewEnding, { label: string; words: string; hint: string }> = {
  filed: { label: '归档', words: '归入卷号', hint: '审查表、文本和批复归入哪一卷（B9）' },
  byArchives: { label: '依档案规定办结', words: '依据', hint: '档案馆的哪一条规定（B15）' },
  cancelled: { label: '作废', words: '原因', hint: '作废的编号保留，不再使用' },
}

/** How a case may end from where it stands. */
const endingsOf = (review: ReviewView): ReviewEnding[] => {
  if (['released', 'onApplication', 'withheld'].includes(review.state)) return ['filed']
  const before = review.state === 'drafted' || review.state === 'pending'
  return before && textOf(review).transferred ? ['byArchives', 'cancelled'] : ['cancelled']
}

/** 审查归档或作废: with its volume, by the archives’ rules, or with a reason (B9, B15). */
export const Close = ({ of: review, onDone, onClose }: ActProps) => {
  const ways = endingsOf(review)
  const form = useActForm<'review.close', { how: ReviewEnding | undefined; words: string }>('review.close', {
    start: { how: ways.length === 1 ? ways[0] : undefined, words: '' },
    input: ({ how, words }) => ({ review: review.id, version: review.version, how: how as ReviewEnding, words }),
    done: onDone,
  })
  const { fields } = form
  const how = fields.watch('how')
  const said = how && endingWords[how]
  return (
    <Dialog title={`${ways.length === 1 && said ? said.label : '办结'}　${review.number}`} width={640}>
      <ActForm of={form} ok="签字" says="签过的每一步都留着" onClose={onClose} over>
        {ways.length > 1 && (
          <PickField
            form={fields}
            name="how"
            label="怎样办结"
            choices={ways.map((value) => ({ value, label: endingWords[value].label }))}
            first
            required
          />
        )}
        <TextField form={fields} name="words" label={said?.words ?? '说明'} max={limits.note} hint={said?.hint} first={ways.length === 1} required />
      </ActForm>
    </Dialog>
  )
}
