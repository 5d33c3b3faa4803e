import { describe, expect, test } from 'vitest'
import { verifyDatabase } from '../../src/features/proof/proof.ts'
import { chinaDayOf } from '../../src/kernel/day.ts'
import { aCase, attach } from '../a-case.ts'
import { aServer } from '../http.ts'

const server = await aServer({ logLevel: 'trace' })

describe('a case crosses a provincial border, through HTTP', () => {
  test('written, approved, sent, supplemented, accepted, handed over, filed, decided, reported, closed', async () => {
    const { id, officer, receiver, bodies } = await aCase(server)
    // Their deadlines begin on the day that the form says.
    bodies.file.filedAt = new Date().toISOString()
    bodies.decide.decidedOn = chinaDayOf(new Date().toISOString())
    const [sender, answerer] = [server.agencyOf('tieling.officer'), server.agencyOf('siping.officer')]
    const leads: (readonly [string, string])[] = []
    const step = async (who: typeof officer, action: keyof typeof bodies) => {
      const { matter } = await who.act(id, action, bodies[action])
      leads.push([action, matter.lead])
      return matter
    }

    expect((await receiver.matter(id)).legs[0]).toMatchObject({ state: 'sent', mySides: ['answerer'] })
    await step(receiver, 'acknowledge')
    await step(receiver, 'requestSupplement')
    await attach(officer, id, 'weighing-record')
    await step(officer, 'supply')
    await step(receiver, 'accept')
    await step(officer, 'handOver')
    await step(receiver, 'confirmHandOver')
    await step(officer, 'tellParty')
    await step(receiver, 'file')
    await step(receiver, 'decide')
    await step(receiver, 'reportResult')
    const closed = await step(officer, 'confirmResult')

    expect(leads).toEqual([
      ['acknowledge', sender],
      ['requestSupplement', sender],
      ['supply', sender],
      ['accept', answerer],
      ['handOver', answerer],
      ['confirmHandOver', answerer],
      ['tellParty', answerer],
      ['file', answerer],
      ['decide', answerer],
      ['reportResult', answerer],
      ['confirmResult', answerer],
    ])
    expect(closed).toMatchObject({ settled: true, legs: [{ state: 'closed' }] })

    const [here, there] = [await officer.matter(id), await receiver.matter(id)]
    expect(new Set(here.clocks.map(({ outcome }) => outcome))).toEqual(new Set(['met']))
    expect(here.clocks.every(({ steps, basis }) => (steps?.length ?? 0) > 0 && basis.zh !== '')).toBe(true)
    // How long the preparation took is the sender's own affair; the files of the check-list reached the receiver.
    const preparation = ['approval', 'sending']
    expect(there.clocks.map(({ name }) => name).toSorted()).toEqual(
      here.clocks
        .map(({ name }) => name)
        .filter((name) => !preparation.includes(name))
        .toSorted(),
    )
    expect(there.files.map(({ digest }) => digest)).toEqual(here.files.map(({ digest }) => digest))
    expect(there.materials.filter(({ required }) => required).every(({ files }) => files.length > 0)).toBe(
      true,
    )

    const [mine, theirs] = [await officer.events(id), await receiver.events(id)]
    const shared = (events: typeof mine) => events.filter(({ internal }) => !internal)
    expect(shared(mine)).toEqual(shared(theirs))
    expect(shared(mine).map(({ type }) => type)).toEqual([
      'send',
      'acknowledge',
      'requestSupplement',
      'file.added',
      'supply',
      'accept',
      'handOver',
      'confirmHandOver',
      'tellParty',
      'file',
      'decide',
      'reportResult',
      'confirmResult',
    ])
    expect(theirs.every(({ internal }) => !internal)).toBe(true)
    expect(mine.slice(0, 2).map(({ type }) => type)).toEqual(['open', 'file.added'])
    expect((await verifyDatabase(server.db)).faults).toEqual([])
  })

  test('P2 material, notes and messages of the giver neither bring the case back nor move the lead', async () => {
    const { id, officer, receiver, bodies } = await aCase(server)
    await receiver.act(id, 'acknowledge')
    await receiver.act(id, 'accept', bodies.accept)

    await attach(officer, id, 'other-evidence')
    await officer.act(id, 'say', { text: '补充一份材料。' })
    await officer.act(id, 'note', { text: '内部备注。' })

    expect(await receiver.matter(id)).toMatchObject({
      lead: { id: server.agencyOf('siping.officer') },
      legs: [{ state: 'accepted' }],
    })
  })

  test('P3 a second transfer of the same case is refused while one is pending, however its number is spelt', async () => {
    const first = await aCase(server)
    const { body } = await first.officer.post('/matters', { kind: 'case-transfer' })
    const again = structuredClone(first.bodies.submit)
    again.case.number = again.case.number.replace('〔', '[').replace('〕', ']')
    for (const { path } of (await first.officer.move(body.matter.id, 'submit', again)).body.faults)
      await attach(first.officer, body.matter.id, path[1])

    const refused = await first.officer.move(body.matter.id, 'submit', again)

    expect(refused).toMatchObject({ status: 409, body: { code: 'already-pending' } })
    const { number } = await first.officer.matter(first.id)
    expect(refused.body.facts.number).toBe(number)
    expect(refused.body.words.zh).toContain(number)
  })

  test('P4 a case that was returned can be transferred again, and again, until it is accepted', async () => {
    const { id: first, officer, reviewer, receiver, bodies } = await aCase(server)
    const turnDown = async (id: string) => {
      await receiver.act(id, 'acknowledge')
      await receiver.act(id, 'object', bodies.object)
      await officer.act(id, 'concede', bodies.concede)
    }
    const again = async () => {
      const { body } = await officer.post('/matters', { kind: 'case-transfer' })
      const { id } = body.matter
      for (const { path } of (await officer.move(id, 'submit', bodies.submit)).body.faults)
        await attach(officer, id, path[1])
      await officer.act(id, 'submit', bodies.submit)
      await reviewer.act(id, 'approve', bodies.approve)
      await officer.act(id, 'send')
      return id
    }

    await turnDown(first)
    await turnDown(await again())
    const third = await again()
    await receiver.act(third, 'acknowledge')
    const { matter } = await receiver.act(third, 'accept', bodies.accept)

    expect(matter.lead).toBe(server.agencyOf('siping.officer'))
    expect(await officer.matter(first)).toMatchObject({
      lead: { id: server.agencyOf('tieling.officer') },
      legs: [{ state: 'returned', settled: true }],
    })
  })

  test('P5 once the lead is lost nothing sends the case on, neither offered nor done', async () => {
    const { id, officer, receiver, bodies } = await aCase(server)
    await receiver.act(id, 'acknowledge')
    await receiver.act(id, 'accept', bodies.accept)

    const sending = ['submit', 'send', 'resend', 'forward', 'askBack', 'withdraw', 'accept']
    for (const client of [officer, receiver]) {
      const open = (await client.matter(id)).legs[0]?.openActions.filter((action) => action.open)
      expect(open?.map(({ action }) => action).filter((action) => sending.includes(action))).toEqual([])
      for (const action of sending)
        expect((await client.move(id, action, {})).status, action).toBeGreaterThanOrEqual(400)
    }
    expect((await officer.matter(id)).lead.id).toBe(server.agencyOf('siping.officer'))
  })

  test('P9 the one who asked sees the answer and its outcome', async () => {
    const { id, officer, receiver, bodies } = await aCase(server)
    await receiver.act(id, 'acknowledge')
    await receiver.act(id, 'accept', bodies.accept)

    const listed = (await officer.get('/matters?side=asker&state=accepted')).body.items
    expect(listed.map((row: { id: string }) => row.id)).toContain(id)
    const news = (await officer.get('/inbox')).body.items.filter(
      (row: { matter: { id: string } }) => row.matter.id === id,
    )
    expect(news.map((row: { type: string }) => row.type)).toContain('accept')
    expect((await officer.events(id)).at(-1)?.type).toBe('accept')
  })

  test('what was sent has arrived, in the news of who receives it', async () => {
    const { id, receiver } = await aCase(server)

    const [news] = (await receiver.get('/inbox')).body.items
    expect(news).toMatchObject({ type: 'send', words: { zh: '收到案件移送' }, matter: { id } })
  })

  test('P19 what is said after closing still reaches the other side', async () => {
    const { id, officer, receiver } = await aCase(server)
    await officer.act(id, 'askBack', { reason: '当事人已到案。' })
    await receiver.act(id, 'release')

    await officer.act(id, 'say', { text: '谢谢配合。' })

    const [news] = (await receiver.get('/inbox?unread=true')).body.items
    expect(news).toMatchObject({ type: 'say', matter: { id } })
  })

  test('P23 opening a case ten times does not make it longer', async () => {
    const { id, receiver } = await aCase(server)
    const size = async () => JSON.stringify((await receiver.get(`/matters/${id}`)).body).length
    const [first, version] = [await size(), (await receiver.matter(id)).version]

    for (let time = 0; time < 10; time++) {
      await receiver.get(`/matters/${id}/events`)
      await receiver.post(`/matters/${id}/read`)
      expect(await size()).toBe(first)
    }
    expect((await receiver.matter(id)).version).toBe(version)
  })

  test('P24 an assignment is seen in the other window before that window can act', async () => {
    const { id, receiver } = await aCase(server)
    const leader = await server.signedIn('siping.leader')
    const account = server.region.who('siping.officer').accountId

    await leader.act(id, 'assign', { accountId: account })

    expect((await receiver.matter(id)).assignee).toMatchObject({ id: account })
    expect((await receiver.get('/matters')).body.items[0]).toMatchObject({ id, assignee: { id: account } })
    expect((await receiver.get(`/matters?assignee=${account}`)).body.items[0]).toMatchObject({ id })
  })

  test('P25 the log of all of this names no person, no plate, no fact and no secret', () => {
    const text = server.logged.join('\n')
    for (const secret of [
      '试例',
      '0000001',
      'TEST',
      '91220322',
      '62000',
      '玉米',
      '周启明',
      '李思远',
      'Xiezhi-demo',
      'xiezhi=',
      'tieling.officer',
    ])
      expect(text, secret).not.toContain(secret)
  })
})
