import type { OfficeSettings } from '../../../contract/office.ts'
import { daysOfPreset } from '../../../contract/terms.ts'

/** What the settings are until the 安全保密管理员 changes them (domain 6). The level and unit stand in their own columns. */
export const defaultSettings: Omit<OfficeSettings, 'unit' | 'level'> = {
  returnHour: '17:30',
  reminderHour: '15:00',
  idleMinutes: 10,
  backupDays: 7,
  backupGenerations: 7,
  paperSignatures: true,
  places: ['本单位阅文室', '保密室', '本人办公室'],
  topSecretPlaces: ['保密室'],
  copyPlaces: ['本单位文印室'],
  copyDays: 30,
  loanDays: 15,
  boxDays: 3,
  selfDestruction: 20,
  readingRooms: ['档案室', '保密室'],
  exportRows: 500,
  disclosurePreset: 'law2019',
  disclosureDays: daysOfPreset('law2019'),
  reviewIdleDays: 3,
  deputyExamines: false,
  intakeCode: {
    begins: 'GB0626-2005',
    separator: '^',
    terminator: '|',
    least: 9,
    most: 20,
    places: { symbol: 3, sender: 4, addressee: 5, title: 6, mark: 7, urgency: 8, madeOn: 9, copyNo: 0 },
    days: 'figures',
    levels: { internal: ['内部', '工作秘密'], secret: ['秘密'], confidential: ['机密'], topSecret: ['绝密'] },
    urgencies: { ordinary: ['平件', '普通', '一般'], urgent: ['加急', '急件'], extraUrgent: ['特急'] },
    note: '扫描枪设为键盘方式，中文按 GB18030 输出，读完加回车。',
  },
  printers: [],
}
