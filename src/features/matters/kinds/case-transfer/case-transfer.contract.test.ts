import { describe, expect, test } from 'vitest'
import { excessOf } from '../../../../kernel/excess.ts'
import { parseInput } from '../../../../kernel/faults.ts'
import type { AgencyId } from '../../../../kernel/ids.ts'
import { Refusal } from '../../../../kernel/refusal.ts'
import { caseTransferForms } from './case-transfer.contract.ts'
import { caseTransferBodies, detainedTruck, recordedTruck, wasteShip } from './case-transfer.examples.ts'
import { caseTransfer } from './case-transfer.ts'

const receiver = '018f0000-0000-7000-8000-000000000001' as AgencyId
const other = '018f0000-0000-7000-8000-000000000002'

type Action = keyof typeof caseTransferForms

/** The paths at fault and their words, as a client gets them. */
function faultsOf(action: Action, body: unknown): string[] {
  try {
    parseInput(caseTransferForms[action], body)
    return []
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    return refusal.faults.map(({ path, message }) => `${path.join('.')}: ${message.zh}`)
  }
}

// biome-ignore lint/suspicious/noExplicitAny: the point is to write what the type forbids.
type Loose = Record<string, any>

/** A good submission with one part put otherwise. */
function submissionWith(change: (content: Loose) => void) {
  const content = structuredClone(detainedTruck(receiver)) as Loose
  change(content)
  return content
}

test.each([
  ['a detained truck', detainedTruck(receiver)],
  ['S01: a truck recorded by technical monitoring', recordedTruck(receiver)],
  ['S11: a ship for another department', wasteShip(receiver)],
])('%s is a good transfer, stored as it was written', (_, content) => {
  expect(parseInput(caseTransferForms.submit, content)).toEqual(content)
})

test.each(Object.entries(caseTransferBodies(receiver)))('%s takes its example', (action, body) => {
  expect(faultsOf(action as Action, body)).toEqual([])
})

describe('a submission is refused, field by field', () => {
  test.each<[string, (content: Loose) => void, string]>([
    ['an unknown field', (it) => (it.colour = 'red'), ': 没有这些字段：colour。请删去，或核对名称。'],
    [
      'an unknown field inside',
      (it) => (it.case.judge = 'x'),
      'case: 没有这些字段：judge。请删去，或核对名称。',
    ],
    ['no addressee', (it) => delete it.to, 'to: 请选择或填写，至少一项。'],
    ['an empty list of addressees', (it) => (it.to = []), 'to: 至少要有 1 项。'],
    ['two addressees', (it) => it.to.push(other), 'to: 最多 1 项。'],
    ['an addressee that is no id', (it) => (it.to = ['siping']), 'to.0: 编号格式不对，应为 UUID。'],
    ['no facts', (it) => delete it.case.facts, 'case.facts: 请填写这一项。'],
    ['blank facts', (it) => (it.case.facts = '   '), 'case.facts: 请填写这一项，不能只有空格。'],
    [
      'endless facts',
      (it) => (it.case.facts = '事'.repeat(5_001)),
      'case.facts: 最多 5000 个字，现有 5001 个，请缩短。',
    ],
    ['facts as a number', (it) => (it.case.facts = 5), 'case.facts: 应为文字。'],
    [
      'a control character',
      (it) => (it.case.facts = 'a\u0000b'),
      'case.facts: 含有无法保存的控制字符，请删去后重试。',
    ],
    [
      'a time without zone',
      (it) => (it.case.discoveredAt = '2025-06-03T09:40:00'),
      'case.discoveredAt: 时间格式不对，应如 2026-03-05T09:30:00+08:00。',
    ],
    [
      'a source that needs a sentence',
      (it) => (it.case.source = 'superior'),
      'case.sourceNote: 选择该来源时，请写明具体来源。',
    ],
    [
      'a designation without number',
      (it) => (it.ground.trigger = 'designated'),
      'ground.designationNumber: 上级指定管辖的，请填写指定管辖文书号。',
    ],
    ['a party of no kind', (it) => (it.party = { name: 'x' }), 'party.kind: 请先选择类别，再填写其余内容。'],
    [
      'a company with a person’s fields',
      (it) => (it.party.idNumber = 'x'),
      'party: 没有这些字段：idNumber。请删去，或核对名称。',
    ],
    [
      'a plate with the letter O',
      (it) => (it.vehicle.plate = '吉C1234O'),
      'vehicle.plate: 车牌序号中没有字母 I 和 O，请核对“吉C1234O”中是否为数字 1 或 0。',
    ],
    [
      'a colour of another system',
      (it) => (it.vehicle.colour = 'yellow'),
      'vehicle.colour: 请从下列选项中选择：0、1、2、3、4、5、9、91、92、93、94。',
    ],
    [
      'a weight within the limit',
      (it) => (it.overload.totalKg = 49_000),
      'overload.totalKg: 车货总质量没有超过限值，填写的尺寸也没有超过限值，不构成超限。',
    ],
    ['a weight in tonnes', (it) => (it.overload.totalKg = 62.5), 'overload.totalKg: 应为整数。'],
    ['an overload without vehicle', (it) => delete it.vehicle, 'vehicle: 超限案件请填写车辆。'],
    [
      'a measure that ends before it begins',
      (it) => (it.measures[0].until = '2025-06-03T03:00:00Z'),
      'measures.0.until: 期限届满时间应晚于起始时间。',
    ],
    ['nothing of something', (it) => (it.objects[0].quantity = 0), 'objects.0.quantity: 不能小于 0.001。'],
    ['one officer', (it) => it.officers.pop(), 'officers: 至少要有 2 项。'],
    [
      'one officer twice',
      (it) => (it.officers[1] = it.officers[0]),
      'officers: 两名执法人员的证号不能相同。',
    ],
    [
      'a telephone of letters',
      (it) => (it.contact.phone = 'call me'),
      'contact.phone: 请填写电话号码，如 024-12345678 或 13800000000。',
    ],
    [
      'a material nobody knows',
      (it) => (it.notApplicable = [{ item: 'x', reason: 'y' }]),
      'notApplicable.0.item: 请从下列选项中选择：',
    ],
    [
      'state secrets left open',
      (it) => (it.declaration.noStateSecrets = false),
      'declaration.noStateSecrets: 请确认这一项。',
    ],
  ])('%s', (_, change, fault) => {
    const faults = faultsOf('submit', submissionWith(change))
    expect(faults).toHaveLength(1)
    expect(faults[0]?.slice(0, fault.length)).toBe(fault)
  })

  test('all faults are told at once', () => {
    const faults = faultsOf(
      'submit',
      submissionWith((it) => {
        it.case.number = ''
        it.officers = []
        delete it.contact.phone
      }),
    )
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['case.number', 'officers', 'contact.phone'])
  })

  test('something that is no form at all', () => {
    for (const body of [null, undefined, [], 'x', 5]) expect(faultsOf('submit', body)).toHaveLength(1)
  })
})

