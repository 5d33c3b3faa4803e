import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db } from '../../platform/database.ts'
import { type FileStore, openFile, receiveFile } from '../../platform/file-store.ts'
import type { Job } from '../../platform/jobs.ts'
import { holdBytes } from '../files/files.ts'
import { agencySigner } from './agency-certificate.ts'
import type { LetterContent } from './compose-letter.ts'
import { getLetter, unmadeLetters } from './letter-store.ts'
import type { Press } from './press.ts'
import { signPdf } from './sign-pdf.ts'

/** What letters are made and kept with. */
export type LetterParts = { readonly db: Db; readonly store: FileStore; readonly press: Press }

const job = systemActor('letters')
const mostBytes = 50_000_000

/**
 * Makes the bytes of a letter, once: set, sealed where it bears a seal, signed, and kept under their digest. Two that make it at the same
 * moment get the same bytes; should their fonts or keys differ, the first one's are the letter.
 * @returns the digest under which the bytes are kept
 */
export async function makeLetter({ db, store, press }: LetterParts, id: string): Promise<string> {
  const { content, pdfDigest } = await asActor(db, job, (tx) => getLetter(tx, id))
  if (pdfDigest) return pdfDigest
  const stamp = content.stamp ? await buffer(await openFile(store, content.stamp.digest)) : undefined
  const { pdf } = await press.typesetter.pdf(content, { publicUrl: press.publicUrl, stamp })
  const signer = await agencySigner(press.keysFolder, content.issuer)
  const signed = signPdf(pdf, { signer, name: content.issuer.name, at: content.at })
  const { digest, size } = await receiveFile(store, Readable.from([signed]), { limitBytes: mostBytes })
  return asActor(db, job, async (tx) => {
    await holdBytes(tx, digest)
    const { rows } = await sql<{ kept: string }>`
      select keep_letter_bytes(${id}, ${digest}, ${size}, ${signer.fingerprint}) as kept`.execute(tx)
    return rows[0]?.kept ?? digest
  })
}

/** A letter as it would look, unsigned, without number and seal. */
export async function previewLetter(press: Press, content: LetterContent): Promise<Buffer> {
  return (await press.typesetter.pdf(content, { publicUrl: press.publicUrl })).pdf
}

/** How long a letter that could not be made is left alone, in milliseconds. */
const pause = 300_000

/** The background work of letters: makes the bytes of what was written, so that the public page knows them. */
export function letterJob(parts: LetterParts): Job {
  const failed = new Map<string, number>()
  return {
    name: 'letters',
    everySeconds: 3,
    async run(log) {
      const now = Date.now()
      for (const [id, until] of failed) if (until < now) failed.delete(id)
      const ids = await asActor(parts.db, job, (tx) => unmadeLetters(tx, 20, [...failed.keys()]))
      for (const id of ids)
        try {
          await makeLetter(parts, id)
        } catch (err) {
          failed.set(id, now + pause)
          log.error({ err, letter: id }, 'a letter could not be made and will be tried again')
        }
      return ids.length === 20
    },
  }
}
