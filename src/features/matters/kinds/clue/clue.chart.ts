import { defineChart } from '../../../../kernel/chart.ts'
import { givingUp, takingBack } from '../taking-back.ts'

/**
 * Clue 线索: what one agency noticed and another should look into. The finder keeps the lead of the clue itself; each
 * receiver answers on its own leg whether it took it up, what it found, and the finder says how useful it was.
 */
export const clueChart = defineChart({
  name: 'clue',
  initial: 'drafted',
  states: {
    drafted: {
      push: { to: 'pushed', by: 'asker', addresses: true, sends: true, together: true },
      discard: { to: 'discarded', by: 'asker', together: true, undoes: true },
    },
    pushed: {
      acknowledge: { to: 'received', by: 'answerer', signs: true },
      ...givingUp,
      ...takingBack('pushed'),
    },
    received: {
      take: { to: 'verifying', by: 'answerer' },
      return: { to: 'returned', by: 'answerer' },
      ...takingBack('received'),
    },
    verifying: {
      conclude: { to: 'concluded', by: 'answerer' },
      extend: { to: 'verifying', by: 'answerer', once: true, extends: 'verification' },
      ...takingBack('verifying'),
    },
    concluded: {
      feedback: { to: 'fedBack', by: 'answerer' },
    },
    fedBack: {
      rate: { to: 'closed', by: 'asker' },
    },
    closed: {},
    returned: {},
    recalled: {},
    discarded: {},
  },
  clocks: {
    receipt: { rule: 'CLUE_RECEIVE', owes: 'answerer', runsIn: ['pushed'], metBy: ['acknowledge'] },
    triage: { rule: 'CLUE_TRIAGE', owes: 'answerer', runsIn: ['received'], metBy: ['take', 'return'] },
    verification: { rule: 'CLUE_VERIFY', owes: 'answerer', runsIn: ['verifying'], metBy: ['conclude'] },
    feedback: { rule: 'CLUE_FEEDBACK', owes: 'answerer', runsIn: ['concluded'], metBy: ['feedback'] },
    rating: { rule: 'CLUE_RATE', owes: 'asker', runsIn: ['fedBack'], metBy: ['rate'] },
  },
})
