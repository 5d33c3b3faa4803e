import { z } from 'zod'
import { type CapsuleReport, verifyCapsule } from '../../kernel/capsule/verify-capsule.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Words } from '../../kernel/words.ts'
import { capsuleBlob } from './capsule-blob.ts'

/** What the page asks of its worker. */
export type Question = { readonly file: Blob; readonly trustedKeys: readonly string[] | null }

/** What the worker tells: how far it has come, and in the end the report, or why there is none. */
export type Told =
  | { readonly done: number; readonly all: number }
  | { readonly report: CapsuleReport }
  | { readonly refused: Words }

// The page forbids itself to make code from text, which Zod would try.
z.config({ jitless: true })

/** Verifies and tells; never throws. */
export async function verifying({ file, trustedKeys }: Question, tell: (told: Told) => void): Promise<void> {
  try {
    const report = await verifyCapsule(capsuleBlob(file), {
      ...(trustedKeys ? { trustedKeys } : {}),
      progress: (done, all) => tell({ done, all }),
    })
    tell({ report })
  } catch (reason) {
    tell({ refused: reason instanceof Refusal ? reason.words : unreadable })
  }
}

const unreadable: Words = {
  zh: '浏览器读不到这个文件：它可能被移动、改动或正被占用。请重新选择。',
  en: 'The browser cannot read the file: it may have been moved, changed or be in use. Choose it again.',
}
