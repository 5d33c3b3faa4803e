import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { countMatters, listMatters, MatterQuery } from '../src/features/matters/list-matters.ts'
import { actOnMatter, openMatter, readEvents, readMatter } from '../src/features/matters/matters.ts'
import { verifyDatabase } from '../src/features/proof/proof.ts'
import { Refusal } from '../src/kernel/refusal.ts'
import type { PersonActor } from '../src/platform/actor.ts'
import { asActor } from '../src/platform/as-actor.ts'
import { testDatabase } from './database.ts'
import { type Bodies, type PlayedKind, playedKinds } from './each-kind.ts'
import { aRegion, type Region } from './fixtures.ts'

/*
 * The properties of docs that hold whatever two agencies ask of each other, tried on every kind: with everybody acting at once, on a
 * real database.
 */

const { db } = await testDatabase()
let region: Region

beforeAll(async () => {
  region = await aRegion(db)
})

/** What ends a matter before it went anywhere, or leads nowhere: left out on the way to sending it. */
const detours = ['discard', 'withdraw', 'sendBack', 'refuse', 'giveUp']

/** A matter of a kind that several people play, with the state of things asked anew before each act. */
async function aPlayed(played: PlayedKind, given?: Bodies) {
  const [opener = '', ...colleagues] = played.asker
  const asker = region.who(opener)
  const addressees = played.answerers.map(([first = '']) => region.who(first).agencyId)
  const bodies = given ?? played.bodies(addressees)
  const { matter } = await asActor(db, asker, (tx) => openMatter(tx, asker, { kind: played.name }))
  const { id, number } = matter
  const people = [
    asker,
    ...[...colleagues, ...played.answerers.flat(), 'ministry.supervisor'].map(region.who),
  ]

  const read = (actor: PersonActor) => asActor(db, actor, (tx) => readMatter(tx, actor, id))
  const act = (
    actor: PersonActor,
    action: string,
    more: { version?: number; leg?: number; key?: string; body?: unknown } = {},
  ) =>
    asActor(db, actor, async (tx) =>
      actOnMatter(tx, actor, {
        matterId: id,
        action,
        body: more.body ?? bodies[action] ?? {},
        expectedVersion: more.version ?? (await readMatter(tx, actor, id)).version,
        ...(more.leg === undefined ? {} : { leg: more.leg }),
        ...(more.key === undefined ? {} : { idempotencyKey: more.key }),
      }),
    )
  const attach = async (
    actor: PersonActor,
    items: readonly (string | null)[],
    mediaType = 'application/pdf',
  ) =>
    asActor(db, actor, async (tx) => {
      for (const item of items)
        await sql`select add_attachment(${JSON.stringify({
          id: randomUUID(),
          matter_id: id,
          digest: 'a'.repeat(64),
          size: 1,
          name: `${item ?? randomUUID()}.pdf`,
          media_type: mediaType,
          item,
          internal: false,
        })}::jsonb, null)`.execute(tx)
    })
  /** What each of them may do now, by the answer of the server alone. */
  const choices = async () => {
    const all = await Promise.all(
      people.map(async (actor) => {
        const view = await read(actor).catch(unlessRefused)
        return (view?.legs ?? []).flatMap(({ no, openActions }) =>
          openActions
            .filter(({ open, standing }) => open && !standing)
            .map(({ action }) => ({ actor, action, leg: no })),
        )
      }),
    )
    return all.flat()
  }
  /** Takes one act after another until the matter would be delivered next. */
  const untilSending = async () => {
    const materials = played.kind.materialsOf(bodies[played.writing] ?? {}).map(({ item }) => item)
    await attach(asker, materials)
    for (;;) {
      const next = (await choices()).find(({ action }) => !detours.includes(action))
      if (!next) throw new Error(`${played.name} cannot be sent.`)
      if (next.action === played.sending) return next
      await act(next.actor, next.action, { leg: next.leg })
    }
  }
  const send = async () => {
    const { actor, action } = await untilSending()
    return act(actor, action)
  }
  const answerer = (no = 0) => region.who(played.answerers[no]?.[0] ?? '')
  return { id, number, bodies, people, asker, answerer, read, act, attach, choices, untilSending, send }
}
type Played = Awaited<ReturnType<typeof aPlayed>>

