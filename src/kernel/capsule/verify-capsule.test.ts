import { describe, expect, test } from 'vitest'
import {
  aCapsule,
  aCapsuleModel,
  type CapsuleModel,
  type Contents,
  contentsOf,
  linesOf,
  listOf,
  nodeKey,
  otherKey,
  packedCapsule,
  relinked,
  sealed,
  sourceOf,
} from '../../../test/capsule-parts.ts'
import type { SigningKey } from '../../platform/signing.ts'
import { hashEvent } from '../event-chain.ts'
import type { EventRecord } from '../event-record.ts'
import { type CapsuleFault, containerItem } from './capsule-fault.ts'
import type { CapsuleEvent } from './capsule-shapes.ts'
import { verifyCapsule } from './verify-capsule.ts'
import { localHeader } from './zip-layout.ts'

const verify = (bytes: Uint8Array, trustedKeys?: string[]) =>
  verifyCapsule(sourceOf(bytes), trustedKeys ? { trustedKeys } : {})

/** What was found, without the sentences. */
async function found(bytes: Uint8Array, trustedKeys?: string[]) {
  const { faults } = await verify(bytes, trustedKeys)
  return faults.map(({ words: _, ...fault }: CapsuleFault) => fault)
}

/** Somebody changes the data and writes the list anew, but cannot sign for the node: its old signature stays. */
async function rewritten(
  change: (model: CapsuleModel, lines: CapsuleEvent[]) => CapsuleEvent[] | undefined,
  key: SigningKey = nodeKey,
) {
  const model = aCapsuleModel()
  const lines = change(model, linesOf(model)) ?? linesOf(model)
  const contents = contentsOf(model, key, lines)
  return packedCapsule(contents, listOf(model, contents), key)
}

describe('a capsule', () => {
  test('is sound as it was exported, and says what it holds', async () => {
    const report = await verify(await aCapsule())

    expect(report.faults).toEqual([])
    expect(report).toMatchObject({
      isSound: true,
      number: '案移-20260305-000001',
      version: 6,
      events: { recorded: 5, masked: 0, withheld: 1, sealed: 6, waiting: 0 },
      letters: [{ number: '甲运移〔2026〕1号' }],
      files: [{ name: '现场照片.jpg' }, { name: '询问笔录.txt' }],
      signedBy: nodeKey.keyId,
      keys: [{ keyId: nodeKey.keyId, isTrusted: null }],
    })
  })

  test('is the same bytes each time', async () => {
    expect(await aCapsule()).toEqual(await aCapsule())
  })

  test('knows an event of which it holds the hash alone when that is disclosed, and no other', async () => {
    const withheld = aCapsuleModel().events[2] as EventRecord
    const other = aCapsuleModel().events[3] as EventRecord
    const { salt: _, ...guessed } = withheld
    const disclosed = [
      withheld,
      guessed,
      { ...withheld, body: { form: { text: '另一种意见' } } },
      { ...withheld, seq: 30 },
      { ...withheld, matter: '0190a5f0-7c3e-7b1a-9c55-0000000000ff' },
      { ...other, seq: 3, hash: hashEvent({ ...other, seq: 3 }) },
    ]

    const report = await verifyCapsule(sourceOf(await aCapsule()), { disclosed })

    expect(report.disclosed).toMatchObject([
      { seq: 3, isOfCapsule: true },
      { seq: 3, isOfCapsule: false, why: { en: expect.stringContaining('salt is missing') } },
      { seq: 3, isOfCapsule: false, why: { en: expect.stringContaining('was altered after') } },
      { seq: 30, isOfCapsule: false, why: { en: expect.stringContaining('has no event 30') } },
      { seq: 3, isOfCapsule: false, why: { en: expect.stringContaining('another matter') } },
      { seq: 3, isOfCapsule: false, why: { en: expect.stringContaining('not that of event 3') } },
    ])
    expect(report.disclosed[0]).not.toHaveProperty('why')
    expect(report.isSound).toBe(true)
  })

  test('is unpacked by any program', async () => {
    const { unzipSync } = await import('fflate')

    const unpacked = unzipSync(await aCapsule())

    expect(Object.keys(unpacked)).toContain('files/002 询问笔录.txt')
    expect(Buffer.from(unpacked['files/001 现场照片.jpg'] ?? []).toString()).toContain('照片的字节')
  })

  test('never takes a flipped bit for the original, wherever it is', async () => {
    const capsule = await aCapsule()

    const step = Math.ceil(capsule.length / 600)
    for (let at = 0; at < capsule.length; at += step) {
      const flipped = Buffer.from(capsule)
      flipped[at] = (flipped[at] ?? 0) ^ 1
      const verdict = await verify(flipped).then(
        ({ isSound }) => isSound,
        ({ code }) => code,
      )
      expect([false, 'invalid-input'], `byte ${at}`).toContain(verdict)
    }
  })
})

