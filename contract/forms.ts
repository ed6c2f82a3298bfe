/**
 * The printed forms, each declared once: what it is called, its standard number, its boxes in their standard order, who signs it.
 * A form joins by a declaration here; the paper (renderer/paper) reads what is to be printed from the template of its frame.
 */
import type { Clause } from './clauses.ts'

/** A box of a form. `label` as printed, its lines broken by \n. `must`: the rule that demands it, so that it is never left out. */
export type FormBox = {
  label: string
  must?: Clause
  /** Of a book: the width of its column in millimetres. */
  width?: number
  /** Of a sheet: it takes half the width, and stands beside the next that does. */
  half?: true
  /** Who signs in it (`signers`). */
  signer?: string
}

export type FormDeclaration = {
  /** Its name, as the unit may change it. */
  title: string
  /** What the paper itself puts before the name, by level or kind; said to whoever changes it. */
  before?: string
  /** 表号. */
  number: string
  /** A book has columns, a sheet has boxes with their names before them; of a `fixed` form nothing is left out or added. */
  layout: 'book' | 'sheet' | 'fixed'
  landscape: boolean
  boxes: Record<string, FormBox>
  /** Who signs, as it stands before the line to sign on. */
  signers: Record<string, string>
}

/** On every page of every form, in this order; none may be left out. */
export const frameBoxes = {
  mark: { label: '密级标志', must: '保密法14' },
  pageRules: { label: '不得在OA上传阅、不得带出的规定', must: 'F1(4)d' },
  printed: { label: '印制编号、印制人和时间、记录校验码', must: '审计' },
  pages: { label: '第 x 页 共 y 页', must: '审计' },
} as const satisfies Record<string, FormBox>

const keeper = { officer: '保密员', head: '负责人' } as const

/** A form whose boxes are all its own: the unit gives it a name, a number and a line in the foot. */
const fixed = (title: string, number: string, before?: string) =>
  ({ title, number, ...(before && { before }), layout: 'fixed', landscape: false, boxes: {}, signers: {} }) as const satisfies FormDeclaration

