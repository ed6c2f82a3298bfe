import { useDeferredValue, useState } from 'react'
import { Button } from 'antd'
import { declaredOf, type FormKind } from '../../../contract/forms.ts'
import type { Output } from '../../../contract/index.ts'
import { limits } from '../../../contract/limits.ts'
import { useAct, useQueryOf } from '../../app/client.ts'
import { leaveFor } from '../../app/routes.tsx'
import { useSession } from '../../app/session.tsx'
import { ActDialog, Sentence } from '../../components/act-dialog.tsx'
import { ChooseBox } from '../../components/choose-box.tsx'
import { TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { RefusalNote } from '../../components/refusal.tsx'
import { type ShortColumn, ShortList } from '../../components/short-list.tsx'
import { When } from '../../components/when.tsx'
import { BlankForm } from '../../paper/blank.tsx'
import { BoxesField, OwnFields } from './form-boxes.tsx'
import { type Adjusted, adjustedFrom, templateOf } from './adjusted.ts'

type Row = Output<'office.templates'>['rows'][number]
type Version = Row['versions'][number]

const columns: ShortColumn<Version>[] = [
  { title: '版', width: 44, figures: true, render: ({ version }) => version },
  { title: '时间', width: 150, render: ({ at }) => <When at={at} /> },
  { title: '更改人', width: 80, render: ({ by }) => by },
  { title: '原因', render: ({ standard, reason }) => `${standard ? '恢复标准表式：' : ''}${reason}` },
]

/** 恢复标准表式: a version of its own, with its reason. */
const BackToStandard = ({ form, onClose }: { form: FormKind; onClose: () => void }) => {
  const [reason, setReason] = useState('')
  const act = useAct('office.setTemplate')
  return (
    <ActDialog
      title={`恢复标准表式　${declaredOf(form).title}`}
      rule="以前印的不变，再印的用标准表式"
      ok="恢复"
      needs={[reason.trim() === '' && '原因']}
      busy={act.isPending}
      error={act.error}
      onOk={() => act.mutate({ form, template: null, reason }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Sentence label="原因" value={reason} onChange={setReason} max={limits.note} first />
    </ActDialog>
  )
}

const Adjust = ({ row, onDone }: { row: Row; onDone: () => void }) => {
  const { unit, now } = useSession()
  const declared = declaredOf(row.form)
  const [restoring, setRestoring] = useState(false)
  const form = useActForm<'office.setTemplate', Adjusted>('office.setTemplate', {
    start: adjustedFrom(row.form, row.template ?? row.standard),
    input: (typed) => ({ form: row.form, template: templateOf(typed), reason: typed.reason }),
    done: onDone,
    boxes: {
      'template.title': 'title',
      'template.number': 'number',
      'template.leftOut': 'boxes',
      'template.order': 'boxes',
      'template.own': 'own.0.label',
      'template.signers': 'title',
      'template.foot': 'foot',
      template: 'title',
    },
  })
  const { fields } = form
  const typed = useDeferredValue(templateOf(fields.watch()))
  const at = `${now.slice(0, 16)}:00+08:00`
  return (
    <div className="form-desk">
      <div className="form-adjust">
        <ActForm
          of={form}
          ok="保存"
          other={
            row.template && (
              <Button disabled={form.busy} onClick={() => setRestoring(true)}>
                恢复标准表式
              </Button>
            )
          }
        >
          <TextField
            form={fields}
            name="title"
            label="名称"
            max={limits.formTitle}
            required
            first
            hint={declared.before && `前面按规定印${declared.before}（保密法22）`}
          />
          <TextField form={fields} name="number" label="表号" max={limits.symbol} required />
          {declared.layout !== 'fixed' && <BoxesField form={fields} declared={declared} />}
          {declared.layout !== 'fixed' && <OwnFields form={fields} book={declared.layout === 'book'} />}
          {Object.entries(declared.signers).map(([signer, label]) => (
            <TextField key={signer} form={fields} name={`signers.${signer}`} label={`签字栏“${label}”`} max={limits.formLabel} required />
          ))}
          <TextField form={fields} name="foot" label="页脚" max={limits.formFoot} hint="本单位的一行话，可不填" />
          <TextField form={fields} name="reason" label="原因" max={limits.note} required />
        </ActForm>
        <ShortList columns={columns} rows={row.versions} rowKey={({ version }) => version} empty="现用标准表式，没有改过" />
      </div>
      <BlankForm key={JSON.stringify(typed)} kind={row.form} template={typed} of={{ unit, at }} />
      {restoring && <BackToStandard form={row.form} onClose={() => setRestoring(false)} />}
    </div>
  )
}

/** 表单: how each form is printed. The form is chosen above; beside what is adjusted stands the empty form as it would be. */
export const Forms = () => {
  const asked = useQueryOf('office.templates', {})
  const [kind, setKind] = useState<FormKind>('register')
  if (asked.error) return <RefusalNote of={asked.error} />
  const row = asked.data?.rows.find(({ form }) => form === kind)
  if (!asked.data || !row) return <p className="quiet">正在读取表式…</p>
  const choices = asked.data.rows.map(({ form, version, template, standard }) => ({
    value: form,
    label: (template ?? standard).title,
    beside: template ? `第${version}版` : '标准',
  }))
  return (
    <>
      <div className="desk-filters">
        <ChooseBox
          prefix="表单"
          aria-label="表单"
          className="filter-text"
          value={kind}
          options={choices}
          onChange={(next) => leaveFor(`#form ${next}`, () => setKind(next))}
        />
      </div>
      <Adjust key={`${kind} ${row.version}`} row={row} onDone={() => undefined} />
    </>
  )
}
