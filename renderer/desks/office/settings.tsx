import { useState } from 'react'
import { Alert, Button, Descriptions } from 'antd'
import { limits } from '../../../contract/limits.ts'
import type { OfficeSettings } from '../../../contract/office.ts'
import { disclosurePresetLabel, levelLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { useKnownPrinters } from '../../app/printers.ts'
import { useMay } from '../../app/session.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { CheckField, HourField, NumberField, TextField } from '../../components/fields.tsx'
import { CodeFields } from './code-fields.tsx'
import { LimitFields, LimitsShown } from './limit-fields.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { useKeys } from '../../components/keys.ts'
import { LevelMark } from '../../components/level-mark.tsx'
import { RefusalNote } from '../../components/refusal.tsx'

/** What is the unit’s own in its letters; what is not set is filled in by hand. */
const letterOfficeShown = ({ reconsiderationOrgan, court, contact }: OfficeSettings['letterOffice']): string =>
  [`复议机关：${reconsiderationOrgan ?? '手填'}`, `法院：${court ?? '手填'}`, `联系方式：${contact ?? '手填'}`].join('；')

const Shown = ({ settings }: { settings: OfficeSettings }) => (
  <Descriptions
    column={1}
    size="small"
    styles={{ label: { width: 148 } }}
    bordered
    items={[
      { key: 'unit', label: '单位名称', children: settings.unit },
      { key: 'level', label: '本机密级', children: <LevelMark level={settings.level} /> },
      { key: 'returnHour', label: '当日退回时间', children: `${settings.returnHour}（F1(4)b）` },
      { key: 'reminderHour', label: '首次提醒时间', children: settings.reminderHour },
      { key: 'idleMinutes', label: '空闲锁屏', children: `${settings.idleMinutes} 分钟` },
      { key: 'backup', label: '备份', children: `每 ${settings.backupDays} 天，介质上保留 ${settings.backupGenerations} 份` },
      { key: 'paperSignatures', label: '纸质签补录', children: settings.paperSignatures ? '使用，一个月内本人补签' : '不用，一律本人在机上签' },
      { key: 'places', label: '阅处地点', children: `${settings.places.join('、')}（F1(4)d）` },
      { key: 'topSecret', label: '绝密件阅处地点', children: settings.topSecretPlaces.join('、') },
      { key: 'copyPlaces', label: '复制地点', children: `${settings.copyPlaces.join('、')}（F1(5)c）` },
      { key: 'copyDays', label: '复制有效期', children: `批准后 ${settings.copyDays} 天内复制` },
      { key: 'loanDays', label: '借用期限', children: `不超过 ${settings.loanDays} 天（F1(7)b）` },
      { key: 'boxDays', label: '入箱期限', children: `办结 ${settings.boxDays} 天仍未入箱的提醒（F1(6)）` },
      { key: 'readingRooms', label: '查阅地点', children: `${settings.readingRooms.join('、')}（F1(7)a）` },
      { key: 'exportRows', label: '导出免批', children: `不超过 ${settings.exportRows} 行（F1(5)a）` },
      { key: 'selfDestruction', label: '自行销毁', children: `每批不超过 ${settings.selfDestruction} 份（实施条例28）` },
      { key: 'disclosurePreset', label: '公开期限', children: disclosurePresetLabel[settings.disclosurePreset] },
      { key: 'disclosureDays', label: '各项期限', children: <LimitsShown days={settings.disclosureDays} /> },
      { key: 'phoneRequests', label: '电话申请', children: settings.phoneRequests ? '受理（G三.1）' : '不直接受理，登记为咨询（A四(一)1）' },
      { key: 'reviewIdleDays', label: '审查停办提醒', children: `停 ${settings.reviewIdleDays} 个工作日未办（B7）` },
      { key: 'deputyExamines', label: '小组审核', children: settings.deputyExamines ? '分管领导可以参加' : '分管领导不参加（B6）' },
      { key: 'reviewTexts', label: '审查文本', children: settings.reviewTexts ? '低于本机密级的可以录入本机（保密法31）' : '只在纸上，不录入本机' },
      { key: 'letterOffice', label: '公开文书', children: letterOfficeShown(settings.letterOffice) },
      {
        key: 'intakeCode',
        label: '来文二维条码',
        children: `以“${settings.intakeCode.separator}”分隔，${settings.intakeCode.least}至${settings.intakeCode.most}项${settings.intakeCode.begins ? `，开头“${settings.intakeCode.begins}”` : ''}。${settings.intakeCode.note ?? ''}`,
      },
      { key: 'printers', label: '可用打印机', children: settings.printers.join('、') || '没有指定，不能打印' },
    ]}
  />
)

type Typed = Omit<OfficeSettings, 'level'>

const Change = ({ settings, onDone }: { settings: OfficeSettings; onDone: () => void }) => {
  const { level, ...start } = settings
  const form = useActForm<'office.changeSettings', Typed>('office.changeSettings', { start, input: (typed) => typed, done: onDone })
  const { fields } = form
  const known = useKnownPrinters()
  const printers = [...new Set([...known, ...settings.printers])].map((printer) => ({ value: printer, label: printer }))
  return (
    <ActForm of={form} ok="保存" onClose={onDone}>
      <TextField form={fields} name="unit" label="单位名称" max={limits.unit} first />
      <HourField form={fields} name="returnHour" label="当日退回时间" hint="例如 17:30，可只打 1730；到时未退的列入当日未退清单（F1(4)b）" />
      <HourField form={fields} name="reminderHour" label="首次提醒时间" hint="例如 15:00" />
      <NumberField form={fields} name="idleMinutes" label="空闲锁屏" min={1} max={10} unit="分钟" hint="只能不超过十分钟" />
      <NumberField form={fields} name="backupDays" label="备份间隔" min={1} max={90} unit="天" hint="超过这么多天没有备份，提醒系统管理员" />
      <NumberField
        form={fields}
        name="backupGenerations"
        label="备份份数"
        min={1}
        max={100}
        unit="份"
        hint="一个介质上保留的份数，更早的在新备份核验有效后清理"
      />
      <CheckField form={fields} name="paperSignatures" label="纸质签补录" says="使用" hint="在纸上签的由保密员补录，一个月内本人补签" />
      <SelectField
        form={fields}
        name="places"
        label="阅处地点"
        choices={[]}
        many
        free
        hint="输入地点后按 Enter；送阅时只能选这里列出的地点（F1(4)d）"
      />
      <SelectField form={fields} name="topSecretPlaces" label="绝密件阅处地点" choices={[]} many free hint="绝密件只能在这里列出的地点阅读" />
      <SelectField
        form={fields}
        name="copyPlaces"
        label="复制地点"
        choices={[]}
        many
        free
        hint="本单位文印室，或定点单位及其资质号；严禁到营业性场所复印（F1(5)c）"
      />
      <NumberField form={fields} name="exportRows" label="导出免批" min={50} max={2000} unit="行" hint="超过的导出由分管领导当场批准（F1(5)a）" />
      <NumberField form={fields} name="copyDays" label="复制有效期" min={1} max={365} unit="天" hint="批准后多少天内复制；审批时可另定" />
      <NumberField
        form={fields}
        name="loanDays"
        label="借用期限"
        min={1}
        max={90}
        unit="天"
        hint="借用最多多少天；到期仍需使用的另行申请（F1(7)b）"
      />
      <NumberField
        form={fields}
        name="boxDays"
        label="入箱期限"
        min={1}
        max={90}
        unit="天"
        hint="办结以后多少天仍未入箱、归档的，列在今日（F1(6)）"
      />
      <NumberField
        form={fields}
        name="selfDestruction"
        label="自行销毁"
        min={1}
        max={200}
        unit="份"
        hint="每批最多多少份；更多的送指定单位（实施条例28）"
      />
      <SelectField
        form={fields}
        name="readingRooms"
        label="查阅地点"
        choices={[]}
        many
        free
        hint="查阅登记时只能选这里列出的地点（F1(7)a）；绝密件还须是绝密件阅处地点"
      />
      <LimitFields form={fields} />
      <CheckField
        form={fields}
        name="phoneRequests"
        label="电话申请"
        says="受理"
        hint="本单位制度不直接受理电话申请（A四(一)1）；流程规定可以电话提出的选用（G三.1）"
      />
      <NumberField
        form={fields}
        name="reviewIdleDays"
        label="审查停办提醒"
        min={1}
        max={30}
        unit="个工作日"
        hint="保密审查停多少个工作日没有办，提醒轮到的人（B7）"
      />
      <CheckField form={fields} name="deputyExamines" label="小组审核" says="分管领导可以参加" hint="默认不参加：分管领导不同时作小组成员（B6）" />
      <CheckField
        form={fields}
        name="reviewTexts"
        label="审查文本"
        says="可以录入本机"
        hint="默认不录入，文本只在纸上。勾选后，低于本机密级的文本可以粘贴或打入密卷，标记涂黑删除，逐版对照；涉及国家秘密的仍只在纸上，录入的文字不能再从密卷删去（保密法31）"
      />
      <TextField
        form={fields}
        name="letterOffice.reconsiderationOrgan"
        label="复议机关"
        max={limits.unit}
        hint="公开文书上写明向谁申请行政复议（行政复议法23）；不填的印成横线，手填"
      />
      <TextField form={fields} name="letterOffice.court" label="管辖法院" max={limits.unit} hint="公开文书上写明向哪个法院起诉；不填的手填" />
      <TextField form={fields} name="letterOffice.contact" label="联系方式" max={limits.note} hint="印在公开文书末尾：谁、电话、地址；不填的手填" />
      <SelectField
        form={fields}
        name="printers"
        label="可用打印机"
        choices={printers}
        many
        unknown={(typed) => `本机没有“${typed}”这台打印机；请系统管理员装好后再选`}
        hint="只能打印到这里选定的打印机，一台也不选就不能打印"
      />
      <CodeFields form={fields} />
      <p className="quiet">本机密级（{levelLabel[level]}）建库后不能更改。</p>
    </ActForm>
  )
}

/** 设置: everyone reads, 安全保密管理员 changes. */
export const Settings = () => {
  const settings = useQueryOf('office.settings', {})
  const mayChange = useMay()('office.changeSettings')
  const [changing, setChanging] = useState(false)
  useKeys([['F4', () => setChanging(true)]], mayChange && !changing)
  if (settings.error) return <RefusalNote of={settings.error} />
  if (!settings.data) return <p className="quiet">正在读取设置…</p>
  return (
    <div className="office-narrow">
      {changing ? <Change settings={settings.data} onDone={() => setChanging(false)} /> : <Shown settings={settings.data} />}
      {mayChange && !changing && (
        <div className="form-foot">
          <Button onClick={() => setChanging(true)}>更改设置 F4</Button>
        </div>
      )}
      <Alert
        type="info"
        title="本程序用商用密码算法保护登记内容，不属于核心密码、普通密码，不能替代涉密计算机的法定防护（密码法第七条、第八条）；请同时启用经批准的整盘加密和操作系统管控措施。"
      />
    </div>
  )
}
