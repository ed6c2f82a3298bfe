import { useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import { Alert, Button } from 'antd'
import { limits } from '../../../contract/limits.ts'
import type { Output } from '../../../contract/index.ts'
import { roleLabel, THREE_OFFICERS } from '../../../contract/terms.ts'
import { isActing, useAct } from '../../app/client.ts'
import { useSession } from '../../app/session.tsx'
import { Countersign } from '../../components/countersign.tsx'
import { TextField } from '../../components/fields.tsx'
import { ActForm } from '../../components/form.tsx'
import { useKeys } from '../../components/keys.ts'
import { useLeaving } from '../../components/leaving.ts'
import { RefusalNote } from '../../components/refusal.tsx'
import { SheetsToSeal } from '../../paper/sheets-to-seal.tsx'

/** What is told of new sheets, once. */
export type Fresh = Output<'keys.newSheets'>

/** Why there are to be new sheets, and the second officer's leave (三员). */
export const AskForSheets = ({ onMade, onClose }: { onMade: (fresh: Fresh) => void; onClose: () => void }) => {
  const fields = useForm({ defaultValues: { reason: '' } })
  const [reason, setReason] = useState<string | null>(null)
  const saved = useRef(false)
  const act = useAct('keys.newSheets')
  const form = {
    fields,
    submit: () => fields.handleSubmit((typed) => setReason(typed.reason))(),
    busy: reason !== null,
    saved,
    refused: null,
    told: false,
  }
  return (
    <>
      <ActForm of={form} ok="换发" busyWord="请另一名管理员会签…" onClose={onClose} says="下一步：安全保密管理员或安全审计员会签">
        <TextField form={fields} name="reason" label="原因" max={limits.note} required first />
      </ActForm>
      {reason !== null && (
        <Countersign
          title="会签　换发密钥恢复单"
          says="换发后旧的三份当场作废。请安全保密管理员或安全审计员核对原因后输入本人姓名和口令会签（三员）。会签后重写并核对数据库，请勿关机。"
          ok="会签"
          error={act.error}
          busy={act.isPending}
          step={{ call: 'keys.newSheets', input: { reason } }}
          onTicket={(ticket) =>
            act.mutate(
              { reason, ticket },
              {
                onSuccess: (fresh) => {
                  saved.current = true
                  act.reset()
                  onMade(fresh)
                },
              },
            )
          }
          onClose={() => setReason(null)}
        />
      )}
    </>
  )
}

/** The three new sheets, in force already: each is printed and sealed before they are left, or nobody has any. */
export const FreshSheets = ({ fresh, onSealed, onClose }: { fresh: Fresh; onSealed: () => void; onClose: () => void }) => {
  const { unit, level } = useSession()
  const [all, setAll] = useState(false)
  const saved = useRef(false)
  const seal = useAct('keys.sheetsSealed')
  const { asked, leave, stay } = useLeaving({ typed: true, busy: seal.isPending, saved, onClose })
  useKeys([['Escape', leave]], true)
  const tell = () => {
    if (seal.isPending || isActing()) return
    seal.mutate(
      {},
      {
        onSuccess: () => {
          saved.current = true
          onSealed()
        },
      },
    )
  }
  return (
    <div className="office-narrow" onClickCapture={stay}>
      <Alert
        type="warning"
        title="旧的三份已当场作废"
        description="旧恢复单不能再恢复本库，但仍能打开换发以前的备份：请收齐后按规定销毁，不得随手丢弃。"
      />
      <p>
        新的三份<strong>只在此时显示，本机不留存</strong>：逐份打开、打印，没有打印机的照屏幕抄写，三员各封存一份，分开存放。
      </p>
      <SheetsToSeal
        sheets={fresh.sheets}
        keepers={THREE_OFFICERS.map((role) => roleLabel[role])}
        on={{ unit, level, vault: fresh.vault, madeAt: fresh.at }}
        onChange={setAll}
      />
      {seal.error && <RefusalNote of={seal.error} />}
      <div className="form-foot">
        {asked && (
          <span className="form-word form-asks" role="alert">
            还没有登记封存。离开后再也看不到这三份，旧的又已作废，只能重新换发。仍要离开请再按一次。
          </span>
        )}
        <Button danger={asked} disabled={seal.isPending} onClick={leave}>
          {asked ? '仍要离开' : '离开'} Esc
        </Button>
        <Button type="primary" disabled={!all || seal.isPending} onClick={tell}>
          {seal.isPending ? '正在登记…' : '登记恢复单封存'}
        </Button>
      </div>
    </div>
  )
}
