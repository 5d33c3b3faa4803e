import { expect, test } from 'vitest'
import { filesChangeIn } from './files-change-in.ts'

test.each([
  ['case', 'drafted', true],
  ['case', 'registered', false],
  ['case', 'investigating', true],
  ['case', 'reviewing', false],
  ['case', 'noticed', true],
  ['case', 'decided', true],
  ['force-request', 'drafted', true],
  ['force-request', 'inReview', false],
  ['force-request', 'approved', false],
])('files of a %s that was not sent change in %s: %s', (kind, state, mayChange) => {
  expect(filesChangeIn(kind, state)).toBe(mayChange)
})
