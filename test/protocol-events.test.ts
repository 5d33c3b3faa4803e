import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { EventProof, eventProofFault } from '../src/features/proof/event-proof.ts'
import { verifyChain } from '../src/kernel/event-chain.ts'
import { EventRecord } from '../src/kernel/event-record.ts'

const folder = new URL('../protocol/events/', import.meta.url)
const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
const examples = ['valid', 'invalid'].flatMap((kind) =>
  readdirSync(new URL(`${kind}/`, folder)).map((file) => `${kind}/${file}`),
)
const named = (what: string) => examples.filter((name) => name.includes(`/${what}`))

describe('the protocol of events', () => {
  test('has schemas that are those of the program', () => {
    expect(read('event.schema.json')).toEqual(z.toJSONSchema(EventRecord))
    expect(read('event-proof.schema.json')).toEqual(z.toJSONSchema(EventProof))
  })

  test.each(named('chain'))('%s: names exactly the faults', (name) => {
    const { events, head, faults } = read(name)

    const records = z.array(EventRecord).parse(events)

    expect(verifyChain(records, head)).toEqual(faults)
    expect(faults.length === 0).toBe(name.startsWith('valid/'))
  })

  test.each(named('event-'))('%s: is refused by the schema', (name) => {
    expect(EventRecord.safeParse(read(name).event).success).toBe(false)
  })

  test.each(named('proof'))('%s: holds, or fails for the reason named', (name) => {
    const { proof, fault } = read(name)

    expect(eventProofFault(EventProof.parse(proof)) ?? null).toBe(fault)
    expect(fault === null).toBe(name.startsWith('valid/'))
  })

  test('has no example that no test reads', () => {
    expect([...named('chain'), ...named('event-'), ...named('proof')].toSorted()).toEqual(examples.toSorted())
  })
})
