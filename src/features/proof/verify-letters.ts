import { sql } from 'kysely'
import { canonical } from '../../kernel/canonical.ts'
import { hexDigest } from '../../kernel/hash-suite.ts'
import type { Words } from '../../kernel/words.ts'
import type { Tx } from '../../platform/database.ts'
import { pageRows } from './cursor.ts'
import { type ProofFault, proofFault } from './proof-fault.ts'

type LetterRow = {
  readonly id: string
  readonly matter: string
  readonly matterNumber: string
  readonly seq: number
  readonly number: string
  readonly code: string
  readonly digest: string
  readonly content: unknown
  /** What the event says of it; null where no event does. */
  readonly told: { readonly number: string; readonly code: string; readonly digest: string } | null
}

/**
 * Compares every letter with the event that tells of it: what it says by its digest, its number and its code. The events themselves are
 * checked elsewhere, so a letter that agrees with its event is the one that was sent.
 */
export async function verifyLetters(
  tx: Tx,
  {
    matterId,
    report,
  }: { readonly matterId?: string | undefined; readonly report: (fault: ProofFault) => void },
): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await sql<LetterRow>`
      select l.id, l.matter_id as matter, m.number as "matterNumber", l.seq, l.number, l.code, l.digest, l.content,
        (select t from event e, jsonb_array_elements(e.body -> 'letters') t
          where e.matter_id = l.matter_id and e.seq = l.seq and t ->> 'id' = l.id::text) as told
      from letter l join matter m on m.id = l.matter_id
      where l.id > ${after} and (${matterId ?? null}::uuid is null or l.matter_id = ${matterId ?? null})
      order by l.id limit ${pageRows}`.execute(tx)
    for (const row of rows) {
      const place = { matter: row.matter, number: row.matterNumber, seq: row.seq }
      if (!row.told) report(proofFault('inserted', place, reasons.untold(row.number)))
      else if (!agrees(row, row.told)) report(proofFault('altered', place, reasons.altered(row.told.number)))
    }
    const last = rows.at(-1)
    if (!last || rows.length < pageRows) break
    after = last.id
  }
  const { rows: gone } = await sql<{ matter: string; matterNumber: string; seq: number; number: string }>`
    select e.matter_id as matter, m.number as "matterNumber", e.seq, t ->> 'number' as number
    from event e join matter m on m.id = e.matter_id, jsonb_array_elements(e.body -> 'letters') t
    where e.body ? 'letters' and (${matterId ?? null}::uuid is null or e.matter_id = ${matterId ?? null})
      and not exists (select from letter l where l.id = (t ->> 'id')::uuid)`.execute(tx)
  for (const { matter, matterNumber, seq, number } of gone)
    report(proofFault('dropped', { matter, number: matterNumber, seq }, reasons.gone(number)))
}

const agrees = (row: LetterRow, told: NonNullable<LetterRow['told']>): boolean =>
  row.number === told.number &&
  row.code === told.code &&
  row.digest === told.digest &&
  hexDigest('sha256', canonical(row.content)) === told.digest

const reasons = {
  altered: (number: string): Words => ({
    zh: `函件 ${number} 的内容与发出时的摘要不符。`,
    en: `What the letter ${number} says does not fit the digest it was sent with.`,
  }),
  untold: (number: string): Words => ({
    zh: `没有记录提到函件 ${number}。`,
    en: `No event tells of the letter ${number}.`,
  }),
  gone: (number: string): Words => ({
    zh: `记录提到的函件 ${number} 已不存在。`,
    en: `The letter ${number} that the event tells of is gone.`,
  }),
}
