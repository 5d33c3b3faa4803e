import { beforeAll, describe, expect, test } from 'vitest'
import { caseTransferBodies } from '../../src/features/matters/kinds/case-transfer/case-transfer.examples.ts'
import { attach } from '../a-case.ts'
import { aColleague, agencyWith } from '../a-colleague.ts'
import { aServer, type Client } from '../http.ts'

const server = await aServer()

/** The one person of a district brigade, which acts in the name of the city's bureau. */
let only: Client
/** People of that bureau: who approves, who leads it, and who does neither. */
let reviewer: Client
let head: Client
let clerk: Client

beforeAll(async () => {
  only = await aColleague(server, 'tiexi.only', '220302-ZF', ['officer', 'reviewer'])
  reviewer = await aColleague(server, 'bureau.reviewer', '220300', ['reviewer'])
  head = await aColleague(server, 'bureau.leader', '220300', ['leader'])
  clerk = await aColleague(server, 'bureau.clerk', '220300', ['officer'])
})

let cases = 0

/** A case the only person of the brigade has written and tried to submit; the answer to the trying. */
async function aWrittenCase(client: Client) {
  const bodies = caseTransferBodies(server.agencyOf('tieling.officer'))
  bodies.submit.case.number = `吉四铁交执〔2025〕${String(++cases).padStart(5, '0')}号`
  const { body } = await client.post('/matters', { kind: 'case-transfer' })
  const id: string = body.matter.id
  const { body: refused } = await client.move(id, 'submit', bodies.submit)
  for (const { path } of refused.faults) await attach(client, id, path[1])
  return { id, bodies }
}

async function aSubmittedCase() {
  const written = await aWrittenCase(only)
  await only.act(written.id, 'submit', written.bodies.submit)
  return written
}

const openOn = async (client: Client, id: string) =>
  (await client.matter(id)).legs[0]?.openActions.filter(({ open }) => open).map(({ action }) => action)

const owedBy = async (client: Client): Promise<string[]> =>
  (await client.get('/workbench')).body.owed.map((row: { matter: { id: string } }) => row.matter.id)

describe('what the only person of a small agency wrote', () => {
  test('is approved by the bureau in whose name it acts, and then goes its way', async () => {
    const { id, bodies } = await aSubmittedCase()
    const bureau = await agencyWith(server, '220300')

    expect((await only.move(id, 'approve', bodies.approve)).body).toMatchObject({
      code: 'not-allowed',
      words: { zh: expect.stringContaining('四平市交通运输局') },
    })
    const shown = (await only.matter(id)).legs[0]?.openActions.find(({ action }) => action === 'approve')
    expect(shown).toMatchObject({
      open: false,
      whyWords: { zh: expect.stringContaining('四平市交通运输局') },
    })
    expect((await reviewer.get('/inbox')).body.items).toContainEqual(
      expect.objectContaining({ type: 'submit', matter: expect.objectContaining({ id }) }),
    )
    expect(await owedBy(reviewer)).toContain(id)
    expect((await only.get('/workbench')).body.awaited).toContainEqual(
      expect.objectContaining({
        matter: expect.objectContaining({ id }),
        with: expect.objectContaining({ id: bureau }),
      }),
    )
    expect(await owedBy(only)).not.toContain(id)
    expect(await openOn(reviewer, id)).toEqual(['approve', 'sendBack'])
    await reviewer.act(id, 'approve', bodies.approve)

    expect((await only.matter(id)).reviewer?.id).toBe(bureau)
    await only.act(id, 'send')
    const receiver = await server.signedIn('tieling.officer')
    expect((await receiver.matter(id)).legs[0]?.state).toBe('sent')
    expect((await receiver.events(id)).map(({ type }) => type)).not.toContain('approve')
    expect((await reviewer.get(`/matters/${id}`)).status).toBe(404)
  })

  test('is seen there by who approves, as it was submitted, and by nobody else; other matters are not', async () => {
    const { id } = await aSubmittedCase()
    await only.act(id, 'note', { text: '大队内部的话' })
    const unsubmitted = await aWrittenCase(only)

    const seen = await reviewer.matter(id)
    expect(seen.content).toMatchObject({ case: { number: expect.stringContaining('吉四铁交执') } })
    const file = seen.files[0]
    expect((await reviewer.get(`/files/${file?.id}`)).status).toBe(200)
    expect((await reviewer.events(id)).map(({ type }) => type)).toEqual(['submit'])

    expect((await reviewer.get(`/matters/${unsubmitted.id}`)).status).toBe(404)
    for (const client of [clerk, await server.signedIn('tieling.officer')]) {
      expect((await client.get(`/matters/${id}`)).status).toBe(404)
      expect((await client.get(`/files/${file?.id}`)).status).toBe(404)
      expect(
        (await client.get('/inbox')).body.items.map((row: { matter: { id: string } }) => row.matter.id),
      ).not.toContain(id)
    }
  })

  test('is only reviewed there: whoever does so neither sends nor withdraws it, nor speaks in it', async () => {
    const { id, bodies } = await aSubmittedCase()

    expect((await head.move(id, 'withdraw')).body.code).toBe('not-allowed')
    expect((await head.move(id, 'note', { text: 'x' })).body.code).toBe('not-your-turn')
    await head.act(id, 'sendBack', bodies.sendBack)

    expect((await only.matter(id)).legs[0]?.state).toBe('drafted')
    expect((await only.events(id)).at(-1)).toMatchObject({
      type: 'sendBack',
      agency: { shortName: expect.any(String) },
    })
  })

  test('P27 a restricted case is reviewed by who leads there', async () => {
    const { id, bodies } = await aWrittenCase(await aColleague(server, 'lead.only', '220303-ZF', ['leader']))
    const own = await server.signedIn('lead.only')
    await own.act(id, 'restrict', { readers: [] })
    await own.act(id, 'submit', bodies.submit)

    expect((await reviewer.get(`/matters/${id}`)).status).toBe(404)
    expect(await openOn(head, id)).toEqual(['approve', 'sendBack'])
  })

  test('is reviewed in its own agency as soon as there is a second person, and nowhere else', async () => {
    const { id, bodies } = await aSubmittedCase()
    await only.act(id, 'withdraw')
    const second = await aColleague(server, 'tiexi.second', '220302-ZF', ['leader'])

    await only.act(id, 'submit', bodies.submit)

    expect((await only.matter(id)).reviewer).toBeNull()
    expect((await reviewer.get(`/matters/${id}`)).status).toBe(404)
    await second.act(id, 'approve', bodies.approve)
  })

  test('is not submitted where nobody could ever approve it, and nothing is lost', async () => {
    const lone = await aColleague(server, 'far.only', '220122-ZF', ['officer', 'reviewer'])
    const { id, bodies } = await aWrittenCase(lone)

    const answer = await lone.move(id, 'submit', bodies.submit)

    expect(answer.body).toMatchObject({
      code: 'not-now',
      words: { zh: expect.stringContaining('安全管理员') },
    })
    expect((await lone.matter(id)).legs[0]?.state).toBe('drafted')
  })
})
