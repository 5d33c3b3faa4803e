import { expect, test } from 'vitest'
import { matterFilterOf } from './matter-filter.ts'

test('an address that was passed on opens the list it was copied from', () => {
  const filter = {
    kind: 'case-transfer',
    side: 'asker',
    q: 'ᠪᠣᠷᠵᠢᠭᠢᠨ 𬱖',
    assignee: 'none',
    since: '2026-02-28',
    settled: 'false',
  }

  expect(matterFilterOf(filter)).toEqual(filter)
})

test('what is mistyped in an address narrows nothing, instead of a list of raw faults', () => {
  const mistyped = {
    side: 'foo',
    light: 'blue',
    assignee: 'me',
    agency: '四平',
    since: '2026-13-45',
    until: 'tomorrow',
    unread: '1',
    q: '超'.repeat(101),
    sort: 'x',
  }

  expect(matterFilterOf({ ...mistyped, kind: 'clue' })).toEqual({ kind: 'clue' })
})
