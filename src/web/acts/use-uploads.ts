import { useCallback, useEffect, useRef, useState } from 'react'
import type { Words } from '../../kernel/words.ts'
import { address, freshKey } from '../api/call.ts'
import { refreshMatter } from '../api/queries.ts'

/** A file on its way up. */
export type Upload = {
  readonly id: string
  readonly name: string
  readonly item: string | undefined
  /** 0 to 1. */
  readonly progress: number
  readonly problem?: Words
}

/** Sends files to a matter one after the other, with their progress; a refused one says why and takes nothing else along. */
export function useUploads(matterId: string) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const requests = useRef(new Map<string, XMLHttpRequest>())
  const queue = useRef(Promise.resolve())

  const change = useCallback((id: string, next: Partial<Upload>) => {
    setUploads((all) => all.map((each) => (each.id === id ? { ...each, ...next } : each)))
  }, [])

  const add = useCallback(
    (files: Iterable<File>, item?: string) => {
      for (const file of files) {
        const id = freshKey()
        setUploads((all) => [...all, { id, name: file.name, item, progress: 0 }])
        queue.current = queue.current.then(async () => {
          const problem = await send(matterId, file, item, id, requests.current, (progress) =>
            change(id, { progress }),
          )
          if (problem) change(id, { problem, progress: 0 })
          else {
            setUploads((all) => all.filter((each) => each.id !== id))
            refreshMatter(matterId)
          }
        })
      }
    },
    [matterId, change],
  )

  const drop = useCallback((id: string) => {
    requests.current.get(id)?.abort()
    setUploads((all) => all.filter((each) => each.id !== id))
  }, [])

  useEffect(() => {
    const running = requests.current
    return () => {
      for (const request of running.values()) request.abort()
    }
  }, [])

  return { uploads, add, drop }
}

/** Sends one file; resolves to what was wrong with it, or to nothing. `fetch` cannot tell how far an upload is. */
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

const brokenOff: Words = {
  zh: '上传中断。请检查网络后重新选择这个文件。',
  en: 'The upload broke off. Check the network and choose the file again.',
}

function wordsOf(text: string): Words {
  try {
    const { words, faults } = JSON.parse(text) as { words?: Words; faults?: readonly { message: Words }[] }
    return faults?.[0]?.message ?? words ?? brokenOff
  } catch {
    return brokenOff
  }
}
