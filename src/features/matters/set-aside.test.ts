import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { aRegion } from '../../../test/fixtures.ts'
import type { Day } from '../../kernel/day.ts'
import type { AgencyId } from '../../kernel/ids.ts'
import { type PersonActor, systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import { openDatabase } from '../../platform/database.ts'
import { openLog } from '../../platform/log.ts'
import { correctCalendar, rulebookVersion } from '../rules/rules.ts'
import { actOnMatter } from './act-on-matter.ts'
import { recomputeWhenCorrected } from './clock-jobs.ts'
import { airportCars } from './kinds/clue/clue.examples.ts'
import { openMatter } from './open-matter.ts'
import { readEvents } from './read-events.ts'
import { wakeClocks } from './wake-clocks.ts'

const { db, url } = await testDatabase()
let finder: PersonActor
let administrator: PersonActor
let addressees: AgencyId[]

beforeAll(async () => {
  const region = await aRegion(db)
  finder = region.who('tieling.officer')
  administrator = region.who('sysadmin')
  const { rows } = await sql<{ id: AgencyId }>`
    select id from agency where active and code like '%-ZF' and id <> ${finder.agencyId} order by code limit 20`.execute(
    db,
  )
  addressees = rows.map(({ id }) => id)
})

const at = (moment: string) => ({
  now: new Date(`${moment.replace(' ', 'T')}:00+08:00`).toISOString(),
  node: 'local',
})

/** A clue pushed on Monday 2 March 2026; each addressee has to sign for it within a day. */
async function aClue(to: readonly AgencyId[], moment = '2026-03-02 09:00'): Promise<string> {
  const { matter } = await asActor(db, finder, (tx) => openMatter(tx, finder, { kind: 'clue' }, at(moment)))
  const push = {
    matterId: matter.id,
    action: 'push',
    body: airportCars(to),
    expectedVersion: matter.version,
  }
  await asActor(db, finder, (tx) => actOnMatter(tx, finder, push, at(moment)))
  return matter.id
}

/** Makes the rule on the clocks of matters unreadable, as a faulty import or a failing disk would. */
const breakClocks = (matters: readonly string[]) =>
  sql`update clock set rule = 'null' where matter_id = any(${matters}::uuid[])`.execute(db)

const mendClocks = (like: string) =>
  sql`update clock set rule = (select rule from clock where matter_id = ${like} limit 1) where rule = 'null'`.execute(
    db,
  )

const told = async (matterId: string) =>
  (await asActor(db, systemActor('test'), (tx) => readEvents(tx, matterId)))
    .map(({ type }) => type)
    .filter((type) => type.startsWith('clock.'))

const setAsideNow = async (job: string) =>
  (
    await sql<{ matter_id: string; failures: number; fault: string; again_at: string }>`
      select matter_id, failures, fault, again_at from set_aside where job = ${job}`.execute(db)
  ).rows

/** A log that is kept. */
function aLog() {
  const lines: string[] = []
  return { lines, log: openLog('info', { write: (line) => void lines.push(line) }) }
}

describe('what a job cannot do for one matter', () => {
  test('more broken clocks than a round takes hold up nobody’s reminder', async () => {
    const broken: string[] = []
    for (let count = 0; count < 11; count++) broken.push(await aClue(addressees))
    const sound = await aClue(addressees.slice(0, 1), '2026-03-02 09:05')
    await breakClocks(broken)
    const { lines, log } = aLog()

    const evening = at('2026-03-05 18:00')
    while ((await wakeClocks(db, evening, log)) > 0);

    expect(await told(sound)).toContain('clock.overdue')
    const aside = await setAsideNow('clocks')
    expect(aside).toHaveLength(11 * addressees.length)
    expect(new Set(aside.map(({ matter_id }) => matter_id))).toEqual(new Set(broken))
    expect(aside[0]).toMatchObject({ failures: 1, again_at: at('2026-03-05 18:01').now })
    expect(lines).toHaveLength(aside.length)
    const [line] = lines.map((text) => JSON.parse(text))
    expect(line).toMatchObject({ job: 'clocks', failures: 1, err: { type: expect.any(String) } })
    expect(lines.join()).not.toMatch(/京A|试例|首都机场/)
  }, 30_000)

  test('it is tried again, each time later, and told in full once it is mended', async () => {
    const [first] = await setAsideNow('clocks')
    if (!first) throw new Error('The test before has set clocks aside.')
    expect(await wakeClocks(db, at('2026-03-05 18:00'))).toBe(0)

    while ((await wakeClocks(db, at('2026-03-05 18:01'))) > 0);
    expect((await setAsideNow('clocks'))[0]).toMatchObject({
      failures: 2,
      again_at: at('2026-03-05 18:03').now,
    })
    const sound = await aClue(addressees.slice(0, 1), '2026-03-05 17:00')
    await mendClocks(sound)
    while ((await wakeClocks(db, at('2026-03-05 18:03'))) > 0);

    expect(await setAsideNow('clocks')).toEqual([])
    expect((await told(first.matter_id)).filter((type) => type === 'clock.overdue')).toHaveLength(
      addressees.length,
    )
  }, 30_000)

  test('no reminder ever waits more than a day for its next try', async () => {
    const broken = await aClue(addressees.slice(0, 1), '2026-04-13 09:00')
    await breakClocks([broken])
    await sql`insert into set_aside (job, subject, matter_id, failures, fault, since, again_at)
      select 'clocks', id, matter_id, 4000, 'TypeError', started_at, started_at from clock where matter_id = ${broken}`.execute(
      db,
    )
    await wakeClocks(db, at('2026-04-20 09:00'))

    expect(await setAsideNow('clocks')).toMatchObject([
      { failures: 4001, again_at: at('2026-04-21 09:00').now },
    ])
    await sql`delete from clock where matter_id = ${broken}`.execute(db)
    await sql`delete from set_aside`.execute(db)
  })

  test('an outage of the database sets nothing aside', async () => {
    await aClue(addressees.slice(0, 1), '2026-04-13 09:00')
    const nowhere = openDatabase(url.replace(/:\d+\//, ':1/'), 1)

    await expect(wakeClocks(nowhere, at('2026-04-20 09:00'))).rejects.toMatchObject({ code: 'unavailable' })

    expect(await setAsideNow('clocks')).toEqual([])
    await nowhere.destroy()
  })
})

describe('deadlines derived anew after the calendar was corrected', () => {
  const correct = (day: Day) =>
    asActor(db, administrator, (tx) =>
      correctCalendar(tx, administrator, {
        day,
        working: false,
        reason: '临时放假',
        source: '省政府办公厅通知',
      }),
    )
  const recomputed = async (matterId: string) =>
    (await told(matterId)).filter((type) => type === 'clock.recomputed').length

  test('one matter that fails is named and holds up no other; mended, it follows by itself', async () => {
    await recomputeWhenCorrected(db)
    const day = '2026-08-10 09:00'
    const matters = [await aClue(addressees.slice(0, 1), day), await aClue(addressees.slice(0, 1), day)]
    const [broken = '', sound = ''] = matters.sort()
    await breakClocks([broken])
    await correct('2026-08-11')
    const { lines, log } = aLog()

    const occasion = at('2026-08-10 12:00')
    while (await recomputeWhenCorrected(db, { occasion, log }));

    expect(await recomputed(sound)).toBe(1)
    expect(await setAsideNow('clocks-anew')).toMatchObject([{ matter_id: broken, failures: 1 }])
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ job: 'clocks-anew', matterId: broken }])
    await mendClocks(sound)
    await recomputeWhenCorrected(db, { occasion: at('2026-08-10 12:01'), log })

    expect(await recomputed(broken)).toBe(1)
    expect(await recomputed(sound)).toBe(1)
    expect(await setAsideNow('clocks-anew')).toEqual([])
  })

  test('a server that stopped in the middle goes on where it was, and another correction begins again', async () => {
    const [first = '', second = ''] = [
      await aClue(addressees.slice(0, 1), '2026-09-07 09:00'),
      await aClue(addressees.slice(0, 1), '2026-09-07 09:00'),
    ].sort()
    await correct('2026-09-08')
    // As it stands after the round that ended with the first of the two.
    const version = await asActor(db, systemActor('test'), rulebookVersion)
    await sql`update installation set value = ${JSON.stringify({ version, after: first })}::jsonb
      where key = 'clocks-anew'`.execute(db)
    const occasion = at('2026-09-07 12:00')
    while (await recomputeWhenCorrected(db, { occasion }));
    expect([await recomputed(first), await recomputed(second)]).toEqual([0, 1])

    await correct('2026-09-09')
    while (await recomputeWhenCorrected(db, { occasion }));

    expect([await recomputed(first), await recomputed(second)]).toEqual([1, 2])
  })
})
