import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'

// The other thread of hash-file.ts: reads one file through one small buffer, and says its digest.
const hash = createHash('sha256')
const buffer = Buffer.alloc(1_048_576)
const file = openSync(workerData as string, 'r')
for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer))
  hash.update(length === buffer.length ? buffer : buffer.subarray(0, length))
closeSync(file)
parentPort?.postMessage(hash.digest('hex'))
