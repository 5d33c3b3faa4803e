import { sql } from 'kysely'
import { chinaDayOf } from '../../../../kernel/day.ts'
import { invalidInput } from '../../../../kernel/faults.ts'
import type { Words } from '../../../../kernel/words.ts'
import { attachmentsOf } from '../../../files/files.ts'
import type { EffectInput } from '../../kind.ts'
import { refuseFuture } from '../future-faults.ts'
import type { Entrustment, Serving } from './document-service.contract.ts'

/** What the forms of an entrusted service cannot see. */
export const documentServiceChecks = {
  submit: async (input: EffectInput) =>
    refuseFuture(input, [
      ['document', 'decidedOn'],
      ['document', 'dated'],
    ]),
  serve: async (input: EffectInput) => {
    await refuseImpossibleAttempt(input)
    const service = input.body as Serving
    if (service.method === 'left' && service.proof === 'recording')
      await refuseWithout(input, 'attempt-record', ['proof'], unrecorded)
  },
  fail: refuseImpossibleAttempt,
  returnReceipt: async (input: EffectInput) => {
    refuseFuture(input, [['receiptDate']])
    refuseOtherDate(String(input.body.receiptDate), await lastAttemptOn(input))
    await refuseWithout(input, 'service-receipt', ['way'], noReceipt)
  },
  serveOtherwise: async (input: EffectInput) => {
    refuseFuture(input, [['deliveredOn'], ['arrivedAt'], ['signedOn'], ['publishedOn']])
    await refuseWithout(input, 'service-proof', ['method'], noProof)
  },
} as const

/** Refuses an attempt that lies in the future, before the document was made, or before the attempt it follows. */
async function refuseImpossibleAttempt(input: EffectInput): Promise<void> {
  refuseFuture(input, [['at']])
  const { document } = input.matter.content as Entrustment
  const made = document.kind === 'decision' ? document.decidedOn : document.dated
  const day = chinaDayOf(String(input.body.at))
  const before = await lastAttemptOn(input)
  if (day < made)
    throw invalidInput([
      {
        path: ['at'],
        message: {
          zh: `文书 ${made} 才作出，送达不可能更早。请核对时间。`,
          en: `The document was made on ${made}; it cannot have been served before. Check the time.`,
        },
      },
    ])
  if (before && day < before)
    throw invalidInput([
      {
        path: ['at'],
        message: {
          zh: `上一次送达在 ${before}，这一次不可能更早。请核对时间。`,
          en: `The attempt before was on ${before}; this one cannot be earlier. Check the time.`,
        },
      },
    ])
}

/** The day of the last attempt, from the record. */
async function lastAttemptOn({ tx, matter, leg }: EffectInput): Promise<string | undefined> {
  const { rows } = await sql<{ at: string }>`
    select body #>> '{form,at}' as at from event
    where matter_id = ${matter.id} and leg = ${leg.no} and type in ('serve', 'fail') order by seq desc limit 1`.execute(
    tx,
  )
  return rows[0] && chinaDayOf(rows[0].at)
}

/** Refuses a receipt that was signed on another day than the document was served: before the attempt, above all. */
function refuseOtherDate(receiptDate: string, servedOn: string | undefined): void {
  if (receiptDate === servedOn) return
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
  throw invalidInput([{ path: ['receiptDate'], message }])
}

/** Refuses what has to be proven by a file that its agency has not attached. */
async function refuseWithout(
  { tx, matter, actorAgencyId }: EffectInput,
  item: string,
  path: readonly string[],
  message: Words,
): Promise<void> {
  const files = await attachmentsOf(tx, matter.id)
  if (files.some((file) => file.item === item && !file.internal && file.agency.id === actorAgencyId)) return
  throw invalidInput([{ path: [...path], message }])
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
