// `npm run dev`: the server restarts when a source changes, and Vite serves the page and passes /api on to it.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { installPackages, node24, root } from './prepare.mjs'

if (!(await installPackages())) process.exit(1)
const port = process.env.XIEZHI_PORT ?? '8700'
const env = { ...process.env, XIEZHI_PORT: port, XIEZHI_API: `http://127.0.0.1:${port}` }
const start = (args) => spawn(node24(), args, { cwd: root, stdio: 'inherit', env })

const server = start([
  '--watch-path=src',
  '--watch-preserve-output',
  'src/main.ts',
  'serve',
  '--work',
  '--demo-if-empty',
])
const page = start([join(root, 'node_modules', 'vite', 'bin', 'vite.js'), '--host', '127.0.0.1'])
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    server.kill(signal)
    page.kill(signal)
  })
}
