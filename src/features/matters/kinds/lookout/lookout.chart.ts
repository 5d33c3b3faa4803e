import { defineChart } from '../../../../kernel/chart.ts'
import { lightEnds } from '../light-exchange.ts'
import { givingUp } from '../taking-back.ts'

/**
 * Lookout 布控协查: vehicles to be watched for on their way, as the traffic police do it (道路交通事故处理程序规定 Arts 44–46, by analogy).
 * It goes out at once, to many; each deploys by itself and reports what it sees, as often as it sees it. It is lifted everywhere it
 * went to, each of which confirms, or ends by itself at the time it named: nobody is watched longer than was said.
 */
export const lookoutChart = defineChart({
  name: 'lookout',
  initial: 'drafted',
  states: {
    drafted: {
      issue: { to: 'issued', by: 'asker', addresses: true, sends: true, together: true },
      discard: { to: 'discarded', by: 'asker', together: true, undoes: true },
    },
    issued: {
      deploy: { to: 'deployed', by: 'answerer' },
      cannotDeploy: { to: 'unable', by: 'answerer' },
      reportHit: { to: 'issued', by: 'answerer' },
      answerHit: { to: 'issued', by: 'asker', after: 'reportHit' },
      update: { to: 'issued', by: 'asker', everywhere: true },
      lift: { to: 'lifting', by: 'asker', everywhere: true, undoes: true },
      expire: { to: 'expired', by: 'asker', atEndOf: 'term' },
      ...givingUp,
    },
    // Nothing is owed any more, and everything still reaches it: it may deploy later, and sees what it sees.
    unable: {
      deploy: { to: 'deployed', by: 'answerer' },
      reportHit: { to: 'unable', by: 'answerer' },
      answerHit: { to: 'unable', by: 'asker', after: 'reportHit' },
      update: { to: 'unable', by: 'asker', everywhere: true },
      lift: { to: 'lifting', by: 'asker', everywhere: true, undoes: true },
      expire: { to: 'expired', by: 'asker', atEndOf: 'term' },
    },
    deployed: {
      reportHit: { to: 'deployed', by: 'answerer' },
      answerHit: { to: 'deployed', by: 'asker', after: 'reportHit' },
      update: { to: 'deployed', by: 'asker', everywhere: true },
      lift: { to: 'lifting', by: 'asker', everywhere: true, undoes: true },
      expire: { to: 'expired', by: 'asker', atEndOf: 'term' },
    },
    lifting: {
      confirmLift: { to: 'lifted', by: 'answerer' },
      // Found while the asker was lifting it: who stopped a vehicle still says so.
      reportHit: { to: 'lifting', by: 'answerer' },
    },
    lifted: {},
    expired: {},
    ...lightEnds,
  },
  clocks: {
    deployment: {
      rule: 'LOOKOUT_DEPLOY',
      owes: 'answerer',
      runsIn: ['issued'],
      metBy: ['deploy', 'cannotDeploy'],
    },
    hitAnswer: {
      rule: 'LOOKOUT_HIT',
      owes: 'asker',
      runsIn: ['issued', 'unable', 'deployed'],
      startsWith: ['reportHit'],
      metBy: ['answerHit'],
    },
    term: {
      rule: 'AGREED_END',
      owes: 'asker',
      runsIn: ['issued', 'unable', 'deployed'],
      fromContent: 'lookout.until',
      metBy: ['lift', 'expire'],
    },
    lifting: { rule: 'LOOKOUT_LIFT', owes: 'answerer', runsIn: ['lifting'], metBy: ['confirmLift'] },
  },
})
