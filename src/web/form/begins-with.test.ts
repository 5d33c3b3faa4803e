import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { DraftView } from '../../features/matters/matter-views.ts'
import { kindOf } from '../../features/matters/matters.ts'
import { begun, completed, firstAnswers, onlyEntries, saidBefore } from './begins-with.ts'
import type { FormSchema } from './form-schema.ts'

const self = { name: '周启明', phone: '024-55500103' }

const text: FormSchema = { type: 'string', maxLength: 100 }
const group = (properties: Readonly<Record<string, FormSchema>>): FormSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
})
const somebody = group({ name: text, phone: text })
const contact: FormSchema = { ...somebody, begins: 'self' }

describe('a form begins with whoever fills it in', () => {
  test('as the contact, also inside another group', () => {
    const inside = group({ transfer: group({ reason: text, contact }) })

    expect(firstAnswers(group({ reason: text, contact }), self)).toEqual({ contact: self })
    expect(firstAnswers(inside, self)).toEqual({ transfer: { contact: self } })
  })

  test('by name alone while no telephone is known', () => {
    expect(firstAnswers(group({ contact }), { ...self, phone: null })).toEqual({
      contact: { name: '周启明' },
    })
  })

  test('by name in the field of who does something', () => {
    expect(firstAnswers(group({ handedBy: { ...text, begins: 'self' }, place: text }), self)).toEqual({
      handedBy: '周启明',
    })
  })

  test.each([
    ['a contact that need not be given', { ...group({ contact }), required: [] }],
    ['somebody else who can be rung up', group({ leader: somebody })],
    ['each of several', group({ visitors: { type: 'array', minItems: 2, items: group({ contact }) } })],
    ['what is no contact', group({ name: text, phone: text })],
  ])('but not in %s', (_, schema) => {
    expect(firstAnswers(schema, self)).toEqual({})
  })
})

test('what the platform drafted begins with whoever writes on; what somebody wrote stays as it is', () => {
  const drafted: DraftView = {
    action: 'submit',
    leg: 0,
    body: { decision: { caseNumber: '1号' } },
    version: 1,
    savedAt: null,
    savedBy: null,
  }
  const known = { contact: self, decision: { caseNumber: '2号' } }

  expect(completed(drafted, known).body).toEqual({ contact: self, decision: { caseNumber: '1号' } })
  expect(begun(drafted, known).body).toEqual(drafted.body)
  expect(begun({ ...drafted, version: 0 }, known).body).toEqual({
    contact: self,
    decision: { caseNumber: '1号' },
  })
})

test('a form begins with none chosen where none need be, so that nobody ticks one to take it away again', () => {
  const choices: FormSchema = {
    type: 'array',
    widget: 'choices',
    items: { enum: ['interview', 'education'] },
  }

  expect(firstAnswers(group({ request: group({ measures: choices, reasons: text }) }), self)).toEqual({
    request: { measures: [] },
  })
  expect(firstAnswers(group({ measures: { ...choices, minItems: 1 } }), self)).toEqual({})
})

describe('a form begins with the only thing it can mean', () => {
  const vehicle: FormSchema = { type: 'integer', widget: 'entry', of: 'vehicles' }

  test('where the matter has one', () => {
    expect(onlyEntries(group({ vehicle }), { vehicles: [{}] })).toEqual({ vehicle: 1 })
  })

  test('but leaves a choice to whoever has one', () => {
    expect(onlyEntries(group({ vehicle }), { vehicles: [{}, {}] })).toEqual({})
    expect(onlyEntries({ ...group({ vehicle }), required: [] }, { vehicles: [{}] })).toEqual({})
    expect(onlyEntries(group({ vehicle }), {})).toEqual({})
  })

  test('the last one that is open, where each is answered once', () => {
    const task: FormSchema = { ...vehicle, once: true }
    const lists = { vehicles: [{}, {}, {}] }

    expect(onlyEntries(group({ task }), lists, new Set([1, 3]))).toEqual({ task: 2 })
    expect(onlyEntries(group({ task }), lists, new Set([1]))).toEqual({})
    expect(onlyEntries(group({ vehicle }), lists, new Set([1, 3]))).toEqual({})
  })
})

