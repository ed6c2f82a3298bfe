import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/**
 * The screen: renderer/ → out/screen. Vite writes the nonce placeholder into index.html; the host puts a fresh one in at each load
 * (security-checklist 7). Nothing is inlined as a data: URL, since the page's policy allows none.
 */
export default defineConfig({
  root: 'renderer',
  base: '/',
  publicDir: false,
  html: { cspNonce: '__NONCE__' },
  plugins: [react()],
  build: {
    outDir: '../out/screen',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'chrome146',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4000,
  },
})
