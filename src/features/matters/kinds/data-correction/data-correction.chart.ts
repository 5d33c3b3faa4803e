import { defineChart } from '../../../../kernel/chart.ts'
import { lightDraft, lightEnds, lightReceipt } from '../light-exchange.ts'
import { givingUp, takingBack } from '../taking-back.ts'

/**
 * Data correction 数据纠错: whoever uses a record of another agency reports what is wrong in it; the agency that keeps the record
 * verifies, corrects and answers within ten working days (政务数据共享条例 Art. 26), and reports the corrected value back.
 *
 * A challenge to the answer goes to the common superior (Art. 28): never to the agency that made the record.
 */
export const dataCorrectionChart = defineChart({
  name: 'data-correction',
  initial: 'drafted',
  states: {
    drafted: lightDraft,
    sent: {
      acknowledge: { to: 'verifying', by: 'answerer', signs: true },
      ...takingBack('sent'),
      ...givingUp,
    },
    verifying: {
      correct: { to: 'corrected', by: 'answerer' },
      decline: { to: 'declined', by: 'answerer' },
      ...takingBack('verifying'),
    },
    corrected: {
      confirm: { to: 'closed', by: 'asker' },
      challenge: { to: 'challenged', by: 'asker', once: true },
    },
    declined: {
      confirm: { to: 'closed', by: 'asker' },
      challenge: { to: 'challenged', by: 'asker', once: true },
    },
    challenged: {
      orderCorrection: { to: 'ordered', by: 'superior', power: 'designate' },
      uphold: { to: 'upheld', by: 'superior', power: 'designate' },
    },
    ordered: {
      correct: { to: 'corrected', by: 'answerer' },
    },
    closed: {},
    upheld: {},
    ...lightEnds,
  },
  clocks: {
    receipt: lightReceipt,
    // Runs from delivery, not from the acknowledgement: not signing for it gains nobody time.
    correction: {
      rule: 'DATA_CORRECT',
      owes: 'answerer',
      runsIn: ['sent', 'verifying'],
      metBy: ['correct', 'decline'],
    },
    confirmation: {
      rule: 'DATA_CONFIRM',
      owes: 'asker',
      runsIn: ['corrected', 'declined'],
      metBy: ['confirm', 'challenge'],
    },
    ruling: {
      rule: 'DATA_DISPUTE',
      owes: 'superior',
      runsIn: ['challenged'],
      metBy: ['orderCorrection', 'uphold'],
    },
    orderedCorrection: {
      rule: 'DATA_CORRECT_ORDERED',
      owes: 'answerer',
      runsIn: ['ordered'],
      metBy: ['correct'],
    },
  },
})
