import { beforeAll, describe, expect, test } from 'vitest'
import { aCase, type Case } from '../a-case.ts'
import { aColleague, agencyWith } from '../a-colleague.ts'
import { aServer, type Client } from '../http.ts'

const server = await aServer()

/** Takes a case up the ladder until it lies with the common superior. */
async function refer({ id, officer, receiver, bodies }: Case): Promise<void> {
  await receiver.act(id, 'acknowledge')
  await receiver.act(id, 'object', bodies.object)
  await officer.act(id, 'insist', bodies.insist)
  await receiver.act(id, 'maintain', bodies.maintain)
}

describe('a dispute over jurisdiction', () => {
  let ministry: Client
  let province: Client
  let city: Client
  let office: Client
  let changchun: Client

  beforeAll(async () => {
    ministry = await server.signedIn('ministry.supervisor')
    province = await server.signedIn('jilin.supervisor')
    office = await server.signedIn('office.secretary')
    city = await aColleague(server, 'tieling.bureau', '211200', ['supervisor'])
    changchun = await aColleague(server, 'changchun.officer', '220100-ZF', ['officer'])
  })

  test('between two provinces goes to the ministry, which alone designates', async () => {
    const dispute = await aCase(server)
    const { id, officer, receiver, bodies } = dispute
    expect((await ministry.get('/matters')).body.items).toEqual([])
    await refer(dispute)

    const leg = (await officer.matter(id)).legs[0]
    expect(leg).toMatchObject({ state: 'referred', superior: { id: server.agencyOf('ministry.supervisor') } })
    expect((await ministry.get('/matters?side=superior')).body.items).toMatchObject([{ id }])
    expect((await ministry.get('/inbox')).body.items[0]).toMatchObject({ type: 'maintain', matter: { id } })
    expect((await ministry.get('/workbench')).body.owed).toMatchObject([{ clock: { name: 'designation' } }])

    for (const other of [officer, receiver])
      expect(await other.move(id, 'designateAnswerer', bodies.designateAnswerer)).toMatchObject({
        status: 403,
        body: { code: 'not-your-turn' },
      })
    const { version } = await officer.matter(id)
    const provinceAnswer = await province.move(id, 'designateAnswerer', bodies.designateAnswerer)
    expect(provinceAnswer).toMatchObject({ status: 403, body: { code: 'not-your-turn' } })
    expect(
      await office.move(id, 'designateAnswerer', bodies.designateAnswerer, { expectedVersion: version }),
    ).toMatchObject({ status: 404, body: { code: 'not-found' } })

    const { matter } = await ministry.act(id, 'designateAnswerer', bodies.designateAnswerer)
    expect(matter).toMatchObject({ lead: server.agencyOf('siping.officer'), legs: [{ state: 'accepted' }] })
    expect(new Set((await officer.matter(id)).clocks.map(({ outcome }) => outcome))).toEqual(
      new Set(['met', null]),
    )
  })

  test('between two cities of a province goes to the province', async () => {
    const dispute = await aCase(server, {
      from: 'siping',
      to: 'siping.officer',
      agency: await agencyWith(server, '220100-ZF'),
    })
    const between = { ...dispute, receiver: changchun }
    await refer(between)

    expect((await changchun.matter(dispute.id)).legs[0]?.superior?.id).toBe(
      server.agencyOf('jilin.supervisor'),
    )
    expect((await ministry.move(dispute.id, 'designateAsker', dispute.bodies.designateAsker)).body.code).toBe(
      'not-your-turn',
    )

    const { matter } = await province.act(dispute.id, 'designateAsker', dispute.bodies.designateAsker)
    expect(matter).toMatchObject({
      lead: server.agencyOf('siping.officer'),
      settled: true,
      legs: [{ state: 'returned' }],
    })
  })

  test('between two counties of a city goes to the city', async () => {
    const dispute = await aCase(server, { to: 'tielingxian.officer' })
    await refer(dispute)

    expect((await dispute.officer.matter(dispute.id)).legs[0]?.superior?.id).toBe(
      await agencyWith(server, '211200'),
    )

    const { matter } = await city.act(dispute.id, 'designateAnswerer', dispute.bodies.designateAnswerer)
    expect(matter.lead).toBe(server.agencyOf('tielingxian.officer'))
  })

  test('ends when the sender concedes: the case stays where it was', async () => {
    const { id, officer, receiver, bodies } = await aCase(server)
    await receiver.act(id, 'acknowledge')
    await receiver.act(id, 'object', bodies.object)

    const { matter } = await officer.act(id, 'concede', bodies.concede)

    expect(matter).toMatchObject({
      lead: server.agencyOf('tieling.officer'),
      settled: true,
      legs: [{ state: 'returned' }],
    })
  })

  test('ends when the receiver gives way after all', async () => {
    const { id, officer, receiver, bodies } = await aCase(server)
    await receiver.act(id, 'acknowledge')
    await receiver.act(id, 'object', bodies.object)
    await officer.act(id, 'insist', bodies.insist)

    const { matter } = await receiver.act(id, 'accept', bodies.accept)

    expect(matter.lead).toBe(server.agencyOf('siping.officer'))
  })

  test('with a partner department has nobody above both, and says what to do instead', async () => {
    const { id, officer, receiver, bodies } = await aCase(server, { to: 'siping.partner' })
    await receiver.act(id, 'acknowledge')
    await receiver.act(id, 'object', bodies.object)

    const refused = await officer.move(id, 'insist', bodies.insist)

    expect(refused).toMatchObject({ status: 409, body: { code: 'not-now' } })
    expect(refused.body.words.zh).toContain('人民政府')
    expect((await officer.matter(id)).legs[0]?.state).toBe('objected')
  })

  test('of a restricted case reaches the superior, who is the only one to settle it', async () => {
    const dispute = await aCase(server, { isSent: false })
    const leader = await server.signedIn('tieling.leader')
    const { accountId } = server.region.who('tieling.officer')
    await leader.act(dispute.id, 'restrict', {
      readers: [accountId, server.region.who('tieling.reviewer').accountId],
    })
    await dispute.officer.act(dispute.id, 'send')
    const receiver = await server.signedIn('siping.leader')
    await refer({ ...dispute, receiver })

    const { matter } = await ministry.act(dispute.id, 'designateAnswerer', dispute.bodies.designateAnswerer)

    expect(matter.lead).toBe(server.agencyOf('siping.officer'))
    expect((await province.get(`/matters/${dispute.id}`)).status).toBe(404)
  })

  test('P26 an objection without a reason of the closed list is no objection', async () => {
    const { id, receiver, bodies } = await aCase(server)
    await receiver.act(id, 'acknowledge')

    for (const reason of [undefined, '', '不想办', 'InsufficientEvidence', 'MissingDocument'])
      expect((await receiver.move(id, 'object', { ...bodies.object, reason })).body.code, `${reason}`).toBe(
        'invalid-input',
      )
    expect((await receiver.matter(id)).legs[0]?.state).toBe('received')
  })
})
