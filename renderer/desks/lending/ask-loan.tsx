import type { Lendable } from '../../../contract/lending-views.ts'
import { useQueryOf } from '../../app/client.ts'
import { useMay } from '../../app/session.tsx'
import { Empty } from '../../components/empty.tsx'
import { RecordPane } from '../../components/record-pane.tsx'
import { RefusalNote } from '../../components/refusal.tsx'
import { LoanForm } from './loan-form.tsx'

type Props = { copy: number | null; onAsked: (loan: number) => void; onClose: () => void }

/** The copy that was named; the only one there is; else none. */
const preset = (rows: readonly Lendable[], copy: number | null): Lendable | null =>
  copy === null && rows.length > 1 ? null : (rows.find(({ id }) => copy === null || id === copy) ?? null)

/** F7 申请借用 in the order of the paper, once the copies and the places are known. */
export const AskLoan = ({ copy, onAsked, onClose }: Props) => {
  const may = useMay()
  const found = useQueryOf('lending.sources', copy === null ? { limit: 2 } : { copy })
  const settings = useQueryOf('office.settings', {})
  // Whoever keys it in for somebody types a name at once.
  const people = useQueryOf('people.choose', {}, { enabled: may('lending.lend') })
  const error = found.error ?? settings.error ?? people.error
  if (error) return <RefusalNote of={error} />
  if (!found.data || !settings.data || people.isLoading) return <p className="quiet">正在读取可借的份…</p>
  const { rows } = found.data
  if (rows.length === 0)
    return (
      <RecordPane title="申请借用" full onClose={onClose}>
        <Empty
          says={
            may('lending.lend')
              ? '没有可以借用的份。先登记来文，再按 F7 申请借用。'
              : '没有您可以借用的份：只能借用知悉范围内的文件，需要其他文件的，请先申请扩大知悉范围（F1(4)c）。'
          }
        />
      </RecordPane>
    )
  return <LoanForm preset={preset(rows, copy)} settings={settings.data} onAsked={onAsked} onClose={onClose} />
}
