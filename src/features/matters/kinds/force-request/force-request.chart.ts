import { defineChart } from '../../../../kernel/chart.ts'
import { formalRequestClocks, formalRequestEnds, formalRequestSteps } from '../formal-request.ts'
import { takingBack } from '../taking-back.ts'

/**
 * Request for forces 力量支援: lends people, vehicles and drones for a time. Visiting officers assist; documents and coercion are the
 * territorial organ's (行政强制法 Art. 17). The lender says whom it sends, with certificates; the asker records arrival, return and
 * hours, may cancel until they arrive, and may ask for a later end, to which the lender agrees once or not at all. The lender asks for
 * its forces back; it does not withdraw them from under an operation.
 */
export const forceRequestChart = defineChart({
  name: 'force-request',
  initial: 'drafted',
  states: {
    ...formalRequestSteps,
    received: {
      commit: { to: 'committed', by: 'answerer' },
      decline: { to: 'declined', by: 'answerer' },
      ...takingBack('received'),
    },
    committed: {
      recordArrival: { to: 'arrived', by: 'asker' },
      cancel: { to: 'cancelled', by: 'asker', undoes: true },
      substitute: { to: 'committed', by: 'answerer' },
      askForReturn: { to: 'committed', by: 'answerer', once: true, undoes: true },
    },
    arrived: {
      recordReturn: { to: 'returned', by: 'asker' },
      askForReturn: { to: 'arrived', by: 'answerer', once: true, undoes: true },
      askLonger: { to: 'arrived', by: 'asker' },
      agreeLonger: { to: 'prolonged', by: 'answerer', after: 'askLonger' },
    },
    prolonged: {
      recordReturn: { to: 'returned', by: 'asker' },
      askForReturn: { to: 'prolonged', by: 'answerer', once: true, undoes: true },
    },
    returned: {
      confirmHours: { to: 'closed', by: 'answerer' },
    },
    closed: {},
    cancelled: {},
    ...formalRequestEnds,
  },
  clocks: {
    ...formalRequestClocks,
    // Runs from delivery, not from the acknowledgement: not signing for it gains nobody time.
    reply: {
      rule: 'FORCE_REPLY',
      owes: 'answerer',
      runsIn: ['sent', 'received'],
      metBy: ['commit', 'decline'],
    },
    arrival: {
      rule: 'FORCE_ARRIVAL',
      owes: 'asker',
      runsIn: ['committed'],
      fromContent: 'window.from',
      metBy: ['recordArrival'],
    },
    return: {
      rule: 'FORCE_RETURN',
      owes: 'asker',
      runsIn: ['arrived'],
      fromContent: 'window.until',
      metBy: ['recordReturn'],
    },
    longerReturn: {
      rule: 'FORCE_RETURN',
      owes: 'asker',
      runsIn: ['prolonged'],
      fromAgreed: 'until',
      metBy: ['recordReturn'],
    },
    confirmation: {
      rule: 'FORCE_CONFIRM',
      owes: 'answerer',
      runsIn: ['returned'],
      metBy: ['confirmHours'],
    },
  },
})
