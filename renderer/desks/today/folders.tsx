import { useState } from 'react'
import type { PaperSigningRow, WideningView } from '../../../contract/circulation-views.ts'
import type { Output } from '../../../contract/index.ts'
import { overdueLabel, paperRecordLabel, paperStepLabel } from '../../../contract/terms.ts'
import { go, To } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { When } from '../../components/when.tsx'
import { ConfirmPaper } from '../circulation/confirm-paper.tsx'
import { Decide } from '../circulation/decide.tsx'
import { Line, LineAct, Part } from './line.tsx'

type Home = Output<'today.home'>
type Props = { home: Home }

const SheetLink = ({ sheet }: { sheet: Home['toClose'][number] }) => (
  <To desk="circulation" id={sheet.id}>
    {sheet.folder}　<span className="figures">{sheet.number}</span>
  </To>
)

/** `密收〔2026〕0001 等 3 份`. */
const numbersInWords = (numbers: readonly string[]) => (numbers.length > 1 ? `${numbers[0]} 等 ${numbers.length} 份` : (numbers[0] ?? ''))

/** A folder that is out: it is signed in place and then taken back. */
const OutLine = ({ row, home, days }: Props & { row: Home['out'][number]; days?: number }) => {
  const may = useMay()
  const lateWord = days ? `${overdueLabel} ${days} 天` : overdueLabel
  return (
    <Line
      late={row.overdue}
      what={<SheetLink sheet={row.sheet} />}
      who={<strong>{row.holder.name}</strong>}
      facts={
        <>
          <span className="figures">{numbersInWords(row.numbers)}</span>
          <span className="quiet">
            送出 <When at={row.since} day={home.day} />
          </span>
          <span className={row.overdue ? 'overdue' : 'quiet'}>
            应退 <When at={row.due} day={home.day} />
            {row.overdue && `　${lateWord}`}
          </span>
          <span className={row.signed ? undefined : 'quiet'}>{row.signed ? '已阅签，待收回' : '未签'}</span>
        </>
      }
    >
      {may('circulation.receiveBack') &&
        (row.signed ? (
          <LineAct main run={() => go('circulation', row.sheet.id, 'receiveBack')}>
            收回
          </LineAct>
        ) : (
          <LineAct run={() => go('circulation', row.sheet.id, 'sign')}>阅签</LineAct>
        ))}
    </Line>
  )
}

/** Not back at its hour: listed that evening and each day anew until it is back (F1(4)b). */
export const Overdue = ({ home }: Props) => (
  <Part title="当日未退清单" rows={home.out.filter((row) => row.overdue)} late>
    {(row) => <OutLine key={row.leg} row={row} home={home} days={home.overdue.find((late) => late.leg === row.leg)?.days ?? 0} />}
  </Part>
)

/** 在外: which folder is with whom, since when, until when. */
export const Out = ({ home }: Props) => (
  <Part title="在外" rows={home.out.filter((row) => !row.overdue)}>
    {(row) => <OutLine key={row.leg} row={row} home={home} />}
  </Part>
)

/** What the signed-in person holds themself. */
export const InMyHands = ({ home }: Props) => (
  <Part title="我手中的传阅夹" rows={home.mine}>
    {(row) => (
      <Line
        key={row.leg}
        late={row.overdue}
        what={<SheetLink sheet={row.sheet} />}
        facts={
          <>
            <span className="quiet">
              送来 <When at={row.since} day={home.day} />
            </span>
            <span className={row.overdue ? 'overdue' : undefined}>
              应退 <When at={row.due} day={home.day} />
            </span>
            <span>{row.signed ? '已签字，请当面退回保密员' : '请阅后签字，当天退回'}</span>
          </>
        }
      >
        {!row.signed && (
          <LineAct main run={() => go('circulation', row.sheet.id, 'sign')}>
            阅签
          </LineAct>
        )}
      </Line>
    )}
  </Part>
)

