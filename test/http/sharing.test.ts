import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { anMp4, aPdf, aPng, aZip } from '../../src/features/files/sample-files.fixture.ts'
import { airportCars } from '../../src/features/matters/kinds/clue/clue.examples.ts'
import { aCase, aClue } from '../a-case.ts'
import { aColleague, agencyWith } from '../a-colleague.ts'
import { aServer, type Client } from '../http.ts'

const server = await aServer()

describe('what two agencies share', () => {
  test('P4 asking back what is on its way is answered by the receiver, and discarding a draft ends it', async () => {
    const { id, officer, receiver, bodies } = await aCase(server)
    expect((await officer.move(id, 'discard', {})).body.code).toBe('not-now')
    expect((await receiver.move(id, 'release', {})).body.code).toBe('not-now')
    await officer.act(id, 'askBack', bodies.askBack)
    expect((await officer.matter(id)).legs[0]?.state).toBe('sent')
    expect((await officer.move(id, 'askBack', bodies.askBack)).body.code).toBe('not-now')
    const { matter } = await receiver.act(id, 'release', bodies.release)
    expect(matter).toMatchObject({
      settled: true,
      legs: [{ state: 'recalled' }],
      lead: server.agencyOf('tieling.officer'),
    })

    const { body } = await officer.post('/matters', { kind: 'case-transfer' })
    await officer.act(body.matter.id, 'discard', {})
    expect(await officer.matter(body.matter.id)).toMatchObject({
      legs: [{ state: 'discarded', settled: true }],
    })
    expect((await officer.move(body.matter.id, 'submit', bodies.submit)).body.code).toBe('not-now')
    expect(
      (await officer.get('/matters?settled=true')).body.items.map((row: { id: string }) => row.id),
    ).toContain(body.matter.id)
  })

  test('P6 whatever is attached, the case is accepted with all of it', async () => {
    const { id, officer, receiver, bodies } = await aCase(server)
    const files = {
      '照片.png': aPng(1),
      '过磅.mp4': anMp4(),
      '材料.zip': aZip({ 'a.txt': 'x' }),
      '笔录.pdf': aPdf(9),
      '记录.txt': Buffer.from('第一行\n'),
    }
    for (const [name, bytes] of Object.entries(files))
      expect((await officer.upload(id, { name }, bytes)).status, name).toBe(201)
    await receiver.act(id, 'acknowledge')

    await receiver.act(id, 'accept', bodies.accept)

    const arrived = (await receiver.matter(id)).files
    expect(arrived.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(files)))
    for (const { id: fileId, size } of arrived) {
      const { status, headers } = await receiver.send('HEAD', `/files/${fileId}`)
      expect([status, Number(headers.get('content-length'))]).toEqual([200, size])
    }
  })

  test('P8 a file withdrawn before it was sent never arrives, one withdrawn later is marked on both sides', async () => {
    const { id, officer, reviewer, receiver, bodies } = await aCase(server, { isSent: false })
    await officer.act(id, 'withdraw')
    await officer.upload(id, { name: '误传一.pdf' }, aPdf(1))
    await officer.upload(id, { name: '误传二.pdf' }, aPdf(2))
    const [first, second] = (await officer.matter(id)).files.slice(-2)
    await officer.post(`/files/${first?.id}/withdrawal`, { reason: '误传' })
    await officer.act(id, 'submit', bodies.submit)
    await reviewer.act(id, 'approve', bodies.approve)
    await officer.act(id, 'send')
    expect((await receiver.get(`/files/${first?.id}`)).status).toBe(404)
    expect((await receiver.matter(id)).files.map((file) => file.id)).not.toContain(first?.id)

    await officer.post(`/files/${second?.id}/withdrawal`, { reason: '误传' })

    for (const client of [officer, receiver]) {
      const { items } = (await client.get(`/matters/${id}/files`)).body
      expect(items.find((file: { id: string }) => file.id === second?.id).withdrawn).toMatchObject({
        reason: '误传',
      })
    }
    expect((await officer.get(`/files/${first?.id}`)).status).toBe(200)
  })

  test('P8 who restricts a case, or opened it for the agency, can always open it', async () => {
    const { id } = await aCase(server)
    const leader = await server.signedIn('tieling.leader')

    await leader.act(id, 'restrict', { readers: [] })

    expect((await leader.matter(id)).restricted).toBe(true)
    await leader.act(id, 'unrestrict')
    expect((await (await server.signedIn('tieling.officer')).matter(id)).restricted).toBe(false)
  })

  test('P11 a plate that a hundred matters share makes none of them longer, and no link', async () => {
    const officer = await server.signedIn('tieling.officer')
    const push = async () => {
      const { body } = await officer.post('/matters', { kind: 'clue' })
      await officer.act(body.matter.id, 'push', airportCars([server.agencyOf('siping.officer')]))
      return body.matter.id as string
    }
    const length = async (id: string) => JSON.stringify(await officer.matter(id)).length
    const first = await push()
    const [sizeAlone, rowsAlone] = [await length(first), await searchRows()]

    const others = await Promise.all(Array.from({ length: 100 }, push))

    expect(Math.abs((await length(others.at(-1) ?? '')) - sizeAlone)).toBeLessThan(50)
    expect(await length(first)).toBe(sizeAlone)
    expect((await searchRows()) - rowsAlone).toBe(100)
    expect((await sql`select from matter_link`.execute(server.db)).rows).toEqual([])
    expect((await officer.get('/matters/count?q=京ATEST1')).body).toEqual({ count: 101, more: false })
    // Page by page, each once.
    const seen: string[] = []
    for (let cursor = ''; ; ) {
      const { body } = await officer.get(`/matters?q=京ATEST1&limit=40${cursor && `&cursor=${cursor}`}`)
      seen.push(...body.items.map((row: { id: string }) => row.id))
      if (!body.next) break
      cursor = body.next
    }
    expect(new Set(seen).size).toBe(101)
    expect(seen).toHaveLength(101)
  })

  test('P18 a closed addressee is shown as failed and sent again alone, the others are not disturbed', async () => {
    const administrator = await server.signedIn('sysadmin')
    const closing = await agencyWith(server, '220122-ZF')
    const closed = await administrator.post(`/agencies/${closing}/closure`, {})
    expect(closed.status, JSON.stringify(closed.body)).toBeLessThan(300)
    const officer = await server.signedIn('tieling.officer')
    const receiver = await server.signedIn('siping.officer')

    const id = await aClue(server, server.agencyOf('siping.officer'), closing)
    expect((await officer.matter(id)).legs).toMatchObject([
      { delivery: 'delivered' },
      { delivery: 'failed', deliveryFault: { zh: expect.stringContaining('重新发送') } },
    ])
    await receiver.act(id, 'acknowledge', {}, { leg: 1 })
    expect((await officer.move(id, 'resend', {}, { leg: 2 })).body.code).toBe('not-now')
    await officer.act(id, 'resend', { to: server.agencyOf('lishu.officer') }, { leg: 2 })

    const lishu = await server.signedIn('lishu.officer')
    expect((await lishu.matter(id)).legs.map(({ state }) => state)).toEqual(['received', 'pushed'])
    await lishu.act(id, 'acknowledge', {}, { leg: 2 })
    expect((await lishu.move(id, 'take', {}, { leg: 1 })).body.code).toBe('not-your-turn')
  })

  test('P18 another addressee of a reviewed case is a decision of its own, and the content says the same as the leg', async () => {
    const administrator = await server.signedIn('sysadmin')
    const closing = await agencyWith(server, '220112-ZF')
    const submitter = await aColleague(server, 'changtu.writes', '211224-ZF', ['officer', 'reviewer'])
    const { id, officer, reviewer, bodies } = await aCase(server, { isSent: false, agency: closing })
    await officer.act(id, 'withdraw')
    await submitter.act(id, 'submit', bodies.submit)
    await reviewer.act(id, 'approve', bodies.approve)
    await administrator.post(`/agencies/${closing}/closure`, {})
    await officer.act(id, 'send')
    const to = { to: server.agencyOf('lishu.officer') }

    expect((await officer.move(id, 'resend', to)).body).toMatchObject({
      code: 'not-allowed',
      words: { zh: expect.stringContaining('法制审核人员') },
    })
    expect((await submitter.move(id, 'resend', to)).body.code).toBe('not-allowed')
    await reviewer.act(id, 'resend', to)

    const seen = await (await server.signedIn('lishu.officer')).matter(id)
    expect(seen).toMatchObject({
      content: { to: [to.to] },
      legs: [{ delivery: 'delivered', answerer: { id: to.to } }],
    })
  })

  test('several addressees do not read what the asker and another say to each other', async () => {
    const id = await aClue(server, server.agencyOf('siping.officer'), server.agencyOf('lishu.officer'))
    const [officer, siping, lishu] = await Promise.all(
      ['tieling.officer', 'siping.officer', 'lishu.officer'].map((login) => server.signedIn(login)),
    )
    if (!officer || !siping || !lishu) throw new Error('Somebody is missing.')
    await siping.act(id, 'say', { text: '只给昌图看的话' }, { leg: 1 })
    await officer.act(id, 'say', { text: '只给四平看的话' }, { leg: 1 })
    await siping.act(id, 'acknowledge', {}, { leg: 1 })
    const uploaded = await siping.upload(id, { name: '四平.pdf', leg: '1' }, aPdf(77))

    const all = JSON.stringify([
      await lishu.matter(id),
      await lishu.events(id),
      (await lishu.get('/inbox')).body,
      (await lishu.get(`/matters/${id}/files`)).body,
    ])
    expect(all).not.toMatch(/只给|四平\.pdf/)
    expect((await lishu.get(`/files/${uploaded.body.id}`)).status).toBe(404)
    expect((await officer.get(`/files/${uploaded.body.id}`)).status).toBe(200)
    const unclear = await officer.move(id, 'say', { text: '给谁？' })
    expect(unclear.body).toMatchObject({ code: 'invalid-input', facts: { legs: [1, 2] } })
  })

  test('an agency below takes over the answering: the deadline stays, the one above looks on', async () => {
    const { id, officer, receiver, bodies } = await aCase(server)
    const before = (await officer.matter(id)).clocks.map(({ dueAt }) => dueAt)
    const owing = async (client: Client) =>
      (await client.get('/workbench')).body.owed.map((row: { matter: { id: string } }) => row.matter.id)
    const [below, district] = [
      await aColleague(server, 'tiexi.officer', '220302-ZF', ['officer']),
      await agencyWith(server, '220302-ZF'),
    ]
    expect((await below.get(`/matters/${id}`)).status).toBe(404)

    await receiver.act(id, 'forward', { to: district, reason: '属该区管辖' })

    expect((await officer.matter(id)).clocks.map(({ dueAt }) => dueAt)).toEqual(before)
    expect(await owing(below)).toContain(id)
    expect(await owing(receiver)).not.toContain(id)
    expect((await receiver.move(id, 'acknowledge')).body.code).toBe('not-your-turn')
    await below.act(id, 'acknowledge')
    const { matter } = await below.act(id, 'accept', bodies.accept)
    expect(matter.lead).toBe(district)
    expect((await receiver.matter(id)).lead.id).toBe(district)
    expect(
      (await below.move(id, 'forward', { to: server.agencyOf('siping.officer'), reason: 'x' })).body.code,
    ).toBe('not-now')
  })

  test('what comes from below is not forwarded back to where it came from', async () => {
    await aColleague(server, 'tiedong.officer', '220303-ZF', ['officer'])
    await aColleague(server, 'tiedong.reviewer', '220303-ZF', ['reviewer'])
    const { id, receiver } = await aCase(server, { from: 'tiedong' })

    const refused = await receiver.move(id, 'forward', {
      to: await agencyWith(server, '220303-ZF'),
      reason: '退回',
    })

    expect(refused).toMatchObject({ status: 422, body: { code: 'invalid-input' } })
  })

  test('a restricted case is forwarded to those who decide below', async () => {
    const { id, receiver, bodies } = await aCase(server)
    const below = await aColleague(server, 'tiexi.leader', '220302-ZF', ['leader'])
    const colleague = await aColleague(server, 'tiexi.other', '220302-ZF', ['officer'])
    const leader = await server.signedIn('siping.leader')
    await leader.act(id, 'restrict', { readers: [server.region.who('siping.officer').accountId] })

    await receiver.act(id, 'forward', { to: await agencyWith(server, '220302-ZF'), reason: '属该区管辖' })

    await below.act(id, 'acknowledge')
    await below.act(id, 'accept', bodies.accept)
    expect((await colleague.get(`/matters/${id}`)).status).toBe(404)
  })

  test('four eyes: whoever submitted does not approve, whatever else he may do', async () => {
    const both = await aColleague(server, 'changtu.both', '211224-ZF', ['officer', 'reviewer'])
    const { id, officer, bodies } = await aCase(server, { isSent: false })
    await officer.act(id, 'withdraw')
    await both.act(id, 'submit', bodies.submit)

    expect((await both.move(id, 'approve', bodies.approve)).body).toMatchObject({
      code: 'not-allowed',
      words: { zh: expect.stringContaining('其他人员') },
    })
    await (await server.signedIn('tieling.reviewer')).act(id, 'approve', bodies.approve)
  })

  test('personal data is masked until somebody says what for, and that stands in the record', async () => {
    const { id, officer, receiver } = await aCase(server)
    const masked = await receiver.matter(id)
    expect(masked.masked.length).toBeGreaterThan(0)
    expect(JSON.stringify([masked, await receiver.events(id)])).not.toContain('0434-0000001')

    const revealed = await receiver.post(`/matters/${id}/reveals`, { purpose: 'service' })

    expect(JSON.stringify(revealed.body.content)).toContain('0434-0000001')
    expect((await receiver.events(id)).at(-1)).toMatchObject({
      type: 'reveal',
      internal: true,
      body: { purpose: 'service' },
    })
    expect((await officer.events(id)).map(({ type }) => type)).not.toContain('reveal')
    const auditor = await server.signedIn('auditor')
    const { items } = (await auditor.get('/access-log?what=personal-data-read')).body
    expect(items[0]).toMatchObject({ matterId: id, purpose: 'service' })
  })
})

async function searchRows(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from matter_search`.execute(
    server.db,
  )
  return rows[0]?.count ?? 0
}