describe('a byte flipped in', () => {
  const parts = [
    'index.html',
    'matter.json',
    'checklist.json',
    'seals.json',
    'letters.json',
    'files.json',
    'letters/001 案件移送函.pdf',
    'files/001 现场照片.jpg',
    'files/002 询问笔录.txt',
  ]
  test.each(parts)('%s is found there', async (path) => {
    const capsule = await aCapsule()
    const at = contentAt(capsule, path)
    capsule[at + 5] = (capsule[at + 5] ?? 0) ^ 1

    expect(await itemsOf(capsule)).toEqual([path])
  })

  test.each(parts)('the header of %s is found there', async (path) => {
    const capsule = await aCapsule()
    const header = headerAt(capsule, path)
    // The checksum; the day; a letter of the name.
    for (const place of [14, 12, 31]) {
      const flipped = Buffer.from(capsule)
      flipped[header + place] = (flipped[header + place] ?? 0) ^ 1
      expect(await itemsOf(flipped), `byte ${place}`).toEqual([path])
    }
  })

  test.each(parts)('the directory entry of %s is found there', async (path) => {
    const capsule = await aCapsule()
    const entry = capsule.lastIndexOf(path) - 46
    capsule[entry + 38] = (capsule[entry + 38] ?? 0) ^ 1

    expect(await itemsOf(capsule)).toEqual([path])
  })

  test.each([1, 2, 4, 5, 6])('event %i is found in that event', async (seq) => {
    const capsule = await aCapsule()
    const line = capsule.indexOf(`"seq":${seq},"suite"`)
    const at = capsule.indexOf('"node":"liaoning"', line - 400) + 9
    capsule[at] = (capsule[at] ?? 0) ^ 1

    expect(await found(capsule)).toEqual([{ what: 'altered', item: 'events.jsonl', event: seq }])
  })

  test('the hash of a withheld event is found in that event', async () => {
    const capsule = await aCapsule()
    const at = capsule.indexOf('{"as":"withheld","hash":"') + 25
    capsule[at] = capsule[at] === 48 ? 49 : 48

    expect(await found(capsule)).toContainEqual({ what: 'not-under-seal', item: 'events.jsonl', event: 3 })
  })

  test('the list breaks the signature', async () => {
    const capsule = await aCapsule()
    const at = capsule.indexOf('"masked":false') - 3
    capsule[at] = (capsule[at] ?? 0) ^ 1

    expect(await found(capsule)).toContainEqual({ what: 'wrong-signature', item: 'capsule.json' })
  })

  test('the signature is found there', async () => {
    const capsule = await aCapsule()
    const at = capsule.indexOf('"signature":"') + 20
    capsule[at] = capsule[at] === 48 ? 49 : 48

    expect(await found(capsule)).toContainEqual({ what: 'wrong-signature', item: 'capsule.json' })
  })
})

