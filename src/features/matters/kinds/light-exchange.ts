import { z } from 'zod'
import type { Words } from '../../../kernel/words.ts'
import type { FieldWords } from '../kind.ts'
import {
  takingBackActionWords,
  takingBackFieldWords,
  takingBackForms,
  takingBackStateWords,
} from './taking-back.ts'

/**
 * How a light exchange begins, the same in every kind that binds nobody by a letter: written, sent, signed for, or asked back. A
 * kind spreads these into its chart, forms and words and goes on from where signing leads.
 */
export const lightDraft = {
  send: { to: 'sent', by: 'asker', addresses: true, sends: true, together: true },
  discard: { to: 'discarded', by: 'asker', together: true, undoes: true },
} as const

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
  ...takingBackForms,
  acknowledge: z.strictObject({}),
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
  ...takingBackStateWords,
} as const satisfies Record<string, Words>

/** The words of these actions; each kind says itself what sending means. */
export const lightActionWords = {
  ...takingBackActionWords,
  acknowledge: {
    zh: '签收',
    en: 'Sign for it',
    means: {
      zh: '确认收到；办理期限自送达时起算，不因签收早晚而改变。',
      en: 'Confirms that it arrived; the time for answering runs from delivery, however early you sign.',
    },
  },
} as const satisfies Record<string, Words & { readonly means: Words }>

/** The fields of these actions. */
export const lightFieldWords = {
  ...takingBackFieldWords,
} as const satisfies Record<string, FieldWords>
