import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { Output } from '../../../contract/index.ts'
import { useQueryOf } from '../../app/client.ts'
import { go, To } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { Empty } from '../../components/empty.tsx'
import { useKeys } from '../../components/keys.ts'
import { RefusalNote } from '../../components/refusal.tsx'
import { When } from '../../components/when.tsx'
import { BreachesWaiting } from './breaches.tsx'
import { CloseDay } from './closing.tsx'
import { CopiesWaiting, Lent, LoansWaiting } from './copies.tsx'
import { Envelopes, Retained } from './envelopes.tsx'
import { InMyHands, Missing, Out, Overdue, ToClose, ToConfirm, ToDecide, ToHandOut } from './folders.tsx'
import { DisposalsWaiting } from './disposals.tsx'
import { HandoversWaiting } from './handovers.tsx'
import { PublicationsWaiting } from './publications.tsx'
import { ReviewsWaiting } from './reviews.tsx'
import { BoxesWaiting } from './boxes.tsx'
import { MediaOut, MediaWaiting } from './media.tsx'
import { Line, LineAct, moveThroughLines, Part } from './line.tsx'
import './today.css'

type Home = Output<'today.home'>
const REFRESH_MS = 60_000

/** `2026年3月10日　星期二　工作日`. */
const dayInWords = ({ day, working }: Home) => {
  const [year, month, date] = day.split('-').map(Number)
  const weekday = new Intl.DateTimeFormat('zh-CN', { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
  const kind = working === null ? '未录入本年日历' : working ? '工作日' : '休息日'
  return `${year}年${month}月${date}日　${weekday}　${kind}`
}

/** What a 保密员 begins from here, by button or key, and how the day ends. */
const Begin = ({ home }: { home: Home }) => {
  const [closing, setClosing] = useState(false)
  const acts = [
    ['F2', '登记来文', () => go('documents', null, 'new')],
    ['F4', '新传阅单', () => go('circulation', null, 'new')],
    ['F6', '签收信封', () => go('documents', null, 'receive')],
    ['F8', '收班', () => setClosing(true)],
  ] as const
  useKeys(acts.map(([key, , begin]) => [key, begin] as const))
  return (
    <span className="desk-acts">
      {acts.map(([key, label, begin]) => (
        <Button key={key} onClick={begin}>
          {label} {key}
        </Button>
      ))}
      {closing && <CloseDay home={home} onClose={() => setClosing(false)} />}
    </span>
  )
}

const Head = ({ home, officer }: { home: Home; officer: boolean }) => {
  const copies = home.out.reduce((sum, row) => sum + row.numbers.length, 0)
  const late = home.out.filter((row) => row.overdue).length
  return (
    <header className="today-head">
      <strong>{dayInWords(home)}</strong>
      {home.out.length > 0 && (
        <span>
          在外 <b>{home.out.length}</b> 夹 <b>{copies}</b> 份
        </span>
      )}
      {late > 0 && (
        <span className="overdue">
          逾时未退 <b>{late}</b> 夹
        </span>
      )}
      {home.closed && (
        <span className="quiet">
          <When at={home.closed.at} day={home.day} /> 已收班（{home.closed.by}）
        </span>
      )}
      {officer && <Begin home={home} />}
    </header>
  )
}

const Reminders = ({ home }: { home: Home }) =>
  home.reminders.map(({ level, text, desk }) => (
    <div key={text} className={`today-reminder today-${level}`}>
      <span>{text}</span>
      {desk && <To desk={desk}>去办理</To>}
    </div>
  ))

const Accounts = ({ home }: { home: Home }) => (
  <Part title="账户" rows={home.accounts}>
    {(row) => (
      <Line
        key={row.person.id}
        what={row.person.name}
        who={<span className="waits">{row.what === 'open' ? '待开户' : '已锁定'}</span>}
        facts={<span className="quiet">{row.person.department}</span>}
      >
        <LineAct run={() => go('people', row.person.id, row.what === 'open' ? 'openAccount' : 'unlock')}>
          {row.what === 'open' ? '开户' : '解除锁定'}
        </LineAct>
      </Line>
    )}
  </Part>
)

const nothing = (home: Home) =>
  [
    home.out,
    home.toHandOut,
    home.toClose,
    home.envelopes,
    home.incidents,
    home.toDecide,
    home.toConfirm,
    home.mine,
    home.copying,
    home.lending,
    home.lent,
    home.handovers,
    home.keeping.loose,
    home.keeping.stockTakings,
    home.keeping.missing,
    home.disposals,
    home.mediaUses,
    home.mediaOut,
    home.reviews,
    home.publications,
    home.breaches,
    home.accounts,
  ].every((rows) => rows.length === 0)

/** 今日: what is out and with whom, what is due, what waits; one click, or Enter, from each line to its act. */
const TodayDesk = () => {
  const may = useMay()
  const page = useRef<HTMLElement>(null)
  const asked = useQueryOf('today.home', {}, { every: REFRESH_MS })
  const home = asked.data
  const officer = may('documents.register')
  const ready = home !== undefined
  useEffect(() => {
    if (ready) page.current?.querySelector<HTMLElement>('[data-line]')?.focus()
  }, [ready])
  if (!home) return asked.error ? <RefusalNote of={asked.error} /> : <div className="today">正在读取今日事项…</div>
  return (
    <section className="today" ref={page} onKeyDown={moveThroughLines} aria-label="今日">
      <Head home={home} officer={officer} />
      <Reminders home={home} />
      {nothing(home) && (officer || home.reminders.length === 0) && (
        <Empty says={officer ? '没有待办，也没有在外的文件。来文按 F2 登记，传阅按 F4 拟单，只收信封按 F6 签收。' : '今日没有等您办理的事项。'} />
      )}
      <BreachesWaiting home={home} />
      <Missing home={home} />
      <Overdue home={home} />
      <InMyHands home={home} />
      <ToDecide home={home} />
      <CopiesWaiting home={home} />
      <LoansWaiting home={home} />
      <HandoversWaiting home={home} />
      <BoxesWaiting home={home} />
      <DisposalsWaiting home={home} />
      <MediaWaiting home={home} />
      <ReviewsWaiting home={home} />
      <PublicationsWaiting home={home} />
      <ToConfirm home={home} />
      <Out home={home} />
      <Lent home={home} />
      <MediaOut home={home} />
      <ToHandOut home={home} />
      <Envelopes rows={home.envelopes.filter(({ state }) => state !== 'retained')} day={home.day} />
      <Retained rows={home.envelopes.filter(({ state }) => state === 'retained')} day={home.day} />
      <ToClose home={home} />
      <Accounts home={home} />
    </section>
  )
}

export default TodayDesk