describe('somebody who packs the capsule anew', () => {
  const contentsAndList = () => {
    const model = aCapsuleModel()
    const contents = contentsOf(model)
    return { contents, list: listOf(model, contents) }
  }

  test('and leaves a file out is found out', async () => {
    const { contents, list } = contentsAndList()

    const capsule = await packedCapsule(without(contents, 'files/001 现场照片.jpg'), list)

    expect(await found(capsule)).toEqual([{ what: 'dropped', item: 'files/001 现场照片.jpg' }])
  })

  test('and adds a file is found out', async () => {
    const { contents, list } = contentsAndList()

    const capsule = await packedCapsule([...contents, { path: 'files/003 新.txt', text: 'x' }], list)

    expect(await found(capsule)).toEqual([{ what: 'added', item: 'files/003 新.txt' }])
  })

  test('and exchanges two files is found out', async () => {
    const { contents, list } = contentsAndList()
    const swapped = [...contents.slice(0, -2), ...contents.slice(-2).reverse()]

    const capsule = await packedCapsule(swapped, list)

    expect(await found(capsule)).toEqual([{ what: 'reordered', item: 'files/001 现场照片.jpg' }])
  })

  test('and puts another content in its place is found out', async () => {
    const { contents, list } = contentsAndList()
    const forged = contents.map((each) =>
      each.path === 'files/001 现场照片.jpg' ? { ...each, text: '另一张照片' } : each,
    )

    expect(await found(await packedCapsule(forged, list))).toEqual([
      { what: 'altered', item: 'files/001 现场照片.jpg' },
    ])
  })

  test('and cuts it off is found out, wherever', async () => {
    const capsule = await aCapsule()
    const inFile = contentAt(capsule, 'files/001 现场照片.jpg') + 4
    const inHeader = headerAt(capsule, 'files/002 询问笔录.txt') + 20

    expect(await found(capsule.subarray(0, inFile))).toEqual([
      { what: 'cut-off', item: 'files/001 现场照片.jpg' },
    ])
    expect(await found(capsule.subarray(0, inHeader))).toEqual([
      { what: 'cut-off', item: 'files/002 询问笔录.txt' },
    ])
    for (const end of [1, 10, 40, 200])
      expect((await found(capsule.subarray(0, capsule.length - end)))[0]).toMatchObject({ what: 'cut-off' })
  })

  test('and cuts an event out is told which, and nothing of what stands behind it', async () => {
    const model = aCapsuleModel()
    const contents = contentsOf(model)
    const cut = contents.map((each) =>
      each.path === 'events.jsonl'
        ? { ...each, text: each.text.split('\n').toSpliced(3, 1).join('\n') }
        : each,
    )

    expect(await found(await packedCapsule(cut, listOf(model, contents)))).toEqual([
      { what: 'altered', item: 'events.jsonl' },
      { what: 'dropped', item: 'events.jsonl', event: 4 },
    ])
  })

  test('and packs it anew is told so once, and what is altered inside is named', async () => {
    const capsule = await aCapsule()
    const parts = [
      'capsule.json',
      'signature.json',
      'index.html',
      'matter.json',
      'checklist.json',
      'seals.json',
    ]
    parts.push('events.jsonl', 'letters.json', 'files.json', 'letters/001 案件移送函.pdf')
    parts.push('files/001 现场照片.jpg', 'files/002 询问笔录.txt')
    // The day of every header.
    for (const path of parts) capsule[headerAt(capsule, path) + 12] = 0x55
    const file = 'files/001 现场照片.jpg'
    const inside = Buffer.from(capsule)
    inside[contentAt(capsule, file) + 5] = 0

    expect(await found(capsule)).toEqual([{ what: 'altered', item: containerItem }])
    expect(await found(inside)).toEqual([
      { what: 'altered', item: containerItem },
      { what: 'altered', item: file },
    ])
  })

  test('and puts something behind the end is found out', async () => {
    expect(await found(Buffer.concat([await aCapsule(), Buffer.from('x')]))).toEqual([
      { what: 'added', item: containerItem },
    ])
  })
})

