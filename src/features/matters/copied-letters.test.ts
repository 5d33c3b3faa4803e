import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { aRegion, type Region } from '../../../test/fixtures.ts'
import { type PersonActor, systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import { adoptTemplate, type LetterContent, type LetterSort } from '../letters/letters.ts'
import { actOnMatter } from './act-on-matter.ts'
import { airportCars, clueBodies } from './kinds/clue/clue.examples.ts'
import { jurisdictionDisputeBodies } from './kinds/jurisdiction-dispute/jurisdiction-dispute.examples.ts'
import { openMatter } from './open-matter.ts'
import { draftLetterOf } from './preview-letter.ts'
import { readMatter } from './read-matter.ts'

const { db } = await testDatabase()
let region: Region

beforeAll(async () => {
  region = await aRegion(db)
})

type Named = { readonly id: string; readonly name: string }

/** A matter one takes further step by step, each as its actor. */
async function aMatterOf(opener: PersonActor, kind: string) {
  const { matter } = await asActor(db, opener, (tx) => openMatter(tx, opener, { kind } as never))
  let expectedVersion = matter.version
  return {
    id: matter.id,
    async does(actor: PersonActor, action: string, body: unknown = {}) {
      const wanted = { matterId: matter.id, action, body, expectedVersion } as Parameters<
        typeof actOnMatter
      >[2]
      const { matter: moved } = await asActor(db, actor, (tx) => actOnMatter(tx, actor, wanted))
      expectedVersion = moved.version
    },
  }
}

/** Who is sent a copy of the letters of a matter, by type. */
async function copiesIn(matterId: string): Promise<Readonly<Partial<Record<LetterSort, readonly Named[]>>>> {
  const { rows } = await asActor(db, systemActor('test'), (tx) =>
    sql<{ type: LetterSort; content: LetterContent }>`
      select type, content from letter where matter_id = ${matterId} order by issued_at, id`.execute(tx),
  )
  return Object.fromEntries(rows.map(({ type, content }) => [type, content.copies]))
}

const idsOf = (copies: readonly Named[] | undefined) => copies?.map(({ id }) => id)

/** What an agency was told of a matter. */
const newsOf = async (actor: PersonActor, matterId: string) =>
  (
    await asActor(db, actor, (tx) =>
      sql<{
        type: string
      }>`select type from inbox where matter_id = ${matterId} and agency_id = ${actor.agencyId}`.execute(tx),
    )
  ).rows.map(({ type }) => type)

/** The two sides of a dispute, taken to the common superior. */
async function anEscalated(asker: string, answerer: string) {
  const [officer, leader, other] = [`${asker}.officer`, `${asker}.leader`, `${answerer}.officer`].map(
    (login) => region.who(login),
  ) as [PersonActor, PersonActor, PersonActor]
  const bodies = jurisdictionDisputeBodies(other.agencyId)
  const dispute = await aMatterOf(officer, 'jurisdiction-dispute')
  const content = { ...bodies.raise, dispute: { ...bodies.raise.dispute, caseNumber: `TEST-${dispute.id}` } }
  await dispute.does(officer, 'raise', content)
  await dispute.does(leader, 'escalate', bodies.escalate)
  return { dispute, bodies, officer, other }
}

describe('a copy of a letter 抄送', () => {
  test('of what is asked of the common superior goes to the other side', async () => {
    const { dispute, other } = await anEscalated('tieling', 'lishu')

    expect(idsOf((await copiesIn(dispute.id))['designation-request'])).toEqual([other.agencyId])
  })

  test('of what is asked of a superior goes to nobody below who asks (党政机关公文处理工作条例 Art. 15)', async () => {
    const { dispute } = await anEscalated('siping', 'lishu')

    expect((await copiesIn(dispute.id))['designation-request']).toEqual([])
  })

  test('of a decision goes to the third agency it designates, which is told and reads the conversation', async () => {
    const { dispute, bodies } = await anEscalated('tieling', 'lishu')
    const third = region.who('siping.officer')

    await dispute.does(region.who('ministry.supervisor'), 'designateOther', {
      ...bodies.designateOther,
      agency: [third.agencyId],
    })

    expect(idsOf((await copiesIn(dispute.id))['designation-decision'])).toEqual([third.agencyId])
    expect(await newsOf(third, dispute.id)).toEqual(['designateOther'])
    const seen = await asActor(db, third, (tx) => readMatter(tx, third, dispute.id))
    expect(seen.legs.map(({ attending }) => attending.map(({ id }) => id))).toEqual([[third.agencyId]])
  })

  test('of an ordinary letter goes to nobody: a clue concerns two agencies', async () => {
    const [finder, receiver] = [region.who('tieling.officer'), region.who('siping.officer')]
    const clue = await aMatterOf(finder, 'clue')

    await clue.does(finder, 'push', airportCars([receiver.agencyId]))

    expect((await copiesIn(clue.id))['clue-transfer']).toEqual([])
  })
})

describe('a copy to the joint office', () => {
  const template = {
    layout: 'letter' as const,
    title: '线索函',
    blocks: [{ paragraph: '{facts}' }],
    copyToOffice: true,
  }
  const [finder, receiver] = ['tieling.officer', 'siping.officer']
  const pushed = async () => {
    const clue = await aMatterOf(region.who(finder), 'clue')
    await clue.does(region.who(finder), 'push', airportCars([region.who(receiver).agencyId]))
    return clue
  }
  /** The alliance in which the two work together, and its joint office. */
  const theAlliance = async () => {
    const { rows } = await asActor(db, systemActor('test'), async (tx) =>
      sql<{ id: string; office: string }>`
        select a.id, a.office_agency_id as office from matter m join alliance a on a.id = m.alliance_id
        where m.id = ${(await pushed()).id}`.execute(tx),
    )
    return rows[0] ?? { id: '', office: '' }
  }
  const adopt = (actor: PersonActor, allianceId: string) =>
    asActor(db, actor, (tx) =>
      adoptTemplate(tx, actor, { allianceId, type: 'clue-transfer', template, reason: '协作协议第九条。' }),
    )

  test('is adopted by the system administrator, never by the office for itself', async () => {
    const { id } = await theAlliance()
    const secretary = region.who('office.secretary')

    await expect(adopt(secretary, id)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(
      asActor(db, secretary, (tx) =>
        sql`insert into letter_template (alliance_id, type, version, template, reason)
          values (${id}, 'clue-transfer', 9, ${JSON.stringify(template)}::jsonb, 'TEST')`.execute(tx),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('is shown before sending; the office is told, attends the conversation, and gets the answers too', async () => {
    const { id, office } = await theAlliance()
    const [asker, answerer] = [region.who(finder), region.who(receiver)]
    await adopt(region.who('sysadmin'), id)
    const clue = await aMatterOf(asker, 'clue')
    const bodies = clueBodies([answerer.agencyId])

    const preview = await asActor(db, asker, (tx) =>
      draftLetterOf(tx, asker, { matterId: clue.id, action: 'push', body: bodies.push }),
    )
    await clue.does(asker, 'push', bodies.push)
    for (const action of ['acknowledge', 'take', 'conclude', 'feedback'] as const)
      await clue.does(answerer, action, bodies[action])

    const copies = await copiesIn(clue.id)
    expect(idsOf(preview.copies)).toEqual([office])
    expect(idsOf(copies['clue-transfer'])).toEqual([office])
    expect(idsOf(copies['clue-feedback'])).toEqual([office])
    const secretary = region.who('office.secretary')
    expect(await newsOf(secretary, clue.id)).toEqual(['push', 'feedback'])
    expect((await asActor(db, secretary, (tx) => readMatter(tx, secretary, clue.id))).id).toBe(clue.id)
  })
})
