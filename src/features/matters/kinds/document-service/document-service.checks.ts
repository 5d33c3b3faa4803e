import { chinaDayOf, type Day } from '../../../../kernel/day.ts'
import { refuseFaults } from '../../../../kernel/faults.ts'
import type { Fault } from '../../../../kernel/refusal.ts'
import type { Words } from '../../../../kernel/words.ts'
import { attachmentsOf } from '../../../files/files.ts'
import type { EffectInput } from '../../kind.ts'
import { futureFaults, refuseFuture } from '../future-faults.ts'
import { lastSaid, lastTaken } from '../last-said.ts'
import { type Former, outOfOrder } from '../out-of-order.ts'
import type { Entrustment, Serving } from './document-service.contract.ts'

/** What the forms of an entrusted service cannot see: everything that is wrong at once. */
export const documentServiceChecks = {
  submit: async (input: EffectInput) =>
    refuseFuture(input, [
      ['document', 'decidedOn'],
      ['document', 'dated'],
    ]),
  serve: async (input: EffectInput) => refuseFaults(await servingFaults(input)),
  amendService: async (input: EffectInput) => refuseFaults(await servingFaults(input)),
  fail: async (input: EffectInput) =>
    refuseFaults([...(await attemptFaults(input)), ...unfitFaults(input, 'failReason')]),
  returnReceipt: async (input: EffectInput) => {
    const { body, now } = input
    const served = await lastSaid<Serving>(input, ['serve', 'amendService'])
    const rejected = await lastTaken(input, ['rejectReceipt'])
    const future = futureFaults(body, [['receiptDate']], now)
    refuseFaults([
      ...future,
      ...(future.length > 0 ? [] : otherDateFaults(String(body.receiptDate), chinaDayOf(served.at))),
      ...(await missingFile(
        input,
        'service-receipt',
        ['way'],
        rejected ? unmended : noReceipt,
        rejected?.at,
      )),
    ])
  },
  serveOtherwise: async (input: EffectInput) => {
    const { body, now } = input
    const dates = ['deliveredOn', 'arrivedAt', 'signedOn', 'publishedOn'].filter((date) => date in body)
    // A public notice comes last, after everything else failed.
    const tried = await attemptsBefore(input)
    refuseFaults([
      ...futureFaults(
        body,
        dates.map((date) => [date]),
        now,
      ),
      ...dates.flatMap((date) =>
        outOfOrder([date], String(body[date]), [madeOn(input), ...(date === 'publishedOn' ? tried : [])]),
      ),
      ...unfitFaults(input, 'method'),
      ...(await missingFile(input, 'service-proof', ['method'], noProof)),
    ])
  },
} as const

/** What is wrong with a service as it is recorded, or corrected. */
async function servingFaults(input: EffectInput): Promise<readonly Fault[]> {
  const service = input.body as Serving
  const needsRecording = service.method === 'left' && service.proof === 'recording'
  return [
    ...(await attemptFaults(input)),
    ...unfitFaults(input, 'signedBy'),
    ...(needsRecording ? await missingFile(input, 'attempt-record', ['proof'], unrecorded) : []),
  ]
}

/** What is wrong with the time of an attempt: it lies in the future, before what it follows from, or is the one recorded already. */
async function attemptFaults(input: EffectInput): Promise<readonly Fault[]> {
  const at = String(input.body.at)
  const future = futureFaults(input.body, [['at']], input.now)
  if (future.length > 0) return future
  const entrusted: Former = {
    words: { zh: '收到委托', en: 'the entrustment arrived' },
    at: input.leg.sent_at ?? undefined,
  }
  const tried = await attemptsBefore(input)
  const isRecorded = tried.some((former) => Date.parse(former.at ?? '') === Date.parse(at))
  return isRecorded
    ? [{ path: ['at'], message: recordedAlready }]
    : outOfOrder(['at'], at, [madeOn(input), entrusted, ...tried])
}

/** The last attempt that failed, if there was one. */
async function attemptsBefore(input: EffectInput): Promise<readonly Former[]> {
  const failed = await lastTaken<{ at: string }>(input, ['fail'])
  return failed ? [{ words: { zh: '上一次送达', en: 'the attempt before' }, at: failed.form.at }] : []
}

/** When the document was made. */
function madeOn({ matter }: EffectInput): Former {
  const { document } = matter.content as Entrustment
  return {
    words: { zh: '作出文书', en: 'the document was made' },
    at: document.kind === 'decision' ? document.decidedOn : document.dated,
  }
}

type Unfit = { readonly choices: readonly string[]; readonly message: Words }

