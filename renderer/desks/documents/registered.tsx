import { Button } from 'antd'
import type { Output } from '../../../contract/index.ts'
import { go } from '../../app/routes.tsx'
import { useKeys } from '../../components/keys.ts'
import { RecordPane } from '../../components/record-pane.tsx'

const SHOWN = 20

/** After the registration: the number, large, to write on the paper; and what comes next. */
export const Registered = ({ done, onAgain, onClose }: { done: Output<'documents.register'>; onAgain: () => void; onClose: () => void }) => {
  useKeys({ F2: onAgain })
  return (
    <RecordPane title="已登记" wide onClose={onClose}>
      <p className="registered-number figures">{done.number}</p>
      {done.unmarked && <p>来文未标明保密期限，按最长期限管理，至 {done.expiresOn}。</p>}
      <ul>
        {done.copies.slice(0, SHOWN).map((copy) => (
          <li key={copy.id} className="figures">
            {copy.number}
            {copy.copyNo && `　份号 ${copy.copyNo}`}
          </li>
        ))}
        {done.copies.length > SHOWN && <li>共 {done.copies.length} 份</li>}
      </ul>
      <Button type="primary" autoFocus onClick={onAgain}>
        再登记一件 F2
      </Button>{' '}
      <Button onClick={() => go('circulation', null, 'new')}>放入传阅夹</Button> <Button onClick={() => go('documents', done.id)}>打开这件</Button>
    </RecordPane>
  )
}
