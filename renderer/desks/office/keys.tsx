import { useState } from 'react'
import { Alert, Button } from 'antd'
import { useAct } from '../../app/client.ts'
import { RefusalNote } from '../../components/refusal.tsx'
import { When } from '../../components/when.tsx'

/** 密钥: the 系统管理员 has the database written anew under a new key. */
export const Keys = () => {
  const [asked, setAsked] = useState(false)
  const renew = useAct('keys.renew')
  const begin = () => {
    if (renew.isPending) return
    renew.mutate({}, { onSettled: () => setAsked(false) })
  }
  return (
    <div className="office-narrow">
      <p>更换数据密钥：生成新的数据密钥，整个数据库用它重新加密，再分别封给每个有账户的人。各人口令不变。有人离岗、口令或备份可能外泄后应当更换。</p>
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
    </div>
  )
}
