import { beforeAll, describe, expect, test } from 'vitest'
import { aCase, attach, type Case } from '../a-case.ts'
import { aServer, type Client } from '../http.ts'
import { listen } from '../listening.ts'

const server = await aServer()

describe('P27 a case restricted to named people', () => {
  let restricted: Case
  let linked: Case
  let reader: Client
  let fileId: string
  let secrets: readonly string[]
  /** People of the same agency, of the superior, of a neighbour, and the three administrators. */
  let outsiders: readonly (readonly [string, Client])[]
  let before: readonly unknown[]

  /** Everything an outsider could count. */
  const counted = async (client: Client) => {
    const count = async (filter: string) => (await client.get(`/matters/count?${filter}`)).body.count
    return [
      await count(''),
      await count('scope=subtree'),
      await count('unread=true'),
      (await client.get('/workbench')).body.counts,
      (await client.get('/inbox')).body.items?.length,
    ]
  }

  beforeAll(async () => {
    linked = await aCase(server)
    const logins = [
      'siping.dispatcher',
      'siping.liaison',
      'jilin.supervisor',
      'ministry.supervisor',
      'office.secretary',
      'gaomi.officer',
      'siping.partner',
      'sysadmin',
      'secadmin',
      'auditor',
    ]
    outsiders = await Promise.all(logins.map(async (login) => [login, await server.signedIn(login)] as const))
    before = await Promise.all(outsiders.map(([, client]) => counted(client)))

    restricted = await aCase(server, { isSent: false })
    const { id, officer } = restricted
    const leader = await server.signedIn('tieling.leader')
    const readers = ['tieling.officer', 'tieling.reviewer'].map((login) => server.region.who(login).accountId)
    await leader.act(id, 'restrict', { readers })
    await officer.act(id, 'send')
    reader = await server.signedIn('siping.leader')
    await attach(reader, id, 'other-evidence')
    await reader.act(id, 'link', { to: linked.id, relation: 'same-case' })
    await reader.act(id, 'acknowledge')
    await officer.act(id, 'say', { text: '请注意保密。' })
    const matter = await reader.matter(id)
    fileId = matter.files[0]?.id ?? ''
    secrets = [id, matter.number, fileId, restricted.bodies.submit.case.number]
  })

  test('is read by those named, and by those who decide on the other side', async () => {
    const { id, officer } = restricted
    for (const client of [officer, reader]) expect((await client.matter(id)).restricted).toBe(true)
    expect(
      (await reader.get('/matters?q=试例物流')).body.items.map((row: { id: string }) => row.id),
    ).toContain(id)
    expect((await reader.matter(linked.id)).links).toMatchObject([{ id }])
  })

  test('is in no list, search, count, inbox, workbench and link of anybody else', async () => {
    const lists = [
      '/matters',
      '/matters?scope=subtree&limit=200',
      '/matters?q=试例物流',
      '/matters?q=试例物流&scope=subtree',
      '/matters?state=received',
      '/matters?light=green&scope=subtree',
      '/matters?unread=true',
      '/inbox',
      '/workbench',
      '/workbench?scope=mine',
      '/workbench?scope=role',
      `/matters/${linked.id}`,
      `/matters/${linked.id}/events`,
    ]
    for (const [login, client] of outsiders)
      for (const path of lists) {
        const text = JSON.stringify((await client.get(path)).body)
        for (const secret of secrets) expect(text, `${login} ${path}`).not.toContain(secret)
      }
    expect(await Promise.all(outsiders.map(([, client]) => counted(client)))).toEqual(before)
  })

  test('is not there for anybody else who knows its number', async () => {
    const { id } = restricted
    for (const [login, client] of outsiders) {
      const answers = [
        await client.get(`/matters/${id}`),
        await client.get(`/matters/${id}/events`),
        await client.get(`/matters/${id}/events?after=3`),
        await client.get(`/matters/${id}/files`),
        await client.get(`/files/${fileId}`),
        await client.get(`/matters/${id}/drafts/object?leg=1`),
        await client.put(`/matters/${id}/drafts/object?leg=1`, { body: {}, version: 0 }),
        await client.post(`/matters/${id}/reveals`, { purpose: 'handling' }),
        await client.post(`/files/${fileId}/withdrawal`, { reason: '误传' }),
        await client.upload(id, { name: 'x.pdf' }, Buffer.from('%PDF-1.4\n')),
        ...(await Promise.all(
          ['acknowledge', 'accept', 'say', 'note', 'assign', 'unrestrict', 'forward', 'fly'].map((action) =>
            client.move(id, action, { text: 'x' }, { expectedVersion: 1 }),
          ),
        )),
      ]
      expect(new Set(answers.map(({ status }) => status)), login).toEqual(new Set([404]))
      expect(new Set(answers.map(({ body }) => body.code)), login).toEqual(new Set(['not-found']))
    }
    const colleague = await server.signedIn('siping.dispatcher')
    const { body } = await colleague.move(linked.id, 'link', { to: id, relation: 'related' })
    expect(body.code).toBe('not-found')
  })

  test('is not heard of by anybody else who listens', async () => {
    const pages = await Promise.all(outsiders.map(([, client]) => listen(server.url, client)))
    const replayed = await Promise.all(outsiders.map(([, client]) => listen(server.url, client, '1')))
    const knowing = await listen(server.url, reader)

    await restricted.officer.act(restricted.id, 'say', { text: '还有一件事。' })

    await knowing.hears({ event: 'inbox', data: expect.objectContaining({ matterId: restricted.id }) })
    await knowing.hears({ event: 'matter', data: expect.objectContaining({ matterId: restricted.id }) })
    for (const page of [...pages, ...replayed])
      expect(JSON.stringify(page.heard)).not.toContain(restricted.id)
  })

  test('P7 whoever is taken off the list reads nothing from then on, wherever he asks', async () => {
    const { id } = restricted
    const dispatcher = await server.signedIn('siping.dispatcher')
    const { accountId } = server.region.who('siping.dispatcher')
    await reader.act(id, 'restrict', { readers: [accountId] })
    expect((await dispatcher.get(`/matters/${id}`)).status).toBe(200)
    await dispatcher.put(`/matters/${id}/drafts/object?leg=1`, { body: { grounds: '草稿' }, version: 0 })
    const page = await listen(server.url, dispatcher)

    await reader.act(id, 'restrict', { readers: [] })
    const heardBefore = page.heard.length
    await restricted.officer.act(id, 'say', { text: '第三件事。' })
    const knowing = await listen(server.url, reader, '1')
    await knowing.hears({ event: 'inbox', data: expect.objectContaining({ matterId: id, type: 'say' }) })

    for (const path of [`/matters/${id}`, `/matters/${id}/drafts/object?leg=1`, `/files/${fileId}`])
      expect((await dispatcher.get(path)).status).toBe(404)
    expect(JSON.stringify((await dispatcher.get('/inbox')).body)).not.toContain(id)
    expect(page.heard.slice(heardBefore).filter(({ event }) => event === 'inbox')).toEqual([])
  })
})
