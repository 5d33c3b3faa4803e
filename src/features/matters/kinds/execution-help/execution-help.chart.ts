import { defineChart } from '../../../../kernel/chart.ts'
import { formalRequestClocks, formalRequestEnds, formalRequestSteps } from '../formal-request.ts'
import { takingBack } from '../taking-back.ts'

/**
 * Help with carrying out a decision 协助执行 (行政处罚法 Art. 26). The decision stays the asker's; what coerces is done by the agency of
 * the place alone and in its own name (行政强制法 Art. 17).
 */
export const executionHelpChart = defineChart({
  name: 'execution-help',
  initial: 'drafted',
  states: {
    ...formalRequestSteps,
    received: {
      take: { to: 'executing', by: 'answerer' },
      decline: { to: 'declined', by: 'answerer' },
      ...takingBack('received'),
    },
    executing: {
      report: { to: 'reported', by: 'answerer' },
      extend: { to: 'executing', by: 'answerer', once: true, extends: 'execution' },
      ...takingBack('executing'),
    },
    reported: {
      confirm: { to: 'closed', by: 'asker' },
      askAgain: { to: 'executing', by: 'asker', once: true },
    },
    closed: {},
    ...formalRequestEnds,
  },
  clocks: {
    ...formalRequestClocks,
    execution: {
      rule: 'EXEC_HELP',
      owes: 'answerer',
      runsIn: ['sent', 'received', 'executing'],
      metBy: ['report', 'decline'],
    },
    confirmation: {
      rule: 'EXEC_HELP_CONFIRM',
      owes: 'asker',
      runsIn: ['reported'],
      metBy: ['confirm', 'askAgain'],
    },
  },
})
