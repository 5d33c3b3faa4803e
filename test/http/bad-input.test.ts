import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { aPdf, aPng } from '../../src/features/files/sample-files.fixture.ts'
import { httpStatus } from '../../src/platform/http.ts'
import { aCase, type Case } from '../a-case.ts'
import { type Answer, aServer, type Client } from '../http.ts'

const server = await aServer()
let sent: Case
let draftId: string
let officer: Client
let receiver: Client

beforeAll(async () => {
  sent = await aCase(server)
  officer = sent.officer
  receiver = sent.receiver
  draftId = (await officer.post('/matters', { kind: 'case-transfer' })).body.matter.id
})

/** Everything that could have changed. */
const everything = async (): Promise<unknown> => {
  const { rows } = await sql`
    select (select count(*) from event) as events, (select count(*) from matter) as matters,
      (select count(*) from inbox) as inbox, (select count(*) from clock) as clocks, (select count(*) from draft) as drafts,
      (select count(*) from attachment) as files, (select count(*) from idempotency) as keys,
      (select jsonb_agg(to_jsonb(l) order by matter_id, no) from leg l) as legs`.execute(server.db)
  return rows[0]
}

/** A clear no: the status of its code, words in both languages, no word of a bug. */
function expectNo({ status, headers, body }: Answer, code: keyof typeof httpStatus): void {
  expect({ status, code: body.code }, JSON.stringify(body)).toEqual({ status: httpStatus[code], code })
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json/)
  expect(body.words.zh).toMatch(/[\u4e00-\u9fff].*[。）]$/)
  expect(body.words.en.length).toBeGreaterThan(15)
  expect(JSON.stringify(body)).not.toMatch(/select |constraint|stack|node_modules|Error:/i)
}

const json = { 'content-type': 'application/json' }
const moves = () => `/matters/${sent.id}/moves`
const raw = (path: string, body: string, headers: Record<string, string> = json) =>
  officer.send('POST', path, { body, headers })
