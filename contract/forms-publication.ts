/** The form of 主动公开: the catalogue (A三(一)). */
import type { FormDeclaration } from './form.ts'

export const publicationForms = {
  publications: {
    title: '政府信息公开目录',
    number: '公开-01',
    layout: 'book',
    landscape: true,
    boxes: {
      ordinal: { label: '序号', width: 12 },
      number: { label: '目录编号', width: 27, must: 'A3(1)' },
      class: { label: '目录类别', width: 34, must: 'A3(1)' },
      title: { label: '信息名称', width: 61, must: 'A3(1)' },
      madeOn: { label: '产生日期', width: 22, must: 'A3(3)' },
      department: { label: '责任科室', width: 24 },
      channels: { label: '公开方式', width: 24, must: 'A3(2)' },
      review: { label: '审查编号', width: 27, must: 'B1' },
      published: { label: '公开日期\n（期限）', width: 25, must: 'A3(3)' },
      standing: { label: '状态', width: 25, must: 'A3(3)' },
    },
    signers: { office: '公开办（综合办公室）', leader: '分管领导' },
  },
} as const satisfies Record<string, FormDeclaration>
