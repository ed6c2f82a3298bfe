import type { ReactNode } from 'react'
import type { Output } from '../../../contract/index.ts'
import { useQueryOf } from '../../app/client.ts'
import { To } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { Empty } from '../../components/empty.tsx'
import { RefusalNote } from '../../components/refusal.tsx'
import { When } from '../../components/when.tsx'
import { Envelopes } from './envelopes.tsx'
import './today.css'

type Home = Output<'today.home'>
const REFRESH_MS = 60_000

const Section = <R,>({ title, rows, children }: { title: string; rows: readonly R[]; children: (row: R) => ReactNode }) =>
  rows.length > 0 && (
    <section>
      <h3>
        {title}（{rows.length}）
      </h3>
      {rows.map(children)}
    </section>
  )

const SheetLink = ({ sheet }: { sheet: Home['toClose'][number] }) => (
  <To desk="circulation" id={sheet.id}>
    {sheet.folder}　<span className="figures">{sheet.number}</span>
  </To>
)

const Overdue = ({ home }: { home: Home }) => (
  <Section title="当日未退" rows={home.overdue}>
    {(row) => (
      <div className="today-line overdue" key={row.leg}>
        <SheetLink sheet={row.sheet} />
        <strong>{row.reader.name}</strong>
        <span>{row.numbers.length} 份</span>
        <span>
          应退 <When at={row.due} />　{row.days === 0 ? '当日未退' : `已逾 ${row.days} 天`}
        </span>
      </div>
    )}
  </Section>
)

const Out = ({ home }: { home: Home }) => (
  <Section title="在外" rows={home.out}>
    {(row) => (
      <div className="today-line" key={row.leg}>
        <SheetLink sheet={row.sheet} />
        <strong>{row.holder.name}</strong>
        <span>{row.numbers.length} 份</span>
        <span>
          自 <When at={row.since} />
        </span>
        <span>
          应退 <When at={row.due} />　{row.signed ? '已阅签' : '未签'}
        </span>
      </div>
    )}
  </Section>
)

const nothing = (home: Home) =>
  [home.out, home.overdue, home.toHandOut, home.toClose, home.envelopes, home.incidents, home.toDecide, home.mine, home.accounts].every(
    (rows) => rows.length === 0,
  )

/** 今日: what is out and with whom, what is due, what waits; one click from each line to its record. */
const TodayDesk = () => {
  const may = useMay()
  const asked = useQueryOf('today.home', {}, { every: REFRESH_MS })
  const home = asked.data
  if (!home) return asked.error ? <RefusalNote of={asked.error} /> : <div className="today">正在读取今日事项…</div>
  return (
    <div className="today">
      {home.reminders.map((reminder) => (
        <div key={reminder.text} className={reminder.level === 'urgent' ? 'today-reminder today-urgent' : 'today-reminder'}>
          {reminder.text}
        </div>
      ))}
      {nothing(home) && (
        <Empty
          says={may('documents.register') ? '今日没有待办。来文请到“收文登记”按 F2 登记，传阅请到“传阅”按 F2 拟单。' : '今日没有等您办理的事项。'}
        />
      )}
      <Overdue home={home} />
      <Section title="我手中的传阅夹" rows={home.mine}>
        {(row) => (
          <div className="today-line" key={row.leg}>
            <SheetLink sheet={row.sheet} />
            <span>
              自 <When at={row.since} />
            </span>
            <span className={row.overdue ? 'overdue' : undefined}>
              应退 <When at={row.due} />　{row.signed ? '已签字，请退回保密员' : '请阅后签字'}
            </span>
          </div>
        )}
      </Section>
      <Envelopes rows={home.envelopes} />
      <Section title="短少待查" rows={home.incidents}>
        {(row) => (
          <div className="today-line overdue" key={row.id}>
            <SheetLink sheet={row.sheet} />
            <span className="figures">{row.number}</span>
            <span>{row.reader.name}</span>
            <span>缺 {row.missing.map((copy) => copy.number).join('、')}</span>
          </div>
        )}
      </Section>
      <Section title="待我审批：扩大知悉范围" rows={home.toDecide}>
        {(row) => (
          <div className="today-line" key={row.id}>
            <To desk="circulation" sub="widenings">
              {row.number}
            </To>
            <span>{row.document.number}</span>
            <span>增加 {row.persons.map((person) => person.name).join('、')}</span>
            <span>{row.requestedBy.name} 申请</span>
          </div>
        )}
      </Section>
      <Section title="待送阅" rows={home.toHandOut}>
        {(row) => (
          <div className="today-line" key={row.leg}>
            <SheetLink sheet={row.sheet} />
            <span>下一位 {row.reader.name}</span>
          </div>
        )}
      </Section>
      <Section title="待办结" rows={home.toClose}>
        {(row) => (
          <div className="today-line" key={row.id}>
            <SheetLink sheet={row} />
            <span>各份已全部退回</span>
          </div>
        )}
      </Section>
      <Out home={home} />
      <Section title="待开户" rows={home.accounts}>
        {(row) => (
          <div className="today-line" key={row.person.id}>
            <To desk="people" id={row.person.id}>
              {row.person.name}
            </To>
            <span>{row.person.department}</span>
          </div>
        )}
      </Section>
    </div>
  )
}

export default TodayDesk
