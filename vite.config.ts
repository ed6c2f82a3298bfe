import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { contract } from './contract/index.ts'

/**
 * The page is read anew after every lock, and every desk with it: few files are read quicker than a hundred, by a processor that has other
 * work to do. First the libraries and what the door needs; the desks and the printed forms while somebody signs in.
 */
const PARTS = [
  { name: 'codes', test: /[\\/](jsbarcode|uqr)[\\/]/, priority: 5 },
  { name: 'libraries', test: /[\\/]node_modules[\\/]/, priority: 4 },
  { name: 'frame', test: /[\\/](contract|renderer[\\/](app|components))[\\/]/, priority: 3 },
  { name: 'paper', test: /[\\/]renderer[\\/]paper[\\/]/, priority: 2 },
  { name: 'desks', test: /[\\/]renderer[\\/]desks[\\/]/, priority: 1 },
]

const PROCEDURES = 'virtual:procedures'

/**
 * Of the contract the screen needs who may call what, and what it is called. The schemas are the vault's: made anew at every load of the page, hundreds of
 * them took a seventh of its time.
 */
const proceduresInShort: Plugin = {
  name: 'procedures-in-short',
  resolveId: (id) => (id === PROCEDURES ? `\0${PROCEDURES}` : null),
  load: (id) => {
    if (id !== `\0${PROCEDURES}`) return null
    const short = Object.entries(contract).map(([name, { kind, by, act }]) => [name, { kind, by, act }])
    return `export const procedures = ${JSON.stringify(Object.fromEntries(short))}`
  },
}

/**
 * The screen: renderer/ → out/screen. Vite writes the nonce placeholder into index.html; the host puts a fresh one in at each load
 * (security-checklist 7). Nothing is inlined as a data: URL, since the page's policy allows none.
 */
export default defineConfig({
  root: 'renderer',
  base: '/',
  publicDir: false,
  html: { cspNonce: '__NONCE__' },
  plugins: [react(), proceduresInShort],
  build: {
    outDir: '../out/screen',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'chrome146',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { output: { codeSplitting: { groups: PARTS } } },
  },
})
