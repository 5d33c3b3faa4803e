import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { offlinePage } from './vite.offline.ts'

/**
 * The web page: sources in `src/web`, built into `dist/web`; `scripts/prepare.mjs` packs the result (.br, .gz) afterwards.
 * While developing, requests for the API go to a running `serve`.
 */
export default defineConfig({
  root: 'src/web',
  plugins: [react(), offlinePage()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // Agency desktops keep their browsers for years; older targets cost two per cent.
    target: 'chrome87',
    assetsInlineLimit: 1024,
    chunkSizeWarningLimit: 700,
  },
  server: {
    proxy: { '/api': { target: process.env.XIEZHI_API ?? 'http://127.0.0.1:8700', changeOrigin: true } },
  },
})
