import { limits } from '../../../contract/limits.ts'
import type { Lendable } from '../../../contract/lending-views.ts'
import type { OfficeSettings } from '../../../contract/office.ts'
import { useMay, useSession } from '../../app/session.tsx'
import { DayField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { PeopleField } from '../../components/people-field.tsx'
import { RecordPane } from '../../components/record-pane.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { CopyField, useSources } from './copy-field.tsx'

/** A loan as it is asked for, box by box. */
export type Wish = { borrower: number | undefined; copy: number | undefined; reason: string; until: string; place: string | undefined }

const DAY_MS = 86_400_000
const later = (today: string, days: number) => new Date(Date.parse(`${today}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** A week, where the unit lends for so long. */
const USUAL_DAYS = 7

const named = (place: string) => ({ value: place, label: place })
/** 绝密 is read in the places that are listed for it alone (domain 3.2). */
const placesFor = (copy: Lendable | null, { places, topSecretPlaces }: OfficeSettings) =>
  copy?.document.level === 'topSecret' ? topSecretPlaces : places

type Props = {
  /** The copy that is chosen to begin with. */
  preset: Lendable | null
  settings: OfficeSettings
  onAsked: (loan: number) => void
  onClose: () => void
}

/** 申请借用, in the order of the paper 借用审批单: an officer keys it in for whoever borrows, anybody else asks for themselves (F1(7)b). */
export const LoanForm = ({ preset, settings, onAsked, onClose }: Props) => {
  const keysIn = useMay()('lending.lend')
  const { now } = useSession()
  const today = now.slice(0, 10)
  const form = useActForm<'lending.request', Wish>('lending.request', {
    start: {
      borrower: undefined,
      copy: preset?.id,
      reason: '',
      until: later(today, Math.min(USUAL_DAYS, settings.loanDays)),
      place: settings.places.length === 1 ? settings.places[0] : undefined,
    },
    input: ({ copy, borrower, place, ...same }) => ({
      ...same,
      copy: copy as number,
      place: place ?? '',
      ...(borrower === undefined ? {} : { borrower }),
    }),
    done: ({ id }) => onAsked(id),
  })
  const { fields } = form
  const sources = useSources(preset, fields.watch('copy'), fields.watch('borrower'))
  return (
    <RecordPane title="申请借用" full>
      <ActForm of={form} ok="提交" onClose={onClose} says="提交后由综合办公室审核批准，批准以后才能借出（F1(7)b）">
        {keysIn && (
          <PeopleField
            form={fields}
            name="borrower"
            label="借用人"
            check={(value) => (value === undefined ? '请填写借用人' : true)}
            hint="只能借用其知悉范围内的文件，不得转借（F1(7)b）"
            first
            required
          />
        )}
        <CopyField form={fields} sources={sources} first={!keysIn} />
        <TextField form={fields} name="reason" label="事由" max={limits.note} rows={2} required />
        <DayField
          form={fields}
          name="until"
          label="归还日期"
          day={today}
          required
          hint={`借用不超过 ${settings.loanDays} 天，到期仍需使用的另行申请（F1(7)b）`}
        />
        <SelectField
          form={fields}
          name="place"
          label="使用地点"
          choices={placesFor(sources.one, settings).map(named)}
          unknown={(typed) => `“${typed}”不是指定的地点；涉密文件不得携带回家或进入公共场所（F1(4)d）`}
          required
        />
      </ActForm>
    </RecordPane>
  )
}
