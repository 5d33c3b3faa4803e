import { sql } from 'kysely'
import { chinaDayOf, type Day, isDay } from '../../../../kernel/day.ts'
import { refuseFaults } from '../../../../kernel/faults.ts'
import type { Fault } from '../../../../kernel/refusal.ts'
import type { Words } from '../../../../kernel/words.ts'
import { attachmentsOf } from '../../../files/files.ts'
import type { EffectInput } from '../../kind.ts'
import { futureFaults, refuseFuture } from '../future-faults.ts'
import type { Entrustment, Serving } from './document-service.contract.ts'

/** What the forms of an entrusted service cannot see: everything that is wrong at once. */
export const documentServiceChecks = {
  submit: async (input: EffectInput) =>
    refuseFuture(input, [
      ['document', 'decidedOn'],
      ['document', 'dated'],
    ]),
  serve: async (input: EffectInput) => {
    const service = input.body as Serving
    const needsRecording = service.method === 'left' && service.proof === 'recording'
    refuseFaults([
      ...(await attemptFaults(input)),
      ...(needsRecording ? await missingFile(input, 'attempt-record', ['proof'], unrecorded) : []),
    ])
  },
  fail: async (input: EffectInput) => refuseFaults(await attemptFaults(input)),
  returnReceipt: async (input: EffectInput) => {
    const { body, now } = input
    const future = futureFaults(body, [['receiptDate']], now)
    refuseFaults([
      ...future,
      ...(future.length > 0 ? [] : otherDateFaults(String(body.receiptDate), await lastAttemptOn(input))),
      ...(await missingFile(input, 'service-receipt', ['way'], noReceipt)),
    ])
  },
  serveOtherwise: async (input: EffectInput) => {
    const { body, now } = input
    const dates = ['deliveredOn', 'arrivedAt', 'signedOn', 'publishedOn']
    refuseFaults([
      ...futureFaults(
        body,
        dates.map((date) => [date]),
        now,
      ),
      ...dates.flatMap((date) => (body[date] === undefined ? [] : tooEarlyFaults(input, date))),
      ...(await missingFile(input, 'service-proof', ['method'], noProof)),
    ])
  },
} as const

/** Says that a document cannot have been served before it was made. */
function tooEarlyFaults({ matter, body }: EffectInput, field: string): Fault[] {
  const { document } = matter.content as Entrustment
  const made = document.kind === 'decision' ? document.decidedOn : document.dated
  if (dayOf(String(body[field])) >= made) return []
  return [
    {
      path: [field],
      message: {
        zh: `文书 ${made} 才作出，送达不可能更早。请核对时间。`,
        en: `The document was made on ${made}; it cannot have been served before. Check the time.`,
      },
    },
  ]
}

/** What is wrong with an attempt: it lies in the future, before the document was made, or before the attempt it follows. */
async function attemptFaults(input: EffectInput): Promise<readonly Fault[]> {
  const wrong = [...futureFaults(input.body, [['at']], input.now), ...tooEarlyFaults(input, 'at')]
  const before = await lastAttemptOn(input)
  if (wrong.length > 0 || !before || dayOf(String(input.body.at)) >= before) return wrong
  return [
    {
      path: ['at'],
      message: {
        zh: `上一次送达在 ${before}，这一次不可能更早。请核对时间。`,
        en: `The attempt before was on ${before}; this one cannot be earlier. Check the time.`,
      },
    },
  ]
}

/** The day of something said by its day or by its moment. */
const dayOf = (said: string): Day => (isDay(said) ? said : chinaDayOf(said))

/** The day of the last attempt, from the record. */
async function lastAttemptOn({ tx, matter, leg }: EffectInput): Promise<string | undefined> {
  const { rows } = await sql<{ at: string }>`
    select body #>> '{form,at}' as at from event
    where matter_id = ${matter.id} and leg = ${leg.no} and type in ('serve', 'fail') order by seq desc limit 1`.execute(
    tx,
  )
  return rows[0] && chinaDayOf(rows[0].at)
}

/** Says that a receipt was signed on another day than the document was served: before the attempt, above all. */
function otherDateFaults(receiptDate: string, servedOn: string | undefined): Fault[] {
  if (receiptDate === servedOn) return []
  const message =
    servedOn !== undefined && receiptDate < servedOn
      ? {
          zh: `送达回证的日期（${receiptDate}）早于送达（${servedOn}），不能作为送达凭证。请核对回证。`,
          en: `The receipt (${receiptDate}) is older than the attempt (${servedOn}) and proves nothing. Check the receipt.`,
        }
      : {
          zh: `送达回证的日期（${receiptDate}）与登记的送达日期（${servedOn}）不一致。请核对回证；登记有误的，留言说明。`,
          en: `The receipt is of ${receiptDate}, the service of ${servedOn}. Check the receipt; if the entry was wrong, say so in a message.`,
        }
  return [{ path: ['receiptDate'], message }]
}

/** Says that something has to be proven by a file that its agency has not attached. */
async function missingFile(
  { tx, matter, actorAgencyId }: EffectInput,
  item: string,
  path: readonly string[],
  message: Words,
): Promise<readonly Fault[]> {
  const files = await attachmentsOf(tx, matter.id)
  const isThere = files.some(
    (file) => file.item === item && !file.internal && file.agency.id === actorAgencyId,
  )
  return isThere ? [] : [{ path, message }]
}

const unrecorded: Words = {
  zh: '以照片、录像证明留置的，请先添加附件“送达过程照片、录像”。',
  en: 'Attach the photographs or video of leaving it first.',
}
const noReceipt: Words = {
  zh: '请先添加附件“送达回证”（签收后的扫描件），再交回。',
  en: 'Attach the signed receipt first.',
}
const noProof: Words = {
  zh: '请先添加附件“其他方式送达的凭证”，如邮寄回执、到达记录、公告截图。',
  en: 'Attach the proof first: return receipt, record of arrival, or the notice.',
}
