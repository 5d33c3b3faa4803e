import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { aRegion, type Region } from '../../../test/fixtures.ts'
import { type PersonActor, systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import { actOnMatter } from './act-on-matter.ts'
import { readDraft, saveDraft } from './drafts.ts'
import { airportCars } from './kinds/clue/clue.examples.ts'
import { openMatter } from './open-matter.ts'
import { readEvents } from './read-events.ts'
import { readMatter } from './read-matter.ts'
import { wakeClocks } from './wake-clocks.ts'

const { db } = await testDatabase()
let region: Region
let siping: PersonActor
/** The bureau of 铁岭 and, below it, the brigade of 昌图. */
let bureau: PersonActor
let brigade: PersonActor

beforeAll(async () => {
  region = await aRegion(db)
  siping = region.who('siping.officer')
  bureau = region.who('hotline.operator')
  brigade = region.who('tieling.officer')
})

const act = async (actor: PersonActor, matterId: string, action: string, body: unknown, leg?: number) => {
  const { version } = await asActor(db, actor, (tx) => readMatter(tx, actor, matterId))
  const input = { matterId, action, body, expectedVersion: version, leg }
  return asActor(db, actor, (tx) => actOnMatter(tx, actor, input))
}

async function aClue(from: PersonActor, ...to: PersonActor[]): Promise<string> {
  const { matter } = await asActor(db, from, (tx) => openMatter(tx, from, { kind: 'clue' }))
  await act(from, matter.id, 'push', airportCars(to.map(({ agencyId }) => agencyId)))
  return matter.id
}

describe('forwarding to an agency below', () => {
  const toBrigade = () => ({ to: brigade.agencyId, reason: '属地核查。' })

  test('a restricted matter reaches those who decide there', async () => {
    const { matter } = await asActor(db, siping, (tx) => openMatter(tx, siping, { kind: 'clue' }))
    await act(region.who('siping.leader'), matter.id, 'restrict', { readers: [siping.accountId] })
    await act(siping, matter.id, 'push', airportCars([bureau.agencyId]))

    await act(bureau, matter.id, 'forward', toBrigade())

    const leader = region.who('tieling.leader')
    const seen = await asActor(db, leader, (tx) => readMatter(tx, leader, matter.id))
    expect(seen.legs[0]?.answerer?.id).toBe(brigade.agencyId)
    await expect(asActor(db, brigade, (tx) => readMatter(tx, brigade, matter.id))).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('nobody gets back what came from there, nor a matter it answers already', async () => {
    const fromBrigade = await aClue(brigade, bureau)
    const toBoth = await aClue(siping, bureau, brigade)

    await expect(act(bureau, fromBrigade, 'forward', toBrigade())).rejects.toMatchObject({
      code: 'invalid-input',
    })
    await expect(act(bureau, toBoth, 'forward', toBrigade(), 1)).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })

  test('a conversation that is over is not forwarded, though another of the matter goes on', async () => {
    const id = await aClue(siping, bureau, region.who('lishu.officer'))
    await act(bureau, id, 'acknowledge', {}, 1)
    await act(bureau, id, 'return', { reason: 'NoJurisdiction', grounds: '不属本辖区。' }, 1)

    await expect(act(bureau, id, 'forward', toBrigade(), 1)).rejects.toMatchObject({ code: 'not-now' })
  })
})

describe('what people of one agency do at the same time', () => {
  test('sending a message leaves alone what a colleague is typing', async () => {
    const id = await aClue(brigade, siping)
    const colleague = region.who('siping.dispatcher')
    const address = { matterId: id, action: 'say', leg: 1 }
    const typed = { body: { text: '还没写完……' }, version: 0 }
    await asActor(db, colleague, (tx) => saveDraft(tx, colleague, address, typed))

    await act(siping, id, 'say', { text: '已收到。' })

    const draft = await asActor(db, colleague, (tx) => readDraft(tx, colleague, address))
    expect(draft.body).toEqual(typed.body)
  })

  test('restricting does not shut out whoever deals with the matter', async () => {
    const id = await aClue(brigade, siping)
    const leader = region.who('siping.leader')
    await act(leader, id, 'assign', { accountId: siping.accountId })

    const shutting = act(leader, id, 'restrict', { readers: [] })

    await expect(shutting).rejects.toMatchObject({ code: 'invalid-input', faults: [{ path: ['readers'] }] })
    await act(leader, id, 'restrict', { readers: [siping.accountId] })
    expect((await asActor(db, siping, (tx) => readMatter(tx, siping, id))).restricted).toBe(true)
  })

  test('when all who were named have left, those who decide read a restricted matter again', async () => {
    const id = await aClue(brigade, siping)
    const leader = region.who('siping.leader')
    await act(leader, id, 'restrict', { readers: [siping.accountId] })
    const setActive = (actor: PersonActor, active: boolean) =>
      sql`update account set active = ${active} where id = ${actor.accountId}`.execute(db)
    await setActive(leader, false)
    await setActive(siping, false)
    await sql`update account set roles = '{leader}' where id = ${region.who('siping.liaison').accountId}`.execute(
      db,
    )

    const successor = region.who('siping.liaison')
    expect((await asActor(db, successor, (tx) => readMatter(tx, successor, id))).id).toBe(id)
    const dispatcher = region.who('siping.dispatcher')
    await expect(asActor(db, dispatcher, (tx) => readMatter(tx, dispatcher, id))).rejects.toMatchObject({
      code: 'not-found',
    })
    await setActive(leader, true)
    await setActive(siping, true)
  })
})

/** What people of an agency read of the events of one type. */
const textsRead = async (actor: PersonActor, id: string, type = 'say') =>
  (await asActor(db, actor, (tx) => readEvents(tx, id)))
    .filter((event) => event.type === type)
    .map(({ body }) => (body.form as { readonly text?: string }).text)

describe('whoever comes into a conversation', () => {
  test('reads it from its beginning, without the notes of who forwarded it, and none of the others of the matter', async () => {
    const other = region.who('lishu.officer')
    const id = await aClue(siping, bureau, other)
    await act(siping, id, 'say', { text: '只给市局看的话' }, 1)
    await act(bureau, id, 'note', { text: '市局内部的话' }, 1)
    await act(other, id, 'say', { text: '只给四平看的话' }, 2)

    await act(bureau, id, 'forward', { to: brigade.agencyId, reason: '属地核查。' }, 1)
    await act(brigade, id, 'say', { text: '大队的话' }, 1)

    expect(await textsRead(brigade, id)).toEqual(['只给市局看的话', '大队的话'])
    expect(await textsRead(brigade, id, 'note')).toEqual([])
    expect(await textsRead(other, id)).toEqual(['只给四平看的话'])
  })

  test('goes on reading it after having forwarded it, and may speak and urge', async () => {
    const id = await aClue(siping, bureau, region.who('lishu.officer'))
    await act(bureau, id, 'forward', { to: brigade.agencyId, reason: '属地核查。' }, 1)
    await act(siping, id, 'say', { text: '请大队优先核查。' }, 1)

    await act(bureau, id, 'urge', { text: '请抓紧。' })

    expect(await textsRead(bureau, id)).toEqual(['请大队优先核查。'])
    expect(await textsRead(brigade, id, 'urge')).toEqual(['请抓紧。'])
    const seen = await asActor(db, bureau, (tx) => readMatter(tx, bureau, id))
    expect(seen.legs.map(({ attending }) => attending.map((agency) => agency.id))).toEqual([
      [bureau.agencyId],
      [],
    ])
  })
})

describe('a joint office or a superior that an overdue deadline called in', () => {
  /** A clue whose first addressee has let it lie. */
  async function anEscalatedClue(first: PersonActor, second: PersonActor): Promise<string> {
    const id = await aClue(siping, first, second)
    await act(siping, id, 'say', { text: '请尽快签收。' }, 1)
    await act(second, id, 'acknowledge', {}, 2)
    await act(second, id, 'return', { reason: 'NoJurisdiction', grounds: '不属本辖区。' }, 2)
    await act(siping, id, 'say', { text: '另一家的话' }, 2)
    const later = { node: 'test', now: new Date(Date.now() + 40 * 86_400_000).toISOString() }
    while ((await wakeClocks(db, later)) > 0);
    return id
  }

  test('reads the conversation in which it was called and no other, asks in it and urges', async () => {
    const secretary = region.who('office.secretary')
    const id = await anEscalatedClue(bureau, region.who('lishu.officer'))

    await act(secretary, id, 'say', { text: '联席办提请注意。' })
    await act(secretary, id, 'urge', {})

    expect(await textsRead(secretary, id)).toEqual(['请尽快签收。', '联席办提请注意。'])
    for (const side of [siping, bureau]) expect(await textsRead(side, id)).toContain('联席办提请注意。')
    expect(await textsRead(region.who('lishu.officer'), id)).toEqual(['另一家的话'])
    await expect(act(secretary, id, 'say', { text: '越界' }, 2)).rejects.toMatchObject({
      code: 'not-your-turn',
    })
    await expect(act(secretary, id, 'acknowledge', {})).rejects.toMatchObject({ code: 'not-your-turn' })
  })

  test('a superior does so by its supervisor, who handles no cases', async () => {
    const ministry = region.who('ministry.supervisor')
    const id = await anEscalatedClue(region.who('zherong.officer'), region.who('lishu.officer'))

    await act(ministry, id, 'say', { text: '请说明迟延原因。' })
    await act(ministry, id, 'urge', {})

    expect(await textsRead(siping, id)).toContain('请说明迟延原因。')
    await expect(act(ministry, id, 'assign', { accountId: null })).rejects.toMatchObject({
      code: 'not-allowed',
    })
  })
})

describe('a side that asks for coordination before anything is late', () => {
  const reason = '双方对装载地的认定不同，请协调。'

  test('brings in the joint office of the alliance, which reads that conversation and decides nothing', async () => {
    const [lishu, secretary] = [region.who('lishu.officer'), region.who('office.secretary')]
    const id = await aClue(siping, bureau, lishu)
    await act(siping, id, 'say', { text: '请先看附图。' }, 1)
    await act(siping, id, 'say', { text: '另一家的话' }, 2)
    await expect(textsRead(secretary, id)).rejects.toMatchObject({ code: 'not-found' })

    await act(bureau, id, 'callIn', { reason }, 1)
    await act(secretary, id, 'say', { text: '请双方周三视频会商。' })

    expect(await textsRead(secretary, id)).toEqual(['请先看附图。', '请双方周三视频会商。'])
    expect(await textsRead(siping, id)).toContain('请双方周三视频会商。')
    await expect(act(secretary, id, 'acknowledge', {})).rejects.toMatchObject({ code: 'not-your-turn' })
    const heard = await asActor(db, systemActor('test'), (tx) =>
      sql<{ agency_id: string }>`
        select agency_id from inbox where matter_id = ${id} and type = 'callIn'`.execute(tx),
    )
    expect(heard.rows.map(({ agency_id }) => agency_id).sort()).toEqual(
      [siping.agencyId, secretary.agencyId].sort(),
    )
  })

  test('asks once; the office itself, or one who is answered, does not', async () => {
    const secretary = region.who('office.secretary')
    const id = await aClue(siping, bureau)
    await act(siping, id, 'callIn', { reason })

    await expect(act(bureau, id, 'callIn', { reason })).rejects.toThrow('attends this conversation already')
    await expect(act(secretary, id, 'callIn', { reason })).rejects.toMatchObject({ code: 'not-your-turn' })

    const answered = await aClue(siping, bureau)
    await act(bureau, answered, 'acknowledge', {})
    await act(bureau, answered, 'return', { reason: 'NoJurisdiction', grounds: '不属本辖区。' })
    await expect(act(siping, answered, 'callIn', { reason })).rejects.toMatchObject({ code: 'not-now' })
  })

  test('brings in the common superior where the two have no alliance', async () => {
    const [zherong, ministry] = [region.who('zherong.officer'), region.who('ministry.supervisor')]
    const id = await aClue(siping, zherong)

    await act(zherong, id, 'callIn', { reason })
    await act(ministry, id, 'say', { text: '请说明分歧。' })

    expect(await textsRead(siping, id)).toContain('请说明分歧。')
  })
})
