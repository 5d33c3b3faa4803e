import { z } from 'zod'
import { prose } from '../../../kernel/text.ts'
import type { Words } from '../../../kernel/words.ts'
import type { FieldWords } from '../kind.ts'
import {
  givingUp,
  takingBack,
  takingBackActionWords,
  takingBackFieldWords,
  takingBackForms,
  takingBackStateWords,
} from './taking-back.ts'

/**
 * How a formal request 公函 begins, the same in every kind that binds another agency: written, reviewed by a second person, sent,
 * signed for. A kind spreads these into its chart, forms and words and goes on from `received`.
 *
 * Once sent, the answerer alone settles it; taking it back is a request (`askBack`) that the answerer answers (`release`).
 */
export const formalRequestSteps = {
  drafted: {
    submit: { to: 'inReview', by: 'asker', addresses: true, together: true },
    discard: { to: 'discarded', by: 'asker', together: true, undoes: true },
  },
  inReview: {
    approve: { to: 'approved', by: 'asker', power: 'approve', otherThan: 'submit', together: true },
    sendBack: { to: 'drafted', by: 'asker', power: 'approve', together: true },
    withdraw: { to: 'drafted', by: 'asker', together: true, undoes: true },
  },
  approved: {
    send: { to: 'sent', by: 'asker', sends: true, together: true },
    withdraw: { to: 'drafted', by: 'asker', together: true, undoes: true },
  },
  sent: {
    acknowledge: { to: 'received', by: 'answerer', signs: true },
    ...givingUp,
    ...takingBack('sent'),
  },
} as const

/** The ends of a formal request that was not answered. */
export const formalRequestEnds = { declined: {}, recalled: {}, discarded: {} } as const

/** The deadlines of writing, sending and signing for it. */
export const formalRequestClocks = {
  approval: { rule: 'REQUEST_APPROVE', owes: 'asker', runsIn: ['inReview'], metBy: ['approve', 'sendBack'] },
  sending: { rule: 'REQUEST_SEND', owes: 'asker', runsIn: ['approved'], metBy: ['send'] },
  receipt: { rule: 'REQUEST_RECEIVE', owes: 'answerer', runsIn: ['sent'], metBy: ['acknowledge'] },
} as const

const nothing = z.strictObject({})

/** What the actions up to `received` carry; each kind has its own `submit`. */
export const formalRequestForms = {
  ...takingBackForms,
  approve: z.strictObject({ opinion: prose(1_000) }),
  sendBack: z.strictObject({ reason: prose(1_000) }),
  withdraw: nothing,
  send: nothing,
  acknowledge: nothing,
} as const

/** Good bodies for these actions. */
export const formalRequestBodies = {
  discard: {},
  approve: { opinion: '事由清楚，依据充分，同意发出。' },
  sendBack: { reason: '请写明请求事项的具体要求。' },
  withdraw: {},
  send: {},
  acknowledge: {},
  giveUp: { reason: '该单位已撤销，另行发函。' },
  askBack: { reason: '当事人已到案，不再需要协助。' },
  release: {},
}

/** The states up to signing for it, and the ends. */
export const formalRequestStateWords = {
  ...takingBackStateWords,
  inReview: { zh: '审核中', en: 'In review' },
  approved: { zh: '已审批待发出', en: 'Approved, to be sent' },
  received: { zh: '已签收待受理', en: 'Signed for, to be taken up' },
  declined: { zh: '不予协助', en: 'Declined' },
} as const satisfies Record<string, Words>

/** The actions up to signing for it. */
export const formalRequestActionWords = {
  ...takingBackActionWords,
  submit: {
    zh: '提交审核',
    en: 'Submit for review',
    means: {
      zh: '交由另一名人员审核，审核期限开始计算；对方此时还看不到。',
      en: 'Another person now reviews it, and the time for review begins; the other agency sees nothing yet.',
    },
  },
  approve: {
    zh: '审核同意',
    en: 'Approve',
    means: {
      zh: '同意发出，须在发出期限内送出。提交人不能审核自己提交的内容。',
      en: 'It may be sent, within the time for sending. Nobody approves what he or she submitted.',
    },
  },
  sendBack: {
    zh: '退回修改',
    en: 'Send back for correction',
    means: {
      zh: '退回拟稿人修改，审核期限终止，重新提交后另行计算。',
      en: 'The writer corrects it; the time for review ends and begins anew when it is submitted again.',
    },
  },
  withdraw: {
    zh: '收回修改',
    en: 'Take back to correct',
    means: {
      zh: '发出之前收回，继续修改；之后须重新审核。',
      en: 'Takes it back before it is sent; afterwards it has to be reviewed again.',
    },
  },
  send: {
    zh: '发出',
    en: 'Send',
    means: {
      zh: '送达对方，对方的签收和办理期限从此时起算。',
      en: 'It is delivered, and the other side’s times for signing and answering begin.',
    },
  },
  acknowledge: {
    zh: '签收',
    en: 'Sign for it',
    means: {
      zh: '确认收到，不等于同意办理；办理期限自送达时起算，不因签收早晚而改变。',
      en: 'Confirms that it arrived, not that you will do it; the time for answering runs from delivery.',
    },
  },
} as const satisfies Record<string, Words & { readonly means: Words }>

/** The deadlines up to signing for it. */
export const formalRequestClockWords = {
  approval: { zh: '审核期限', en: 'Review' },
  sending: { zh: '发出期限', en: 'Sending' },
  receipt: { zh: '签收期限', en: 'Signing for it' },
} as const satisfies Record<string, Words>

/** The fields of these actions. */
export const formalRequestFieldWords = {
  opinion: { zh: '审核意见', en: 'Opinion' },
  ...takingBackFieldWords,
} as const satisfies Record<string, FieldWords>
