import { defineChart } from '../../../../kernel/chart.ts'
import { lightDraft, lightEnds, lightReceipt } from '../light-exchange.ts'
import { givingUp, takingBack } from '../taking-back.ts'

/**
 * Referral between departments 部门移交: police, market regulation, maritime, fishery, expressway company and the like hand over to a
 * transport agency what is its business, and the other way round. There is no common superior between them, so nothing is insisted
 * on: who declines names the department that is competent. From acceptance on the receiver leads.
 */
export const partnerReferralChart = defineChart({
  name: 'partner-referral',
  initial: 'drafted',
  states: {
    drafted: lightDraft,
    sent: {
      acknowledge: { to: 'received', by: 'answerer', signs: true },
      ...takingBack('sent'),
      ...givingUp,
    },
    received: {
      accept: { to: 'accepted', by: 'answerer', lead: 'answerer' },
      decline: { to: 'declined', by: 'answerer' },
      ...takingBack('received'),
    },
    accepted: {
      file: { to: 'filed', by: 'answerer' },
      declineToFile: { to: 'reported', by: 'answerer' },
      handOver: { to: 'accepted', by: 'asker', once: true },
      confirmHandOver: { to: 'accepted', by: 'answerer', once: true, after: 'handOver' },
    },
    filed: {
      reportResult: { to: 'reported', by: 'answerer' },
      handOver: { to: 'filed', by: 'asker', once: true },
      confirmHandOver: { to: 'filed', by: 'answerer', once: true, after: 'handOver' },
    },
    reported: {
      confirm: { to: 'closed', by: 'asker' },
      handOver: { to: 'reported', by: 'asker', once: true },
      confirmHandOver: { to: 'reported', by: 'answerer', once: true, after: 'handOver' },
    },
    closed: {},
    declined: {},
    ...lightEnds,
  },
  clocks: {
    receipt: lightReceipt,
    // Runs from delivery, not from the acknowledgement: not signing for it gains nobody time.
    acceptance: {
      rule: 'REFERRAL_ACCEPT',
      owes: 'answerer',
      runsIn: ['sent', 'received'],
      metBy: ['accept', 'decline'],
    },
    filing: {
      rule: 'REFERRAL_FILE',
      owes: 'answerer',
      runsIn: ['accepted'],
      metBy: ['file', 'declineToFile'],
    },
    // Only where something is handed over: a clue comes with papers alone.
    handOver: {
      rule: 'REFERRAL_HANDOVER',
      owes: 'asker',
      runsIn: ['accepted', 'filed', 'reported'],
      fromContent: 'custody.promisedAt',
      ifGiven: true,
      metBy: ['handOver'],
    },
    result: {
      rule: 'REFERRAL_RESULT',
      owes: 'answerer',
      runsIn: ['filed'],
      from: 'filedAt',
      metBy: ['reportResult'],
    },
    confirmation: {
      rule: 'REFERRAL_CONFIRM',
      owes: 'asker',
      runsIn: ['reported'],
      metBy: ['confirm'],
    },
  },
})
