import { createPrivateKey } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { type EventProof, EventProof as EventProofShape } from '../src/features/proof/event-proof.ts'
import { type EventContent, hashEvent } from '../src/kernel/event-chain.ts'
import { EventRecord } from '../src/kernel/event-record.ts'
import type { HashSuite } from '../src/kernel/hash-suite.ts'
import { toHex } from '../src/kernel/hex.ts'
import { inclusionPath, merkleRoot } from '../src/kernel/merkle.ts'
import { type SealStatement, sealBytes } from '../src/kernel/seal.ts'
import { signingKey } from '../src/platform/signing.ts'

/**
 * Writes `protocol/events`: the JSON Schemas of an event and of its proof, and examples that any implementation can be
 * tried on. The same bytes at every run: names are invented, the key is that of RFC 8032, section 7.1, test 1.
 */
const folder = new URL('../protocol/events/', import.meta.url)
const key = secretOf('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60')
const otherKey = secretOf('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb')

const asker = '0190a5f0-7c3e-7b1a-9c55-0000000000a1'
const answerer = '0190a5f0-7c3e-7b1a-9c55-0000000000a2'

const parts: Parts = [
  {
    type: 'open',
    leg: null,
    body: { kind: 'case-transfer', moves: [{ leg: 1, from: null, to: 'drafted' }], lead: asker },
    visibleTo: [asker],
  },
  {
    type: 'submit',
    leg: null,
    body: {
      form: { summary: '辽A·X0001（示例车牌）超限 19.4 吨', weightKg: 58400.5 },
      moves: [{ leg: 1, from: 'drafted', to: 'inReview' }],
    },
    visibleTo: [asker],
  },
  {
    type: 'approve',
    leg: null,
    body: { form: {}, moves: [{ leg: 1, from: 'inReview', to: 'approved' }] },
    visibleTo: [asker],
  },
  {
    type: 'send',
    leg: null,
    body: { form: { urgent: false }, moves: [{ leg: 1, from: 'approved', to: 'sent' }] },
    visibleTo: null,
  },
  {
    type: 'acknowledge',
    leg: 1,
    body: { form: { note: '收到。😀 "引号" \\ \u0007' }, moves: [{ leg: 1, from: 'sent', to: 'received' }] },
    visibleTo: null,
  },
]
const chain = chained(parts)
const [first, second, third, fourth, fifth] = chain
const proof = proofOf(chain, 3)

await mkdir(new URL('valid/', folder), { recursive: true })
await mkdir(new URL('invalid/', folder), { recursive: true })
await write('event.schema.json', z.toJSONSchema(EventRecord))
await write('event-proof.schema.json', z.toJSONSchema(EventProofShape))

await writeChain('valid/chain', 'A case transfer up to its receipt.', chain, [])
await writeChain('valid/chain-sm3', 'The same, hashed with SM3.', chained(parts, 'sm3'), [])
const salted = chained(parts, 'sha256', 3)
await writeChain(
  'valid/chain-salted',
  'The same; from event 3 on each is hashed with a salt of its own, the earlier ones are older than salts.',
  salted,
  [],
  true,
)
await writeChain(
  'invalid/chain-other-salt',
  'Event 4 comes with the salt of event 3.',
  salted.with(3, { ...salted[3], salt: salted[2].salt }),
  [{ what: 'altered', seq: 4 }],
  true,
)
await writeChain(
  'invalid/chain-altered',
  'The body of event 2 was changed.',
  chain.with(1, { ...second, body: { form: {} } }),
  [{ what: 'altered', seq: 2 }],
)
await writeChain(
  'invalid/chain-replaced',
  'Event 2 was changed and hashed anew; event 3 was written after another one.',
  chain.with(1, hashed({ ...second, body: { form: {} } })),
  [{ what: 'altered', seq: 2 }],
)
await writeChain(
  'invalid/chain-dropped',
  'Events 2 and 3 are missing.',
  [first, fourth, fifth],
  [{ what: 'dropped', seq: 2, upTo: 3 }],
)
await writeChain('invalid/chain-cut-off', 'The last event is missing.', chain.slice(0, 4), [
  { what: 'wrong-head', seq: 4 },
])
await writeChain(
  'invalid/chain-reordered',
  'Event 3 comes before event 2.',
  [first, third, second, fourth, fifth],
  [{ what: 'reordered', seq: 2 }],
)
await writeChain(
  'invalid/chain-doubled',
  'Event 4 comes twice.',
  [first, second, third, fourth, fourth, fifth],
  [{ what: 'inserted', seq: 4 }],
)
await writeChain(
  'invalid/chain-back-dated',
  'Event 5 claims to be earlier than event 4.',
  chain.with(4, hashed({ ...fifth, at: '2026-03-05T01:30:00.000Z' })),
  [{ what: 'back-dated', seq: 5 }],
  true,
)

