import type { KnowerRow } from '../../../contract/documents-views.ts'
import { knowingKindLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { type ShortColumn, ShortList } from '../../components/short-list.tsx'
import { RefusalNote } from '../../components/refusal.tsx'
import { When } from '../../components/when.tsx'

const columns: ShortColumn<KnowerRow>[] = [
  {
    title: '知悉人员',
    width: 140,
    render: ({ person }) => (
      <>
        {person.name} <span className="quiet">{person.department}</span>
      </>
    ),
  },
  {
    title: '依据',
    render: ({ times }) =>
      times.map(({ kind, number }) => (
        <div key={`${kind} ${number}`}>
          {knowingKindLabel[kind]}　<span className="figures unbroken">{number}</span>
        </div>
      )),
  },
  { title: '首次知悉', width: 110, render: ({ since }) => <When at={since} /> },
]

/** 知悉人员登记 of one document: it makes itself from what was signed (实施条例20). */
export const Knowers = ({ document }: { document: number }) => {
  const asked = useQueryOf('documents.knowers', { document })
  if (asked.error) return <RefusalNote of={asked.error} />
  return (
    <ShortList
      columns={columns}
      rows={asked.data?.rows ?? []}
      rowKey={({ person }) => person.id}
      empty={asked.isPending ? '正在读取…' : '还没有人知悉。'}
    />
  )
}
