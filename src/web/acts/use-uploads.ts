import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { UploadView } from '../../features/files/unfinished-uploads.ts'
import type { Words } from '../../kernel/words.ts'
import { address, call, freshKey } from '../api/call.ts'
import { queries, refreshMatter, unfinishedUploadsQuery } from '../api/queries.ts'
import type { InPieces } from './send-in-pieces.ts'
import { anotherFile, brokenOff, wordsOf } from './upload-words.ts'

/** From so many bytes on a file goes up in pieces: smaller ones are there sooner in one. */
const piecesFromBytes = 8 * 1_048_576

/** A file on its way up. */
export type Sending = {
  readonly id: string
  readonly name: string
  readonly item: string | undefined
  /** 0 to 1. */
  readonly progress: number
  /** In one request it cannot be stopped and gone on with. */
  readonly pace: 'whole' | 'running' | 'paused'
  /** The connection is gone; it goes on by itself when there is one. */
  readonly isWaiting?: boolean
  readonly problem?: Words
}

/** The files of a matter that are on their way, and what can be done with them. */
export type Uploads = ReturnType<typeof useUploads>

/**
 * Sends files to a matter one after the other, with their progress; a refused one says why and takes nothing else along. Large
 * ones go up in pieces: they can be paused, and one that was broken off is gone on with when the same file is chosen again.
 */
export function useUploads(matterId: string) {
  const [sending, setSending] = useState<readonly Sending[]>([])
  const requests = useRef(new Map<string, XMLHttpRequest>())
  const inPieces = useRef(new Map<string, InPieces>())
  const begun = useRef(new Map<string, string>())
  const queue = useRef(Promise.resolve())
  const { data: listed = [] } = useQuery(unfinishedUploadsQuery(matterId))
  const current = new Set(
    [...begun.current].flatMap(([id, upload]) => (isGoing(sending, id) ? [upload] : [])),
  )
  const unfinished = listed.filter(({ id }) => !current.has(id))

  const change = useCallback((id: string, next: Partial<Sending>) => {
    setSending((all) => all.map((each) => (each.id === id ? { ...each, ...next } : each)))
  }, [])
  const forget = useCallback((id: string) => {
    setSending((all) => all.filter((each) => each.id !== id))
  }, [])
  const askUnfinished = useCallback(
    () => void queries.invalidateQueries({ queryKey: unfinishedUploadsQuery(matterId).queryKey }),
    [matterId],
  )

  /** Resolves when the next file may begin: this one is there, refused or waiting. */
  const sendLarge = useCallback(
    async (id: string, file: File, item: string | undefined, upload: UploadView | undefined) => {
      const { sendInPieces } = await import('./send-in-pieces.ts')
      await new Promise<void>((next) => {
        const pieces = sendInPieces(file, {
          matterId,
          item,
          uploadId: upload?.id,
          onBegun: (uploadId) => begun.current.set(id, uploadId),
          onWaiting: () => change(id, { isWaiting: true }),
          onProgress: (progress) => change(id, { progress, isWaiting: false }),
          onDone: () => {
            forget(id)
            askUnfinished()
            refreshMatter(matterId)
            next()
          },
          onProblem: (problem, canGoOn) => {
            change(id, canGoOn ? { problem, pace: 'paused' } : { problem, pace: 'whole', progress: 0 })
            if (!canGoOn) askUnfinished()
            next()
          },
        })
        const pause = () => {
          pieces.pause()
          next()
        }
        inPieces.current.set(id, { ...pieces, pause })
      })
    },
    [matterId, change, forget, askUnfinished],
  )

  const add = useCallback(
    (files: Iterable<File>, item?: string) => {
      for (const file of files) {
        const id = freshKey()
        const isLarge = file.size >= piecesFromBytes
        const earlier = listed.find((upload) => isSame(upload, file))
        const pace = isLarge ? 'running' : 'whole'
        setSending((all) => [...all, { id, name: file.name, item, progress: 0, pace }])
        queue.current = queue.current.then(async () => {
          if (isLarge || earlier) return sendLarge(id, file, item ?? earlier?.item ?? undefined, earlier)
          const problem = await send(matterId, file, item, id, requests.current, (progress) =>
            change(id, { progress }),
          )
          if (problem) return change(id, { problem, progress: 0 })
          forget(id)
          refreshMatter(matterId)
        })
      }
    },
    [matterId, listed, change, forget, sendLarge],
  )

  const pickUp = useCallback(
    (upload: UploadView, files: readonly File[]) => {
      const same = files.filter((file) => isSame(upload, file))
      if (same.length > 0) return add(same, upload.item ?? undefined)
      const other = {
        id: freshKey(),
        name: files[0]?.name ?? '',
        item: undefined,
        progress: 0,
        pace: 'whole' as const,
      }
      setSending((all) => [...all, { ...other, problem: anotherFile }])
    },
    [add],
  )

  const drop = useCallback(
    (id: string) => {
      requests.current.get(id)?.abort()
      inPieces.current.get(id)?.pause()
      inPieces.current.get(id)?.giveUp()
      inPieces.current.delete(id)
      forget(id)
    },
    [forget],
  )
  const giveUp = useCallback(
    async (uploadId: string) => {
      await call('DELETE', `/uploads/${uploadId}`).catch(() => {})
      askUnfinished()
    },
    [askUnfinished],
  )
  const pause = useCallback(
    (id: string) => {
      inPieces.current.get(id)?.pause()
      change(id, { pace: 'paused' })
    },
    [change],
  )
  const goOn = useCallback((id: string) => {
    setSending((all) =>
      all.map((each) => {
        if (each.id !== id) return each
        const { problem: _solved, ...rest } = each
        return { ...rest, pace: 'running' }
      }),
    )
    inPieces.current.get(id)?.goOn()
  }, [])

  useEffect(() => {
    const whole = requests.current
    const pieces = inPieces.current
    return () => {
      for (const request of whole.values()) request.abort()
      for (const each of pieces.values()) each.pause()
    }
  }, [])

  return { sending, unfinished, add, drop, pause, goOn, pickUp, giveUp }
}

const isGoing = (sending: readonly Sending[], id: string): boolean =>
  sending.some((each) => each.id === id && !(each.pace === 'whole' && each.problem))

/** Whether a chosen file is the one that was broken off: as long, and last changed at the same instant. */
const isSame = ({ size, lastModified }: UploadView, file: File): boolean =>
  file.size === size && file.lastModified === lastModified

/** Sends one file whole; resolves to what was wrong with it, or to nothing. `fetch` cannot tell how far an upload is. */
function send(
  matterId: string,
  file: File,
  item: string | undefined,
  id: string,
  requests: Map<string, XMLHttpRequest>,
  onProgress: (progress: number) => void,
): Promise<Words | undefined> {
  return new Promise((settle) => {
    const request = new XMLHttpRequest()
    requests.set(id, request)
    const end = (problem?: Words) => {
      requests.delete(id)
      settle(problem)
    }
    request.open('POST', address(`/matters/${matterId}/files`, { name: file.name, item }))
    request.setRequestHeader('idempotency-key', id)
    request.setRequestHeader('content-type', file.type === '' ? 'application/octet-stream' : file.type)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => end(request.status < 300 ? undefined : wordsOf(request.responseText))
    request.onerror = () => end(brokenOff)
    request.onabort = () => end()
    request.send(file)
  })
}
