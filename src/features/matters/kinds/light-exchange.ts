import { z } from 'zod'
import { prose } from '../../../kernel/text.ts'
import type { Words } from '../../../kernel/words.ts'
import type { FieldWords } from '../kind.ts'

/**
 * How a light exchange begins, the same in every kind that binds nobody by a letter: written, sent, signed for, or asked back. A
 * kind spreads these into its chart, forms and words and goes on from where signing leads.
 */
export const lightDraft = {
  send: { to: 'sent', by: 'asker', addresses: true, sends: true, together: true },
  discard: { to: 'discarded', by: 'asker', together: true },
} as const

/**
 * Taking back what is on its way: a request (`askBack`) the answerer answers (`release`), in each state where it is still open.
 * What could not be delivered is given up.
 */
export const takingBack = <const S extends string>(state: S) =>
  ({
    askBack: { to: state, by: 'asker', once: true },
    release: { to: 'recalled', by: 'answerer', after: 'askBack' },
  }) as const

/** The way out of what nobody could be reached with. */
export const givingUp = { giveUp: { to: 'recalled', by: 'asker', undelivered: true } } as const

/** The ends of what was not answered. */
export const lightEnds = { recalled: {}, discarded: {} } as const

/** The deadline of signing for it, in the state where it has just arrived. */
export const lightReceipt = {
  rule: 'EXCHANGE_RECEIVE',
  owes: 'answerer',
  runsIn: ['sent'],
  metBy: ['acknowledge'],
} as const

/** What these actions carry; each kind has its own `send`. */
export const lightForms = {
  discard: z.strictObject({ reason: prose(1_000).optional() }),
  acknowledge: z.strictObject({}),
  giveUp: z.strictObject({ reason: prose(1_000) }),
  askBack: z.strictObject({ reason: prose(1_000) }),
  release: z.strictObject({ note: prose(1_000).optional() }),
} as const

/** Good bodies for these actions. */
export const lightBodies = {
  discard: {},
  acknowledge: {},
  giveUp: { reason: '该单位已撤销，另行联系承接单位。' },
  askBack: { reason: '情况已变化，不再需要办理。' },
  release: {},
}

/** The states these actions lead from and to. */
export const lightStateWords = {
  drafted: { zh: '拟稿', en: 'Draft' },
  sent: { zh: '已送达待签收', en: 'Delivered, not yet signed for' },
  recalled: { zh: '已撤回', en: 'Taken back' },
  discarded: { zh: '已作废', en: 'Discarded' },
} as const satisfies Record<string, Words>

/** The words of these actions; each kind says itself what sending means. */
export const lightActionWords = {
  discard: {
    zh: '作废',
    en: 'Discard',
    means: {
      zh: '不再发出；记录保留，不能恢复。',
      en: 'It will not be sent; the record stays and this cannot be undone.',
    },
  },
  acknowledge: {
    zh: '签收',
    en: 'Sign for it',
    means: {
      zh: '确认收到；办理期限自送达时起算，不因签收早晚而改变。',
      en: 'Confirms that it arrived; the time for answering runs from delivery, however early you sign.',
    },
  },
  giveUp: {
    zh: '不再发送',
    en: 'Give up sending',
    means: {
      zh: '未能送达的单位不再重发，这一往来到此结束；其他承办单位不受影响。',
      en: 'What could not be delivered is not sent again, and this conversation ends; others go on.',
    },
  },
  askBack: {
    zh: '请求撤回',
    en: 'Ask for it back',
    means: {
      zh: '请对方同意撤回；对方仍可继续办理，期限照常计算。只能请求一次。',
      en: 'Asks the other side to let it go; it may still go on, and the times run. Once only.',
    },
  },
  release: {
    zh: '同意撤回',
    en: 'Let it go back',
    means: { zh: '同意撤回，本机关不再办理。', en: 'Your agency does nothing further.' },
  },
} as const satisfies Record<string, Words & { readonly means: Words }>

/** The fields of these actions. */
export const lightFieldWords = {
  reason: { zh: '理由', en: 'Reason' },
  note: { zh: '备注', en: 'Note' },
} as const satisfies Record<string, FieldWords>
