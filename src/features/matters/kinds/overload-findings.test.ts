import { expect, test } from 'vitest'
import { aMatter } from '../../../../test/a-matter.ts'
import { testDatabase } from '../../../../test/database.ts'
import { aRegion } from '../../../../test/fixtures.ts'
import { asActor } from '../../../platform/as-actor.ts'
import { readEvents } from '../read-events.ts'
import { caseBodies, overloadedTruck } from './case/case.examples.ts'
import { measuredOf, Overload } from './overload-fields.ts'
import { overloadFindings } from './overload-findings.ts'

const { db } = await testDatabase()
const region = await aRegion(db)
const at = '2025-06-03T09:40:00+08:00'

test('S01 70,070 kg above 49 t are 143 per cent, and the scale ends at 30,000 yuan', () => {
  const [overweight, fine] = overloadFindings({ totalKg: 119_070, limitKg: 49_000, at })

  expect(overweight).toMatchObject({ value: 70_070, zh: expect.stringContaining('超限率 143%') })
  expect(fine).toMatchObject({ name: 'suggestedFineYuan', value: 30_000 })
  expect(fine?.zh).toMatch(/超限超过1000千克，每超 1000 千克罚款 500 元，最高 30000 元，计 30000 元/)
  expect(fine?.zh).toMatch(/第四十三条；两处来源一致，未核对原文；不足1000千克的部分不计，此算法待核对/)
})

test('a little overweight leads to a warning, an act before the rules or a decided case to no suggestion', () => {
  const light = { totalKg: 49_900, limitKg: 49_000, at }

  expect(overloadFindings(light)[1]).toMatchObject({ name: 'suggestedPenalty', value: 'warning' })
  expect(overloadFindings({ ...light, at: '2015-06-03T09:40:00+08:00' })).toHaveLength(1)
  expect(overloadFindings(light, { isDecided: true })).toHaveLength(1)
  expect(overloadFindings({ ...light, totalKg: 49_000 })).toEqual([])
})

test('a side beyond its limit is named with its range; what was not measured, or is within the limit, is not', () => {
  const [length, height, range, ...more] = overloadFindings({ lengthM: 20, widthM: 2.55, heightM: 4.31, at })

  expect(length).toMatchObject({ name: 'overLengthM', value: 1.9, zh: expect.stringContaining('第三条') })
  expect(height).toMatchObject({ name: 'overHeightM', value: 0.31 })
  expect(range).toMatchObject({ name: 'suggestedFineRange', value: '200-1000' })
  expect(range?.zh).toMatch(
    /处 200 元以上 1000 元以下罚款.*合计不超过 30000 元.*第四十三条；两处来源一致，未核对原文/,
  )
  expect(more).toEqual([])
  expect(overloadFindings({ widthM: 2.55, at })).toEqual([])
  expect(overloadFindings({ heightM: 4.31, at }, { isDecided: true })).toMatchObject([
    { name: 'overHeightM' },
  ])
})

test('a load too heavy and too long is both', () => {
  const found = overloadFindings({ totalKg: 62_000, limitKg: 49_000, lengthM: 28.5, at })

  expect(found.map(({ name, value }) => [name, value])).toEqual([
    ['overweightKg', 13_000],
    ['suggestedFineYuan', 6_500],
    ['overLengthM', 10.4],
    ['suggestedFineRange', '1000-3000'],
  ])
  expect(found.at(-1)?.zh).toContain('总长超过 28 米、总宽超过 3.75 米或者总高超过 4.5 米')
})

test('an overload is one by weight or by size, and its sizes are metres to the centimetre', () => {
  const weighed = { axles: 6, totalKg: 49_000, limitKg: 49_000 }
  const faultsAt = (sizes: object) =>
    Overload.safeParse({ ...weighed, ...sizes }).error?.issues.map(({ path }) => path[0])

  expect(faultsAt({})).toEqual(['totalKg'])
  expect(faultsAt({ heightM: 4 })).toEqual(['totalKg'])
  expect(faultsAt({ heightM: 4.01 })).toBeUndefined()
  for (const bad of [0, -4.2, 4.215, 101, Number.NaN, '4.2', 1_815])
    expect(faultsAt({ heightM: 4.2, lengthM: bad }), String(bad)).toEqual(['lengthM'])
})

test('the sizes of a case are worked out in its record, and go on with the notice to the licensing region', async () => {
  const officer = region.who('tieling.officer')
  const truck = overloadedTruck()
  const content = {
    ...truck,
    overload: { axles: 6, totalKg: 48_000, limitKg: 49_000, lengthM: 19, heightM: 4.3 },
  }
  const it = await aMatter(db, { kind: 'case', opener: officer, bodies: caseBodies(content) })

  await it.does(officer, 'register')

  const registered = (await asActor(db, officer, (tx) => readEvents(tx, it.id))).find(
    ({ type }) => type === 'register',
  )
  expect(registered?.body.findings).toMatchObject([
    { name: 'overLengthM', value: 0.9 },
    { name: 'overHeightM', value: 0.3 },
    { name: 'suggestedFineRange', value: '200-1000' },
  ])
  expect(measuredOf({ ...content.overload, station: '昌图102超限站', checkNumber: 'TEST-1' })).toEqual(
    content.overload,
  )
})

test('a registered overload case says in its record what was worked out', async () => {
  const officer = region.who('tieling.officer')
  const bodies = caseBodies(overloadedTruck())
  const it = await aMatter(db, { kind: 'case', opener: officer, bodies })

  await it.does(officer, 'register')

  const registered = (await asActor(db, officer, (tx) => readEvents(tx, it.id))).find(
    ({ type }) => type === 'register',
  )
  const { totalKg = 0, limitKg = 0 } = overloadedTruck().overload ?? {}
  expect(registered?.body.findings).toMatchObject([
    { name: 'overweightKg', value: totalKg - limitKg },
    { name: 'suggestedFineYuan' },
  ])
})