describe('somebody who rewrites data and list together, and signs anew', () => {
  // The node's own key, as if it had been stolen: the events still stand under the seals of before.
  test.each<[string, (model: CapsuleModel, lines: CapsuleEvent[]) => CapsuleEvent[] | undefined, object[]]>([
    [
      'changes an event',
      (_, lines) => {
        const [line] = lines.slice(4)
        if (line?.as === 'recorded')
          line.event = { ...line.event, body: { ...line.event.body, form: { urgent: true } } }
        return lines
      },
      [{ what: 'altered', item: 'events.jsonl', event: 5 }],
    ],
    [
      'drops an event',
      (_, lines) => lines.toSpliced(3, 1),
      [{ what: 'dropped', item: 'events.jsonl', event: 4 }],
    ],
    [
      'drops the last event',
      (_, lines) => lines.slice(0, 5),
      [{ what: 'dropped', item: 'events.jsonl', event: 6 }],
    ],
    [
      'exchanges two events',
      (_, lines) => [...lines.slice(0, 3), ...lines.slice(3, 5).reverse(), ...lines.slice(5)],
      [{ what: 'reordered', item: 'events.jsonl', event: 4 }],
    ],
    [
      'repeats an event',
      (_, lines) => [...lines, ...lines.slice(5)],
      [{ what: 'added', item: 'events.jsonl', event: 6 }],
    ],
    [
      'dates an event back',
      (model) => {
        model.events = relinked(
          model.events.map((each) => (each.seq === 5 ? { ...each, at: '2026-03-05T01:30:01.500Z' } : each)),
        )
        model.seals = sealed(model.events, nodeKey)
        return undefined
      },
      [{ what: 'back-dated', item: 'events.jsonl', event: 5 }],
    ],
    [
      'dates an event forward',
      (model) => {
        model.events = relinked(
          model.events.map((each) => (each.seq === 6 ? { ...each, at: '2026-03-06T01:30:01.500Z' } : each)),
        )
        model.seals = sealed(model.events, nodeKey)
        return undefined
      },
      [{ what: 'post-dated', item: 'events.jsonl', event: 6 }],
    ],
    [
      'rewrites the chain from an event on and keeps the seals',
      (model) => {
        const { seals } = model
        model.events = relinked(
          model.events.map((each) => (each.seq === 5 ? { ...each, body: { form: {} } } : each)),
        )
        model.letters = []
        model.seals = seals
        return undefined
      },
      [
        { what: 'not-under-seal', item: 'events.jsonl', event: 5 },
        { what: 'not-under-seal', item: 'events.jsonl', event: 6 },
      ],
    ],
    [
      'changes a letter',
      (model) => {
        model.letters = model.letters.map((letter) => ({ ...letter, content: { title: '另一件函' } }))
        return undefined
      },
      [{ what: 'altered', item: 'letters.json', letter: '甲运移〔2026〕1号' }],
    ],
    [
      'drops a letter',
      (model) => {
        model.letters = []
        return undefined
      },
      [{ what: 'dropped', item: 'letters.json', letter: '甲运移〔2026〕1号' }],
    ],
    [
      'drops a file from the list of files',
      (model) => {
        model.files = model.files.slice(0, 1)
        return undefined
      },
      [{ what: 'dropped', item: 'files.json', file: '询问笔录.txt' }],
    ],
    [
      'exchanges the bytes of a file',
      (model) => {
        model.bytes = model.bytes.map((each) =>
          each.path.startsWith('files/002') ? { ...each, text: '别的' } : each,
        )
        return undefined
      },
      [{ what: 'altered', item: 'files/002 询问笔录.txt', file: '询问笔录.txt' }],
    ],
    [
      'registers another file than the event tells of',
      (model) => {
        model.files = model.files.map((each, index) => (index === 1 ? { ...each, name: '别的.txt' } : each))
        return undefined
      },
      [{ what: 'altered', item: 'files.json', file: '别的.txt' }],
    ],
    [
      'changes a seal',
      (model) => {
        model.seals = model.seals.map((each, index) =>
          index === 1 ? { ...each, sealedAt: '2026-03-05T02:00:00.000Z' } : each,
        )
        return undefined
      },
      [{ what: 'wrong-signature', item: 'seals.json', seal: 2 }],
    ],
  ])('and %s is found out', async (_, change, faults) => {
    const capsule = await rewritten(change)

    const told = await found(capsule)
    for (const fault of faults) expect(told).toContainEqual(fault)
    expect(new Set(told.map(({ item }) => item)).size).toBeLessThanOrEqual(2)
  })

  test('without the key, leaves a signature that does not fit', async () => {
    const model = aCapsuleModel()
    model.matter = { ...model.matter, title: '别的标题' }
    const contents = contentsOf(model)
    const forged = await packedCapsule(contents, listOf(model, contents), otherKey)
    const sound = await aCapsule()
    // The signature of the original, in the place of the forger's.
    const [from, to] = [forged, sound].map((each) => each.indexOf('"signature":"') + 13) as [number, number]
    sound.copy(forged, from, to, to + 128)

    expect((await found(forged)).map(({ item }) => item)).toContain('capsule.json')
  })

  test('with a key of one’s own, is sound in itself and another key to whoever compares', async () => {
    const capsule = await rewritten((model) => {
      model.events = relinked(
        model.events.map((each) => (each.seq === 6 ? { ...each, body: { form: {} } } : each)),
      )
      model.seals = sealed(model.events, otherKey)
      return undefined
    }, otherKey)

    const alone = await verify(capsule)
    expect(alone).toMatchObject({ isSound: true, keys: [{ keyId: otherKey.keyId, isTrusted: null }] })
    expect(await verify(capsule, [nodeKey.keyId])).toMatchObject({
      isSound: false,
      keys: [{ keyId: otherKey.keyId, isTrusted: false }],
      faults: [{ what: 'other-key', item: 'signature.json' }],
    })
    expect(await verify(await aCapsule(), [nodeKey.keyId])).toMatchObject({ isSound: true })
  })
})

