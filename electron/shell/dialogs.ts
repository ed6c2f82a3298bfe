import { type BrowserWindow, dialog } from 'electron'
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

/** Says why the app cannot go on, in a box of the system; before Electron is ready, Linux has it on standard error. */
export const say = (message: string): void => dialog.showErrorBox('密卷', message)