/** The next reader of each folder that lies here. */
export const ToHandOut = ({ home }: Props) => (
  <Part title="待送阅" rows={home.toHandOut}>
    {(row) => (
      <Line
        key={row.leg}
        what={<SheetLink sheet={row.sheet} />}
        who={<strong>{row.reader.name}</strong>}
        facts={<span className="quiet">{row.reader.department}</span>}
      >
        <LineAct run={() => go('circulation', row.sheet.id, 'handOut')}>送阅</LineAct>
      </Line>
    )}
  </Part>
)

export const ToClose = ({ home }: Props) => (
  <Part title="待办结" rows={home.toClose}>
    {(row) => (
      <Line key={row.id} what={<SheetLink sheet={row} />} facts={<span className="quiet">各份已全部退回</span>}>
        <LineAct run={() => go('circulation', row.id, 'close')}>办结</LineAct>
      </Line>
    )}
  </Part>
)

/** 短少: the sheet stands still until it is settled (F1(2)b). */
export const Missing = ({ home }: Props) => {
  const may = useMay()
  return (
    <Part title="短少待查" rows={home.incidents} late>
      {(row) => (
        <Line
          key={row.id}
          late
          what={<SheetLink sheet={row.sheet} />}
          who={<strong>{row.reader.name}</strong>}
          facts={
            <>
              <span className="figures">{row.number}</span>
              <span className="overdue figures">缺 {row.missing.map((copy) => copy.number).join('、')}</span>
            </>
          }
        >
          {may('circulation.settleShort') && <LineAct run={() => go('circulation', row.sheet.id, 'settleShort')}>查清</LineAct>}
        </Line>
      )}
    </Part>
  )
}

/** 纸质签补录 that wait for whoever signed the paper: whose own it is signs at once, a 保密员 has them sign in place. */
export const ToConfirm = ({ home }: Props) => {
  const [confirming, setConfirming] = useState<PaperSigningRow | null>(null)
  return (
    <>
      <Part title="纸质签待本人补签" rows={home.toConfirm}>
        {(row) => (
          <Line
            key={row.id}
            late={row.late}
            what={
              row.sheet ? (
                <SheetLink sheet={row.sheet} />
              ) : (
                <span className="figures">{(row.widening ?? row.reproduction ?? row.record)?.number}</span>
              )
            }
            who={<strong>{row.signer.name}</strong>}
            facts={
              <>
                {!row.sheet && !row.record && <span className="figures">{row.widening?.document ?? row.reproduction?.document}</span>}
                {row.record && <span>{paperRecordLabel[row.record.of]}</span>}
                <span>{paperStepLabel[row.step]}</span>
                <span className="quiet">
                  纸上签于 <When at={row.signedAt} day={home.day} />
                </span>
                <span className="quiet">{row.enteredBy}补录</span>
                {row.late && <span className="overdue">逾月未补签</span>}
              </>
            }
          >
            <LineAct run={() => setConfirming(row)}>补签</LineAct>
          </Line>
        )}
      </Part>
      {confirming && <ConfirmPaper of={confirming} onClose={() => setConfirming(null)} />}
    </>
  )
}

/** Requests that wait for this person: the decision opens at once. */
export const ToDecide = ({ home }: Props) => {
  const [deciding, setDeciding] = useState<WideningView | null>(null)
  return (
    <>
      <Part title="待我审批：扩大知悉范围" rows={home.toDecide}>
        {(row) => (
          <Line
            key={row.id}
            what={<span className="figures">{row.number}</span>}
            who={row.requestedBy.name}
            facts={
              <>
                <span className="figures">{row.document.number}</span>
                <span>增加知悉人员 {row.persons.map((person) => person.name).join('、')}</span>
                <span className="quiet">{row.reason}</span>
              </>
            }
          >
            <LineAct main run={() => setDeciding(row)}>
              审批
            </LineAct>
          </Line>
        )}
      </Part>
      {deciding && <Decide widening={deciding} onClose={() => setDeciding(null)} />}
    </>
  )
}
