import { expect, test } from 'vitest'
import { futureFaults } from './future-faults.ts'

const now = '2025-06-30T15:59:00.000Z'
const isFault = (written: unknown) => futureFaults({ at: written }, [['at']], now).length > 0

test('what is said to have happened is not later than now, give or take a slow clock', () => {
  expect(isFault('2025-06-30T23:58:00+08:00')).toBe(false)
  expect(isFault('2025-07-01T00:03:00+08:00')).toBe(false)
  expect(isFault('2025-07-01T00:05:00+08:00')).toBe(true)
  expect(isFault('2025-06-30T16:05:00Z')).toBe(true)
})

test('a day is one of China: at 23:59 there tomorrow is about to begin, the day after is not', () => {
  expect(isFault('2025-06-30')).toBe(false)
  expect(isFault('2025-07-01')).toBe(false)
  expect(isFault('2025-07-02')).toBe(true)
})

test('what was not written is no fault; what is deep in a list is found', () => {
  expect(isFault(undefined)).toBe(false)
  expect(futureFaults({}, [['list', 0, 'at']], now)).toEqual([])
  expect(
    futureFaults({ list: [{}, { at: '2026-01-01T00:00:00Z' }] }, [['list', 1, 'at']], now),
  ).toMatchObject([{ path: ['list', 1, 'at'] }])
})
