import { Button } from 'antd'
import type { Output } from '../../../contract/index.ts'
import { go } from '../../app/routes.tsx'
import { useKeys } from '../../components/keys.ts'
import { RecordPane } from '../../components/record-pane.tsx'

const SHOWN = 30

type Props = { done: Output<'documents.register'>; onAgain: () => void; onClose: () => void }

/** After the registration: the number, large, to write on the paper; and what comes next. */
export const Registered = ({ done, onAgain, onClose }: Props) => {
  const circulate = () => go('circulation', null, `new-${done.id}`)
  const open = () => go('documents', done.id)
  useKeys({ F2: onAgain, F4: circulate, F6: open })
  return (
    <RecordPane title="已登记" full onClose={onClose}>
      <div className="registered" role="status">
        <div>
          <p className="quiet">请把编号写在文件上：</p>
          <p className="registered-number figures">{done.number}</p>
        </div>
        {done.unmarked && <p>来文未标明保密期限，按最长期限管理，至 {done.expiresOn}。</p>}
        {!done.unmarked && done.expiresOn && <p className="quiet">保密期限至 {done.expiresOn}</p>}
        {(done.copies.length > 1 || done.copies[0]?.copyNo) && (
          <ul className="registered-copies">
            {done.copies.slice(0, SHOWN).map((copy) => (
              <li key={copy.id} className="figures">
                {copy.number}
                {copy.copyNo && `　份号 ${copy.copyNo}`}
              </li>
            ))}
            {done.copies.length > SHOWN && <li>共 {done.copies.length} 份</li>}
          </ul>
        )}
        <div className="acts-row">
          <Button type="primary" autoFocus onClick={onAgain}>
            再登记一件 F2
          </Button>
          <Button onClick={circulate}>放入传阅夹 F4</Button>
          <Button onClick={open}>打开这件 F6</Button>
        </div>
      </div>
    </RecordPane>
  )
}
