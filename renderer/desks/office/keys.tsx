import { useState } from 'react'
import { Alert, Button } from 'antd'
import { useAct } from '../../app/client.ts'
import { RefusalNote } from '../../components/refusal.tsx'
import { When } from '../../components/when.tsx'
import { AskForSheets, type Fresh, FreshSheets } from './new-sheets.tsx'

/** 更换数据密钥: the database written anew under a new key. */
const Renewal = () => {
  const [asked, setAsked] = useState(false)
  const renew = useAct('keys.renew')
  const begin = () => {
    if (renew.isPending) return
    renew.mutate({}, { onSettled: () => setAsked(false) })
  }
  return (
    <section className="office-narrow">
      <h3>数据密钥</h3>
      <p>
        更换数据密钥：生成新的数据密钥，整个数据库用它重新加密，再分别封给每个有账户的人和现用的恢复单。各人口令不变，恢复单不变。有人离岗、口令或备份可能外泄后应当更换。
      </p>
      <p className="quiet">旧数据库文件随即删除，但存储介质上可能仍有残留；更换以前的备份仍由旧密钥打开，请按规定销毁。</p>
      {renew.error && <RefusalNote of={renew.error} />}
      {renew.data && (
        <Alert
          type="success"
          title={
            <>
              <When at={renew.data.at} /> 已更换数据密钥，封给 {renew.data.persons} 人；审计记录 {renew.data.entries} 条，逐项核对一致。
            </>
          }
        />
      )}
      <div className="form-foot">
        {asked ? (
          <>
            <Button type="primary" autoFocus disabled={renew.isPending} onClick={begin}>
              {renew.isPending ? '正在重写并核对数据库，请勿关机…' : '确定更换'}
            </Button>
            <Button disabled={renew.isPending} onClick={() => setAsked(false)}>
              取消
            </Button>
          </>
        ) : (
          <Button onClick={() => setAsked(true)}>更换数据密钥</Button>
        )}
      </div>
    </section>
  )
}

/** 密钥: the 系统管理员 renews the data key, and with another officer the recovery sheets. */
export const Keys = () => {
  const [asking, setAsking] = useState(false)
  const [fresh, setFresh] = useState<Fresh | null>(null)
  const [sealed, setSealed] = useState(false)
  if (fresh)
    return (
      <FreshSheets
        fresh={fresh}
        onSealed={() => {
          setSealed(true)
          setFresh(null)
        }}
        onClose={() => setFresh(null)}
      />
    )
  return (
    <>
      <Renewal />
      <section className="office-narrow">
        <h3>密钥恢复单</h3>
        <p>
          换发密钥恢复单：生成新的三份，同时更换数据密钥，旧的三份当场作废。恢复单启封用过、丢失、破损、可能被人看过，或者保管人离岗的，应当换发。须由安全保密管理员或安全审计员当场会签。
        </p>
        {sealed && <Alert type="success" title="新的密钥恢复单已登记封存。" />}
        {asking ? (
          <AskForSheets
            onMade={(made) => {
              setAsking(false)
              setSealed(false)
              setFresh(made)
            }}
            onClose={() => setAsking(false)}
          />
        ) : (
          <div className="form-foot">
            <Button onClick={() => setAsking(true)}>换发密钥恢复单</Button>
          </div>
        )}
      </section>
    </>
  )
}
