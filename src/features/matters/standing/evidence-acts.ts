import { sql } from 'kysely'
import { invalidInput } from '../../../kernel/faults.ts'
import type { Tx } from '../../../platform/database.ts'
import { futureFaults } from '../kinds/future-faults.ts'
import { addEvent, type Move } from '../move.ts'
import { type CustodyAct, CustodyAct as CustodyForm, EvidenceDescription } from './evidence-forms.ts'
import { defineStanding, type Standing, unlessSettled } from './standing-action.ts'

const unlessOnASide = ({ sides }: Standing) =>
  sides.length > 0
    ? undefined
    : {
        code: 'not-your-turn' as const,
        words: {
          zh: '贵单位不是这件事项的任何一方，不能记载证据。',
          en: 'Your agency is no side of this matter and cannot record evidence.',
        },
      }

/**
 * Says of a file that it is evidence 登记证据, and everything the law wants known of it. Said again, the later description counts and the
 * earlier one stays in the record.
 */
export const describeEvidence = defineStanding({
  words: {
    zh: '登记证据',
    en: 'Describe evidence',
    means: {
      zh: '说明一份附件是哪种证据、证明什么、是否原件，由谁在何时何地取得。',
      en: 'Says what kind of evidence a file is, what it proves, whether it is the original, and who collected it, when and where.',
    },
  },
  form: EvidenceDescription,
  powers: ['handle'],
  closed: (standing) => unlessOnASide(standing) ?? unlessSettled(standing),
  async take({ move, actor, body }) {
    const file = await fileOf(move, body.file)
    if (file.agency_id !== actor.agencyId)
      throw fault(
        'file',
        '只有添加附件的单位可以登记，请联系对方单位。',
        'Only the agency that added the file describes it; ask the other agency.',
      )
    refuseFuture(move, body, [
      ['collection', 'collectedAt'],
      ['collection', 'recordedAt'],
      ['collection', 'recordReviewedOn'],
      ['copy', 'checkedOn'],
    ])
    record(move, 'describeEvidence', file, body)
  },
})

/** Records what happened to evidence in custody 记载保管, in the chain of the matter. */
export const recordCustody = defineStanding({
  words: {
    zh: '记载证据保管',
    en: 'Record custody',
    means: {
      zh: '记载证据的移交、封存、启封、复制和退还；记载后不能更改。',
      en: 'Records that evidence was handed over, sealed, opened, copied or given back. It cannot be changed afterwards.',
    },
  },
  form: CustodyForm,
  powers: ['handle'],
  closed: unlessOnASide,
  async take({ move, body }) {
    const file = await fileOf(move, body.file)
    refuseFuture(move, body, [['at']])
    const [described, returned] = await custodyBefore(move.tx, move.matter.id, body.file)
    if (!described)
      throw fault(
        'file',
        '这份附件还没有登记为证据，请先“登记证据”。',
        'This file is not described as evidence yet; describe it first.',
      )
    const { collection } = described
    const since = collection.origin === 'monitoring' ? collection.recordedAt : collection.collectedAt
    if (Date.parse(body.at) < Date.parse(since))
      throw fault(
        'at',
        '不能早于取得证据的时间，请核对。',
        'It cannot be earlier than the collection; check it.',
      )
    if (returned && Date.parse(body.at) >= Date.parse(returned.at))
      throw fault(
        'at',
        '证据在此之前已经退还，请核对时间。',
        'The evidence had been given back by then; check the time.',
      )
    record(move, 'recordCustody', file, body)
  },
})

type FileRow = {
  readonly leg_no: number | null
  readonly digest: string
  readonly name: string
  readonly agency_id: string
  readonly withdrawn_at: string | null
  readonly visible_to: readonly string[] | null
}

async function fileOf({ tx, matter }: Move, id: string): Promise<FileRow> {
  const { rows } = await sql<FileRow>`
    select leg_no, digest, name, agency_id, withdrawn_at, visible_to from attachment
    where id = ${id} and matter_id = ${matter.id}`.execute(tx)
  const [row] = rows
  if (!row)
    throw fault(
      'file',
      '这件事项没有这份附件，请从附件中选择。',
      'The matter has no such file; choose one of its files.',
    )
  if (row.withdrawn_at !== null)
    throw fault('file', '这份附件已经撤下，请另选。', 'This file was withdrawn; choose another.')
  return row
}

/** The event belongs where its file belongs, and is read by whoever may read the file. */
function record(
  move: Move,
  type: string,
  { leg_no: leg, digest, name, agency_id, visible_to }: FileRow,
  form: object,
): void {
  const concerned = move.before.legs.filter((each) => leg === null || each.no === leg)
  const isSent = concerned.some(({ delivery }) => delivery === 'delivered')
  const visibleTo = visible_to ?? (isSent ? null : [agency_id])
  addEvent(move, { type, leg, body: { form, digest, name }, visibleTo: visibleTo && [...visibleTo] })
}

/** The description that counts, and when the evidence was given back. */
async function custodyBefore(tx: Tx, matterId: string, file: string) {
  const { rows } = await sql<{
    described: EvidenceDescription | null
    returned: Extract<CustodyAct, { act: 'returned' }> | null
  }>`
    select
      (select body -> 'form' from event where matter_id = ${matterId} and type = 'describeEvidence'
        and body -> 'form' ->> 'file' = ${file} order by seq desc limit 1) as described,
      (select body -> 'form' from event where matter_id = ${matterId} and type = 'recordCustody'
        and body -> 'form' ->> 'file' = ${file} and body -> 'form' ->> 'act' = 'returned' order by seq limit 1) as returned`.execute(
    tx,
  )
  return [rows[0]?.described, rows[0]?.returned] as const
}

function refuseFuture(move: Move, body: object, paths: readonly (readonly string[])[]): void {
  const faults = futureFaults(body, paths, move.now)
  if (faults.length > 0) throw invalidInput(faults)
}

const fault = (field: string, zh: string, en: string) =>
  invalidInput([{ path: [field], message: { zh, en } }])
