import { expect, test } from 'vitest'
import type { EventView, KindView } from '../../features/matters/matter-views.ts'
import { answeredRecord } from './answered-record.ts'

const kind = {
  chart: {
    states: {
      drafted: { submit: { to: 'accepted', by: 'asker', addresses: true } },
      accepted: {
        handOver: { to: 'accepted', by: 'asker' },
        confirmHandOver: { to: 'accepted', by: 'answerer', after: 'handOver' },
        tellParty: { to: 'accepted', by: 'asker' },
        file: { to: 'filed', by: 'answerer' },
        report: { to: 'accepted', by: 'answerer' },
        review: { to: 'accepted', by: 'answerer', power: 'approve', otherThan: 'report' },
        close: { to: 'closed', by: 'asker', after: 'tellParty' },
      },
    },
  },
  forms: { submit: {}, handOver: {}, confirmHandOver: {}, tellParty: {}, report: {}, file: {}, say: {} },
} as unknown as KindView

let seq = 0
const record = (type: string, form: object, { leg = 1, by = 'sender', withoutEffect = false } = {}) =>
  ({ seq: ++seq, type, leg, person: { id: by }, body: { form }, withoutEffect }) as unknown as EventView

const before = (action: string, events: readonly EventView[], personId = 'receiver') =>
  answeredRecord(events, { kind, leg: { no: 1, state: 'accepted' }, action, personId })

const answering = (event: EventView) => ({ event, isAnswered: true })
const following = (event: EventView) => ({ event, isAnswered: false })

const content = record('submit', { case: {} })
const list = record('handOver', { items: [{ name: '柴油' }] })
const told = record('tellParty', { method: 'direct' })

test('who confirms what was handed over reads the list, whatever was done since', () => {
  expect(before('confirmHandOver', [content, list, told])).toEqual(answering(list))
  expect(before('confirmHandOver', [content, list], 'sender')).toEqual(answering(list))
})

test('a step that has to come after one of one’s own side follows the last one of the other', () => {
  const result = record('report', { summary: '罚款已缴清。' }, { by: 'receiver' })

  expect(before('close', [content, told, result], 'sender')).toEqual(following(result))
})

test('where either side may have handed over, who receives reads the list of the one that did', () => {
  const either = {
    ...kind,
    chart: {
      states: {
        forAsker: { handOver: { to: 'handedToAsker', by: 'answerer' } },
        forAnswerer: { handOver: { to: 'handedToAnswerer', by: 'asker' } },
        handedToAsker: { confirmHandOver: { to: 'closed', by: 'asker', after: 'handOver' } },
        handedToAnswerer: { confirmHandOver: { to: 'closed', by: 'answerer', after: 'handOver' } },
      },
    },
  } as unknown as KindView

  for (const state of ['handedToAsker', 'handedToAnswerer'])
    expect(
      answeredRecord([list], {
        kind: either,
        leg: { no: 1, state },
        action: 'confirmHandOver',
        personId: 'receiver',
      }),
    ).toEqual(answering(list))
})

test('who reviews what a colleague wrote reads it, whatever was done since', () => {
  const concluded = record('report', { summary: '拟处罚款6500元。' })

  expect(before('review', [content, concluded, told])).toEqual(answering(concluded))
})

test('who takes another step reads the last one of the conversation, if it was somebody else’s and said something', () => {
  const spoken = record('say', { text: '请尽快' })

  expect(before('file', [content, list, told, spoken])).toEqual(following(told))
  expect(before('file', [content, list, told], 'sender')).toBeUndefined()
  expect(before('file', [content])).toBeUndefined()
  expect(before('file', [content, record('tellParty', {})])).toBeUndefined()
  expect(before('file', [content, list, record('tellParty', { method: 'post' }, { leg: 2 })])).toEqual(
    following(list),
  )
  expect(before('file', [content, list, record('tellParty', {}, { withoutEffect: true })])).toEqual(
    following(list),
  )
})
