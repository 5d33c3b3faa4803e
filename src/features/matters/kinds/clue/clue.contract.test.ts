import { expect, test } from 'vitest'
import { parseInput } from '../../../../kernel/faults.ts'
import type { AgencyId } from '../../../../kernel/ids.ts'
import { Refusal } from '../../../../kernel/refusal.ts'
import { clueForms } from './clue.contract.ts'
import { airportCars, clueBodies, leakingTanker } from './clue.examples.ts'
import { clue } from './clue.ts'

const receivers = Array.from(
  { length: 21 },
  (_, index) => `018f0000-0000-7000-8000-0000000000${index + 10}` as AgencyId,
)
const [first, second] = receivers as [AgencyId, AgencyId]

type Action = keyof typeof clueForms
// biome-ignore lint/suspicious/noExplicitAny: the point is to write what the type forbids.
type Loose = Record<string, any>

function pathsAtFault(action: Action, body: unknown): string[] {
  try {
    parseInput(clueForms[action], body)
    return []
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    return refusal.faults.map(({ path }) => path.join('.'))
  }
}

function pushWith(change: (content: Loose) => void): Loose {
  const content = structuredClone(airportCars([first])) as Loose
  change(content)
  return content
}

test.each(Object.entries(clueBodies([first, second])))('%s takes its example', (action, body) => {
  expect(pathsAtFault(action as Action, body)).toEqual([])
})

test('S03: one clue carries several vehicles, and goes to several agencies', () => {
  const content = airportCars([first, second])
  expect(parseInput(clueForms.push, content)).toEqual(content)
  expect(content.subjects?.filter(({ kind }) => kind === 'vehicle')).toHaveLength(3)
})

test.each<[string, (content: Loose) => void, string]>([
  ['more than twenty addressees', (it) => (it.to = receivers), 'to'],
  ['one addressee twice', (it) => (it.to = [first, first]), 'to'],
  ['no push criterion', (it) => (it.assessment.pushReasons = []), 'assessment.pushReasons'],
  ['a criterion twice', (it) => (it.assessment.pushReasons = ['gang', 'gang']), 'assessment.pushReasons'],
  [
    'a criterion nobody agreed on',
    (it) => (it.assessment.pushReasons = ['hunch']),
    'assessment.pushReasons.0',
  ],
  ['a source without grade', (it) => delete it.source.sourceGrade, 'source.sourceGrade'],
  ['a grade as a number', (it) => (it.source.contentGrade = 2), 'source.contentGrade'],
  ['who reported it', (it) => (it.source.reporter = { name: 'x' }), 'source'],
  ['a subject of no kind', (it) => (it.subjects[0].kind = 'thing'), 'subjects.0.kind'],
  ['a vehicle without colour', (it) => delete it.subjects[0].colour, 'subjects.0.colour'],
  ['a plate of no pattern, unexplained', (it) => delete it.subjects[2].plateNote, 'subjects.2.plate'],
  ['too many subjects', (it) => (it.subjects = Array(51).fill(it.subjects[0])), 'subjects'],
  ['a title for a novel', (it) => (it.what.title = '线'.repeat(101)), 'what.title'],
])('a clue with %s is refused', (_, change, path) => {
  expect(pathsAtFault('push', pushWith(change))).toEqual([path])
})

test.each<[Action, unknown, string]>([
  ['return', { reason: 'not ours', grounds: 'x' }, 'reason'],
  ['return', { reason: 'NoJurisdiction' }, 'grounds'],
  ['conclude', { outcome: 'filed', findings: 'x' }, 'caseNumber'],
  ['conclude', { outcome: 'onward', findings: 'x', reason: 'x', onwardTo: [] }, 'onwardTo'],
  ['conclude', { outcome: 'no-basis', findings: 'x', caseNumber: '1' }, ''],
  ['extend', {}, 'reason'],
  ['rate', { usefulness: 'very' }, 'usefulness'],
])('%s of %j is refused', (action, body, path) => {
  expect(pathsAtFault(action, body)).toEqual([path])
})

test('the urgency of a clue is what its writer judged', () => {
  expect(clue.urgencyOf(leakingTanker([first]))).toBe('urgent')
  expect(clue.urgencyOf(airportCars([first]))).toBe('normal')
  expect(clue.titleOf(leakingTanker([first]))).toBe('危险货物运输车疑似泄漏，正驶向省界')
})
