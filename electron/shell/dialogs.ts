import { type BrowserWindow, dialog } from 'electron'
import type { FolderErrand } from '../../contract/terms.ts'
import type { Means } from './delivery.ts'

/** Asks the person where to save. Nothing is remembered in the system's list of recent files (checklist 50). */
export const askWhereToSave =
  (window: BrowserWindow): Means['ask'] =>
  async (fileName) => {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: fileName,
      buttonLabel: '保存',
      properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
    })
    return canceled || filePath === '' ? null : filePath
  }

const folderWords: Record<FolderErrand, { title: string; buttonLabel: string }> = {
  backup: { title: '选择备份介质上的文件夹', buttonLabel: '备份到这里' },
  drill: { title: '选择备份的文件夹', buttonLabel: '选这个备份' },
  archive: { title: '选择导出介质上的文件夹', buttonLabel: '导出到这里' },
}

/** Asks the person for the folder of a backup, or one to write it or the whole record into. */
export const askForFolder =
  (window: BrowserWindow): Means['askFolder'] =>
  async (what) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      ...folderWords[what],
      properties: ['openDirectory', 'dontAddToRecent', ...(what === 'drill' ? [] : (['createDirectory'] as const))],
    })
    return canceled ? null : (filePaths[0] ?? null)
  }

const FILES = {
  calendar: { title: '选择工作日历文件', filters: [{ name: '工作日历', extensions: ['json'] }] },
  ledger: { title: '选择旧台账文件', filters: [{ name: 'Excel 或 CSV 台账', extensions: ['xlsx', 'csv', 'txt'] }] },
} as const

/** Asks the person for the file of a year's working-day calendar, or of an old ledger. */
export const askForFile =
  (window: BrowserWindow): Means['askFile'] =>
  async (what) => {
    const { title, filters } = FILES[what]
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title,
      buttonLabel: '选这个文件',
      filters: filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] })),
      properties: ['openFile', 'dontAddToRecent'],
    })
    return canceled ? null : (filePaths[0] ?? null)
  }

/** Says why the app cannot go on, in a box of the system; before Electron is ready, Linux has it on standard error. */
export const say = (message: string): void => dialog.showErrorBox('密卷', message)
