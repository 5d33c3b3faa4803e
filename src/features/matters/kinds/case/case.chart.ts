import { defineChart } from '../../../../kernel/chart.ts'

/** Measures 强制措施、先行登记保存: taken while a case is investigated, each with its own term, which no other step stops. */
const measuresIn = <const S extends string>(to: S) =>
  ({
    registerEvidence: { to, by: 'asker' },
    seize: { to, by: 'asker' },
    seizeAtOnce: { to, by: 'asker' },
    ...endingsIn(to),
  }) as const

/** Where a measure may be in force. */
const whileMeasuresLast = [
  'investigating',
  'suspended',
  'reviewing',
  'noticed',
  'hearing',
  'decided',
  'served',
  'spared',
  'told',
  'revised',
] as const

/** What measures that were taken still need, also after the decision. */
const endingsIn = <const S extends string>(to: S) =>
  ({
    settleEvidence: { to, by: 'asker', after: 'registerEvidence' },
    reportSeizure: { to, by: 'asker', after: 'seizeAtOnce' },
    extendSeizure: { to, by: 'asker', power: 'approve', extends: 'seizure' },
    endSeizure: { to, by: 'asker' },
  }) as const

/** Legal review and collective discussion, by people who did not investigate (行政处罚法 Arts. 57, 58). */
const reviewsIn = <const S extends string>(to: S) =>
  ({
    passLegalReview: { to, by: 'asker', power: 'approve', otherThan: 'conclude' },
    discuss: { to, by: 'asker', power: 'approve' },
  }) as const

const close = { to: 'closed', by: 'asker', power: 'approve', together: true } as const
const extendDecision = <const S extends string>(to: S) =>
  ({ to, by: 'asker', power: 'approve', extends: 'decision' }) as const
/** The decision was annulled or changed 撤销、变更, by reconsideration, a court, a superior or the agency itself (行政处罚法 Arts. 48, 75). */
const revise = { to: 'revised', by: 'asker', power: 'approve', again: ['undo'] } as const
/** What a case that is decided anew has to do again: everything after it was filed. */
const allAfterFiling = [
  'conclude',
  'passLegalReview',
  'discuss',
  'serveNotice',
  'recordDefence',
  'requestHearing',
  'callHearing',
  'holdHearing',
  'dropHearing',
  'decide',
  'decideWithoutPenalty',
  'decideOnSpot',
  'spareOnSpot',
  'serve',
  'recordExecution',
  'demand',
  'applyToCourt',
  'close',
  'revise',
  'undo',
] as const
/** What an investigation taken up again has to do anew. */
const anew = ['conclude', 'passLegalReview', 'discuss', 'serveNotice'] as const
const decideWithoutPenalty = { to: 'spared', by: 'asker', power: 'approve', otherThan: 'conclude' } as const

/**
 * A case 案件 of one agency, from 受案 to 结案. Nobody answers it: a case has exactly one filing agency, and all steps are its own.
 * What must be there before a decision is no state but a gate (case-gates.ts): notice, defence, review and hearing do not come in
 * one order everywhere.
 */
