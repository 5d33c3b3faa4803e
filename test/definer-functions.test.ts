import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { openMatter } from '../src/features/matters/matters.ts'
import type { PersonActor } from '../src/platform/actor.ts'
import { asActor } from '../src/platform/as-actor.ts'
import { testDatabase } from './database.ts'
import { aRegion } from './fixtures.ts'

const { db } = await testDatabase()
let finder: PersonActor
let stranger: PersonActor

beforeAll(async () => {
  const region = await aRegion(db)
  finder = region.who('tieling.officer')
  stranger = region.who('gaomi.officer')
})

describe('functions that run with the rights of the owner', () => {
  test('all look into the temporary schema last, where anybody may make tables of any name', async () => {
    const { rows } = await sql<{ name: string }>`
      select proname as name from pg_proc
      where prosecdef and pronamespace = 'public'::regnamespace
        and not coalesce(array_to_string(proconfig, ' ') ~ 'search_path=public, pg_temp', false)`.execute(db)

    expect(rows.map(({ name }) => name)).toEqual([])
  })

  test('a temporary table called party makes nobody a party', async () => {
    const { matter } = await asActor(db, finder, (tx) => openMatter(tx, finder, { kind: 'clue' }))

    const seen = await asActor(db, stranger, async (tx) => {
      await sql`create temporary table party on commit drop as
        select ${matter.id}::uuid as matter_id, ${stranger.agencyId}::uuid as agency_id, null::timestamptz as left_at,
          false as restricted, '{}'::uuid[] as readers`.execute(tx)
      return (await sql`select from public.matter where id = ${matter.id}`.execute(tx)).rows.length
    })

    expect(seen).toBe(0)
  })
})
