import type { OfficeSettings } from '../../../contract/office.ts'

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
  readingRooms: ['档案室', '保密室'],
  printers: [],
  formNumbers: {
    register: '密登-01',
    sheet: '密阅-01',
    delivery: '密送-01',
    auditReport: '密审-01',
    reproduction: '密复-01',
    copyLedger: '密复-02',
    loan: '密借-01',
    visits: '密借-02',
    lent: '密借-03',
    handover: '密移-01',
    expiry: '密期-01',
    outgoing: '密发-01',
  },
}
