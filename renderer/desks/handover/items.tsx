import type { HandoverView } from '../../../contract/handover-views.ts'
import { copyStateLabel } from '../../../contract/terms.ts'
import { To } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { LevelMark } from '../../components/level-mark.tsx'

type Item = HandoverView['list'][number]

/** One copy: whether it was there, where it is now, what is wrong with it. */
const ItemLine = ({ of: { number, copyNo, state, document, foundAt, condition }, opens }: { of: Item; opens: boolean }) => (
  <li>
    <div className="handover-item">
      <span className={foundAt ? 'handover-found' : 'handover-missing'} role="img" aria-label={foundAt ? '已核对' : '未核对'}>
        {foundAt ? '✓' : '○'}
      </span>
      {opens ? (
        <To desk="documents" id={document.id}>
          <span className="figures unbroken">{number}</span>
        </To>
      ) : (
        <span className="figures unbroken">{number}</span>
      )}
      {copyNo && <span className="quiet">份号 {copyNo}</span>}
      <LevelMark level={document.level} mark={document.mark} />
      <span className={state === 'missing' ? 'overdue' : 'quiet'}>{copyStateLabel[state]}</span>
    </div>
    <div className="handover-title">
      {document.title}
      {document.symbol && <span className="quiet">　{document.symbol}</span>}
    </div>
    {condition && <div className="handover-title waits">缺损：{condition}</div>}
  </li>
)

/** 清单: every copy that was in the leaving person's hands, checked or still to be checked. */
export const Items = ({ of: { list, found, items } }: { of: HandoverView }) => {
  const may = useMay()
  const opens = may('documents.get')
  return (
    <>
      <h3>
        清单　已核对 {found} / {items} 份
      </h3>
      {items === 0 ? (
        <p className="quiet">手中没有文件，清单为空；三方签字后即可完成。</p>
      ) : (
        <ol className="handover-items">
          {list.map((item) => (
            <ItemLine key={item.copy} of={item} opens={opens} />
          ))}
        </ol>
      )}
    </>
  )
}
