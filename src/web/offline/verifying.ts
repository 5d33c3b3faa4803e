import { z } from 'zod'
import { mostDisclosedBytes, readDisclosed } from '../../kernel/capsule/read-disclosed.ts'
import { type CapsuleReport, verifyCapsule } from '../../kernel/capsule/verify-capsule.ts'
import type { EventRecord } from '../../kernel/event-record.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Words } from '../../kernel/words.ts'
import { capsuleBlob } from './capsule-blob.ts'

/** What the page asks of its worker: a capsule, and events that were handed out by themselves. */
export type Question = {
  readonly file: Blob
  readonly events: readonly File[]
  readonly trustedKeys: readonly string[] | null
}

/** An event that was handed out, with what it is to the capsule; or why its file is none. */
export type GivenEvent =
  | {
      readonly name: string
      readonly event: EventRecord
      readonly found: CapsuleReport['disclosed'][number]
    }
  | { readonly name: string; readonly refused: Words }

/** What the worker tells: how far it has come, and in the end the report, or why there is none. */
export type Told =
  | { readonly done: number; readonly all: number }
  | { readonly report: CapsuleReport; readonly given: readonly GivenEvent[] }
  | { readonly refused: Words }

// The page forbids itself to make code from text, which Zod would try.
z.config({ jitless: true })

/** Verifies and tells; never throws. */
export async function verifying(
  { file, events, trustedKeys }: Question,
  tell: (told: Told) => void,
): Promise<void> {
  try {
    const read = await Promise.all(events.map(readEvent))
    const report = await verifyCapsule(capsuleBlob(file), {
      ...(trustedKeys ? { trustedKeys } : {}),
      disclosed: read.flatMap((each) => ('event' in each ? each.event : [])),
      progress: (done, all) => tell({ done, all }),
    })
    const found = report.disclosed.values()
    const given = read.flatMap((each): GivenEvent[] => {
      if (!('event' in each)) return [each]
      const { value } = found.next()
      return value ? [{ ...each, found: value }] : []
    })
    tell({ report, given })
  } catch (reason) {
    tell({ refused: wordsOf(reason) })
  }
}

/** One file that is said to hold an event; a bad one does not keep the capsule from being verified. */
async function readEvent(
  file: File,
): Promise<{ name: string } & ({ event: EventRecord } | { refused: Words })> {
  const { name } = file
  try {
    const bytes = file.size > mostDisclosedBytes ? undefined : new Uint8Array(await file.arrayBuffer())
    return { name, event: readDisclosed(bytes, name) }
  } catch (reason) {
    return { name, refused: wordsOf(reason) }
  }
}

const wordsOf = (reason: unknown): Words => (reason instanceof Refusal ? reason.words : unreadable)

const unreadable: Words = {
  zh: '浏览器读不到这个文件：它可能被移动、改动或正被占用。请重新选择。',
  en: 'The browser cannot read the file: it may have been moved, changed or be in use. Choose it again.',
}
