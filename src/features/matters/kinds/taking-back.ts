import { z } from 'zod'
import { prose } from '../../../kernel/text.ts'
import type { Words } from '../../../kernel/words.ts'
import type { FieldWords } from '../kind.ts'

/**
 * Taking back what is on its way: a request (`askBack`) the answerer answers (`release`), in each state where it is still open.
 * What could not be delivered is given up.
 */
export const takingBack = <const S extends string>(state: S) =>
  ({
    askBack: { to: state, by: 'asker', once: true, undoes: true },
    release: { to: 'recalled', by: 'answerer', after: 'askBack' },
  }) as const

/** The way out of what nobody could be reached with. */
export const givingUp = { giveUp: { to: 'recalled', by: 'asker', undelivered: true, undoes: true } } as const

/** What these actions carry, and discarding what was never sent. */
export const takingBackForms = {
  discard: z.strictObject({ reason: prose(1_000).optional() }),
  giveUp: z.strictObject({ reason: prose(1_000) }),
  askBack: z.strictObject({ reason: prose(1_000) }),
  release: z.strictObject({ note: prose(1_000).optional() }),
} as const

/** The states of what is on its way, and its ends. */
export const takingBackStateWords = {
  drafted: { zh: '拟稿', en: 'Draft' },
  sent: { zh: '已送达待签收', en: 'Delivered, not yet signed for' },
  recalled: { zh: '已撤回', en: 'Taken back' },
  discarded: { zh: '已作废', en: 'Discarded' },
} as const satisfies Record<string, Words>

/** The words of these actions. */
export const takingBackActionWords = {
  discard: {
    zh: '作废',
    en: 'Discard',
    means: {
      zh: '不再发出；记录保留，不能恢复。',
      en: 'It will not be sent; the record stays and this cannot be undone.',
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
export const takingBackFieldWords = {
  reason: { zh: '理由', en: 'Reason' },
  note: { zh: '备注', en: 'Note' },
} as const satisfies Record<string, FieldWords>
