import { defineChart } from '../../../../kernel/chart.ts'
import { formalRequestClocks, formalRequestEnds, formalRequestSteps } from '../formal-request.ts'
import { takingBack } from '../taking-back.ts'

/**
 * Co-investigation 协查: what one agency needs to know for a case and another can find out (行政处罚法 Art. 26). Its tasks are answered
 * one by one, and the last word closes them all; the asker keeps the lead, because the case stays its own.
 */
export const coInvestigationChart = defineChart({
  name: 'co-investigation',
  initial: 'drafted',
  states: {
    ...formalRequestSteps,
    received: {
      take: { to: 'investigating', by: 'answerer' },
      decline: { to: 'declined', by: 'answerer' },
      ...takingBack('received'),
    },
    investigating: {
      answerTask: { to: 'investigating', by: 'answerer' },
      reply: { to: 'replied', by: 'answerer' },
      extend: { to: 'investigating', by: 'answerer', once: true, extends: 'reply' },
      ...takingBack('investigating'),
    },
    replied: {
      askMore: { to: 'supplementing', by: 'asker', once: true },
      confirm: { to: 'closed', by: 'asker' },
    },
    supplementing: {
      supply: { to: 'replied', by: 'answerer' },
    },
    closed: {},
    ...formalRequestEnds,
  },
  clocks: {
    ...formalRequestClocks,
    // Runs from delivery: not signing for it gains nobody time.
    reply: {
      rule: 'COINVEST_REPLY',
      owes: 'answerer',
      runsIn: ['sent', 'received', 'investigating'],
      metBy: ['reply', 'decline'],
    },
    supplement: {
      rule: 'COINVEST_SUPPLEMENT',
      owes: 'answerer',
      runsIn: ['supplementing'],
      metBy: ['supply'],
    },
    confirmation: {
      rule: 'COINVEST_CONFIRM',
      owes: 'asker',
      runsIn: ['replied'],
      metBy: ['confirm', 'askMore'],
    },
  },
})
