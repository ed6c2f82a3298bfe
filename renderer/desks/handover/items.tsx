import type { HandoverView } from '../../../contract/handover-views.ts'
import { copyStateLabel } from '../../../contract/terms.ts'
import { CopyLine, Tick } from '../../components/copy-line.tsx'

type Item = HandoverView['list'][number]

/** One copy: whether it was there, where it is now, what is wrong with it. */
const ItemLine = ({ of: item }: { of: Item }) => (
  <CopyLine
    of={item}
    tick={<Tick done={item.foundAt !== null} />}
    state={<span className={item.state === 'missing' ? 'overdue' : 'quiet'}>{copyStateLabel[item.state]}</span>}
  >
    {item.condition && <div className="waits">缺损：{item.condition}</div>}
  </CopyLine>
)

/** 清单: every copy that was in the leaving person's hands, checked or still to be checked. */
export const Items = ({ of: { list, found, items } }: { of: HandoverView }) => (
  <>
    <h3>
      清单　已核对 {found} / {items} 份
    </h3>
    {items === 0 ? (
      <p className="quiet">手中没有文件，清单为空；三方签字后即可完成。</p>
    ) : (
      <ol className="lines">
        {list.map((item) => (
          <ItemLine key={item.copy} of={item} />
        ))}
      </ol>
    )}
  </>
)
