import { describe, expect, test } from 'vitest'
import { caseBodies, overloadedTruck } from '../a-case-of-march.ts'
import { aServer, type Client } from '../http.ts'

const server = await aServer()
let serial = 20_000

/** A case that an officer of a place has registered; each with a truck and a number of its own unless told. */
async function aRegisteredCase(place: 'tieling' | 'siping' = 'tieling', truck = ++serial) {
  const officer = await server.signedIn(`${place}.officer`)
  const leader = await server.signedIn(`${place}.leader`)
  const { register, file } = caseBodies({
    ...overloadedTruck(),
    vehicle: { plate: `吉C${truck}`, colour: '2' },
  })
  const { body } = await officer.post('/matters', { kind: 'case' })
  const { id } = body.matter
  await officer.act(id, 'register', register)
  const filing = { ...file, caseNumber: `${place}〔2026〕${truck}` }
  return { id, officer, leader, filing, truck }
}

describe('the routes of cases', () => {
  test('show a case to its agency, its superior who oversees, and to nobody else', async () => {
    const { id, leader, filing, truck } = await aRegisteredCase()
    await leader.act(id, 'file', filing)
    const lists = async (client: Client, query: string) =>
      (await client.get(`/cases?${query}`)).body.items ?? []

    expect(await lists(leader, `plate=${encodeURIComponent(`吉C${truck}`)}`)).toMatchObject([
      { id, caseNumber: filing.caseNumber, state: 'investigating' },
    ])
    expect((await leader.get(`/cases/${id}/standing`)).body).toMatchObject({
      filed: { caseNumber: filing.caseNumber },
    })
    const supervisor = await server.signedIn('liaoning.supervisor')
    expect(await lists(supervisor, `scope=subtree&q=${truck}`)).toMatchObject([{ id }])

    for (const login of [
      'siping.officer',
      'gaomi.leader',
      'tieling.partner',
      'siping.partner',
      'auditor',
      'secadmin',
    ]) {
      const client = await server.signedIn(login)
      expect(JSON.stringify(await lists(client, 'scope=subtree')), login).not.toContain(id)
      expect((await client.get(`/cases/${id}/standing`)).status, login).toBeGreaterThanOrEqual(403)
      expect(
        (await client.post(`/cases/${id}/matters`, { kind: 'case-transfer' })).status,
        login,
      ).toBeGreaterThanOrEqual(403)
    }
  })

  test('P1 of two agencies that file the same act at the same moment one has it, and the other is told who', async () => {
    const here = await aRegisteredCase()
    const there = await aRegisteredCase('siping', here.truck)

    const both = await Promise.all([
      here.leader.move(here.id, 'file', here.filing),
      there.leader.move(there.id, 'file', there.filing),
    ])

    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const { body } = both.find(({ status }) => status === 409) ?? { body: {} }
    expect(body).toMatchObject({ code: 'conflict' })
    expect(JSON.stringify(body)).not.toMatch(/王志强|四平某/)
  })

  test('name what is missing before a decision', async () => {
    const { id, leader, officer, filing } = await aRegisteredCase()
    await leader.act(id, 'file', filing)
    const { conclude, serveNotice, decide } = caseBodies()
    await officer.act(id, 'conclude', { ...conclude, weight: 'major' })
    const now = new Date().toISOString()
    await officer.act(id, 'serveNotice', { ...serveNotice, servedAt: now })

    const today = new Date(Date.parse(now) + 8 * 3_600_000).toISOString().slice(0, 10)
    const { status, body } = await leader.move(id, 'decide', { ...decide, decidedOn: today })

    expect(status).toBe(409)
    expect(JSON.stringify(body)).toMatch(/陈述申辩.*法制审核.*集体讨论/)
    const { gates } = (await officer.get(`/cases/${id}/standing`)).body
    expect(
      gates.filter(({ is }: { is: string }) => is === 'shut').map(({ name }: { name: string }) => name),
    ).toEqual(['defence', 'legal-review', 'discussion'])
  })

  test('recall the notices of a decision that was annulled, for its own agency alone', async () => {
    const { id, officer, leader, filing } = await aRegisteredCase()
    await leader.act(id, 'file', filing)
    const stranger = await server.signedIn('siping.officer')

    expect((await stranger.post(`/cases/${id}/recalls`)).status).toBe(404)
    expect(await officer.post(`/cases/${id}/recalls`)).toMatchObject({
      status: 409,
      body: { code: 'not-now' },
    })
    expect((await officer.get(`/cases/${id}/standing`)).body).toMatchObject({ revision: null })
  })

  test('refuse a search without a purpose, or by a partner department', async () => {
    const officer = await server.signedIn('gaomi.officer')
    const partner = await server.signedIn('tieling.partner')
    const asked = { plate: '吉C10001', colour: '2', purpose: 'first-violation' }

    expect((await officer.post('/cases/search', asked)).status).toBe(200)
    expect((await officer.post('/cases/search', { ...asked, purpose: undefined })).status).toBe(422)
    expect((await officer.post('/cases/search', { ...asked, colour: '7' })).status).toBe(422)
    expect((await partner.post('/cases/search', asked)).status).toBe(403)
  })
})
