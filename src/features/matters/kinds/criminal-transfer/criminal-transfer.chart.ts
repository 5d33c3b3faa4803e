import { defineChart } from '../../../../kernel/chart.ts'

/**
 * Transfer of a suspected crime 涉嫌犯罪移送 to the police of the same level, by the Rules on transferring suspected crimes
 * (行政执法机关移送涉嫌犯罪案件的规定, State Council order 310), whose periods nobody can change.
 *
 * The head's three days run on while a report is corrected, so that sending it back gains no time. What was approved cannot
 * be held back any more, nor given up where the police could not be reached: it is sent again. The police lead from the moment they
 * file; before that, and after they send it back, the agency.
 *
 * Police who are not competent say so when they sign and have 24 hours to pass it on; who finds it out later passes it on at once, and
 * how long it took since the receipt is kept.
 */
export const criminalTransferChart = defineChart({
  name: 'criminal-transfer',
  initial: 'drafted',
  states: {
    drafted: {
      report: { to: 'inReview', by: 'asker', addresses: true, together: true },
      discard: { to: 'discarded', by: 'asker', together: true, undoes: true },
    },
    inReview: {
      approve: { to: 'approved', by: 'asker', power: 'lead', otherThan: 'report', together: true },
      refuse: { to: 'refused', by: 'asker', power: 'lead', otherThan: 'report', together: true },
      sendBack: { to: 'correcting', by: 'asker', power: 'lead', together: true },
    },
    correcting: {
      report: { to: 'inReview', by: 'asker', addresses: true, together: true },
    },
    approved: {
      send: { to: 'sent', by: 'asker', sends: true, together: true },
    },
    sent: {
      sign: { to: 'received', by: 'answerer' },
      signNotCompetent: { to: 'forwarding', by: 'answerer' },
    },
    forwarding: {
      forwardCase: { to: 'forwarded', by: 'answerer' },
    },
    received: {
      file: { to: 'filed', by: 'answerer', lead: 'answerer' },
      declineToFile: { to: 'notFiled', by: 'answerer' },
      forwardCase: { to: 'forwarded', by: 'answerer' },
    },
    forwarded: {
      file: { to: 'filed', by: 'answerer', lead: 'answerer' },
      declineToFile: { to: 'notFiled', by: 'answerer' },
    },
    notFiled: {
      requestReconsideration: { to: 'reconsidering', by: 'asker' },
      suggestSupervision: { to: 'supervised', by: 'asker' },
      acceptNotFiling: { to: 'unfiled', by: 'asker' },
    },
    reconsidering: {
      file: { to: 'filed', by: 'answerer', lead: 'answerer' },
      uphold: { to: 'upheld', by: 'answerer' },
    },
    upheld: {
      suggestSupervision: { to: 'supervised', by: 'asker' },
      acceptNotFiling: { to: 'unfiled', by: 'asker' },
    },
    supervised: {
      file: { to: 'filed', by: 'answerer', lead: 'answerer' },
      keepRefusal: { to: 'unfiled', by: 'answerer' },
    },
    filed: {
      handOver: { to: 'handedOver', by: 'asker' },
    },
    handedOver: {
      confirmHandOver: { to: 'handedOver', by: 'answerer', once: true },
      conclude: { to: 'concluded', by: 'answerer' },
      sendBackForPenalty: { to: 'sentBack', by: 'answerer', lead: 'asker' },
    },
    concluded: {},
    sentBack: {},
    unfiled: {},
    refused: {},
    discarded: {},
  },
  clocks: {
    approval: {
      rule: 'CRIME_APPROVE',
      owes: 'asker',
      runsIn: ['inReview', 'correcting'],
      metBy: ['approve', 'refuse'],
    },
    transfer: { rule: 'CRIME_TRANSFER', owes: 'asker', runsIn: ['approved'], metBy: ['send'] },
    receipt: { rule: 'POLICE_SIGN', owes: 'answerer', runsIn: ['sent'], metBy: ['sign', 'signNotCompetent'] },
    forwarding: {
      rule: 'CRIME_POLICE_FORWARD',
      owes: 'answerer',
      runsIn: ['forwarding'],
      metBy: ['forwardCase'],
    },
    // From the first receipt: passing it on gains nobody time.
    decision: {
      rule: 'CRIME_POLICE_DECIDE',
      owes: 'answerer',
      runsIn: ['received', 'forwarding', 'forwarded'],
      metBy: ['file', 'declineToFile'],
    },
    objection: {
      rule: 'CRIME_RECON_REQUEST',
      owes: 'asker',
      runsIn: ['notFiled'],
      metBy: ['requestReconsideration', 'suggestSupervision', 'acceptNotFiling'],
    },
    reconsideration: {
      rule: 'CRIME_RECON_DECIDE',
      owes: 'answerer',
      runsIn: ['reconsidering'],
      metBy: ['file', 'uphold'],
    },
    supervision: {
      rule: 'CRIME_SUPERVISION',
      owes: 'asker',
      runsIn: ['upheld'],
      metBy: ['suggestSupervision', 'acceptNotFiling'],
    },
    underSupervision: {
      rule: 'POLICE_SUPERVISED',
      owes: 'answerer',
      runsIn: ['supervised'],
      metBy: ['file', 'keepRefusal'],
    },
    handOver: { rule: 'CRIME_HANDOVER', owes: 'asker', runsIn: ['filed'], metBy: ['handOver'] },
    outcome: {
      rule: 'POLICE_OUTCOME',
      owes: 'answerer',
      runsIn: ['handedOver'],
      metBy: ['conclude', 'sendBackForPenalty'],
    },
  },
})
