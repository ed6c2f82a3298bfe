import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { ApplicationVersion, DisclosureLetter, DisclosureStepView, DisclosureView } from '../../../contract/disclosure-views.ts'
import { applicantKindLabel, deliveryLabel, disclosureActLabel, heardKindLabel, lackLabel, letterKindLabel } from '../../../contract/terms.ts'
import { To } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { Cut, LongText } from '../../components/long-text.tsx'
import { Signed } from '../../components/signature.tsx'
import { When } from '../../components/when.tsx'
import { itemOfLetter, mayDeliver } from './letters.tsx'

type Of = { of: DisclosureView }

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <>
    <h3>{title}</h3>
    {children}
  </>
)

/** 补正: what was lacking, by when, and when it came (条例30). */
export const Supplemented = ({ of: { supplement } }: Of) =>
  supplement && (
    <Part title="补正">
      <ul className="lines">
        <li>
          <div>
            {supplement.toldOn}告知：{supplement.lacks.map((lack) => lackLabel[lack]).join('；')}
          </div>
          {supplement.words && <div>{supplement.words}</div>}
          {supplement.receivedOn ? (
            <div>{supplement.receivedOn} 收到补正，答复期限从这一天重新计算</div>
          ) : (
            <div className="waits">
              等待申请人补正：{supplement.days} 个工作日{supplement.due && `，到 ${supplement.due}`}
            </div>
          )}
        </li>
      </ul>
    </Part>
  )

type LettersProps = Of & { onDeliver: (letter: number) => void; onPrint: (letter: number) => void }

const Letter = ({ letter, of, deliver, onDeliver, onPrint }: LettersProps & { letter: DisclosureLetter; deliver: boolean }) => (
  <li className={letter.stands ? undefined : 'disclosure-void'}>
    <div className="line-head">
      <strong>{letterKindLabel[letter.kind]}</strong>
      <span className="figures">{letter.number}</span>
      <span className="quiet">{itemOfLetter(of, letter)}</span>
      <span>{letter.writtenOn}</span>
    </div>
    <div className="disclosure-one-line">
      发往 <Cut of={letter.to} />
    </div>
    {letter.delivery ? (
      <div>
        {letter.delivery.deliveredOn} {deliveryLabel[letter.delivery.how]}
        {letter.delivery.receipt && `　${letter.delivery.receipt}`}
      </div>
    ) : (
      <div className="waits">{letter.stands ? '还没有送达' : '依据的审查已失效，不得送出（B1）'}</div>
    )}
    <div className="acts-row">
      <Button size="small" onClick={() => onPrint(letter.id)}>
        打印
      </Button>
      {deliver && letter.delivery === null && letter.stands && (
        <Button size="small" onClick={() => onDeliver(letter.id)}>
          送达登记
        </Button>
      )}
    </div>
  </li>
)

/** Every letter, numbered: printed and delivered from here. */
export const Letters = (props: LettersProps) => {
  const { letters } = props.of
  const deliver = useMay()('disclosure.deliver') && mayDeliver(props.of)
  return (
    letters.length > 0 && (
      <Part title="函件">
        <ul className="lines">
          {letters.map((letter) => (
            <Letter key={letter.id} letter={letter} deliver={deliver} {...props} />
          ))}
        </ul>
      </Part>
    )
  )
}

/** 反馈 on this application (G三.4). */
export const Heards = ({ of: { heard } }: Of) =>
  heard.length > 0 && (
    <Part title="反馈">
      <ul className="lines">
        {heard.map((one) => (
          <li key={one.id}>
            <div className="line-head">
              <strong>{heardKindLabel[one.kind]}</strong>
              <To desk="disclosure" sub={`heard-${one.id}`}>
                <span className="figures">{one.number}</span>
              </To>
              <span>{one.heardOn}</span>
            </div>
            <LongText label={one.number}>{one.content}</LongText>
            {one.answer && <div>答复：{one.answer}</div>}
            {one.improvement && <div>改进：{one.improvement}</div>}
          </li>
        ))}
      </ul>
    </Part>
  )

const Version = ({ of: one }: { of: ApplicationVersion }) => (
  <li>
    <div className="line-head">
      <strong>第{one.version}次</strong>
      <span>{one.receivedOn} 收到</span>
      <span className="quiet">
        {one.by} <When at={one.at} />
      </span>
    </div>
    <div className="disclosure-one-line">
      {applicantKindLabel[one.kind]}　<Cut of={one.name} />
    </div>
    <LongText label={`第${one.version}次申请内容`}>{one.content}</LongText>
  </li>
)

/** The application as it came, and as each 补正 left it, newest first. */
export const Versions = ({ of: { versions } }: Of) =>
  versions.length > 1 && (
    <Part title="历次申请内容">
      <ul className="lines">
        {versions.toReversed().map((one) => (
          <Version key={one.version} of={one} />
        ))}
      </ul>
    </Part>
  )

const Step = ({ of: step, item }: { of: DisclosureStepView; item: string }) => (
  <li>
    <Signed act={disclosureActLabel[step.act]} mark={step.signature} />
    {(item || step.words) && (
      <div>
        {item && <span className="quiet">{item}　</span>}
        {step.words}
      </div>
    )}
  </li>
)

/** Every signed step, oldest first. */
export const Steps = ({ of: view }: Of) =>
  view.steps.length > 0 && (
    <Part title="签署">
      <ol className="lines disclosure-steps">
        {view.steps.map((step) => (
          <Step key={step.id} of={step} item={itemOfLetter(view, step)} />
        ))}
      </ol>
    </Part>
  )
