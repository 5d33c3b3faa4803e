import { describe, expect, test } from 'vitest'
import { kindOf } from '../../../features/matters/matters.ts'
import { openActions, type Side } from '../../../kernel/chart.ts'
import { mainAction } from './main-action.ts'

/** What the page suggests to a side of a kind in a state, with everything taken that other actions come after. */
function suggested(
  kind: string,
  state: string,
  side: Side,
  done: readonly string[] = [],
): string | undefined {
  const { chart } = kindOf(kind)
  const mover = { sides: [side], powers: new Set(['handle', 'approve']), who: 'the reader' }
  const position = { state, done: Object.fromEntries(done.map((action) => [action, 'somebody'])) }
  const open = openActions(chart, position, mover).filter((offer) => offer.open)
  return mainAction(
    chart,
    state,
    open.map(({ action }) => action),
  )
}

describe('the page suggests', () => {
  test.each([
    ['force-request', 'drafted', 'asker', 'submit'],
    ['force-request', 'committed', 'asker', 'recordArrival'],
    ['force-request', 'received', 'answerer', 'commit'],
    ['consultation', 'joined', 'asker', 'writeMinutes'],
    ['consultation', 'confirmed', 'asker', 'close'],
    ['warning-notice', 'acknowledged', 'asker', 'update'],
  ] as const)('in a %s that is %s to the %s: %s', (kind, state, side, action) => {
    expect(suggested(kind, state, side)).toBe(action)
  })

  test.each([
    ['force-request', 'sent', 'asker'],
    ['co-investigation', 'investigating', 'asker'],
    ['clue', 'verifying', 'asker'],
    ['case-notice', 'answered', 'asker'],
    ['force-request', 'arrived', 'answerer'],
  ] as const)(
    'nothing to whoever only waits: in a %s that is %s the %s may take back at most',
    (kind, state, side) => {
      expect(suggested(kind, state, side)).toBeUndefined()
    },
  )

  test('an answer to what was asked before taking anything back', () => {
    expect(suggested('force-request', 'arrived', 'answerer', ['askLonger'])).toBe('agreeLonger')
  })
})
