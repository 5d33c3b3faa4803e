import { mkdir, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import {
  CapsuleChecklist,
  CapsuleEvent,
  CapsuleFile,
  CapsuleLetter,
  CapsuleList,
  CapsuleMatter,
  CapsuleSeals,
  CapsuleSignature,
} from '../src/kernel/capsule/capsule-shapes.ts'
import { localHeader } from '../src/kernel/capsule/zip-layout.ts'
import {
  aCapsuleModel,
  type CapsuleModel,
  contentsOf,
  linesOf,
  listOf,
  nodeKey,
  otherKey,
  packedCapsule,
  relinked,
  sealed,
} from '../test/capsule-parts.ts'

/**
 * Writes `protocol/capsule`: the JSON Schemas of its parts, a signed example, and capsules that a verifier has to find fault with. The same
 * bytes at every run: names are invented, the keys are those of RFC 8032, section 7.1.
 */
const folder = new URL('../protocol/capsule/', import.meta.url)
await mkdir(new URL('valid/', folder), { recursive: true })
await mkdir(new URL('invalid/', folder), { recursive: true })
await writeJson('schemas.json', {
  'capsule.json': z.toJSONSchema(CapsuleList),
  'signature.json': z.toJSONSchema(CapsuleSignature),
  'matter.json': z.toJSONSchema(CapsuleMatter),
  'checklist.json': z.toJSONSchema(CapsuleChecklist),
  'seals.json': z.toJSONSchema(CapsuleSeals),
  'events.jsonl, each line': z.toJSONSchema(CapsuleEvent),
  'letters.json, each entry': z.toJSONSchema(CapsuleLetter),
  'files.json, each entry': z.toJSONSchema(CapsuleFile),
})

const model = aCapsuleModel()
const contents = contentsOf(model)
const list = listOf(model, contents)
const sound = await packedCapsule(contents, list)
const expected: Record<string, object> = {}
await write(
  'valid/capsule.zip',
  'A case transfer with a letter and two files; the reader may not see event 3.',
  sound,
  [],
)

await write(
  'invalid/altered-file.zip',
  'One byte of a file was changed.',
  flipped(sound, sound.indexOf('照片的字节')),
  [{ what: 'altered', item: 'files/001 现场照片.jpg' }],
)
await write(
  'invalid/altered-event.zip',
  'One byte of event 4 was changed.',
  flipped(sound, sound.indexOf('"name":"询问笔录.txt"') + 9),
  [{ what: 'altered', item: 'events.jsonl', event: 4 }],
)
await write(
  'invalid/altered-list.zip',
  'The list says that the capsule is masked.',
  replaced(sound, '"masked":false', '"masked":true '),
  'refused',
)
await write(
  'invalid/dropped-file.zip',
  'A file was left out.',
  await packedCapsule(contents.toSpliced(-2, 1), list),
  [{ what: 'dropped', item: 'files/001 现场照片.jpg' }],
)
await write(
  'invalid/added-file.zip',
  'A file was added, to a place outside.',
  await packedCapsule([...contents, { path: '../../outside.txt', text: 'x' }], list),
  [{ what: 'added', item: '../../outside.txt' }],
)
await write(
  'invalid/reordered-files.zip',
  'Two files changed places.',
  await packedCapsule([...contents.slice(0, -2), ...contents.slice(-2).reverse()], list),
  [{ what: 'reordered', item: 'files/001 现场照片.jpg' }],
)
await write(
  'invalid/cut-off.zip',
  'The end is missing.',
  sound.subarray(0, sound.indexOf('照片的字节') + 40),
  [{ what: 'cut-off', item: 'files/001 现场照片.jpg' }],
)
await write(
  'invalid/back-dated-event.zip',
  'Event 5 was dated back, and everything after it made anew with a stolen key.',
  await rewritten((copy) => {
    copy.events = relinked(
      copy.events.map((each) => (each.seq === 5 ? { ...each, at: '2026-03-05T01:30:01.500Z' } : each)),
    )
    copy.seals = sealed(copy.events, nodeKey)
  }),
  [{ what: 'back-dated', item: 'events.jsonl', event: 5 }],
)
await write(
  'invalid/dropped-event.zip',
  'Event 6 is missing, the list made anew with a stolen key.',
  await (() => {
    const lines = linesOf(model).slice(0, 5)
    const changed = contentsOf(model, undefined, lines)
    return packedCapsule(changed, listOf(model, changed))
  })(),
  [{ what: 'dropped', item: 'events.jsonl', event: 6 }],
)
await write(
  'invalid/other-key.zip',
  'Everything made anew with another key: consistent in itself, and not of the key 06e3fd8f….',
  await (() => {
    const copy = { ...aCapsuleModel(), seals: sealed(model.events, otherKey) }
    const changed = contentsOf(copy, otherKey)
    return packedCapsule(changed, listOf(copy, changed), otherKey)
  })(),
  [{ what: 'other-key', item: 'signature.json' }],
)
await write(
  'invalid/no-capsule.zip',
  'A header that claims more than there is.',
  Buffer.from(localHeader({ path: 'capsule.json', size: 1_000, crc: 0 })),
  'refused',
)
await writeJson('expected.json', expected)

async function rewritten(change: (copy: CapsuleModel) => void): Promise<Buffer> {
  const copy = aCapsuleModel()
  change(copy)
  const changed = contentsOf(copy)
  return packedCapsule(changed, listOf(copy, changed))
}

function flipped(capsule: Buffer, at: number): Buffer {
  const copy = Buffer.from(capsule)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}

function replaced(capsule: Buffer, from: string, to: string): Buffer {
  const copy = Buffer.from(capsule)
  copy.write(to, capsule.indexOf(from))
  return copy
}

async function write(
  name: string,
  description: string,
  capsule: Uint8Array,
  faults: readonly object[] | 'refused',
) {
  expected[name] = { description, faults }
  await writeFile(new URL(name, folder), capsule)
}

function writeJson(name: string, value: unknown) {
  return writeFile(new URL(name, folder), `${JSON.stringify(value, null, 2)}\n`)
}