const inBothLanguages = { zh: expect.stringMatching(/./), en: expect.stringMatching(/./) }

/** A clear no is no bug; anything else is. */
function unlessRefused(error: unknown): undefined {
  if (error instanceof Refusal) return undefined
  throw error
}

/** Seeded dice: a whole number below `sides`. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

/** The lead after everything recorded, folded from the log alone. */
async function leadInTheRecord({ id }: Played): Promise<string> {
  const { rows } = await sql<{ opener_id: string; leads: string[] }>`
    select m.opener_id, array(
      select e.body ->> 'lead' from event e where e.matter_id = m.id and e.body ? 'lead' order by e.seq) as leads
    from matter m where m.id = ${id}`.execute(db)
  return rows[0]?.leads.at(-1) ?? rows[0]?.opener_id ?? ''
}

describe.each(playedKinds)('$name', (played) => {
  test.each([1, 2])(
    'P1 P9 P13 everybody acts at once, dice %i: one lead, everybody sees what was done, and asking again changes nothing',
    async (seed) => {
      const roll = dice(seed * 7_919)
      const matter = await aPlayed(played)
      await matter.send()
      let done = 0
      for (let round = 0; round < 6; round++) {
        const open = (await matter.choices()).filter(({ action }) => action !== 'giveUp')
        if (open.length === 0) break
        const { version } = await matter.read(matter.asker)
        const tried = Array.from({ length: 4 }, () => ({
          ...(open[roll(open.length)] as (typeof open)[number]),
          key: randomUUID(),
        }))

        const results = await Promise.all(
          tried.map(({ actor, action, leg, key }) =>
            matter.act(actor, action, { leg, key, version }).catch(unlessRefused),
          ),
        )

        const views = await Promise.all(
          [matter.asker, matter.answerer()].map((actor) => matter.read(actor).catch(unlessRefused)),
        )
        const leads = new Set(views.flatMap((view) => view?.lead.id ?? []))
        expect(leads).toEqual(new Set([await leadInTheRecord(matter)]))
        for (const [index, { actor, action, leg, key }] of tried.entries()) {
          const first = results[index]
          if (!first) continue
          done++
          expect(await matter.act(actor, action, { leg, key, version })).toEqual(first)
          await expect(
            matter.act(actor, action, { leg, key, version, body: { other: true } }),
          ).rejects.toMatchObject({ code: 'conflict' })
          const events = await asActor(db, matter.asker, (tx) => readEvents(tx, matter.id))
          expect(events).toContainEqual(expect.objectContaining({ type: action }))
        }
      }
      expect(done).toBeGreaterThan(0)
    },
    60_000,
  )

  test('P2 P6 whatever is attached, it is taken in with all of it, and what the giver adds later moves no lead', async () => {
    const matter = await aPlayed(played)
    for (const type of ['video/mp4', 'application/zip', 'image/png'])
      await matter.attach(matter.asker, [null], type)
    await matter.send()
    const answered = (await matter.choices()).find(
      ({ actor }) => actor.agencyId === matter.answerer().agencyId,
    )
    if (answered) await matter.act(answered.actor, answered.action, { leg: answered.leg })
    const { lead, legs } = await matter.read(matter.answerer())

    await matter.attach(matter.asker, [null])
    await matter.act(matter.asker, 'say', { leg: 1, body: { text: '补充一份材料。' } })

    const after = await matter.read(matter.answerer())
    expect(after.lead).toEqual(lead)
    expect(after.legs.map(({ state }) => state)).toEqual(legs.map(({ state }) => state))
    expect(after.files.length).toBeGreaterThanOrEqual(4)
  })

  test('each deadline says what it rests on, how sure that is, and where it was read', async () => {
    const matter = await aPlayed(played)
    await matter.send()

    const { clocks } = await matter.read(matter.answerer())

    expect(clocks.length).toBeGreaterThan(0)
    for (const { basis, confidence, source, steps = [] } of clocks) {
      expect({ basis, source }).toEqual({ basis: inBothLanguages, source: inBothLanguages })
      expect(['V', 'V-local', '2x', 'M', 'D', 'OPEN']).toContain(confidence)
      expect(steps.length).toBeGreaterThan(0)
    }
  })

  const hasSubject = played.kind.subjectKeyOf(played.bodies([])[played.writing] ?? {}) !== null
  if (hasSubject)
    test('P3 of two about the same thing at the same moment one goes out, the other is refused', async () => {
      const one = await aPlayed(played)
      const other = await aPlayed(played, one.bodies)
      for (const each of [one, other])
        await each.attach(
          each.asker,
          played.kind.materialsOf(one.bodies[played.writing] ?? {}).map(({ item }) => item),
        )

      const outcomes = await Promise.allSettled(
        [one, other].map((each) => each.act(each.asker, played.writing)),
      )

      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { code: 'already-pending' },
      })
    })

  const isAskedBack = Object.values(played.kind.chart.states).some((steps) => 'askBack' in steps)
  if (isAskedBack)
    test('P4 what was taken back twice goes out a third time and is dealt with', async () => {
      const { bodies } = await aPlayed(played)
      for (let times = 0; times < 2; times++) {
        const matter = await aPlayed(played, bodies)
        await matter.send()
        for (const { no } of (await matter.read(matter.asker)).legs) {
          await matter.act(matter.asker, 'askBack', { leg: no })
          await matter.act(matter.answerer(no - 1), 'release', { leg: no })
        }
        expect(await matter.read(matter.asker)).toMatchObject({ settledAt: expect.any(String) })
      }

      const last = await aPlayed(played, bodies)
      await last.send()
      expect(await last.act(last.answerer(), 'acknowledge', { leg: 1 })).toBeDefined()
    })

  test('P7 P8 P27 whoever is not named reads, finds and counts it no more; the named always do', async () => {
    const matter = await aPlayed(played)
    await matter.send()
    const leader = region.who(
      [...played.asker, ...played.answerers.flat()].find((login) => login.endsWith('.leader')) ?? '',
    )
    const officer = matter.people.find((one) => one.agencyId === leader.agencyId && one !== leader)
    if (!officer) throw new Error('There is nobody to shut out.')
    const query = MatterQuery.parse({ q: matter.number, limit: 200 })
    const seenBy = async (actor: PersonActor) =>
      asActor(db, actor, async (tx) => ({
        listed: (await listMatters(tx, actor, query)).items.some(({ id }) => id === matter.id),
        count: (await countMatters(tx, actor, query)).count,
      }))
    await matter.read(officer)
    const { listed, count } = await seenBy(officer)
    expect(listed).toBe(true)

    await matter.act(leader, 'restrict', { leg: 1, body: { readers: [] } })

    await expect(matter.read(officer)).rejects.toMatchObject({ code: 'not-found' })
    await expect(asActor(db, officer, (tx) => readEvents(tx, matter.id))).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(await seenBy(officer)).toEqual({ listed: false, count: count - 1 })
    await expect(matter.read(leader)).resolves.toMatchObject({ id: matter.id })
    await matter.act(leader, 'unrestrict', { leg: 1, body: {} })
    await expect(matter.read(officer)).resolves.toMatchObject({ id: matter.id })
  })

  if (played.answerers.length > 1)
    test('P18 an addressee that is closed meanwhile is shown as failed and sent again alone; the other is not disturbed', async () => {
      const matter = await aPlayed(played)
      const { actor, action } = await matter.untilSending()
      const second = matter.answerer(1).agencyId
      const open = (isOpen: boolean) =>
        sql`update agency set active = ${isOpen} where id = ${second}`.execute(db)
      await open(false)
      await matter.act(actor, action).finally(() => open(true))
      const deliveries = async () => (await matter.read(matter.asker)).legs.map(({ delivery }) => delivery)
      expect(await deliveries()).toEqual(['delivered', 'failed'])
      const { legs } = await matter.read(matter.answerer())

      await matter.act(matter.asker, 'resend', { leg: 2, body: {} })

      expect(await deliveries()).toEqual(['delivered', 'delivered'])
      expect((await matter.read(matter.answerer())).legs[0]?.state).toBe(legs[0]?.state)
      await expect(matter.read(matter.answerer(1))).resolves.toMatchObject({ id: matter.id })
    })
})

test('and the record of all of it is sound', async () => {
  const { faults } = await verifyDatabase(db)

  expect(faults).toEqual([])
})
