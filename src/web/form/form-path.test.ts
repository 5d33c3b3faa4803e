import { describe, expect, test } from 'vitest'
import { differences, isWithin, valueAt, withValue, wordsKey } from './form-path.ts'

describe('places in a form', () => {
  test('what is typed lands at its place, and groups and lists grow on the way', () => {
    const value = withValue({}, ['objects', 0, 'name'], '货物')

    expect(value).toEqual({ objects: [{ name: '货物' }] })
    expect(valueAt(value, ['objects', 0, 'name'])).toBe('货物')
  })

  test('an emptied field leaves no trace, so that it counts as missing', () => {
    expect(withValue({ note: 'x', place: 'y' }, ['note'], undefined)).toEqual({ place: 'y' })
  })

  test('removing an entry of a list moves the others up', () => {
    expect(withValue({ objects: ['a', 'b', 'c'] }, ['objects', 1], undefined)).toEqual({
      objects: ['a', 'c'],
    })
  })

  test('the earlier value stays as it was', () => {
    const before = { party: { name: '甲' } }

    withValue(before, ['party', 'name'], '乙')

    expect(before).toEqual({ party: { name: '甲' } })
  })

  test('words of a field do not depend on which entry of the list it is in', () => {
    expect(wordsKey(['measures', 3, 'kind'])).toBe('measures[].kind')
  })

  test('two versions of a draft differ exactly where somebody typed something else', () => {
    const mine = { party: { name: '甲', phone: '1' }, officers: [{ name: 'a' }] }
    const theirs = { party: { name: '乙', phone: '1' }, officers: [{ name: 'a' }], place: '站' }

    expect(differences(mine, theirs)).toEqual([['party', 'name'], ['place']])
  })

  test('a fault of a list entry belongs to the step of the list', () => {
    expect(isWithin(['officers', 1, 'name'], ['officers'])).toBe(true)
    expect(isWithin(['officer'], ['officers'])).toBe(false)
  })
})
