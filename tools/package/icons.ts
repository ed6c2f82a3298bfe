/** Draws resources/icons from icon.svg, with the Chromium of the browser host: the window's, Linux's by size, and Windows's. Run after a change of the drawing. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright-core'
import { CHROMIUM_FLAGS, findChromium } from '../chromium.ts'
import { packIco, type Picture } from './ico.ts'

const folder = resolve(import.meta.dirname, '../../resources/icons')
const LINUX = [16, 24, 32, 48, 64, 128, 256, 512]
const WINDOWS = [16, 24, 32, 48, 64, 256]

const draw = async (sides: readonly number[]): Promise<Picture[]> => {
  const svg = readFileSync(join(folder, 'icon.svg'), 'utf8')
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_FLAGS] })
  const page = await browser.newPage({ deviceScaleFactor: 1 })
  const pictures: Picture[] = []
  for (const side of sides) {
    await page.setViewportSize({ width: side, height: side })
    await page.setContent(`<style>html,body{margin:0;background:transparent}svg{display:block;width:${side}px;height:${side}px}</style>${svg}`)
    pictures.push({ side, png: await page.screenshot({ omitBackground: true }) })
  }
  await browser.close()
  return pictures
}

const pictures = await draw(LINUX)
mkdirSync(join(folder, 'linux'), { recursive: true })
for (const { side, png } of pictures) writeFileSync(join(folder, 'linux', `${side}x${side}.png`), png)
writeFileSync(join(folder, 'icon.png'), pictures.find(({ side }) => side === 512)?.png ?? '')
writeFileSync(join(folder, 'icon.ico'), packIco(pictures.filter(({ side }) => WINDOWS.includes(side))))
console.log(`resources/icons: icon.png, icon.ico (${WINDOWS.join(', ')}), linux/ (${LINUX.join(', ')})`)