export const forms = {
  register: {
    title: '收文登记簿',
    before: '“机要”或“内部事项”',
    number: '密登-01',
    layout: 'book',
    landscape: true,
    boxes: {
      number: { label: '收文号', width: 14, must: 'F1(1)b' },
      receivedAt: { label: '收文\n日期', width: 14.5, must: 'F1(1)a' },
      sender: { label: '来文\n机关', width: 15, must: 'F1(1)b' },
      symbol: { label: '来文\n字号', width: 16, must: 'F1(1)b' },
      title: { label: '标题', width: 30.5, must: 'F1(1)b' },
      attachments: { label: '附件', width: 10 },
      counted: { label: '份数', width: 9.5, must: 'F1(1)b' },
      copyNos: { label: '份号', width: 15.5, must: 'F1(1)b' },
      mark: { label: '密级\n(保密期限)', width: 17, must: 'F1(3)a' },
      urgency: { label: '紧急\n程度', width: 8.5 },
      madeOn: { label: '成文\n日期', width: 14.5, must: '实施条例19' },
      addressee: { label: '主送', width: 12.5 },
      handledBy: { label: '承办\n单位', width: 11.5 },
      receivedBy: { label: '签收人', width: 11, must: 'F1(1)b' },
      handling: { label: '办理\n情况', width: 18 },
      replyNo: { label: '复文号', width: 11 },
      returnBy: { label: '清退要\n求/日期', width: 14.5 },
      filedOn: { label: '归卷\n日期', width: 12.5 },
      file: { label: '归入\n卷号', width: 12 },
      remarks: { label: '备注', width: 13 },
    },
    signers: keeper,
  },
  sheet: {
    title: '文件传阅单',
    before: '“涉密”或“内部”',
    number: '密阅-01',
    layout: 'sheet',
    landscape: false,
    boxes: {
      items: { label: '夹内文件', must: 'F1(2)b' },
      scope: { label: '知悉范围', must: 'F1(4)a' },
      proposal: { label: '拟办意见', signer: 'proposer' },
      instruction: { label: '领导批示', signer: 'leader' },
      legs: { label: '阅文人签收、阅签、退回', must: 'F1(2)c' },
      incidents: { label: '短少情况', must: 'F1(2)b' },
      result: { label: '办理结果', must: 'F1(6)', signer: 'officer' },
    },
    signers: { proposer: '拟办人', leader: '领导', officer: '保密员' },
  },
  delivery: {
    title: '亲启件送达签收单',
    number: '密送-01',
    layout: 'sheet',
    landscape: false,
    boxes: {
      envelopeNo: { label: '信封编号', must: 'F1(1)a' },
      pieces: { label: '件数' },
      sender: { label: '来文机关' },
      receivedAt: { label: '收文时间', must: 'F1(1)a' },
      seal: { label: '密封情况', must: 'F1(1)a' },
      receivedBy: { label: '收件签收人', must: 'F1(1)a' },
      addressee: { label: '亲启人', must: 'F1(1)d' },
      delivered: { label: '送达', must: 'F1(1)d', signer: 'officer' },
      taken: { label: '亲启人签收', must: 'F1(1)d', signer: 'addressee' },
      decision: { label: '拆封后处理', must: 'F1(1)d' },
      remarks: { label: '备注' },
    },
    signers: { officer: '保密员', addressee: '亲启人' },
  },
  reproduction: {
    title: '审批单',
    before: '“涉密文件复制”等，按密级和种类',
    number: '密复-01',
    layout: 'sheet',
    landscape: false,
    boxes: {
      department: { label: '申请部门', half: true },
      applicant: { label: '申请人', half: true, must: 'F1(5)a' },
      title: { label: '文件标题', must: 'F1(5)d' },
      mark: { label: '密级\n(保密期限)', must: 'F1(5)d' },
      symbol: { label: '文号', half: true },
      sender: { label: '制发机关', half: true },
      number: { label: '登记编号', half: true, must: 'F1(5)d' },
      copyNo: { label: '份号', half: true },
      ban: { label: '“不得翻印\n复印”标注', half: true, must: 'F1(5)a' },
      counted: { label: '原件份数', half: true },
      asked: { label: '申请份数', half: true, must: 'F1(5)b' },
      place: { label: '复制地点', half: true, must: 'F1(5)c' },
      purpose: { label: '用途', must: 'F1(5)a' },
      extent: { label: '摘抄范围', must: 'F1(5)a' },
      recipients: { label: '分发对象', must: 'F1(4)a' },
      consent: { label: '原定密机关\n同意(绝密件)', must: 'F1(5)a' },
      sources: { label: '汇编的来源', must: 'F1(5)d' },
      opinion: { label: '部门意见', must: 'F1(5)a', signer: 'section' },
      decision: { label: '分管领导\n审批', must: 'F1(5)a', signer: 'leader' },
      copier: { label: '复制人', half: true, must: 'F1(5)d' },
      madeOn: { label: '复制日期', half: true, must: 'F1(5)d' },
      made: { label: '复制份数', half: true, must: 'F1(5)b' },
      recorded: { label: '登记人', half: true, must: 'F1(5)d' },
      numbers: { label: '编号起止', must: 'F1(5)d' },
      items: { label: '领取、归还签字', must: 'F1(5)d' },
      end: { label: '归还、销毁', must: 'F1(5)d', signer: 'officer' },
    },
    signers: { section: '部门负责人', leader: '分管领导', officer: '保密员' },
  },
  copyLedger: {
    title: '复制件台账',
    number: '密复-02',
    layout: 'book',
    landscape: true,
    boxes: {
      ordinal: { label: '序号', width: 11 },
      number: { label: '编号', width: 21, must: 'F1(5)d' },
      kind: { label: '种类', width: 14 },
      source: { label: '原件编号', width: 20, must: 'F1(5)d' },
      title: { label: '文件标题', width: 54, must: 'F1(5)d' },
      symbol: { label: '文号', width: 24 },
      mark: { label: '密级\n(保密期限)', width: 17, must: 'F1(5)d' },
      request: { label: '复制审批\n编号', width: 20, must: 'F1(5)a' },
      approvedBy: { label: '批准人', width: 15, must: 'F1(5)a' },
      madeOn: { label: '复制日期', width: 15.5 },
      copier: { label: '复制人', width: 15 },
      where: { label: '现在何处\n持有人', width: 18, must: 'F1(5)d' },
      taken: { label: '领取人\n领取日期', width: 19, must: 'F1(5)d' },
      backOn: { label: '归还日期', width: 17.5, must: 'F1(5)d' },
    },
    signers: keeper,
  },
  loan: {
    title: '文件借阅、借用审批单',
    before: '“涉密”或“内部”',
    number: '密借-01',
    layout: 'sheet',
    landscape: false,
    boxes: {
      borrower: { label: '借用人', half: true, must: 'F1(7)b' },
      department: { label: '部门', half: true },
      title: { label: '文件标题', must: 'F1(7)b' },
      mark: { label: '密级\n(保密期限)', must: 'F1(3)a' },
      symbol: { label: '文号', half: true },
      sender: { label: '制发机关', half: true },
      number: { label: '登记编号', half: true, must: 'F1(7)b' },
      copyNo: { label: '份号', half: true },
      term: { label: '借期', half: true, must: 'F1(7)b' },
      place: { label: '使用地点', half: true, must: 'F1(4)d' },
      reason: { label: '事由', must: 'F1(7)b' },
      decision: { label: '审批意见', must: 'F1(7)b', signer: 'officeHead' },
      taken: { label: '借出签字\n(借用人)', half: true, must: 'F1(7)b' },
      given: { label: '交出人', half: true, must: 'F1(7)b' },
      due: { label: '应还', half: true, must: 'F1(7)b' },
      backOn: { label: '实还', half: true, must: 'F1(7)b' },
      givenBack: { label: '归还签字\n(借用人)', half: true, must: 'F1(7)b' },
      takenBack: { label: '接收人', half: true, must: 'F1(7)b' },
      whole: { label: '是否完好' },
      remarks: { label: '备注' },
    },
    signers: { officeHead: '综合办公室负责人' },
  },
  visits: {
    title: '文件查阅登记簿',
    before: '“涉密”，只有内部文件时不印',
    number: '密借-02',
    layout: 'book',
    landscape: true,
    boxes: {
      ordinal: { label: '序号', width: 9 },
      number: { label: '查阅编号', width: 23, must: 'F1(7)a' },
      person: { label: '查阅人\n部门', width: 20, must: 'F1(7)a' },
      purpose: { label: '事由', width: 26 },
      copy: { label: '文件编号\n份号', width: 23, must: 'F1(7)a' },
      title: { label: '文件标题', width: 38, must: 'F1(7)a' },
      mark: { label: '密级\n(保密期限)', width: 17, must: 'F1(3)a' },
      room: { label: '地点', width: 16, must: 'F1(7)a' },
      cameAt: { label: '入室', width: 16.5, must: 'F1(7)a' },
      leftAt: { label: '离室', width: 16.5, must: 'F1(7)a' },
      copied: { label: '抄录、拍照\n复制', width: 20, must: 'F1(5)a' },
      taken: { label: '签收签字', width: 22, must: 'F1(4)a' },
      givenBack: { label: '归还签字', width: 22, must: 'F1(7)a' },
      officers: { label: '经办人', width: 12 },
    },
    signers: keeper,
  },
  lent: {
    title: '文件在外清单',
    before: '“涉密”，只有内部文件时不印',
    number: '密借-03',
    layout: 'book',
    landscape: true,
    boxes: {
      ordinal: { label: '序号', width: 10 },
      number: { label: '编号\n份号', width: 24, must: 'F1(4)a' },
      title: { label: '文件标题', width: 72, must: 'F1(4)a' },
      mark: { label: '密级\n(保密期限)', width: 20, must: 'F1(3)a' },
      holder: { label: '持有人\n部门', width: 26, must: 'F1(4)a' },
      since: { label: '领取时间', width: 24, must: 'F1(4)a' },
      under: { label: '依据', width: 24 },
      due: { label: '应还', width: 20, must: 'F1(4)b' },
      overdue: { label: '逾期', width: 20, must: 'F1(4)b' },
      checked: { label: '核对', width: 20 },
      remarks: { label: '备注', width: 21 },
    },
    signers: keeper,
  },
  handover: {
    title: '文件清退、移交清单',
    before: '“涉密”或“内部”',
    number: '密移-01',
    layout: 'book',
    landscape: true,
    boxes: {
      ordinal: { label: '序号', width: 12 },
      symbol: { label: '文号', width: 38, must: 'F1(8)' },
      title: { label: '标题', width: 70, must: 'F1(8)' },
      numbers: { label: '编号\n份号', width: 46, must: 'F1(8)' },
      mark: { label: '密级\n(保密期限)', width: 21, must: 'F1(3)a' },
      owed: { label: '应退\n份数', width: 13, must: 'F1(8)' },
      found: { label: '实退', width: 13, must: 'F1(8)' },
      missing: { label: '差额', width: 13, must: 'F1(8)' },
      notes: { label: '留用说明', width: 55 },
    },
    signers: { give: '清退人（移交人）', take: '接收人', supervised: '监交人', leader: '主管领导签字', seal: '公章' },
  },
  expiry: fixed('文件期满、解密清单', '密期-01', '“涉密”，只有内部文件时不印'),
  outgoing: fixed('发文登记簿', '密发-01', '“密件”或“内部文件”'),
  stockTaking: fixed('清点表', '密清-01', '“年度”或“保密箱”'),
  box: fixed('保密箱箱内清单', '密清-02'),
  returnList: fixed('文件清退清单', '密退-01', '“涉密”或“内部”'),
  destruction: fixed('文件、资料销毁审批单（附清单）', '密销-01', '“涉密”或“内部”'),
  breach: fixed('违规（泄密）事件登记、报告表', '密违-01'),
  media: fixed('涉密载体与设备台账', '密载-01'),
  mediaUses: fixed('涉密载体领用登记簿', '密载-02'),
  mediumRecord: fixed('涉密设备维修维护登记', '密载-03'),
  labels: fixed('标签', '密签-01'),
  auditReport: fixed('安全审计报告', '密审-01'),
} as const satisfies Record<string, FormDeclaration>

export type FormKind = keyof typeof forms
export const FORMS = Object.keys(forms) as [FormKind, ...FormKind[]]
/** The boxes of a form, by name. */
export type BoxOf<F extends FormKind> = keyof (typeof forms)[F]['boxes'] & string
export type SignerOf<F extends FormKind> = keyof (typeof forms)[F]['signers'] & string

/** A form as it was declared, whichever it is. */
export const declaredOf = (form: FormKind): FormDeclaration => forms[form]

/** A label on one line. */
export const inOneLine = (label: string): string => label.replace('\n', '')

/** Width of a page that columns may take, in millimetres. */
export const roomOf = ({ landscape }: FormDeclaration): number => (landscape ? 281 : 188)
