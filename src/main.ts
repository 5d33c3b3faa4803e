#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import { runCommandLine } from './cli/run.ts'

// Stripping types and compiling 200 modules costs over a second; the cache keeps the result between starts.
enableCompileCache()

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort(signal))

process.exitCode = await runCommandLine(process.argv.slice(2), {
  env: process.env,
  stdin: process.stdin,
  stopped: stop.signal,
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
})
