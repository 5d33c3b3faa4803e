import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../platform/database.ts'
import { agencyNames } from './agency-names.ts'
import { matterNotFound } from './matter-store.ts'
import { CustodyAct, EvidenceDescription } from './standing/evidence-forms.ts'

/** A file that is evidence, as it was described last, and what happened to it since. */
export const EvidenceView = z.object({
  file: z.uuid(),
  name: z.string(),
  digest: z.string(),
  description: EvidenceDescription,
  describedAt: z.string(),
  agency: z.object({ id: z.string(), name: z.string(), nameEn: z.string(), shortName: z.string() }),
  custody: z
    .array(z.object({ seq: z.number().int(), recordedAt: z.string(), form: CustodyAct }))
    .describe('In the order in which it happened'),
})
export type EvidenceView = z.infer<typeof EvidenceView>

type Row = {
  readonly seq: number
  readonly at: string
  readonly type: 'describeEvidence' | 'recordCustody'
  readonly agency_id: string
  readonly body: {
    readonly form: EvidenceDescription & CustodyAct
    readonly digest: string
    readonly name: string
  }
}

/** The evidence of a matter with its chain of custody 保管链, as far as the reader may see it: read from the record, where it stands. */
export async function readEvidence(tx: Tx, matterId: string): Promise<EvidenceView[]> {
  const { rows } = await sql<Row>`
    select seq, at, type, agency_id, body from event
    where matter_id = ${matterId} and type in ('describeEvidence', 'recordCustody') order by seq`.execute(tx)
  if (rows.length === 0 && !(await isThere(tx, matterId))) throw matterNotFound()
  const agencyOf = await agencyNames(
    tx,
    rows.map((row) => row.agency_id),
  )
  const byFile = Map.groupBy(rows, ({ body }) => body.form.file)
  return [...byFile].flatMap(([file, events]) => {
    const described = events.findLast(({ type }) => type === 'describeEvidence')
    const agency = described && agencyOf(described.agency_id)
    if (!described || !agency) return []
    const custody = events
      .filter(({ type }) => type === 'recordCustody')
      .map(({ seq, at, body }) => ({ seq, recordedAt: at, form: body.form as CustodyAct }))
      .toSorted((a, b) => Date.parse(a.form.at) - Date.parse(b.form.at) || a.seq - b.seq)
    const { name, digest, form } = described.body
    return [{ file, name, digest, description: form, describedAt: described.at, agency, custody }]
  })
}

async function isThere(tx: Tx, matterId: string): Promise<boolean> {
  return (await sql`select from matter where id = ${matterId}`.execute(tx)).rows.length > 0
}
