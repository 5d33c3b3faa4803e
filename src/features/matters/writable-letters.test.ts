import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { aRegion } from '../../../test/fixtures.ts'
import { asActor } from '../../platform/as-actor.ts'
import { groupsFor, type LetterGroup, type LetterWriter, writableLetters } from './writable-letters.ts'

const brigade: LetterWriter = { isPartner: false, isPolice: false, isSuperior: false }
const province: LetterWriter = { ...brigade, isSuperior: true }
const police: LetterWriter = { ...brigade, isPartner: true, isPolice: true }
const company: LetterWriter = { ...police, isPolice: false }

const typesOf = (groups: readonly LetterGroup[]) => groups.flatMap(({ types }) => types)

describe('the letters one may permit the seal for', () => {
  test('are those one’s own agency can come to write', () => {
    const types = typesOf(groupsFor(brigade))

    expect(types).toEqual(
      expect.arrayContaining(['criminal-transfer', 'co-investigation', 'lookout', 'decline']),
    )
    expect(types).not.toContain('criminal-filed')
    expect(types).not.toContain('designation-decision')
  })

  test('include decisions where agencies stand below', () => {
    expect(typesOf(groupsFor(province))).toContain('designation-decision')
  })

  test('of a partner are its answers and its referrals; only the police answer a suspected crime', () => {
    expect(typesOf(groupsFor(police))).toEqual(expect.arrayContaining(['criminal-filed', 'partner-referral']))
    expect(typesOf(groupsFor(police))).not.toContain('criminal-transfer')
    expect(typesOf(groupsFor(company))).toContain('partner-referral')
    expect(typesOf(groupsFor(company))).not.toContain('criminal-filed')
  })

  test('stand each in one group, under the kind of matter, and what several kinds write in the last', () => {
    const groups = groupsFor(brigade)
    const types = typesOf(groups)

    expect(new Set(types).size).toBe(types.length)
    expect(groups.find(({ words }) => words.zh === '协查')?.types).toEqual([
      'co-investigation',
      'co-investigation-reply',
    ])
    expect(groups.at(-1)).toMatchObject({ words: { zh: '多类事项通用' } })
    expect(groups.at(-1)?.types).toContain('decline')
  })

  test('are those of the agency in whose name one writes', async () => {
    const { db } = await testDatabase()
    const { who } = await aRegion(db)
    const of = async (login: string) => typesOf(await asActor(db, who(login), writableLetters))

    expect(await of('tieling.officer')).not.toContain('criminal-filed')
    expect(await of('liaoning.leader')).toContain('designation-decision')
  })
})