const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`

type Bad = readonly [string, keyof typeof httpStatus, () => Promise<Answer>]

const badOpenings: readonly Bad[] = [
  ['no body at all', 'invalid-input', () => officer.send('POST', '/matters')],
  ['an empty body', 'invalid-input', () => raw('/matters', '')],
  ['no JSON', 'invalid-input', () => raw('/matters', '{"kind": clue}')],
  ['half of a JSON', 'invalid-input', () => raw('/matters', '{"kind": "clue"')],
  ['a list', 'invalid-input', () => raw('/matters', '[]')],
  ['null', 'invalid-input', () => raw('/matters', 'null')],
  ['a word', 'invalid-input', () => raw('/matters', '"clue"')],
  ['an unknown kind', 'invalid-input', () => officer.post('/matters', { kind: 'constructor' })],
  ['an unknown field', 'invalid-input', () => officer.post('/matters', { kind: 'clue', colour: 'red' })],
  ['a kind of the wrong type', 'invalid-input', () => officer.post('/matters', { kind: 7 })],
  ['a title of the wrong type', 'invalid-input', () => officer.post('/matters', { kind: 'clue', title: {} })],
  [
    'an over-long title',
    'invalid-input',
    () => officer.post('/matters', { kind: 'clue', title: '长'.repeat(101) }),
  ],
  ['an empty title', 'invalid-input', () => officer.post('/matters', { kind: 'clue', title: '   ' })],
  ['U+0000 in a title', 'invalid-input', () => raw('/matters', '{"kind":"clue","title":"a\\u0000b"}')],
  ['half a surrogate pair', 'invalid-input', () => raw('/matters', '{"kind":"clue","title":"a\\ud83d"}')],
  ['a prototype', 'invalid-input', () => raw('/matters', '{"kind":"clue","__proto__":{"x":1}}')],
  [
    'more than a megabyte',
    'too-large',
    () => raw('/matters', `{"kind":"clue","title":"${'x'.repeat(1_100_000)}"}`),
  ],
  ['XML', 'unsupported', () => raw('/matters', '<clue/>', { 'content-type': 'application/xml' })],
  [
    'a web form',
    'unsupported',
    () => raw('/matters', 'kind=clue', { 'content-type': 'application/x-www-form-urlencoded' }),
  ],
  [
    'a key that is too short',
    'invalid-input',
    () => officer.post('/matters', { kind: 'clue' }, { key: 'short' }),
  ],
  [
    'a key that is too long',
    'invalid-input',
    () => officer.post('/matters', { kind: 'clue' }, { key: 'k'.repeat(129) }),
  ],
  [
    'a page of another site',
    'not-allowed',
    () => raw('/matters', '{"kind":"clue"}', { ...json, origin: 'https://elsewhere.example' }),
  ],
]

const act = (more: object, client = receiver) =>
  client.post(moves(), { action: 'acknowledge', body: {}, expectedVersion: 1, ...more })
const current = async () => (await receiver.matter(sent.id)).version

const badMoves: readonly Bad[] = [
  ['no action', 'invalid-input', () => act({ action: undefined })],
  [
    'an action that does not exist',
    'invalid-input',
    async () => act({ action: 'fly', expectedVersion: await current() }),
  ],
  [
    'the name of something every object has',
    'invalid-input',
    async () => act({ action: 'constructor', expectedVersion: await current() }),
  ],
  [
    'the prototype as an action',
    'invalid-input',
    async () => raw(moves(), `{"action":"__proto__","body":{},"expectedVersion":${await current()}}`),
  ],
  ['an over-long action', 'invalid-input', () => act({ action: 'a'.repeat(51) })],
  ['a body that is a list', 'invalid-input', () => act({ body: [] })],
  ['a body that is text', 'invalid-input', () => act({ body: 'x' })],
  ['an unknown field beside', 'invalid-input', () => act({ force: true })],
  [
    'an unknown field inside',
    'invalid-input',
    async () => act({ body: { colour: 'red' }, expectedVersion: await current() }),
  ],
  ['no version', 'invalid-input', () => act({ expectedVersion: undefined })],
  ['version 0', 'invalid-input', () => act({ expectedVersion: 0 })],
  ['half a version', 'invalid-input', () => act({ expectedVersion: 1.5 })],
  ['a version as text', 'invalid-input', () => act({ expectedVersion: '3' })],
  ['a version beyond all numbers', 'invalid-input', () => act({ expectedVersion: 1e300 })],
  ['a stale version', 'already-changed', () => act({ expectedVersion: 1 })],
  ['a version nobody has seen yet', 'already-changed', () => act({ expectedVersion: 999_999 })],
  ['a negative leg', 'invalid-input', () => act({ leg: -1 })],
  ['leg 0', 'invalid-input', () => act({ leg: 0 })],
  [
    'a leg that does not exist',
    'invalid-input',
    async () => act({ leg: 7, expectedVersion: await current() }),
  ],
  ['half a leg', 'invalid-input', () => act({ leg: 1.5 })],
  ['the wrong state', 'not-now', async () => act({ action: 'file', expectedVersion: await current() })],
  ['the wrong side', 'not-your-turn', async () => act({ expectedVersion: await current() }, officer)],
  [
    'somebody without the power',
    'not-allowed',
    async () => act({ expectedVersion: await current() }, await server.signedIn('siping.reviewer')),
  ],
  ['a message of blanks', 'invalid-input', () => act({ action: 'say', body: { text: ' \n ' } })],
  ['a message too long', 'invalid-input', () => act({ action: 'say', body: { text: '长'.repeat(2_001) } })],
  [
    'a message with U+0000',
    'invalid-input',
    () => raw(moves(), '{"action":"say","body":{"text":"a\\u0000"}}'),
  ],
  [
    'a message with half a surrogate pair',
    'invalid-input',
    () => raw(moves(), '{"action":"say","body":{"text":"\\udc00"}}'),
  ],
  [
    'the same with a key',
    'invalid-input',
    () =>
      raw(moves(), '{"action":"say","body":{"text":"\\udc00"}}', {
        ...json,
        'idempotency-key': 'key-surrogate',
      }),
  ],
  [
    'a key name of half a surrogate pair',
    'invalid-input',
    () =>
      raw(moves(), '{"action":"say","body":{"\\udc00":"x"}}', {
        ...json,
        'idempotency-key': 'key-surrogat2',
      }),
  ],
  ['deeply nested', 'invalid-input', () => raw(moves(), `{"action":"say","body":${nested(5_000)}}`)],
  [
    'deeply nested with a key',
    'invalid-input',
    () =>
      raw(moves(), `{"action":"say","body":${nested(5_000)}}`, {
        ...json,
        'idempotency-key': 'key-nested-1',
      }),
  ],
  [
    'somebody who is no colleague',
    'invalid-input',
    () => act({ action: 'assign', body: { accountId: server.region.who('gaomi.officer').accountId } }),
  ],
  ['an assignee that is no id', 'invalid-input', () => act({ action: 'assign', body: { accountId: 'me' } })],
  [
    'forwarding to oneself',
    'invalid-input',
    () => act({ action: 'forward', body: { to: server.agencyOf('siping.officer'), reason: 'x' } }),
  ],
  [
    'forwarding to a stranger',
    'invalid-input',
    () => act({ action: 'forward', body: { to: server.agencyOf('gaomi.officer'), reason: 'x' } }),
  ],
  [
    'a link to itself',
    'invalid-input',
    () => act({ action: 'link', body: { to: sent.id, relation: 'related' } }),
  ],
  [
    'a link to nothing',
    'not-found',
    () => act({ action: 'link', body: { to: '01a00000-0000-7000-8000-000000000000', relation: 'related' } }),
  ],
  [
    'a link of no kind',
    'invalid-input',
    () => act({ action: 'link', body: { to: draftId, relation: 'friend' } }),
  ],
  ['sending again what arrived', 'not-now', () => act({ action: 'resend', body: {} }, officer)],
  [
    'restricting without being a leader',
    'not-allowed',
    () => act({ action: 'restrict', body: { readers: [] } }),
  ],
]

const emptyId = '01a00000-0000-7000-8000-000000000000'
const badAddresses: readonly Bad[] = [
  ['an id that is none', 'invalid-input', () => officer.get('/matters/42')],
  [
    'an id with an injection',
    'invalid-input',
    () => officer.get(`/matters/${encodeURIComponent("x' or 1=1")}`),
  ],
  ['an id with U+0000', 'invalid-input', () => officer.get('/matters/%00')],
  ['an id of nothing', 'not-found', () => officer.get(`/matters/${emptyId}`)],
  ['the timeline of nothing', 'not-found', () => officer.get(`/matters/${emptyId}/events`)],
  [
    'a move of nothing',
    'not-found',
    () => officer.post(`/matters/${emptyId}/moves`, { action: 'say', body: { text: 'x' } }),
  ],
  ['an address of nothing', 'not-found', () => officer.get('/nothing')],
  ['a broken escape', 'not-found', () => officer.get('/matters/%zz')],
  ['an endless id', 'not-found', () => officer.get(`/matters/${'a'.repeat(2_000)}`)],
  ['a method that is not there', 'wrong-method', () => officer.send('PATCH', '/matters')],
  ['deleting a matter', 'wrong-method', () => officer.delete(`/matters/${sent.id}`)],
  ['a page of 0', 'invalid-input', () => officer.get('/matters?limit=0')],
  ['a page of 100,000', 'invalid-input', () => officer.get('/matters?limit=100000')],
  ['a page of words', 'invalid-input', () => officer.get('/matters?limit=many')],
  ['two limits', 'invalid-input', () => officer.get('/matters?limit=1&limit=2')],
  ['a cursor of nonsense', 'invalid-input', () => officer.get('/matters?cursor=nonsense')],
  [
    'a cursor of another length',
    'invalid-input',
    () => officer.get(`/matters?cursor=${cursorOf(['a', 'b'])}`),
  ],
  ['a cursor that is no id', 'invalid-input', () => officer.get(`/matters?cursor=${cursorOf(['x'])}`)],
  ['a cursor that is a group', 'invalid-input', () => officer.get(`/matters?cursor=${cursorOf([{ a: 1 }])}`)],
  ['a cursor that is a number', 'invalid-input', () => officer.get(`/matters?cursor=${cursorOf([5])}`)],
  ['a cursor of U+0000', 'invalid-input', () => officer.get(`/matters?cursor=${cursorOf(['\0'])}`)],
  [
    'an inbox cursor that is no number',
    'invalid-input',
    () => officer.get(`/inbox?cursor=${cursorOf(['x'])}`),
  ],
  [
    'an inbox cursor beyond all numbers',
    'invalid-input',
    () => officer.get(`/inbox?cursor=${cursorOf([1e300])}`),
  ],
  [
    'an inbox cursor of half a number',
    'invalid-input',
    () => officer.get(`/inbox?cursor=${cursorOf([1.5])}`),
  ],
  [
    'a directory cursor that is none',
    'invalid-input',
    () => officer.get(`/agencies?cursor=${cursorOf(['x', {}])}`),
  ],
  [
    'a cursor of people that is none',
    'invalid-input',
    () => officer.get(`/people?cursor=${cursorOf(['x', 'y'])}`),
  ],
  ['an unknown light', 'invalid-input', () => officer.get('/matters?light=blue')],
  ['an unknown side', 'invalid-input', () => officer.get('/matters?side=both')],
  ['an assignee that is no id', 'invalid-input', () => officer.get('/matters?assignee=me')],
  ['a search that is too long', 'invalid-input', () => officer.get(`/matters?q=${'x'.repeat(101)}`)],
  ['a search with U+0000', 'invalid-input', () => officer.get('/matters?q=%00a')],
  ['a count with U+0000', 'invalid-input', () => officer.get('/matters/count?kind=%00')],
  ['events after something', 'invalid-input', () => officer.get(`/matters/${sent.id}/events?after=x`)],
  ['events after a fraction', 'invalid-input', () => officer.get(`/matters/${sent.id}/events?after=1.5`)],
  [
    'events after a number beyond all',
    'invalid-input',
    () => officer.get(`/matters/${sent.id}/events?after=1e300`),
  ],
  [
    'events after too large a number',
    'invalid-input',
    () => officer.get(`/matters/${sent.id}/events?after=99999999999`),
  ],
  [
    'a purpose of nobody',
    'invalid-input',
    () => officer.post(`/matters/${sent.id}/reveals`, { purpose: 'curiosity' }),
  ],
  ['no purpose', 'invalid-input', () => officer.post(`/matters/${sent.id}/reveals`, {})],
]

const saving = (body: unknown, query = '', action = 'submit') =>
  officer.put(`/matters/${draftId}/drafts/${action}${query}`, body)
const savingRaw = (body: string) =>
  officer.send('PUT', `/matters/${draftId}/drafts/submit`, { body, headers: json })

const saved = async () => (await officer.get(`/matters/${draftId}/drafts/submit`)).body.body

const badDrafts: readonly Bad[] = [
  ['no version', 'invalid-input', () => saving({ body: {} })],
  ['a negative version', 'invalid-input', () => saving({ body: {}, version: -1 })],
  ['a version beyond all', 'invalid-input', () => saving({ body: {}, version: 99_999_999_999 })],
  ['a list', 'invalid-input', () => saving({ body: [], version: 0 })],
  ['an unknown field', 'invalid-input', () => saving({ body: {}, version: 0, force: true })],
  ['a negative leg', 'invalid-input', () => saving({ body: {}, version: 0 }, '?leg=-1')],
  ['a leg that is none', 'invalid-input', () => saving({ body: {}, version: 0 }, '?leg=x')],
  ['an action that is none', 'invalid-input', () => saving({ body: {}, version: 0 }, '', 'fly')],
  [
    'the name of something every object has',
    'invalid-input',
    () => saving({ body: {}, version: 0 }, '', 'constructor'),
  ],
  ['a name that is too long', 'invalid-input', () => saving({ body: { ['k'.repeat(101)]: 1 }, version: 0 })],
  ['U+0000', 'invalid-input', () => savingRaw('{"version":0,"body":{"a":"\\u0000"}}')],
  ['U+0000 in a name', 'invalid-input', () => savingRaw('{"version":0,"body":{"a\\u0000":1}}')],
  ['half a surrogate pair', 'invalid-input', () => savingRaw('{"version":0,"body":{"a":"\\ud800"}}')],
  ['nested 5,000 times', 'invalid-input', () => savingRaw(`{"version":0,"body":${nested(5_000)}}`)],
  ['nested 100,000 times', 'invalid-input', () => savingRaw(`{"version":0,"body":${nested(100_000)}}`)],
  ['more than a megabyte', 'too-large', () => saving({ body: { a: 'x'.repeat(1_100_000) }, version: 0 })],
  [
    'a version nobody saved',
    'already-changed',
    async () => {
      await saving({ body: {}, version: 0 })
      return saving({ body: {}, version: 17 })
    },
  ],
]

const badFiles: readonly Bad[] = [
  ['a PNG called PDF', 'unsupported', () => officer.upload(draftId, { name: 'a.pdf' }, aPng())],
  ['a PDF called PNG', 'unsupported', () => officer.upload(draftId, { name: 'a.png' }, aPdf())],
  [
    'a page called picture',
    'unsupported',
    () => officer.upload(draftId, { name: 'a.png' }, Buffer.from('<html><script>1</script>')),
  ],
  ['a program', 'unsupported', () => officer.upload(draftId, { name: 'a.exe' }, Buffer.from('MZ\x90\0'))],
  ['a file without an ending', 'unsupported', () => officer.upload(draftId, { name: 'a' }, aPdf())],
  ['an empty file', 'invalid-input', () => officer.upload(draftId, { name: 'a.pdf' }, Buffer.alloc(0))],
  ['no name', 'invalid-input', () => officer.upload(draftId, {}, aPdf())],
  [
    'an unknown question',
    'invalid-input',
    () => officer.upload(draftId, { name: 'a.pdf', colour: 'red' }, aPdf()),
  ],
  [
    'an item that is none',
    'invalid-input',
    () => officer.upload(draftId, { name: 'a.pdf', item: '../x' }, aPdf()),
  ],
  [
    'a leg that is not there',
    'invalid-input',
    () => officer.upload(draftId, { name: 'a.pdf', leg: '9' }, aPdf()),
  ],
  ['a matter that is not there', 'not-found', () => officer.upload(emptyId, { name: 'a.pdf' }, aPdf())],
  ['a file that is not there', 'not-found', () => officer.get(`/files/${emptyId}`)],
  ['a file id that is none', 'invalid-input', () => officer.get('/files/x')],
]

describe('bad input is refused in both languages, and nothing changes', () => {
  const table = [
    ...badOpenings.map((bad) => ['opening', ...bad] as const),
    ...badMoves.map((bad) => ['a move', ...bad] as const),
    ...badAddresses.map((bad) => ['asking', ...bad] as const),
    ...badFiles.map((bad) => ['a file', ...bad] as const),
  ]

  test.each(table)('%s: %s', async (_, __, code, send) => {
    const [before, logged] = [await everything(), server.logged.length]

    const answer = await send()

    expectNo(answer, code)
    expect(await everything()).toEqual(before)
    expect(server.logged.slice(logged)).toEqual([])
  })

  test.each(badDrafts)('a draft: %s', async (_, code, send) => {
    const [before, logged] = [await saved(), server.logged.length]

    const answer = await send()

    expectNo(answer, code)
    expect(await saved()).toEqual(before)
    expect(server.logged.slice(logged)).toEqual([])
  })

  test('P13 the same key with other content is a conflict, and the original stands', async () => {
    const first = await officer.post(
      moves(),
      { action: 'say', body: { text: '一' } },
      { key: 'key-the-same' },
    )
    const before = await everything()

    const again = await officer.post(
      moves(),
      { action: 'say', body: { text: '一' } },
      { key: 'key-the-same' },
    )
    expect(again.body).toEqual(first.body)
    for (const other of [
      () => officer.post(moves(), { action: 'say', body: { text: '二' } }, { key: 'key-the-same' }),
      () => officer.post(moves(), { action: 'note', body: { text: '一' } }, { key: 'key-the-same' }),
      () => officer.post('/matters', { kind: 'clue' }, { key: 'key-the-same' }),
      () => officer.upload(draftId, { name: 'a.pdf' }, aPdf(), { key: 'key-the-same' }),
    ])
      expectNo(await other(), 'conflict')
    expect(await everything()).toEqual(before)
  })

  test('a file that breaks off midway is not kept, and its sender may try again', async () => {
    const before = await everything()
    const pdf = aPdf(1, 400_000)
    const half = new ReadableStream({
      async start(controller) {
        controller.enqueue(pdf.subarray(0, 200_000))
        await new Promise((resolve) => setTimeout(resolve, 50))
        controller.error(new Error('the browser was closed'))
      },
    })
    await officer
      .send('POST', `/matters/${draftId}/files?name=a.pdf`, { body: half, duplex: 'half' } as RequestInit)
      .catch(() => undefined)

    expect(await everything()).toEqual(before)
    expect((await officer.upload(draftId, { name: 'a.pdf' }, pdf)).status).toBe(201)
  })
})

describe('no good form with one part put otherwise is a bug', () => {
  const otherwise: readonly unknown[] = [
    null,
    true,
    0,
    -1,
    1e308,
    2 ** 53,
    '',
    ' ',
    'x'.repeat(7_000),
    '\u0000',
    '\ud800',
    '2026-02-30',
    '9999-12-31T23:59:59+14:00',
    '0000-01-01T00:00:00Z',
    [],
    [null],
    [[]],
    {},
    { constructor: 1 },
    { kind: 'person' },
  ]
  /** The form with the value at each path put otherwise, one at a time. */
  function* mutants(form: unknown, path: readonly (string | number)[] = []): Iterable<unknown> {
    if (path.length > 0) yield* otherwise
    if (typeof form !== 'object' || form === null) return
    for (const [name, part] of Object.entries(form))
      for (const mutant of mutants(part, [...path, name]))
        yield Array.isArray(form)
          ? form.map((each, at) => (String(at) === name ? mutant : each))
          : { ...form, [name]: mutant }
  }

  test('as a submission, as a draft and as an answer', async () => {
    const { bodies } = sent
    const { version } = await officer.matter(draftId)
    const logged = server.logged.length
    let draft = (await officer.get(`/matters/${draftId}/drafts/submit`)).body.version
    const seen = new Set<number>()
    const all = [...mutants(bodies.submit)]
    expect(all.length).toBeGreaterThan(1_000)

    // Every seventh: over the run of the values every field meets several.
    for (const [turn, mutant] of all.filter((_, at) => at % 7 === 0).entries()) {
      const { status, body } = await officer.post(`/matters/${draftId}/moves`, {
        action: 'submit',
        body: mutant,
        expectedVersion: version,
      })
      seen.add(status)
      expect(status, JSON.stringify(mutant)).toBeLessThan(500)
      if (status === 200) throw new Error(`It was submitted: ${JSON.stringify(body)}`)
      if (turn % 3 !== 0) continue
      const saved = await officer.put(`/matters/${draftId}/drafts/submit`, { body: mutant, version: draft })
      expect(saved.status, JSON.stringify(mutant)).toBeLessThan(500)
      if (saved.status === 200) draft = saved.body.version
      expect((await officer.get(`/matters/${draftId}/drafts/submit`)).status).toBe(200)
    }

    expect(seen).toEqual(new Set([422]))
    expect(server.logged.slice(logged)).toEqual([])
  })

  test('as anything an agency may do on its way', async () => {
    const { id, bodies } = await aCase(server)
    await receiver.act(id, 'acknowledge')
    const logged = server.logged.length
    for (const action of ['requestSupplement', 'object'] as const)
      for (const mutant of mutants(bodies[action])) {
        const { version } = await receiver.matter(id)
        const { status } = await receiver.post(`/matters/${id}/moves`, {
          action,
          body: mutant,
          expectedVersion: version,
        })
        expect(status, `${action} ${JSON.stringify(mutant)}`).toBeLessThan(500)
      }
    for (const [action, form] of Object.entries({
      say: { text: 'x' },
      assign: { accountId: 'x' },
      forward: { to: 'x', reason: 'x' },
      restrict: { readers: ['x'] },
      link: { to: 'x', relation: 'related' },
      urge: { text: 'x' },
    }))
      for (const mutant of mutants(form)) {
        const leader = await server.signedIn('siping.leader')
        const { status } = await leader.post(`/matters/${id}/moves`, { action, body: mutant })
        expect(status, `${action} ${JSON.stringify(mutant)}`).toBeLessThan(500)
      }
    expect(server.logged.slice(logged)).toEqual([])
  })
})

function cursorOf(position: unknown): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}
