import { BrowserWindow, type Session } from 'electron'
import { APP_ORIGIN } from './page.ts'

/** The one window (checklist 2, 3, 6, 8–10, 24, 34, 47): a sandboxed page without Node; content protection does nothing on Linux.
 * `prepare` opens the page's channels before it loads. */
export const openWindow = async (
  session: Session,
  preload: string,
  icon: string | undefined,
  prepare: (window: BrowserWindow) => void,
): Promise<BrowserWindow> => {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1100,
    minHeight: 640,
    show: false,
    backgroundColor: '#edf1f4',
    title: '密卷',
    ...(icon ? { icon } : {}),
    webPreferences: {
      session,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      devTools: false,
      spellcheck: false,
      enableWebSQL: false,
      enableDeprecatedPaste: false,
      plugins: false,
      webgl: false,
      safeDialogs: true,
    },
  })
  window.setContentProtection(true)
  window.removeMenu()
  window.once('ready-to-show', () => window.show())
  prepare(window)
  await window.loadURL(`${APP_ORIGIN}/`)
  return window
}
