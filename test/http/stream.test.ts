import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { aCase, aClue } from '../a-case.ts'
import { anotherProcess } from '../another-process.ts'
import { aServer, signIn } from '../http.ts'
import { listen } from '../listening.ts'

const server = await aServer()

describe('what happens is heard in the other window', () => {
  test('at the agency it concerns, at once, and not at a third', async () => {
    const [receiver, third] = [
      await server.signedIn('siping.officer'),
      await server.signedIn('gaomi.officer'),
    ]
    const [here, elsewhere] = [await listen(server.url, receiver), await listen(server.url, third)]

    const { id, officer } = await aCase(server)
    await here.hears({
      event: 'inbox',
      data: { id: expect.any(Number), matterId: id, type: 'send', urgent: true },
    })
    const mine = await listen(server.url, officer)
    await receiver.act(id, 'acknowledge')
    await mine.hears({ event: 'inbox', data: expect.objectContaining({ matterId: id, type: 'acknowledge' }) })

    expect(here.of('matter').map(({ data }) => data)).toContainEqual({
      matterId: id,
      version: expect.any(Number),
    })
    expect(elsewhere.heard).toEqual([])
    expect(here.heard.every(({ data }) => !JSON.stringify(data).includes('试例'))).toBe(true)
  })

  test('what was missed is told after the break, once, in order, and nothing from before', async () => {
    const receiver = await server.signedIn('siping.officer')
    const first = await listen(server.url, receiver)
    const seen = await aClue(server, server.agencyOf('siping.officer'))
    await first.hears({ event: 'inbox', data: expect.objectContaining({ matterId: seen }) })
    const lastId = first.of('inbox').at(-1)?.id
    first.close()
    const missed = [
      await aClue(server, server.agencyOf('siping.officer')),
      await aClue(server, server.agencyOf('siping.officer')),
    ]

    const again = await listen(server.url, receiver, lastId)
    await again.hears({ event: 'inbox', data: expect.objectContaining({ matterId: missed[1] }) })

    const told = again.of('inbox').map(({ data }) => (data as { matterId: string }).matterId)
    expect(told).toEqual(missed)
  })

  test('more than a page of it too', async () => {
    const receiver = await server.signedIn('siping.officer')
    const officer = await server.signedIn('tieling.officer')
    const id = await aClue(server, server.agencyOf('siping.officer'))
    const newest = (await receiver.get('/inbox?limit=1')).body.items[0].id
    for (let batch = 0; batch < 25; batch++)
      await Promise.all(
        Array.from({ length: 10 }, (_, at) =>
          officer.act(id, 'say', { text: `第 ${batch * 10 + at} 条` }, { expectedVersion: 1 }),
        ),
      )

    const page = await listen(server.url, receiver, String(newest))

    await expect.poll(() => page.of('inbox').length, { timeout: 30_000 }).toBe(250)
    expect(new Set(page.of('inbox').map(({ id: number }) => number)).size).toBe(250)
  })

  test.each(['x', '-1', '99999999999999999999', ''])(
    'a last event %j is no reason to fail',
    async (lastEventId) => {
      const receiver = await server.signedIn('siping.officer')

      const page = await listen(server.url, receiver, lastEventId)
      const id = await aClue(server, server.agencyOf('siping.officer'))

      await page.hears({ event: 'matter', data: expect.objectContaining({ matterId: id }) })
      expect(page.status).toBe(200)
    },
  )

  test('a session that has ended does not survive a reconnect', async () => {
    const client = await signIn(server.url, 'lishu.officer')
    const page = await listen(server.url, client)
    expect(page.status).toBe(200)

    await client.delete('/session')

    expect((await listen(server.url, client)).status).toBe(401)
    page.close()
  })

  test('a page too many is told to stay away, and there is room again when another closes', async () => {
    const client = await signIn(server.url, 'lishu.leader')
    const pages = await Promise.all(Array.from({ length: 20 }, () => listen(server.url, client)))
    expect((await listen(server.url, client)).status).toBe(204)

    for (const page of pages) page.close()

    await expect.poll(async () => (await listen(server.url, client)).status, { timeout: 30_000 }).toBe(200)
  })

  test('pages that hang up before they are let in hold no place', async () => {
    const client = await signIn(server.url, 'gaomi.officer')

    await Promise.all(Array.from({ length: 25 }, () => hangUp(server.url, client.cookie)))
    // Whoever asks later is answered later: by then all of them were dealt with.
    await client.get('/session')

    expect((await listen(server.url, client)).status).toBe(200)
  })

  test('across two processes of the server', async () => {
    await using other = await anotherProcess(server.databaseUrl)
    const receiver = await signIn(other.url, 'siping.officer')
    const page = await listen(other.url, receiver)
    const heard = () => page.of('inbox').map(({ data }) => (data as { matterId: string }).matterId)

    // The other process joins in the background, so the first may be missed; never a later one.
    await expect
      .poll(
        async () => {
          const id = await aClue(server, server.agencyOf('siping.officer'))
          await new Promise((resolve) => setTimeout(resolve, 200))
          return heard().includes(id)
        },
        { timeout: 60_000 },
      )
      .toBe(true)
  })

  test('a page is sent away to come back when its server could not hear the others for a while', async () => {
    const page = await listen(server.url, await server.signedIn('siping.officer'))
    const line =
      "from pg_stat_activity where datname = current_database() and application_name = 'xiezhi live'"
    const lines = async () => (await server.db.pool.query(`select pid ${line} and query <> ''`)).rowCount
    await expect.poll(lines, { timeout: 30_000 }).toBe(1)

    await server.db.pool.query(`select pg_terminate_backend(pid) ${line}`)

    await page.ended
    const again = await listen(server.url, await server.signedIn('siping.officer'))
    expect(again.status).toBe(200)
    again.close()
  })
})

/** Asks for the stream and is gone before an answer can come, as a page that is left at once. */
async function hangUp(url: string, cookie: string | undefined): Promise<void> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  const lines = ['GET /api/v1/stream HTTP/1.1', `host: ${hostname}`, `cookie: xiezhi=${cookie}`, '', '']
  socket.end(lines.join('\r\n'), () => socket.destroy())
  await once(socket, 'close')
}