test('a credit code that fails its check is taken with a sentence about it, and not without', () => {
  const doubtful = { creditCode: '91350203M0001QAY9B' }
  const without = submissionWith((it) => Object.assign(it.party, doubtful))
  const explained = submissionWith((it) =>
    Object.assign(it.party, doubtful, { creditCodeNote: '与营业执照一致' }),
  )

  expect(faultsOf('submit', without)[0]).toMatch(/^party\.creditCode: /)
  expect(faultsOf('submit', explained)).toEqual([])
})

test('the old fifteen digits of a citizen’s number are taken, a wrong check digit is not', () => {
  const person = (idNumber: string) =>
    submissionWith((it) => (it.party = { kind: 'person', name: '试例五', idNumber }))

  expect(faultsOf('submit', person('370785880808003'))).toEqual([])
  expect(faultsOf('submit', person('370785198808080034'))).toEqual([])
  expect(faultsOf('submit', person('370785198808080035'))[0]).toMatch(/^party\.idNumber: /)
})

test.each<[Action, unknown, string]>([
  ['approve', {}, 'opinion'],
  ['withdraw', { reason: 'x' }, ''],
  ['requestSupplement', { gaps: [] }, 'gaps'],
  ['object', { reason: 'I do not want it', grounds: 'x', legalBasis: 'x' }, 'reason'],
  ['object', { reason: 'InsufficientEvidence', grounds: 'x', legalBasis: 'x' }, 'reason'],
  ['declineToFile', { reason: 'NoJurisdiction', grounds: 'x' }, 'reason'],
  ['handOver', { ...caseTransferBodies(receiver).handOver, items: [] }, 'items'],
  ['decide', { ...caseTransferBodies(receiver).decide, fineYuan: undefined }, 'fineYuan'],
  ['decide', { ...caseTransferBodies(receiver).decide, penalties: ['warning'] }, 'fineYuan'],
  ['decide', { ...caseTransferBodies(receiver).decide, outcome: 'no-penalty-minor' }, ''],
  ['decide', { ...caseTransferBodies(receiver).decide, decidedOn: '2025-02-29' }, 'decidedOn'],
  ['file', { caseNumber: 'x', filedAt: '2025-06-13', officers: [] }, 'filedAt'],
])('%s of %j is refused', (action, body, path) => {
  expect(faultsOf(action, body)[0]?.split(':')[0]).toBe(path)
})

test('S01: the overload is what the scenario says', () => {
  const { overload } = recordedTruck(receiver)
  expect(overload && excessOf({ found: overload.totalKg, limit: overload.limitKg })).toEqual({
    over: 70_070,
    percent: 143,
  })
})

test('a title names companies, plates and ships, and never a person', () => {
  expect(caseTransfer.titleOf(detainedTruck(receiver))).toBe('车辆超限运输（四平试例物流有限公司，吉CTEST1）')
  expect(caseTransfer.titleOf(recordedTruck(receiver))).toBe('车辆超限运输（鲁GTEST1）')
  expect(caseTransfer.titleOf(wasteShip(receiver))).toBe(
    '涉嫌非法运输建筑渣土（吴江试例航运有限公司，试例货0001）',
  )
})

test('P3 one case number is one case, however it is spelt', () => {
  const spelt = [
    '闽宁〔2025〕00119号',
    '闽宁[2025]00119号',
    '闽宁（２０２５）00119 号',
    '闽宁【2025】00119号',
  ]
  const keys = spelt.map((number) =>
    caseTransfer.subjectKeyOf(submissionWith((it) => (it.case.number = number))),
  )
  expect(new Set(keys)).toEqual(new Set(['闽宁(2025)00119号']))
})

test('a transfer with something in custody is urgent', () => {
  expect(caseTransfer.urgencyOf(detainedTruck(receiver))).toBe('urgent')
  expect(caseTransfer.urgencyOf(recordedTruck(receiver))).toBe('normal')
})
