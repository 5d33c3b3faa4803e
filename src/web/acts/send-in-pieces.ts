import { DetailedError, Upload } from 'tus-js-client'
import type { Words } from '../../kernel/words.ts'
import { address } from '../api/call.ts'
import { brokenOff, wordsOf } from './upload-words.ts'

/** What proxies of agencies let through in one request. */
const pieceBytes = 16_777_216

/** A minute and a half of trying by itself, a little later each time; after that the person says when to go on. */
const retryMilliseconds = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 30_000]

/** What a file that goes up in pieces says of itself. */
export type PiecesOptions = {
  readonly matterId: string
  readonly item: string | undefined
  /** The unfinished upload that it goes on with. */
  readonly uploadId: string | undefined
  readonly onBegun: (uploadId: string) => void
  /** Nothing gets through just now; it goes on by itself. */
  readonly onWaiting: () => void
  /** 0 to 1. */
  readonly onProgress: (progress: number) => void
  readonly onDone: () => void
  /** `canGoOn`: what arrived is kept, and going on may succeed. */
  readonly onProblem: (problem: Words, canGoOn: boolean) => void
}

/** Sends a file in pieces (tus): any break costs the last piece at most. A module of its own, loaded with the first large file. */
export function sendInPieces(file: File, options: PiecesOptions) {
  const { matterId, item, uploadId } = options
  const upload = new Upload(file, {
    endpoint: address('/uploads'),
    ...(uploadId === undefined ? {} : { uploadUrl: address(`/uploads/${uploadId}`) }),
    metadata: {
      matterId,
      filename: file.name,
      ...(file.type === '' ? {} : { filetype: file.type }),
      ...(item === undefined ? {} : { item }),
      lastModified: String(file.lastModified),
    },
    chunkSize: pieceBytes,
    retryDelays: retryMilliseconds,
    // The server says what is unfinished; nothing is left in the browser of a shared desk.
    storeFingerprintForResuming: false,
    onShouldRetry: (error) => {
      const goesOn = canGoOn(statusOf(error)) && statusOf(error) !== 401
      if (goesOn) options.onWaiting()
      return goesOn
    },
    onUploadUrlAvailable: () => options.onBegun(upload.url?.split('/').at(-1) ?? ''),
    onProgress: (sent, total) => options.onProgress(total > 0 ? sent / total : 0),
    onSuccess: options.onDone,
    onError: (error) => {
      const status = statusOf(error)
      const answer = error instanceof DetailedError ? error.originalResponse?.getBody() : undefined
      options.onProblem(answer ? wordsOf(answer) : brokenOff, canGoOn(status))
    },
  })
  upload.start()
  return {
    pause(): void {
      void upload.abort()
    },
    goOn(): void {
      upload.start()
    },
    giveUp(): void {
      upload.abort(true).catch(() => {})
    },
  }
}
export type InPieces = ReturnType<typeof sendInPieces>

const statusOf = (error: Error): number =>
  error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0

/** No answer, a busy server, another window at the same file, a session that ended: what arrived waits. */
const canGoOn = (status: number): boolean => status === 0 || status >= 500 || status === 409 || status === 401
