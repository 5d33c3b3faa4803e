import { defineChart } from '../../../../kernel/chart.ts'
import { formalRequestClocks, formalRequestSteps } from '../formal-request.ts'
import { givingUp } from '../taking-back.ts'

/**
 * Case notice 结案抄告: what was decided is told to the region that licensed the vehicle or the carrier (超限运输车辆行驶公路管理规定
 * Art. 44), which answers what it did. A decision that is annulled or changed is recalled from everybody who was told, also long
 * after they answered, and each confirms for itself.
 */
export const caseNoticeChart = defineChart({
  name: 'case-notice',
  initial: 'drafted',
  states: {
    drafted: formalRequestSteps.drafted,
    inReview: formalRequestSteps.inReview,
    approved: formalRequestSteps.approved,
    sent: {
      acknowledge: { to: 'received', by: 'answerer', signs: true },
      ...givingUp,
      recall: { to: 'recalling', by: 'asker', everywhere: true, undoes: true },
    },
    received: {
      answer: { to: 'answered', by: 'answerer' },
      recall: { to: 'recalling', by: 'asker', everywhere: true, undoes: true },
    },
    answered: {
      amendAnswer: { to: 'answered', by: 'answerer', reopens: true },
      recall: { to: 'recalling', by: 'asker', everywhere: true, reopens: true, undoes: true },
    },
    recalling: {
      confirmRecall: { to: 'recalled', by: 'answerer' },
    },
    recalled: {},
    discarded: {},
  },
  clocks: {
    approval: formalRequestClocks.approval,
    receipt: { rule: 'NOTICE_RECEIVE', owes: 'answerer', runsIn: ['sent'], metBy: ['acknowledge'] },
    // The seven working days run from the day the case was handled, over writing and review alike.
    writing: {
      rule: 'OVERLOAD_NOTIFY_REG',
      owes: 'asker',
      runsIn: ['drafted'],
      fromContent: 'decision.handledOn',
      ifGiven: true,
      metBy: ['submit'],
    },
    notifying: {
      rule: 'OVERLOAD_NOTIFY_REG',
      owes: 'asker',
      runsIn: ['inReview', 'approved'],
      fromContent: 'decision.handledOn',
      metBy: ['send'],
    },
    answer: { rule: 'NOTICE_ANSWER', owes: 'answerer', runsIn: ['received'], metBy: ['answer'] },
    recallConfirmation: {
      rule: 'NOTICE_RECALL',
      owes: 'answerer',
      runsIn: ['recalling'],
      metBy: ['confirmRecall'],
    },
  },
})
