import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { KnowerRow } from '../../../contract/documents-views.ts'
import { knowingKindLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { useMay } from '../../app/session.tsx'
import { ExportList } from '../../components/export-list.tsx'
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

const KnowersPaper = lazy(() => import('../../paper/knowers-preview.tsx'))

/** 知悉人员登记 of one document: it makes itself from what was signed (实施条例20); printed to be signed, or exported. */
export const Knowers = ({ document }: { document: number }) => {
  const may = useMay()
  const [printing, setPrinting] = useState(false)
  const asked = useQueryOf('documents.knowers', { document })
  if (asked.error) return <RefusalNote of={asked.error} />
  return (
    <>
      <ShortList
        columns={columns}
        rows={asked.data?.rows ?? []}
        rowKey={({ person }) => person.id}
        empty={asked.isPending ? '正在读取…' : '还没有人知悉。'}
      />
      {may('paper.knowers') && (
        <Button size="small" onClick={() => setPrinting(true)}>
          打印知悉人员登记
        </Button>
      )}
      <ExportList list="knowers" filter={{ document }} small />
      {printing && (
        <Suspense fallback={null}>
          <KnowersPaper document={document} onClose={() => setPrinting(false)} />
        </Suspense>
      )}
    </>
  )
}
