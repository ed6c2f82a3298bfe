import { useQueryOf } from '../../app/client.ts'
import { useMay } from '../../app/session.tsx'
import { Empty } from '../../components/empty.tsx'
import { RecordPane } from '../../components/record-pane.tsx'
import { RefusalNote } from '../../components/refusal.tsx'
import { RequestForm } from './request-form.tsx'
import type { Source } from './source-field.tsx'

type Props = { document: number | null; onAsked: (reproduction: number) => void; onClose: () => void }

/** The originals to begin with: of one document by its number, or the newest that this person may name. */
const useBeginning = (document: number | null) => {
  const asked = useQueryOf('documents.get', { document: document ?? 1 }, { enabled: document !== null })
  const number = asked.data?.number
  const found = useQueryOf('reproduction.sources', document === null ? {} : { text: number, limit: 50 }, {
    enabled: document === null || number !== undefined,
  })
  const rows = found.data?.rows.filter((row) => document === null || row.document.id === document)
  return { rows, error: asked.error ?? found.error }
}

/** The only original there is, or the first of those of the document that was named: they come newest first. */
const preset = (rows: readonly Source[], document: number | null): Source | null =>
  document === null && rows.length > 1 ? null : (rows.at(-1) ?? null)

/** F7 申请复制 in the order of the paper, once the originals and the places are known. */
export const AskCopies = ({ document, onAsked, onClose }: Props) => {
  const may = useMay()
  const { rows, error } = useBeginning(document)
  const settings = useQueryOf('office.settings', {})
  if (error) return <RefusalNote of={error} />
  if (!rows || !settings.data) return <p className="quiet">正在读取原件…</p>
  if (rows.length === 0)
    return (
      <RecordPane title="申请复制" full onClose={onClose}>
        <Empty
          says={
            may('reproduction.make')
              ? '没有可以申请复制的原件。先登记来文，再按 F7 申请复制。'
              : '您手中没有文件。复制、摘抄只能就本人手中的份申请；手中没有的，请保密员代为录入。'
          }
        />
      </RecordPane>
    )
  return <RequestForm preset={preset(rows, document)} places={settings.data.copyPlaces} onAsked={onAsked} onClose={onClose} />
}
