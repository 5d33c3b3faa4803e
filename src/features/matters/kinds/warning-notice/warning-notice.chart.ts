import { defineChart } from '../../../../kernel/chart.ts'
import { lightDraft, lightEnds } from '../light-exchange.ts'
import { givingUp } from '../taking-back.ts'

/**
 * Warning notice 执法预警通报: one agency warns many, each of which signs for it in a time that its severity sets. What is
 * updated or withdrawn reaches exactly those it went to, and each signs for that too. A member that meets what it was warned of
 * reports the hit. The warning ends by itself when its validity does.
 *
 * An update is no state: whoever signs at the same moment ends where he would have ended, and has to sign again.
 */
export const warningNoticeChart = defineChart({
  name: 'warning-notice',
  initial: 'drafted',
  states: {
    drafted: lightDraft,
    sent: {
      // Signing for the warning is signing for what has been added to it so far.
      acknowledge: { to: 'acknowledged', by: 'answerer', signs: true, again: ['update'] },
      update: { to: 'sent', by: 'asker', everywhere: true, again: ['acknowledgeUpdate'] },
      withdraw: { to: 'withdrawn', by: 'asker', everywhere: true, undoes: true },
      expire: { to: 'expired', by: 'asker', atEndOf: 'validity' },
      ...givingUp,
    },
    acknowledged: {
      // First, because it is owed: a button of its own leads, and a hit may come at any time.
      acknowledgeUpdate: { to: 'acknowledged', by: 'answerer', signs: true, after: 'update', once: true },
      reportHit: { to: 'acknowledged', by: 'answerer' },
      update: { to: 'acknowledged', by: 'asker', everywhere: true, again: ['acknowledgeUpdate'] },
      withdraw: { to: 'withdrawn', by: 'asker', everywhere: true, undoes: true },
      expire: { to: 'expired', by: 'asker', atEndOf: 'validity' },
    },
    withdrawn: {
      confirmWithdrawal: { to: 'closed', by: 'answerer' },
    },
    closed: {},
    expired: {},
    ...lightEnds,
  },
  clocks: {
    acknowledgement: {
      rule: 'WARNING_ACKNOWLEDGE',
      owes: 'answerer',
      runsIn: ['sent', 'acknowledged'],
      variantFrom: 'warning.severity',
      metBy: ['acknowledge', 'acknowledgeUpdate'],
    },
    validity: {
      rule: 'AGREED_END',
      owes: 'asker',
      runsIn: ['sent', 'acknowledged'],
      fromContent: 'warning.validUntil',
      metBy: ['expire'],
    },
    withdrawal: {
      rule: 'WARNING_WITHDRAWAL',
      owes: 'answerer',
      runsIn: ['withdrawn'],
      variantFrom: 'warning.severity',
      metBy: ['confirmWithdrawal'],
    },
  },
})
