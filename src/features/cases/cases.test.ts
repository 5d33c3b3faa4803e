import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { aboutAnotherTruck, aCaseUntil, on } from '../../../test/a-case-of-march.ts'
import type { PlayedMatter } from '../../../test/a-matter.ts'
import { testDatabase } from '../../../test/database.ts'
import { aRegion, type Region } from '../../../test/fixtures.ts'
import type { PersonActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import {
  actOnMatter,
  caseStanding,
  kindOf,
  onwardKindNames,
  readDraft,
  readMatter,
} from '../matters/matters.ts'
import { beginFromCase } from './begin-from-case.ts'
import { CaseQuery, listCases } from './list-cases.ts'
import { searchCases } from './search-cases.ts'

const { db } = await testDatabase()
let region: Region
let officer: PersonActor
let leader: PersonActor
let neighbour: PersonActor
let stranger: PersonActor
let partner: PersonActor
let played: PlayedMatter

beforeAll(async () => {
  region = await aRegion(db)
  officer = region.who('tieling.officer')
  leader = region.who('tieling.leader')
  neighbour = region.who('siping.officer')
  stranger = region.who('gaomi.officer')
  partner = region.who('tieling.partner')
  played = await aCaseUntil(db, 'file', { officer, leader })
})

const list = (actor: PersonActor, query: object = {}) =>
  asActor(db, actor, (tx) => listCases(tx, actor, CaseQuery.parse(query)))
const search = (actor: PersonActor, plate: string, colour: '1' | '2' = '2') =>
  asActor(db, actor, (tx) => searchCases(tx, actor, { plate, colour, purpose: 'first-violation' }))

describe('the list of cases', () => {
  test('is one’s own agency’s, found by plate in any spelling, number, words and state', async () => {
    for (const query of [
      {},
      { plate: '吉 c·23456' },
      { q: '00017' },
      { q: '辽铁昌交执[2026]00017' },
      { q: '超限运输' },
      { state: 'investigating', behaviour: 'overload', settled: 'false' },
    ]) {
      const { items } = await list(officer, query)
      expect(
        items.map(({ id }) => id),
        JSON.stringify(query),
      ).toEqual([played.id])
    }
    for (const query of [{ plate: '吉C23457' }, { q: '%' }, { state: 'closed' }, { outcome: 'penalty' }])
      expect((await list(officer, query)).items, JSON.stringify(query)).toEqual([])
    expect((await list(neighbour)).items).toEqual([])
    expect((await list(stranger)).items).toEqual([])
  })

  test('a superior who oversees sees those below', async () => {
    const supervisor = region.who('liaoning.supervisor')
    expect((await list(supervisor, { scope: 'subtree' })).items.map(({ id }) => id)).toEqual([played.id])
    expect((await list(supervisor)).items).toEqual([])
  })
})

describe('the search of all regions', () => {
  test('finds a case of another agency with whom to ring up, nothing of a person, and stands in the access log', async () => {
    const { items } = await search(stranger, '吉c23456')

    expect(items).toMatchObject([
      {
        agency: { id: officer.agencyId },
        number: '辽铁昌交执〔2026〕00017号',
        outcome: null,
        contact: { name: '赵磊' },
      },
    ])
    expect(JSON.stringify(items)).not.toMatch(/王志强|四平某|砂石/)
    const { rows } = await sql`select purpose, facts from access_log where what = 'cases-searched'`.execute(
      db,
    )
    expect(rows).toEqual([{ purpose: 'first-violation', facts: { found: 1 } }])
  })

  test('knows a plate by its colour, and is not for partner departments', async () => {
    expect((await search(stranger, '吉C23456', '1')).items).toEqual([])
    await expect(search(partner, '吉C23456')).rejects.toMatchObject({ code: 'not-allowed' })
    const { rows } = await asActor(db, partner, (tx) =>
      sql`select * from cases_about('plate 吉C23456/2', 10)`.execute(tx),
    )
    expect(rows).toEqual([])
  })
})

describe('the standing of a case', () => {
  test('says what is missing before a decision, with the article', async () => {
    const standing = await asActor(db, officer, (tx) =>
      caseStanding(tx, played.id, on('2026-03-06T10:00:00')),
    )

    expect(standing.filed?.caseNumber).toBe('辽铁昌交执〔2026〕00017号')
    expect(standing.gates.map(({ name, is }) => `${name} ${is}`)).toEqual([
      'officers open',
      'notice shut',
      'defence shut',
      'hearing not-needed',
      'legal-review not-needed',
      'discussion not-needed',
      'police not-needed',
      'evidence not-needed',
      'jurisdiction not-needed',
      'deadline open',
    ])
    for (const { basis, why } of standing.gates) expect(`${basis.zh}${why.zh}${why.en}`).toMatch(/第.*条/)
  })

  test('P27 is not for others to see', async () => {
    for (const actor of [neighbour, stranger, partner])
      await expect(asActor(db, actor, (tx) => caseStanding(tx, played.id))).rejects.toMatchObject({
        code: 'not-found',
      })
  })

  test('before filing it shows who filed the same act', async () => {
    const second = await aCaseUntil(db, 'register', { officer: neighbour, leader })

    const standing = await asActor(db, neighbour, (tx) => caseStanding(tx, second.id))

    expect(standing.acts).toMatchObject([{ sameness: 'same', agency: { id: officer.agencyId } }])
    expect(standing.onward).toEqual(['case-transfer', 'jurisdiction-dispute'])

    const { matter } = await asActor(db, neighbour, (tx) =>
      beginFromCase(tx, neighbour, second.id, { kind: 'case-transfer' }, on('2026-03-06T10:00:00')),
    )
    const draft = await asActor(db, neighbour, (tx) =>
      readDraft(tx, neighbour, { matterId: matter.id, action: 'submit', leg: 0 }),
    )
    expect(draft.body).toMatchObject({ to: [officer.agencyId], ground: { trigger: 'earlier-filing' } })
  })
})

/** Gives up what was begun and not sent. */
async function discard(matterId: string): Promise<void> {
  const { version: expectedVersion } = await asActor(db, officer, (tx) => readMatter(tx, officer, matterId))
  const wanted = { matterId, action: 'discard', body: {}, expectedVersion }
  await asActor(db, officer, (tx) => actOnMatter(tx, officer, wanted))
}

describe('from a case begin', () => {
  const begin = (kind: (typeof onwardKindNames)[number]) =>
    asActor(db, officer, async (tx) => {
      const { matter } = await beginFromCase(tx, officer, played.id, { kind })
      return matter
    })

  test.each(onwardKindNames.filter((kind) => !['document-service', 'execution-help'].includes(kind)))(
    'a draft of %s with the fields filled in, linked to it, and the reading of the party recorded',
    async (kind) => {
      const matter = await begin(kind)

      const action = Object.values(kindOf(kind).chart.states)
        .flatMap((steps) => Object.entries(steps))
        .find(([, step]) => step.addresses)?.[0]
      const draft = await asActor(db, officer, (tx) =>
        readDraft(tx, officer, { matterId: matter.id, action: action ?? '', leg: 0 }),
      )
      expect(Object.keys(draft.body).length).toBeGreaterThan(2)
      // What is filled in fits the form: faults are only about what is still to be written.
      const read = kindOf(kind).forms[action ?? '']?.safeParse(draft.body, { reportInput: true })
      const wrong = (read?.error?.issues ?? []).filter(
        (issue) =>
          issue.code === 'unrecognized_keys' || (issue.input !== undefined && issue.code !== 'custom'),
      )
      expect(wrong.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual([])
      const { rows } = await sql<{ links: number; reads: number }>`
        select (select count(*) from matter_link where matter_id = ${matter.id} and other_id = ${played.id}) as links,
          (select count(*) from access_log where what = 'personal-data-read' and matter_id = ${played.id}) as reads`.execute(
        db,
      )
      expect(Number(rows[0]?.links)).toBe(1)
      expect(Number(rows[0]?.reads)).toBeGreaterThan(0)
    },
  )

  test('a dispute that says until when the measures in force last, and the case says how far the dispute is', async () => {
    const { bodies } = aboutAnotherTruck()
    const seized = await aCaseUntil(db, 'file', { officer, leader }, bodies)
    await seized.does(officer, 'seize', { occasion: on('2026-03-06T10:00:00') })

    const { matter } = await asActor(db, officer, (tx) =>
      beginFromCase(tx, officer, seized.id, { kind: 'jurisdiction-dispute' }),
    )

    const draft = await asActor(db, officer, (tx) =>
      readDraft(tx, officer, { matterId: matter.id, action: 'raise', leg: 0 }),
    )
    expect(draft.body).toMatchObject({
      position: { measures: `查封扣押期限（${bodies.seize.measure}）至2026年4月4日。` },
    })
    const { links } = await asActor(db, officer, (tx) => readMatter(tx, officer, seized.id))
    expect(links).toMatchObject([{ id: matter.id, stateWords: { zh: '拟稿' } }])
  })

  test('one transfer at a time: a second one is refused with the number of the first, until that is discarded', async () => {
    const { bodies } = aboutAnotherTruck()
    const it = await aCaseUntil(db, 'file', { officer, leader }, bodies)
    const transfer = () =>
      asActor(db, officer, (tx) => beginFromCase(tx, officer, it.id, { kind: 'case-transfer' }))
    const { matter } = await transfer()

    await expect(transfer()).rejects.toMatchObject({
      code: 'already-pending',
      words: { zh: expect.stringContaining(matter.number) },
    })
    const { underWay } = await asActor(db, officer, (tx) => caseStanding(tx, it.id))
    expect(underWay).toEqual([{ kind: 'case-transfer', id: matter.id, number: matter.number }])

    await discard(matter.id)
    expect((await transfer()).matter.id).not.toBe(matter.id)
  })

  test('a transfer that hands over the measures in force with their terms', async () => {
    const { bodies } = aboutAnotherTruck()
    const seized = await aCaseUntil(db, 'file', { officer, leader }, bodies)
    await seized.does(officer, 'seize', { occasion: on('2026-03-06T10:00:00') })

    const { matter } = await asActor(db, officer, (tx) =>
      beginFromCase(tx, officer, seized.id, { kind: 'case-transfer' }),
    )

    const draft = await asActor(db, officer, (tx) =>
      readDraft(tx, officer, { matterId: matter.id, action: 'submit', leg: 0 }),
    )
    const { measure, takenAt, place } = bodies.seize
    expect(draft.body).toMatchObject({
      measures: [{ decisionNumber: measure, from: takenAt, until: '2026-04-04T15:59:59.000Z', place }],
    })
  })

  test('nothing the case is not far enough for, and nothing by a stranger', async () => {
    await expect(begin('execution-help')).rejects.toMatchObject({ code: 'not-now' })
    await expect(
      asActor(db, stranger, (tx) => beginFromCase(tx, stranger, played.id, { kind: 'co-investigation' })),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  test('help with a decision that was served, and a transfer to the police, with the day of service and what was imposed', async () => {
    const { underWay } = await asActor(db, officer, (tx) => caseStanding(tx, played.id))
    for (const { id } of underWay) await discard(id)
    await played.does(officer, 'conclude', { occasion: on('2026-03-08T10:00:00') })
    await played.does(officer, 'serveNotice', { occasion: on('2026-03-09T11:00:00') })
    await played.does(leader, 'decide', { occasion: on('2026-03-17T16:00:00') })
    await played.does(officer, 'serve', { occasion: on('2026-03-18T11:00:00') })

    const draftOf = async (kind: 'execution-help' | 'criminal-transfer', action: string) => {
      const { id } = await begin(kind)
      const draft = await asActor(db, officer, (tx) =>
        readDraft(tx, officer, { matterId: id, action, leg: 0 }),
      )
      return draft.body
    }
    const made = { decidedOn: '2026-03-17' }
    expect(await draftOf('execution-help', 'submit')).toMatchObject({
      decision: { number: '辽铁昌交执罚〔2026〕17号', ...made, servedOn: '2026-03-18' },
    })
    expect(await draftOf('criminal-transfer', 'report')).toMatchObject({
      earlierPenalties: [
        { kind: 'fine', decisionNumber: '辽铁昌交执罚〔2026〕17号', ...made, fineYuan: 9_500 },
      ],
    })
  })

  test('closing an overload drafts the notice to the region that licensed the truck, without personal details', async () => {
    await played.does(officer, 'recordExecution', { occasion: on('2026-03-20T11:00:00') })
    // What is carried out needs nobody's help any more.
    await expect(begin('execution-help')).rejects.toMatchObject({ code: 'not-now' })
    await played.does(leader, 'close', { occasion: on('2026-03-23T11:00:00') })

    const { rows } = await sql<{ content: object }>`
      select n.content from matter_link k join matter n on n.id = k.matter_id
      where k.other_id = ${played.id} and n.kind = 'case-notice'`.execute(db)
    expect(rows).toMatchObject([
      {
        content: {
          vehicle: { plate: '吉C23456' },
          decision: {
            behaviour: 'overload',
            caseNumber: '辽铁昌交执〔2026〕00017号',
            fineYuan: 9_500,
            execution: 'executed',
          },
        },
      },
    ])
    expect(JSON.stringify(rows)).not.toMatch(/王志强|0434/)
    expect((await list(officer, { outcome: 'penalty', settled: 'true' })).items).toHaveLength(1)
  })
})
