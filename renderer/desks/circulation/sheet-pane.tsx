import { Alert } from 'antd'
import type { SheetView } from '../../../contract/circulation-views.ts'
import { incidentStateLabel, sheetStateLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { History } from '../../components/history.tsx'
import { LevelMark } from '../../components/level-mark.tsx'
import { OpeningPane, RecordPane } from '../../components/record-pane.tsx'
import { When } from '../../components/when.tsx'
import { To } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { SheetActs } from './acts.tsx'
import { Legs } from './legs.tsx'

/** The copies in the folder with their numbers: what goes out is what must come back (F1(2)b). */
export const Items = ({ items }: { items: SheetView['items'] }) => {
  const may = useMay()
  return (
    <ol className="items">
      {items.map((item) => (
        <li key={item.id}>
          <div className="item-head">
            <span className="figures">
              {may('documents.get') ? (
                <To desk="documents" id={item.document.id}>
                  {item.number}
                </To>
              ) : (
                item.number
              )}
            </span>
            {item.copyNo && <span className="quiet">份号 {item.copyNo}</span>}
            <LevelMark level={item.document.level} mark={item.document.mark} />
          </div>
          <div>{item.document.title}</div>
          <div className="quiet">
            {item.document.sender}
            {item.document.symbol && `　${item.document.symbol}`}
          </div>
        </li>
      ))}
    </ol>
  )
}

const Incidents = ({ sheet }: { sheet: SheetView }) =>
  sheet.incidents.map((incident) => (
    <Alert
      key={incident.id}
      type={incident.state === 'open' ? 'error' : 'info'}
      title={`${incident.number}　${incidentStateLabel[incident.state]}　${incident.reader.name}　缺 ${incident.missing.map((copy) => copy.number).join('、')}`}
      description={
        <>
          <div>
            {incident.note}（{incident.openedBy} <When at={incident.openedAt} />）
          </div>
          {incident.settledNote && (
            <div>
              查清：{incident.settledNote} {incident.settledAt && <When at={incident.settledAt} />}
            </div>
          )}
          {incident.state === 'open' && <div>查清前本单不再送出（F1(2)b）。</div>}
        </>
      }
    />
  ))

const Words = ({ label, text }: { label: string; text: string | null }) =>
  text && (
    <div className="sheet-words">
      <span className="quiet">{label}</span>
      <span>{text}</span>
    </div>
  )

/** One 传阅单 beside the list: what may be done next, where it is, its numbers and its history. */
export const SheetPane = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const asked = useQueryOf('circulation.get', { sheet: id })
  const sheet = asked.data
  if (!sheet) return <OpeningPane title="传阅单" refusal={asked.error} onClose={onClose} />
  return (
    <RecordPane
      title={`${sheet.folder}　${sheet.number}`}
      mark={<LevelMark level={sheet.level} mark={sheet.mark} />}
      state={sheetStateLabel[sheet.state]}
      acts={<SheetActs key={sheet.id} sheet={sheet} />}
      onClose={onClose}
    >
      <Incidents sheet={sheet} />
      <h3>阅文人</h3>
      <Legs legs={sheet.legs} copies={sheet.copies} />
      <h3>夹内 {sheet.copies} 份</h3>
      <Items items={sheet.items} />
      <Words label="知悉范围" text={sheet.scope.map((person) => person.name).join('、')} />
      <Words label="拟办意见" text={sheet.proposal} />
      <Words label="领导批示" text={sheet.instruction} />
      <Words label="办理结果" text={sheet.result} />
      <h3>经过</h3>
      <History lines={sheet.history} />
    </RecordPane>
  )
}
