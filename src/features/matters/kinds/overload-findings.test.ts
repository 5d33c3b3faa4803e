import { expect, test } from 'vitest'
import { aMatter } from '../../../../test/a-matter.ts'
import { testDatabase } from '../../../../test/database.ts'
import { aRegion } from '../../../../test/fixtures.ts'
import { asActor } from '../../../platform/as-actor.ts'
import { readEvents } from '../read-events.ts'
import { caseBodies, overloadedTruck } from './case/case.examples.ts'
import { overloadFindings } from './overload-findings.ts'

const { db } = await testDatabase()
const region = await aRegion(db)
const at = '2025-06-03T09:40:00+08:00'

test('S01 70,070 kg above 49 t are 143 per cent, and the scale ends at 30,000 yuan', () => {
  const [overweight, fine] = overloadFindings({ totalKg: 119_070, limitKg: 49_000, at })

  expect(overweight).toMatchObject({ value: 70_070, zh: expect.stringContaining('超限率 143%') })
  expect(fine).toMatchObject({ name: 'suggestedFineYuan', value: 30_000 })
  expect(fine?.zh).toMatch(/超限超过1000千克，每超 1000 千克罚款 500 元，最高 30000 元，计 30000 元/)
  expect(fine?.zh).toMatch(/第43条；两处来源一致，未核对原文；不足1000千克的部分不计，此算法待核对/)
})

test('a little overweight leads to a warning, an act before the rules or a decided case to no suggestion', () => {
  const light = { totalKg: 49_900, limitKg: 49_000, at }

  expect(overloadFindings(light)[1]).toMatchObject({ name: 'suggestedPenalty', value: 'warning' })
  expect(overloadFindings({ ...light, at: '2015-06-03T09:40:00+08:00' })).toHaveLength(1)
  expect(overloadFindings(light, { isDecided: true })).toHaveLength(1)
  expect(overloadFindings({ ...light, totalKg: 49_000 })).toEqual([])
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