describe('a form begins with what was said before', () => {
  const said = (field: FormSchema, saidAs?: string): FormSchema => ({
    ...field,
    begins: 'said',
    ...(saidAs ? { saidAs } : {}),
  })
  const things: FormSchema = { type: 'array', items: group({ name: text, quantity: text }) }
  const report = group({ summary: said(text, 'findings'), caseNumber: said(text), note: text })
  const record = (leg: number, form: object) => ({ type: 'conclude', leg, body: { form } })

  test('under its own name or another, the last word of this conversation', () => {
    const records = [
      record(1, { findings: '经查不实' }),
      record(1, { findings: '经查属实', caseNumber: '1号', note: '备注' }),
      record(2, { findings: '另一单位的结论' }),
    ]

    expect(saidBefore(report, {}, records, 1)).toEqual({ summary: '经查属实', caseNumber: '1号' })
    expect(saidBefore(report, {}, [], 1)).toEqual({})
  })

  test('in the matter itself, without what the field has no place for', () => {
    const handOver = group({ items: said(things, 'custody.items') })
    const items = [{ name: '玉米', quantity: '13000', custody: '昌图县毛家店卸载场' }]

    expect(saidBefore(handOver, { custody: { items } }, [], 1)).toEqual({
      items: [{ name: '玉米', quantity: '13000' }],
    })
  })

  test('in the matter itself alone, where others have named theirs since', () => {
    const officers: FormSchema = { type: 'array', items: group({ name: text }) }
    const byVideo = group({
      officers: said(officers),
      askedBy: { ...officers, begins: 'asked', saidAs: 'officers' },
    })
    const [asking, asked] = [[{ name: '周启明' }], [{ name: '林文海' }]]

    expect(saidBefore(byVideo, { officers: asking }, [record(1, { officers: asked })], 1)).toEqual({
      officers: asked,
      askedBy: asking,
    })
  })

  test('each entry in the way it was answered, such as a measure that was imposed and one that was not', () => {
    const answered = (status: string, properties: Readonly<Record<string, FormSchema>>): FormSchema =>
      group({ status: { const: status }, measure: text, ...properties })
    const items: FormSchema = {
      oneOf: [answered('imposed', { documentNumber: text }), answered('not-imposed', { grounds: text })],
    }
    const outcomes = [
      { status: 'imposed', measure: 'interview', documentNumber: '8号' },
      { status: 'not-imposed', measure: 'education', grounds: '未达到次数' },
    ]

    expect(
      saidBefore(group({ outcomes: said({ type: 'array', items }) }), {}, [record(1, { outcomes })], 1),
    ).toEqual({ outcomes })
  })

  test('of each thing asked for, where the asker wants the execution to go on', () => {
    const officers = [{ name: '林文海', certificateNumber: '22030041' }]
    const results = [
      {
        outcome: 'partly',
        help: 1,
        what: '已督促。',
        officers,
        shortfall: 'party-unable',
        rest: '尚欠5000元。',
      },
      { outcome: 'coerced', help: 2, what: '已扣押。', officers, decisionNumber: '4号', inNameOf: ['四平'] },
    ]
    const schema = z.toJSONSchema(kindOf('execution-help').forms.report ?? z.never(), {
      io: 'input',
    }) as FormSchema

    expect(saidBefore(schema, { helps: [{ kind: 'seize' }] }, [record(1, { results })], 1)).toEqual({
      results,
    })
  })

  test('but never with personal data, which may have come masked', () => {
    const named = group({ person: said(group({ name: { ...text, personal: 'name' }, role: text })) })

    expect(saidBefore(named, { person: { name: '王**', role: '驾驶员' } }, [], 1)).toEqual({
      person: { role: '驾驶员' },
    })
  })
})
