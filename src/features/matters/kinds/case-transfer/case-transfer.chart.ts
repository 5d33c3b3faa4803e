import { defineChart } from '../../../../kernel/chart.ts'
import { formalRequestSteps } from '../formal-request.ts'
import { takingBack } from '../taking-back.ts'

/**
 * Case transfer 案件移送. The case changes hands only when both agencies have agreed, or their common superior has
 * designated (行政处罚法 Art. 25); until that instant the sender leads, from then on the receiver.
 *
 * Once sent, the receiver alone settles the transfer, so two nodes that act at the same moment can never both believe
 * they lead the case. Taking back what is on its way is a request (`askBack`) the receiver answers (`release`).
 * An objection climbs a ladder on which exactly one side is to move: sender, receiver, superior. The common superior may take it up
 * of its own accord (行政处罚法 Art. 25); then the same sides move on as before for a short time, after which it designates, because were
 * it to designate at once, a concession or an acceptance of that moment would hold on one node and not on the other.
 * The receiver cannot pass the case on again; it objects instead.
 */
export const caseTransferChart = defineChart({
  name: 'case-transfer',
  initial: 'drafted',
  states: {
    ...formalRequestSteps,
    received: {
      accept: { to: 'accepted', by: 'answerer', lead: 'answerer' },
      requestSupplement: { to: 'supplementing', by: 'answerer', once: true },
      object: { to: 'objected', by: 'answerer' },
      ...takingBack('received'),
    },
    supplementing: {
      supply: { to: 'received', by: 'asker' },
      accept: { to: 'accepted', by: 'answerer', lead: 'answerer' },
      object: { to: 'objected', by: 'answerer' },
      ...takingBack('supplementing'),
    },
    objected: {
      concede: { to: 'returned', by: 'asker' },
      insist: { to: 'consulting', by: 'asker' },
      takeUp: { to: 'objectionTakenUp', by: 'superior', power: 'designate', unasked: true },
    },
    consulting: {
      accept: { to: 'accepted', by: 'answerer', lead: 'answerer' },
      maintain: { to: 'referred', by: 'answerer' },
      takeUp: { to: 'consultationTakenUp', by: 'superior', power: 'designate', unasked: true },
    },
    objectionTakenUp: {
      concede: { to: 'returned', by: 'asker' },
      insist: { to: 'consultationTakenUp', by: 'asker' },
      referOnTakingUp: { to: 'referred', by: 'asker', atEndOf: 'objectionTakenUp' },
    },
    consultationTakenUp: {
      accept: { to: 'accepted', by: 'answerer', lead: 'answerer' },
      maintain: { to: 'referred', by: 'answerer' },
      referOnTakingUp: { to: 'referred', by: 'answerer', atEndOf: 'consultationTakenUp' },
    },
    referred: {
      designateAnswerer: { to: 'accepted', by: 'superior', power: 'designate', lead: 'answerer' },
      designateAsker: { to: 'returned', by: 'superior', power: 'designate' },
    },
    accepted: {
      file: { to: 'filed', by: 'answerer' },
      declineToFile: { to: 'reported', by: 'answerer' },
      handOver: { to: 'accepted', by: 'asker', once: true },
      confirmHandOver: { to: 'accepted', by: 'answerer', once: true, after: 'handOver' },
      tellParty: { to: 'accepted', by: 'asker', once: true },
    },
    filed: {
      decide: { to: 'decided', by: 'answerer' },
      handOver: { to: 'filed', by: 'asker', once: true },
      confirmHandOver: { to: 'filed', by: 'answerer', once: true, after: 'handOver' },
      tellParty: { to: 'filed', by: 'asker', once: true },
    },
    decided: {
      reportResult: { to: 'reported', by: 'answerer' },
      handOver: { to: 'decided', by: 'asker', once: true },
      confirmHandOver: { to: 'decided', by: 'answerer', once: true, after: 'handOver' },
      tellParty: { to: 'decided', by: 'asker', once: true },
    },
    reported: {
      confirmResult: { to: 'closed', by: 'asker', after: 'tellParty' },
      handOver: { to: 'reported', by: 'asker', once: true },
      confirmHandOver: { to: 'reported', by: 'answerer', once: true, after: 'handOver' },
      tellParty: { to: 'reported', by: 'asker', once: true },
    },
    closed: {},
    returned: {},
    recalled: {},
    discarded: {},
  },
  clocks: {
    approval: {
      rule: 'TRANSFER_APPROVE',
      owes: 'asker',
      runsIn: ['inReview'],
      metBy: ['approve', 'sendBack'],
    },
    sending: { rule: 'TRANSFER_SEND', owes: 'asker', runsIn: ['approved'], metBy: ['send'] },
    receipt: { rule: 'TRANSFER_RECEIVE', owes: 'answerer', runsIn: ['sent'], metBy: ['acknowledge'] },
    // Runs from delivery, not from the acknowledgement: not signing for it gains nobody time.
    acceptance: {
      rule: 'TRANSFER_ACCEPT',
      owes: 'answerer',
      runsIn: ['sent', 'received'],
      pausedIn: ['supplementing'],
      metBy: ['accept', 'object'],
    },
    supplement: {
      rule: 'TRANSFER_SUPPLEMENT',
      owes: 'asker',
      runsIn: ['supplementing'],
      metBy: ['supply'],
    },
    objection: {
      rule: 'TRANSFER_OBJECTION',
      owes: 'asker',
      runsIn: ['objected', 'objectionTakenUp'],
      metBy: ['concede', 'insist', 'referOnTakingUp'],
    },
    objectionTakenUp: {
      rule: 'DISPUTE_DEMAND',
      owes: 'asker',
      runsIn: ['objectionTakenUp'],
      metBy: ['concede', 'insist', 'referOnTakingUp'],
    },
    consultation: {
      rule: 'DISPUTE_CONSULT',
      owes: 'answerer',
      runsIn: ['consulting', 'consultationTakenUp'],
      metBy: ['accept', 'maintain', 'referOnTakingUp'],
    },
    consultationTakenUp: {
      rule: 'DISPUTE_DEMAND',
      owes: 'answerer',
      runsIn: ['consultationTakenUp'],
      metBy: ['accept', 'maintain', 'referOnTakingUp'],
    },
    designation: {
      rule: 'TRANSFER_DESIGNATE',
      owes: 'superior',
      runsIn: ['referred'],
      metBy: ['designateAnswerer', 'designateAsker'],
    },
    handOver: {
      rule: 'TRANSFER_HANDOVER',
      owes: 'asker',
      runsIn: ['accepted', 'filed', 'decided', 'reported'],
      metBy: ['handOver'],
    },
    tellingParty: {
      rule: 'TRANSFER_TELL_PARTY',
      owes: 'asker',
      runsIn: ['accepted', 'filed', 'decided', 'reported'],
      metBy: ['tellParty'],
    },
    filing: {
      rule: 'TRANSFER_FILE',
      owes: 'answerer',
      runsIn: ['accepted'],
      metBy: ['file', 'declineToFile'],
    },
    caseDecision: {
      rule: 'CASE_DECISION',
      owes: 'answerer',
      runsIn: ['filed'],
      from: 'filedAt',
      metBy: ['decide'],
    },
    feedback: {
      rule: 'TRANSFER_RESULT_FEEDBACK',
      owes: 'answerer',
      runsIn: ['decided'],
      from: 'decidedOn',
      metBy: ['reportResult'],
    },
    confirmation: {
      rule: 'TRANSFER_CONFIRM',
      owes: 'asker',
      runsIn: ['reported'],
      metBy: ['confirmResult'],
    },
  },
})
