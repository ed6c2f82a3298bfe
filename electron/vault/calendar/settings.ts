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
  boxDays: 3,
  selfDestruction: 20,
  readingRooms: ['档案室', '保密室'],
  exportRows: 500,
  printers: [],
}
