import { expect, test } from 'vitest'
import type { AgencyId } from '../../../../kernel/ids.ts'
import { missingMaterials } from '../../../../kernel/materials.ts'
import { detainedTruck, recordedTruck, wasteShip } from './case-transfer.examples.ts'
import { materialsOf } from './case-transfer.materials.ts'

const receiver = '018f0000-0000-7000-8000-000000000001' as AgencyId
const requiredOf = (content: Readonly<Record<string, unknown>>) =>
  materialsOf(content).flatMap(({ item, required }) => (required ? [item] : []))
const missing = (content: Readonly<Record<string, unknown>>, attached: readonly string[] = []) =>
  missingMaterials(materialsOf(content), content, new Set(attached)).map(({ item }) => item)

test('the list of what is required follows from what the transfer says', () => {
  expect(requiredOf({})).toEqual([
    'investigation-report',
    'scene-record',
    'questioning-record',
    'scene-photographs',
  ])
  expect(requiredOf(detainedTruck(receiver))).toEqual([
    'investigation-report',
    'scene-record',
    'questioning-record',
    'scene-photographs',
    'weighing-record',
    'objects-list',
    'measure-decisions',
    'earlier-filing-proof',
  ])
  expect(requiredOf(recordedTruck(receiver))).toEqual([
    'investigation-report',
    'monitoring-record',
    'monitoring-review',
    'calibration-certificate',
    'weighing-record',
  ])
})

test('a designation and an earlier filing elsewhere are proved', () => {
  const transfer = wasteShip(receiver)
  const because = (trigger: string) => requiredOf({ ...transfer, ground: { ...transfer.ground, trigger } })

  expect(because('designated')).toContain('designation')
  expect(because('earlier-filing')).toContain('earlier-filing-proof')
  expect(requiredOf(transfer)).not.toContain('designation')
})

test('a transfer makes no sense without a report on the investigation, whatever is declared', () => {
  const notApplicable = [
    { item: 'questioning-record', reason: '当事人未到场' },
    { item: 'investigation-report', reason: '没有时间' },
  ]
  expect(missing({ ...wasteShip(receiver), notApplicable }, ['scene-record', 'scene-photographs'])).toEqual([
    'investigation-report',
  ])
})

test('a draft that is only half written has a list too', () => {
  for (const draft of [{ case: null }, { case: 5, objects: 'x', ground: [] }])
    expect(materialsOf(draft).length).toBeGreaterThan(0)
})