/** What fits only the other sort of addressee: who signs for a person does not sign for an organisation (民事诉讼法 Arts 88, 92, 93). */
const unfit: Readonly<Record<Entrustment['recipient']['kind'], Readonly<Record<string, Unfit>>>> = {
  person: {
    signedBy: {
      choices: ['representative', 'mail-office'],
      message: {
        zh: '受送达人是个人，由本人、同住成年家属或者代理人、指定的代收人签收。请重新选择。',
        en: 'The addressee is a person: the addressee, adult family living together, or an agent signs. Choose again.',
      },
    },
  },
  organisation: {
    signedBy: {
      choices: ['addressee', 'adult-family'],
      message: {
        zh: '受送达人是单位，由法定代表人、主要负责人、负责收件的人或者代理人、指定的代收人签收。请重新选择。',
        en: 'The addressee is an organisation: its representative, head, mail office or agent signs. Choose again.',
      },
    },
    failReason: {
      choices: ['detained'],
      message: {
        zh: '受送达人是单位，不会被羁押或者服役。负责人被羁押、无人收件的，选“其他”并写明。',
        en: 'The addressee is an organisation, which is never detained. Where its head is and nobody else takes mail, choose "Other" and say so.',
      },
    },
    method: {
      choices: ['via-unit'],
      message: {
        zh: '转交送达只用于军人和被羁押、监管的个人，受送达人是单位。请改用其他方式。',
        en: 'Only soldiers and people in detention are served through a unit; the addressee is an organisation. Choose another way.',
      },
    },
  },
}

/** Says that a choice does not fit the addressee. */
function unfitFaults({ matter, body }: EffectInput, field: string): readonly Fault[] {
  const rule = unfit[(matter.content as Entrustment).recipient.kind][field]
  return rule?.choices.includes(String(body[field])) ? [{ path: [field], message: rule.message }] : []
}

/** Says that a receipt was signed on another day than the document was served: before the attempt, above all. */
function otherDateFaults(receiptDate: Day, servedOn: Day): readonly Fault[] {
  if (receiptDate === servedOn) return []
  const message =
    receiptDate < servedOn
      ? {
          zh: `送达回证的日期（${receiptDate}）早于登记的送达（${servedOn}），不能作为送达凭证。请核对回证；登记有误的，先“更正送达登记”。`,
          en: `The receipt (${receiptDate}) is older than the service recorded (${servedOn}) and proves nothing. Check it; if the record is wrong, correct that first.`,
        }
      : {
          zh: `送达回证的日期（${receiptDate}）与登记的送达日期（${servedOn}）不一致。请核对回证；登记有误的，先“更正送达登记”。`,
          en: `The receipt is of ${receiptDate}, the service of ${servedOn}. Check the receipt; if the record is wrong, correct that first.`,
        }
  return [{ path: ['receiptDate'], message }]
}

/**
 * Says that something has to be proven by a file that its agency has not attached, or not since it was asked to.
 * @param since UTC; files that were there before do not count
 */
async function missingFile(
  { tx, matter, actorAgencyId }: EffectInput,
  item: string,
  path: readonly string[],
  message: Words,
  since = '',
): Promise<readonly Fault[]> {
  const files = await attachmentsOf(tx, matter.id)
  const isThere = files.some(
    (file) =>
      file.item === item &&
      !file.internal &&
      !file.withdrawn &&
      file.agency.id === actorAgencyId &&
      file.addedAt > since,
  )
  return isThere ? [] : [{ path, message }]
}

const recordedAlready: Words = {
  zh: '与上一次送达是同一时间：一次送达只登记一次。请核对时间。',
  en: 'The attempt of this time is recorded already: record each attempt once. Check the time.',
}
const unrecorded: Words = {
  zh: '以照片、录像证明留置的，请先添加附件“送达过程照片、录像”。',
  en: 'Attach the photographs or video of leaving it first.',
}
const noReceipt: Words = {
  zh: '请先添加附件“送达回证”（签收后的扫描件），再交回。',
  en: 'Attach the signed receipt first.',
}
const unmended: Words = {
  zh: '对方退回了原来的回证。请先把补正后的“送达回证”添加为附件（原来的可以撤下），再交回。',
  en: 'The other side rejected the receipt. Attach it again as mended (you may take the first one down), then return it.',
}
const noProof: Words = {
  zh: '请先添加附件“其他方式送达的凭证”，如邮寄回执、到达记录、公告截图。',
  en: 'Attach the proof first: return receipt, record of arrival, or the notice.',
}
