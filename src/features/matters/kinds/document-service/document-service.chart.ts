import { defineChart } from '../../../../kernel/chart.ts'
import { formalRequestClocks, formalRequestEnds, formalRequestSteps } from '../formal-request.ts'
import { takingBack } from '../taking-back.ts'

/**
 * Entrusted service of a document 委托送达: another agency serves where going there oneself is too far (行政处罚法 Art. 61, 民事诉讼法
 * Arts 87–95). Two attempts that failed bring the matter back to the asker, who decides how to go on. The time for serving a
 * penalty decision binds the asker all along: entrusting does not stop it.
 */
export const documentServiceChart = defineChart({
  name: 'document-service',
  initial: 'drafted',
  states: {
    ...formalRequestSteps,
    received: {
      take: { to: 'serving', by: 'answerer' },
      decline: { to: 'declined', by: 'answerer' },
      ...takingBack('received'),
    },
    serving: {
      serve: { to: 'served', by: 'answerer' },
      fail: { to: 'triedOnce', by: 'answerer' },
      ...takingBack('serving'),
    },
    triedOnce: {
      serve: { to: 'served', by: 'answerer' },
      fail: { to: 'undelivered', by: 'answerer' },
      ...takingBack('triedOnce'),
    },
    undelivered: {
      instruct: { to: 'serving', by: 'asker' },
      serveOtherwise: { to: 'closed', by: 'asker' },
      abandon: { to: 'unserved', by: 'asker' },
    },
    served: {
      returnReceipt: { to: 'returned', by: 'answerer' },
      amendService: { to: 'served', by: 'answerer' },
    },
    returned: {
      confirmReceipt: { to: 'closed', by: 'asker' },
      rejectReceipt: { to: 'served', by: 'asker' },
    },
    closed: {},
    unserved: {},
    ...formalRequestEnds,
  },
  clocks: {
    ...formalRequestClocks,
    service: {
      rule: 'SERVICE_SERVE',
      owes: 'answerer',
      runsIn: ['sent', 'received', 'serving', 'triedOnce'],
      metBy: ['serve', 'decline'],
      doneAt: { serve: 'at', amendService: 'at' },
    },
    decisionService: {
      rule: 'SERVE_DECISION',
      owes: 'asker',
      entrusted: true,
      fromContent: 'document.decidedOn',
      ifGiven: true,
      runsIn: ['inReview', 'approved', 'sent', 'received', 'serving', 'triedOnce', 'undelivered'],
      metBy: ['serve', 'serveOtherwise'],
      doneAt: { serve: 'at', amendService: 'at', serveOtherwise: ['deliveredOn', 'arrivedAt', 'signedOn'] },
    },
    instruction: {
      rule: 'SERVICE_INSTRUCT',
      owes: 'asker',
      runsIn: ['undelivered'],
      metBy: ['instruct', 'serveOtherwise', 'abandon'],
    },
    receiptReturn: { rule: 'SERVICE_RETURN', owes: 'answerer', runsIn: ['served'], metBy: ['returnReceipt'] },
    confirmation: {
      rule: 'SERVICE_CONFIRM',
      owes: 'asker',
      runsIn: ['returned'],
      metBy: ['confirmReceipt', 'rejectReceipt'],
    },
  },
})
