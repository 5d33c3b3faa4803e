import { expect, test } from 'vitest'
import { numberWithKind } from './kind-before.ts'

test.each([
  ['案件', 'Case', '案件-20261122-000042', '案件-20261122-000042'],
  ['线索推送', 'Clue', '线索-20261122-000042', '线索-20261122-000042'],
  ['结案抄告', 'Case notice', '抄告-20261122-000042', '抄告-20261122-000042'],
  ['案件移送', 'Case transfer', '案移-20261122-000042', '案件移送 案移-20261122-000042'],
  ['力量支援', 'Request for forces', '援-20261122-000042', '力量支援 援-20261122-000042'],
])('%s is said once with its number', (zh, en, number, said) => {
  expect(numberWithKind(number, { zh, en })).toEqual({ zh: said, en: `${en} ${number}` })
})