export const caseChart = defineChart({
  name: 'case',
  initial: 'drafted',
  states: {
    drafted: {
      register: { to: 'registered', by: 'asker', addresses: true, together: true },
      discard: { to: 'discarded', by: 'asker', together: true, undoes: true },
    },
    registered: {
      file: { to: 'investigating', by: 'asker', power: 'approve', otherThan: 'register', together: true },
      sendBack: { to: 'drafted', by: 'asker', power: 'approve', together: true, undoes: true },
      declineToFile: { to: 'notFiled', by: 'asker', power: 'approve', together: true },
    },
    investigating: {
      // A summary case is decided at once; in an ordinary one these are closed (case.closes.ts), and its first step is to conclude.
      decideOnSpot: { to: 'decided', by: 'asker' },
      spareOnSpot: { to: 'spared', by: 'asker' },
      conclude: { to: 'reviewing', by: 'asker' },
      ...measuresIn('investigating'),
      suspend: { to: 'suspended', by: 'asker', power: 'approve' },
      extendDecision: extendDecision('investigating'),
      close,
    },
    suspended: {
      resume: { to: 'investigating', by: 'asker' },
      ...measuresIn('suspended'),
    },
    reviewing: {
      serveNotice: { to: 'noticed', by: 'asker' },
      ...reviewsIn('reviewing'),
      decideWithoutPenalty,
      reopen: { to: 'investigating', by: 'asker', again: anew },
      ...endingsIn('reviewing'),
      extendDecision: extendDecision('reviewing'),
      close,
    },
    noticed: {
      decide: { to: 'decided', by: 'asker', power: 'approve', otherThan: 'conclude' },
      recordDefence: { to: 'noticed', by: 'asker' },
      requestHearing: { to: 'hearing', by: 'asker', once: true },
      ...reviewsIn('noticed'),
      decideWithoutPenalty,
      reopen: { to: 'investigating', by: 'asker', again: anew },
      ...endingsIn('noticed'),
      extendDecision: extendDecision('noticed'),
    },
    hearing: {
      callHearing: { to: 'hearing', by: 'asker' },
      // What the hearing brought up is reviewed anew (行政处罚法 Art. 58: after a hearing, before the decision).
      holdHearing: {
        to: 'noticed',
        by: 'asker',
        after: 'callHearing',
        again: ['passLegalReview', 'discuss'],
      },
      dropHearing: { to: 'noticed', by: 'asker' },
      ...endingsIn('hearing'),
      extendDecision: extendDecision('hearing'),
    },
    decided: {
      serve: { to: 'served', by: 'asker' },
      ...endingsIn('decided'),
    },
    served: {
      recordExecution: { to: 'served', by: 'asker' },
      demand: { to: 'served', by: 'asker' },
      applyToCourt: { to: 'served', by: 'asker', once: true, after: 'demand' },
      ...endingsIn('served'),
      revise,
      close,
    },
    // A decision without penalty is served as well (行政处罚法 Arts. 57, 61), and leaves nothing to pay, demand or enforce.
    spared: {
      serve: { to: 'told', by: 'asker' },
      ...endingsIn('spared'),
    },
    told: {
      close,
      ...endingsIn('told'),
      revise,
    },
    closed: { revise: { ...revise, reopens: true } },
    // What was built on the decision is undone first: notices recalled, publication withdrawn, fines paid back.
    revised: {
      undo: { to: 'revised', by: 'asker' },
      redo: { to: 'investigating', by: 'asker', power: 'approve', after: 'undo', again: allAfterFiling },
      ...endingsIn('revised'),
      close: { ...close, after: 'undo' },
    },
    notFiled: {},
    discarded: {},
  },
  clocks: {
    filing: {
      rule: 'CASE_FILING',
      owes: 'asker',
      runsIn: ['registered'],
      metBy: ['file', 'declineToFile', 'sendBack'],
      doneAt: { file: 'filedAt' },
    },
    decision: {
      rule: 'CASE_DECISION',
      owes: 'asker',
      runsIn: ['investigating', 'reviewing', 'noticed', 'hearing'],
      pausedIn: ['suspended'],
      from: 'filedAt',
      metBy: ['decide', 'decideWithoutPenalty', 'decideOnSpot', 'spareOnSpot'],
      doneAt: {
        decide: 'decidedOn',
        decideWithoutPenalty: 'decidedOn',
        decideOnSpot: 'decidedOn',
        spareOnSpot: 'decidedOn',
      },
    },
    service: {
      rule: 'SERVE_DECISION',
      owes: 'asker',
      runsIn: ['decided', 'spared'],
      from: 'decidedOn',
      metBy: ['serve'],
      doneAt: { serve: 'servedAt' },
    },
    payment: {
      rule: 'PAY_FINE',
      owes: 'asker',
      runsIn: ['served'],
      from: 'servedAt',
      metBy: ['recordExecution', 'demand', 'close'],
    },
    closing: {
      rule: 'CASE_CLOSING',
      owes: 'asker',
      runsIn: ['told'],
      from: 'servedAt',
      metBy: ['close'],
    },
    withdrawal: {
      rule: 'PUBLISH_WITHDRAW',
      owes: 'asker',
      runsIn: ['revised'],
      from: 'receivedOn',
      metBy: ['undo'],
    },
    evidence: {
      rule: 'EVID_REG_SAVE',
      owes: 'asker',
      runsIn: whileMeasuresLast,
      startsWith: ['registerEvidence'],
      each: 'measure',
      from: 'takenAt',
      metBy: ['settleEvidence'],
    },
    seizure: {
      rule: 'SEIZE',
      owes: 'asker',
      runsIn: whileMeasuresLast,
      startsWith: ['seize', 'seizeAtOnce'],
      each: 'measure',
      from: 'takenAt',
      metBy: ['endSeizure'],
    },
    emergencyReport: {
      rule: 'EMERGENCY_MEASURE_REPORT',
      owes: 'asker',
      runsIn: whileMeasuresLast,
      startsWith: ['seizeAtOnce'],
      each: 'measure',
      from: 'takenAt',
      metBy: ['reportSeizure'],
    },
  },
})
