import { Worker } from 'node:worker_threads'

/**
 * SHA-256 of a file in hex, computed in another thread, one file at a time: 4 GB take seconds in which the server goes on
 * answering, and however many files wait, the memory is that of one.
 */
export function hashFile(path: string): Promise<string> {
  const hashed = line.then(() => inAnotherThread(path))
  line = hashed.then(
    () => {},
    () => {},
  )
  return hashed
}

let line: Promise<void> = Promise.resolve()

function inAnotherThread(path: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const worker = new Worker(new URL('./hash-file.thread.ts', import.meta.url), { workerData: path })
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', (code) => reject(new Error(`Hashing a file ended with ${code} and no digest.`)))
  return promise
}
