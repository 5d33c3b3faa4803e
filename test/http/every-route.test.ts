import { describe, expect, test } from 'vitest'
import { aCase, attach } from '../a-case.ts'
import { type Answer, aServer, type Client } from '../http.ts'

const server = await aServer()

type Operation = { readonly security?: readonly unknown[] }
const { paths } = (await (await fetch(`${server.url}/api/v1/openapi.json`)).json()) as {
  paths: Record<string, Record<string, Operation>>
}
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { security }]) => ({
    name: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path: path.replace('/api/v1', ''),
    isOpen: security?.length === 0,
  })),
)
const closed = operations.filter(({ isOpen }) => !isOpen)

/** Fills the parameters of a path. */
const filled = (path: string, id: string) => path.replaceAll(/\{\w+\}/g, id)

const ask = (client: Client, method: string, path: string, body?: string): Promise<Answer> =>
  client.send(method, path, {
    ...(body === undefined || method === 'GET' || method === 'DELETE'
      ? {}
      : { body, headers: { 'content-type': 'application/json' } }),
    signal: AbortSignal.timeout(60_000),
  })

const arguments_ = [
  'x',
  '00000000-0000-0000-0000-000000000000',
  '01a00000-0000-7000-8000-000000000000',
  '..%2f..%2fsession',
  '%00',
  encodeURIComponent("' or 1=1 --"),
]

describe('every route of the API', () => {
  test('is found in the description of the API', () => {
    expect(operations.length).toBeGreaterThan(40)
    expect(
      operations
        .filter(({ isOpen }) => isOpen)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual([
      'GET /api/v1/calendar/{file}',
      'GET /api/v1/demo-accounts',
      'GET /api/v1/kinds',
      'GET /api/v1/letters/check/{code}',
      'POST /api/v1/session',
    ])
  })

  test.each(closed)('$name answers 401 to a stranger, whatever is asked', async ({ method, path }) => {
    const stranger = server.stranger()
    const liar = {
      'content-type': 'application/json',
      cookie: 'xiezhi=made-up',
      authorization: 'Bearer made-up',
    }

    const answers = [
      ...(await Promise.all(arguments_.map((id) => ask(stranger, method, filled(path, id), '{}')))),
      await ask(stranger, method, filled(path, 'x'), '{not json'),
      await ask(stranger, method, filled(path, 'x'), `{"a":"${'x'.repeat(2_000_000)}"}`).catch(
        () => undefined,
      ),
      await stranger.send(method, `${filled(path, 'x')}?limit=-1&cursor=%00&leg=x`, {
        headers: liar,
        ...(method === 'GET' || method === 'DELETE' ? {} : { body: '{}' }),
      }),
    ]

    for (const answer of answers.filter((each) => each !== undefined))
      expect(answer).toMatchObject({ status: 401, body: { code: 'not-signed-in' } })
  })

  const outsiders = [
    'gaomi.officer',
    'gaomi.leader',
    'tieling.partner',
    'siping.partner',
    'sysadmin',
    'secadmin',
    'auditor',
  ]

  test.each(outsiders)('shows %s nothing of a case of others', async (login) => {
    const { id, officer, receiver } = await aCase(server)
    await receiver.act(id, 'acknowledge')
    await attach(officer, id, 'other-evidence')
    const matter = await officer.matter(id)
    const fileId = matter.files[0]?.id ?? ''
    const client = await server.signedIn(login)
    const version = matter.version

    for (const { method, path, name } of closed) {
      if (method !== 'GET' || path === '/stream') continue
      const addresses = /\{/.test(path)
        ? [filled(path, id), filled(path, fileId)]
        : [path, `${path}?q=试例&scope=subtree`]
      for (const address of addresses) {
        const { status, body } = await ask(client, method, address)
        expect(status, name).toBeLessThan(500)
        // An answer may repeat what was asked.
        const text = JSON.stringify(body).replaceAll(address.split('/').at(-1) ?? '', '')
        // What the audit administrator reads are ids, never what they stand for.
        const ids = path === '/access-log' ? [] : [id, fileId]
        for (const secret of [...ids, matter.number, matter.title, '试例物流'])
          expect(text, `${name} ${address}`).not.toContain(secret)
      }
    }
    for (const { method, path, name } of closed) {
      if (method === 'GET' || !/matters\/\{|files\/\{/.test(path)) continue
      const body = {
        action: 'acknowledge',
        body: {},
        expectedVersion: version,
        purpose: 'handling',
        reason: 'x',
        version: 0,
      }
      for (const address of [filled(path, id), filled(path, fileId)]) {
        const { status } = await ask(client, method, address, JSON.stringify(body))
        expect(status, name).toBeGreaterThanOrEqual(400)
      }
    }
    expect((await officer.matter(id)).version).toBe(version)
  })

  test('a refusal is remembered with its matter and its code, never with what was typed', async () => {
    const { id, officer } = await aCase(server)
    await officer.move(id, 'acknowledge', { secret: '玉米' })
    const auditor = await server.signedIn('auditor')
    const remembered = async () => (await auditor.get(`/access-log?what=refused&matter=${id}`)).body.items

    await expect
      .poll(async () => (await remembered())[0]?.facts, { timeout: 30_000 })
      .toEqual({ code: 'not-your-turn' })

    expect(JSON.stringify(await remembered())).not.toContain('玉米')
  })

  test('a program sees with its token what its agency sees, and no other does', async () => {
    const { id } = await aCase(server)
    const administrator = await server.signedIn('secadmin')
    const made = await administrator.post('/tokens', {
      agencyId: server.agencyOf('gaomi.officer'),
      name: '试例系统',
      scopes: ['open', 'handle'],
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    })
    const response = await fetch(`${server.url}/api/v1/matters/${id}`, {
      headers: { authorization: `Bearer ${made.body.secret}` },
    })

    expect(made.status, JSON.stringify(made.body)).toBe(201)
    expect(response.status).toBe(404)
  })
})
