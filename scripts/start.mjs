// `npm start`: prepares what is missing, then serves until ctrl-C.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { buildPage, installPackages, node24, root, tell } from './prepare.mjs'

tell('协执正在启动……', 'Xiezhi is starting …')
if (!(await installPackages()) || !(await buildPage())) process.exit(1)

// The channel lets the server notice when this process is killed, and stop as if ctrl-C had been pressed.
const server = spawn(
  node24(),
  ['src/main.ts', 'serve', '--work', '--demo-if-empty', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  },
)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal))

// npm, killed without a chance to say so, leaves us behind, and nobody could stop the server then.
const before = starters()
const watch = process.env.npm_lifecycle_event
  ? setInterval(() => starters() !== before && server.kill('SIGTERM'), 500)
  : undefined

server.once('exit', (code, signal) => {
  clearInterval(watch)
  process.exitCode = code ?? (signal === 'SIGKILL' ? 137 : 1)
})

/** The processes that started us: npm, with or without a shell between. */
function starters() {
  try {
    const shell = readFileSync(`/proc/${process.ppid}/cmdline`, 'utf8').includes('scripts/start.mjs')
    const above = readFileSync(`/proc/${process.ppid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]
    return shell ? `${process.ppid} ${above}` : `${process.ppid}`
  } catch {
    return `${process.ppid}`
  }
}
