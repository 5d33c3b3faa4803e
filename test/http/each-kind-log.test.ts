import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aPdf } from '../../src/features/files/sample-files.fixture.ts'
import { playedKinds } from '../each-kind.ts'
import { aServer } from '../http.ts'

const server = await aServer({ logLevel: 'trace' })

/** Everything somebody wrote: names, telephones, numbers, plates, facts. Short codes of closed lists say nothing of anybody. */
function written(value: unknown): readonly string[] {
  if (typeof value === 'string')
    return /[\u4e00-\u9fff]|\d{4}/.test(value) && value.length >= 3 ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(written)
}

test.each(playedKinds)(
  'P25 nothing that is written in a $name reaches the log: refused, broken off by the database, or taken',
  async (played) => {
    const [login = ''] = played.asker
    const officer = await server.signedIn(login)
    const to = played.answerers.map(([first = '']) => server.agencyOf(first))
    const content = played.bodies(to)[played.writing] ?? {}
    const logged = server.logged.length
    const { id } = (await officer.post('/matters', { kind: played.name })).body.matter
    for (const { item } of played.kind.materialsOf(content))
      await officer.upload(id, { name: `${item}.pdf`, item }, aPdf())

    const saved = await officer.put(`/matters/${id}/drafts/${played.writing}`, { body: content, version: 0 })
    const move = async (body: unknown) =>
      officer.post(`/matters/${id}/moves`, {
        action: played.writing,
        body,
        expectedVersion: (await officer.matter(id)).version,
      })
    // Unknown fields, texts where none belong, and a body that is no object at all.
    const refused = [
      await move({ ...content, unknown: content }),
      await move({ ...content, to: written(content) }),
      await move(written(content)),
    ]
    // The database refuses the very row, and quotes all of it to the server.
    await sql`alter table event add constraint broken check (type <> ${sql.lit(played.writing)}) not valid`.execute(
      server.db,
    )
    const broken = await move(content)
    await sql`alter table event drop constraint broken`.execute(server.db)
    await move(content)
    await officer.get(`/matters?q=${encodeURIComponent(written(content)[0] ?? '')}`)

    expect(saved.status).toBe(200)
    expect(refused.map(({ status }) => status)).toEqual([422, 422, 422])
    expect(broken.status).toBe(503)
    const text = server.logged.slice(logged).join('\n')
    expect(text).toContain('broken')
    const agencies = new Set<string>(to)
    for (const said of written(content)) if (!agencies.has(said)) expect(text, said).not.toContain(said)
  },
)
