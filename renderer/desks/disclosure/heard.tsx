import { Button, Descriptions } from 'antd'
import type { ReactNode } from 'react'
import type { HeardRow } from '../../../contract/disclosure-views.ts'
import { applicationChannelLabel, HEARD_KINDS, type HeardKind, heardKindLabel } from '../../../contract/terms.ts'
import { usePagesOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { FilterBar, useFilter } from '../../components/filter-bar.tsx'
import { useKeys } from '../../components/keys.ts'
import { List, type ListColumn } from '../../components/list.tsx'
import { LongText } from '../../components/long-text.tsx'
import { RecordPane } from '../../components/record-pane.tsx'
import { Name } from './about.tsx'

type Column = ListColumn<HeardRow>
const number: Column = { key: 'number', title: '编号', width: 158, render: (row) => row.number }
const heardOn: Column = { key: 'heardOn', title: '日期', width: 104, drop: 2, render: (row) => row.heardOn }
const kind: Column = { key: 'kind', title: '类别', width: 88, render: (row) => heardKindLabel[row.kind] }
const channel: Column = { key: 'channel', title: '方式', width: 120, drop: 3, render: (row) => applicationChannelLabel[row.channel] }
const from: Column = { key: 'from', title: '来自', width: 140, drop: 4, render: (row) => row.from }
const content: Column = { key: 'content', title: '内容', least: 150, render: (row) => row.content.slice(0, 120) }
const about: Column = { key: 'about', title: '关于', width: 158, drop: 1, render: (row) => row.about }
const all = [number, heardOn, kind, channel, from, content, about]
const few = [number, kind, content]

type Shown = 'all' | HeardKind
const choices: { value: Shown; label: string }[] = [
  { value: 'all', label: '全部' },
  ...HEARD_KINDS.map((value) => ({ value, label: heardKindLabel[value] })),
]

const line = (label: string, children: ReactNode) => (children ? [{ key: label, label, children }] : [])

/** One of them beside the others. */
const HeardPane = ({ of: row, onClose }: { of: HeardRow; onClose: () => void }) => (
  <RecordPane title={row.number} state={heardKindLabel[row.kind]} onClose={onClose}>
    <Descriptions
      column={1}
      size="small"
      bordered
      styles={{ label: { width: 108 } }}
      items={[
        ...line('日期', `${row.heardOn}　${applicationChannelLabel[row.channel]}`),
        ...line('来自', row.from && <Name of={row.from} />),
        ...line('关于', row.about),
        ...line('内容', <LongText label="内容">{row.content}</LongText>),
        ...line('答复', row.answer),
        ...line('改进措施', row.improvement),
        ...line('登记', row.by),
      ]}
    />
  </RecordPane>
)

const toList = () => go('disclosure', null, 'heard')

/** 咨询反馈, newest first: what people asked, and what they said of what was made public or answered (G三.4). */
export const Heard = ({ id }: { id: number | null }) => {
  const filter = useFilter<Shown>('all')
  const { shown, text } = filter
  const pages = usePagesOf('disclosure.heard', {
    ...(shown === 'all' ? {} : { kind: shown }),
    ...(text.trim() ? { text: text.trim() } : {}),
  })
  const may = useMay()('disclosure.hear')
  const one = id === null ? undefined : pages.rows.find((row) => row.id === id)
  const begin = () => go('disclosure', null, 'hear')
  useKeys(may ? { F7: begin } : {}, one === undefined)
  const nothing =
    shown === 'all' && !text.trim()
      ? `还没有咨询和反馈。${may ? '电话、窗口的咨询，对公开和答复的意见、建议、投诉，按 F7 登记（G三.4）。' : ''}`
      : '没有符合条件的，请放宽条件。'
  return (
    <div className="desk-split">
      <div className="desk-fill">
        <FilterBar of={filter} choices={choices} what="类别" label="查咨询反馈" placeholder="编号、来自、内容的一部分" narrow={one !== undefined}>
          {one === undefined && may && (
            <Button type="primary" onClick={begin}>
              登记咨询反馈 F7
            </Button>
          )}
        </FilterBar>
        <List
          pages={pages}
          columns={one ? few : all}
          rowKey={(row) => row.id}
          selected={id}
          onOpen={(row) => go('disclosure', null, `heard-${row.id}`)}
          empty={nothing}
        />
      </div>
      {one && <HeardPane key={one.id} of={one} onClose={toList} />}
    </div>
  )
}
