#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { runCommandLine } from './cli/run.ts'

// Stripping types and compiling 200 modules costs over a second; the cache keeps the result between starts.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled/', import.meta.url)))

const stop = new AbortController()
// Further signals are ignored: a ctrl-C reaches us from the terminal and from the starting script as well.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort(signal))
if (process.channel) {
  process.once('disconnect', () => stop.abort('the starting script is gone'))
  process.channel.unref()
}

process.exitCode = await runCommandLine(process.argv.slice(2), {
  env: process.env,
  stdin: process.stdin,
  stopped: stop.signal,
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
})
// All of ours is closed by now. Whatever was forgotten must not keep a server alive that was told to stop.
setTimeout(() => process.exit(), 5_000).unref()
