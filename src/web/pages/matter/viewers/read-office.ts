import type { OfficeAnswer, OfficeQuestion } from './office.worker.ts'
import { CannotShow } from './unpack-office.ts'

const limitMilliseconds = 15_000

/** The largest packed file that is read for showing; a larger one is downloaded. */
export const mostPackedBytes = { docx: 30 * 1_048_576, xlsx: 15 * 1_048_576 } as const

/**
 * Reads an Office file in a worker, which is ended when it takes too long.
 * @throws CannotShow
 */
export async function readOffice(
  kind: OfficeQuestion['kind'],
  address: string,
  signal: AbortSignal,
): Promise<Exclude<OfficeAnswer, { why: unknown }>> {
  const response = await fetch(address, { signal })
  if (!response.ok) throw new Error(`The file was answered with ${response.status}.`)
  const bytes = await response.arrayBuffer()
  const worker = new Worker(new URL('./office.worker.ts', import.meta.url), { type: 'module' })
  try {
    const answer = await new Promise<OfficeAnswer>((resolve, reject) => {
      const timer = setTimeout(() => reject(new CannotShow('too-slow')), limitMilliseconds)
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      worker.onmessage = ({ data }: MessageEvent<OfficeAnswer>) => {
        clearTimeout(timer)
        resolve(data)
      }
      worker.onerror = () => reject(new CannotShow('broken'))
      worker.postMessage({ kind, bytes } satisfies OfficeQuestion, [bytes])
    })
    if ('why' in answer) throw new CannotShow(answer.why)
    return answer
  } finally {
    worker.terminate()
  }
}
