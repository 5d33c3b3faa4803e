import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { aRegion } from '../../../test/fixtures.ts'
import { systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import { defaultSign } from './default-sign.ts'

const { db } = await testDatabase()

beforeAll(async () => {
  await aRegion(db)
})

test.each([
  ['昌图执法大队', '211224', '辽昌图执法大队'],
  ['辽宁交通事务服务中心', '210000', '辽宁交通事务服务中心'],
  ['京哈高速四平大队', '220300', '吉京哈高速四平大队'],
  ['吉林市执法支队', '220200', '吉林市执法支队'],
])('%s signs as one reads it', (shortName, divisionCode, sign) => {
  expect(defaultSign({ shortName, divisionCode })).toBe(sign)
})

test('no two agencies of the directory sign alike, or their numbers could not be told apart', async () => {
  const agencies = await asActor(db, systemActor('test'), (tx) =>
    tx.selectFrom('agency').select(['short_name as shortName', 'division_code as divisionCode']).execute(),
  )
  const signs = agencies.map(defaultSign)

  const twice = signs.filter((sign, index) => signs.indexOf(sign) !== index)
  expect(agencies.length).toBeGreaterThan(500)
  expect(twice).toEqual([])
})
