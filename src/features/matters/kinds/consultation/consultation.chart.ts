import { defineChart } from '../../../../kernel/chart.ts'

/**
 * Consultation 磋商, called ad hoc by any agency with up to ten others. Each states what it holds, which all of them read; who called
 * it writes the minutes; each other participant confirms them for itself or asks for a correction. A changed text goes to everybody
 * anew, so that no two have confirmed different words.
 *
 * The minutes are rewritten only in conversations that have answered: where a confirmation is on its way nobody changes the text.
 */
export const consultationChart = defineChart({
  name: 'consultation',
  initial: 'drafted',
  states: {
    drafted: {
      call: { to: 'called', by: 'asker', addresses: true, sends: true, together: true },
      discard: { to: 'discarded', by: 'asker', together: true, undoes: true },
    },
    called: {
      join: { to: 'joined', by: 'answerer', openly: true },
      giveUp: { to: 'cancelled', by: 'asker', undelivered: true, undoes: true },
      writeMinutes: { to: 'minuted', by: 'asker', everywhere: true },
      cancel: { to: 'cancelled', by: 'asker', everywhere: true, undoes: true },
    },
    joined: {
      restate: { to: 'joined', by: 'answerer', openly: true },
      writeMinutes: { to: 'minuted', by: 'asker', everywhere: true },
      cancel: { to: 'cancelled', by: 'asker', everywhere: true, undoes: true },
    },
    minuted: {
      confirm: { to: 'confirmed', by: 'answerer', openly: true },
      correct: { to: 'correcting', by: 'answerer', openly: true },
    },
    correcting: {
      writeMinutes: { to: 'minuted', by: 'asker', everywhere: true },
    },
    confirmed: {
      close: { to: 'closed', by: 'asker', everywhere: true },
      // Takes every confirmation back.
      writeMinutes: { to: 'minuted', by: 'asker', everywhere: true, undoes: true },
    },
    closed: {},
    cancelled: {},
    discarded: {},
  },
  clocks: {
    invitation: { rule: 'CONSULT_JOIN', owes: 'answerer', runsIn: ['called'], metBy: ['join'] },
    minutes: {
      rule: 'CONSULT_MINUTES',
      owes: 'asker',
      runsIn: ['called', 'joined'],
      fromContent: 'meeting.at',
      metBy: ['writeMinutes'],
    },
    confirmation: {
      rule: 'CONSULT_CONFIRM',
      owes: 'answerer',
      runsIn: ['minuted'],
      metBy: ['confirm', 'correct'],
    },
    correction: { rule: 'CONSULT_CORRECT', owes: 'asker', runsIn: ['correcting'], metBy: ['writeMinutes'] },
    closing: { rule: 'CONSULT_CLOSE', owes: 'asker', runsIn: ['confirmed'], metBy: ['close'] },
  },
})