await writeEvent('invalid/event-unknown-field', 'An event has no other fields.', { ...first, remark: '' })
await writeEvent('invalid/event-local-time', 'Times are UTC with milliseconds.', {
  ...first,
  at: '2026-03-05T09:30:01+08:00',
})
await writeEvent('invalid/event-number-zero', 'Events are numbered from 1.', { ...first, seq: 0 })
await writeEvent('invalid/event-upper-case-hash', 'Hashes are lower case.', {
  ...first,
  hash: first.hash.toUpperCase(),
})
await writeEvent('invalid/event-unknown-suite', 'The suites are a closed list.', { ...first, suite: 'md5' })

await writeProof('valid/proof', 'Event 4 under a seal of five events.', proof, null)
await writeProof('valid/proof-single', 'A seal of one event: the path is empty.', proofOf([first], 0), null)
await writeProof(
  'invalid/proof-altered-event',
  'The event was changed.',
  { ...proof, event: { ...proof.event, type: 'discard' } },
  'event-altered',
)
await writeProof(
  'invalid/proof-other-suite',
  'The suite named is not the one the hash was made with.',
  { ...proof, event: { ...proof.event, suite: 'sm3' } },
  'event-altered',
)
await writeProof(
  'invalid/proof-other-event',
  'The path is that of another event.',
  { ...proof, event: fifth },
  'not-under-seal',
)
await writeProof(
  'invalid/proof-other-place',
  'The event stood at another place.',
  { ...proof, leaf: 2 },
  'not-under-seal',
)
await writeProof(
  'invalid/proof-later-time',
  'The seal was dated back after it was signed.',
  { ...proof, seal: { ...proof.seal, sealedAt: '2026-03-01T00:00:00.000Z' } },
  'wrong-signature',
)
await writeProof(
  'invalid/proof-other-key',
  'The public key is not the one the seal names.',
  { ...proof, publicKey: otherKey.publicKey.toString('hex') },
  'wrong-key',
)

type Parts = readonly Pick<EventContent, 'type' | 'leg' | 'body' | 'visibleTo'>[]

/** Events in their order, one a second, each after the one before. */
function chained(told: Parts, suite: HashSuite = 'sha256', saltedFrom = Number.POSITIVE_INFINITY) {
  const events: EventRecord[] = []
  for (const { type, leg, body, visibleTo } of told) {
    const seq = events.length + 1
    const agency = leg === null ? asker : answerer
    const content = {
      matter: '0190a5f0-7c3e-7b1a-9c55-000000000001',
      node: 'liaoning',
      seq,
      prevHash: events.at(-1)?.hash ?? null,
      at: `2026-03-05T01:30:0${seq}.000Z`,
      actor: { type: 'person', account: '0190a5f0-7c3e-7b1a-9c55-0000000000b1', agency },
      leg,
      type,
      body: body as EventRecord['body'],
      visibleTo: visibleTo as EventRecord['visibleTo'],
      ...(seq < saltedFrom ? {} : { salt: String(seq).repeat(32) }),
    }
    events.push(hashed(content, suite))
  }
  // The vectors below name five events; `chained` is only called with five parts.
  return events as [EventRecord, EventRecord, EventRecord, EventRecord, EventRecord]
}

function hashed(content: Omit<EventRecord, 'hash' | 'suite'>, suite: HashSuite = 'sha256'): EventRecord {
  return { ...content, suite, hash: hashEvent(content, suite) }
}

/** A seal over the events, and the proof of one of them. */
function proofOf(events: readonly EventRecord[], leaf: number): EventProof {
  const hashes = events.map(({ hash }) => Buffer.from(hash, 'hex'))
  const statement: SealStatement & { suite: 'ed25519-sha256' } = {
    no: 1,
    sealedAt: '2026-03-05T01:30:09.000Z',
    count: events.length,
    root: toHex(merkleRoot(hashes)),
    prevHash: null,
    suite: 'ed25519-sha256',
    keyId: key.keyId,
  }
  return {
    event: events[leaf] ?? first,
    seal: { ...statement, signature: key.sign(sealBytes(statement)).toString('hex') },
    leaf,
    path: inclusionPath(hashes, leaf).map(toHex),
    publicKey: key.publicKey.toString('hex'),
  }
}

/** An Ed25519 key from its 32 secret bytes, behind the fixed beginning of PKCS #8. */
function secretOf(seed: string) {
  const der = Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex')
  return signingKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }))
}

/** The head is that of the whole chain, or of the events given where the last one is the one at fault. */
function writeChain(
  name: string,
  description: string,
  events: readonly EventRecord[],
  faults: readonly object[],
  ownHead = false,
) {
  const whole = events[0]?.suite === 'sm3' || ownHead ? events : chain
  const head = { version: whole.length, hash: whole.at(-1)?.hash }
  return write(`${name}.json`, { description, head, faults, events })
}

function writeEvent(name: string, description: string, event: unknown) {
  return write(`${name}.json`, { description, event })
}

function writeProof(name: string, description: string, given: EventProof, fault: string | null) {
  return write(`${name}.json`, { description, fault, proof: given })
}

function write(name: string, value: unknown) {
  return writeFile(new URL(name, folder), `${JSON.stringify(value, null, 2)}\n`)
}