describe('a hostile file', () => {
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['no archive', Buffer.from('%PDF-1.7 not a capsule')],
    ['an archive of something else', Buffer.from('504b0506000000000000000000000000000000000000', 'hex')],
    [
      'a header that claims 4 GB',
      Buffer.from([...localHeader({ path: 'capsule.json', size: 0xffff_fff0, crc: 0 })]),
    ],
    [
      'a header that claims more than there is',
      Buffer.from([...localHeader({ path: 'capsule.json', size: 1_000, crc: 0 })]),
    ],
  ])('that is %s is refused in words', async (_, bytes) => {
    await expect(verify(bytes)).rejects.toMatchObject({
      code: 'invalid-input',
      words: { zh: expect.stringMatching(/请|重新/), en: expect.stringMatching(/.{40}/) },
    })
  })

  test.each([
    '../外面.txt',
    'files/../../外面.txt',
    '/etc/passwd',
    'C:/Windows/x',
    'files\\x',
    'a/b/c',
    'con.txt',
    'x\u202etxt.exe',
    'x.',
    '',
  ])('whose list names the place "%s" is refused', async (path) => {
    const model = aCapsuleModel()
    const contents = [...contentsOf(model), { path, text: 'x' }]

    await expect(verify(await packedCapsule(contents, listOf(model, contents)))).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })

  test('whose container names a place outside is said to hold something added', async () => {
    const model = aCapsuleModel()
    const contents = contentsOf(model)

    const capsule = await packedCapsule(
      [...contents, { path: '../../外面.txt', text: 'x' }],
      listOf(model, contents),
    )

    expect(await found(capsule)).toEqual([{ what: 'added', item: '../../外面.txt' }])
  })

  test('with the same name twice is found out, in the list and in the container', async () => {
    const model = aCapsuleModel()
    const contents = contentsOf(model)
    const twice = [...contents, { path: 'files/001 现场照片.jpg', text: '第二份' }]

    await expect(verify(await packedCapsule(twice, listOf(model, twice)))).rejects.toMatchObject({
      code: 'invalid-input',
    })
    expect(await found(await packedCapsule(twice, listOf(model, contents)))).toEqual([
      { what: 'added', item: 'files/001 现场照片.jpg' },
    ])
  })

  test('that is compressed is never unpacked, and says so', async () => {
    const { zipSync } = await import('fflate')
    const model = aCapsuleModel()
    const contents = contentsOf(model)
    const bomb = zipSync({ 'capsule.json': new Uint8Array(20_000_000) })

    await expect(verify(bomb)).rejects.toMatchObject({
      code: 'invalid-input',
      words: { en: expect.stringContaining('compressed') },
    })
    const capsule = await packedCapsule(contents, listOf(model, contents))
    const header = headerAt(capsule, 'matter.json')
    capsule[header + 8] = 8
    expect(await itemsOf(capsule)).toEqual(['matter.json'])
  })

  test('with a size that is not true says where', async () => {
    const capsule = await aCapsule()
    const header = headerAt(capsule, 'checklist.json')
    capsule.writeUInt32LE(0x7fff_ffff, header + 18)
    capsule.writeUInt32LE(0x7fff_ffff, header + 22)

    expect(await itemsOf(capsule)).toEqual(['checklist.json'])
  })

  test('with a line of events that is no event, too long, or not canonical names the line', async () => {
    const model = aCapsuleModel()
    const contents = contentsOf(model)
    const withLine = (change: (text: string) => string) => {
      const changed = contents.map((each) =>
        each.path === 'events.jsonl' ? { ...each, text: change(each.text) } : each,
      )
      return packedCapsule(changed, listOf(model, changed))
    }

    expect((await found(await withLine((text) => text.replace('{"as"', '{ "as"'))))[0]).toEqual({
      what: 'altered',
      item: 'events.jsonl',
      event: 1,
    })
    expect(await found(await withLine((text) => `${text}${'x'.repeat(9_000_000)}\n`))).toEqual([
      { what: 'altered', item: 'events.jsonl', event: 7 },
    ])
    expect(await found(await withLine((text) => `${text}${'['.repeat(100_000)}\n`))).toEqual([
      { what: 'altered', item: 'events.jsonl', event: 7 },
    ])
  })
})

const without = (contents: Contents, path: string): Contents => contents.filter((each) => each.path !== path)

/** Where the header of a part stands. */
function headerAt(capsule: Buffer, path: string): number {
  for (let at = capsule.indexOf(path); at >= 0; at = capsule.indexOf(path, at + 1))
    if (capsule.toString('latin1', at - 30, at - 26) === 'PK\x03\x04') return at - 30
  throw new Error(`The capsule has no ${path}.`)
}

/** Where its content begins. */
const contentAt = (capsule: Buffer, path: string): number =>
  headerAt(capsule, path) + 30 + Buffer.byteLength(path)

/** The parts that are named, each once. */
async function itemsOf(capsule: Buffer): Promise<string[]> {
  return [...new Set((await found(capsule)).map(({ item }) => item))]
}
