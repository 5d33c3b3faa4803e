import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { aRegion, type Region } from '../../../test/fixtures.ts'
import { canonical } from '../../kernel/canonical.ts'
import { hexDigest } from '../../kernel/hash-suite.ts'
import { type PersonActor, systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import { letterTypes } from '../letters/letters.ts'
import { actOnMatter } from './act-on-matter.ts'
import { caseTransferBodies, detainedTruck } from './kinds/case-transfer/case-transfer.examples.ts'
import { materialsOf } from './kinds/case-transfer/case-transfer.materials.ts'
import { airportCars, clueBodies } from './kinds/clue/clue.examples.ts'
import { kinds } from './kinds/kinds.ts'
import { openMatter } from './open-matter.ts'

const { db } = await testDatabase()
let region: Region

beforeAll(async () => {
  region = await aRegion(db)
})

type Stored = {
  readonly id: string
  readonly type: string
  readonly number: string
  readonly serial: number
  readonly code: string
  readonly digest: string
  readonly legs: number[]
  readonly void_legs: number[]
  readonly content: {
    readonly parts: readonly { readonly text?: string }[]
    readonly to: readonly { readonly name: string }[]
  }
}

/** The letters of a matter as somebody reads them, or as the server's jobs do. */
const lettersAs = async (actor: PersonActor | undefined, matterId: string) =>
  (
    await asActor(db, actor ?? systemActor('test'), (tx) =>
      sql<Stored>`select id, type, number, serial, code, digest, legs, void_legs, content
        from letter where matter_id = ${matterId} order by issued_at, id`.execute(tx),
    )
  ).rows

/** Writes a clue and pushes it; anything after the push happens in the same transaction. */
async function pushClue(from: PersonActor, to: readonly PersonActor[], then: () => void = () => {}) {
  const { matter } = await asActor(db, from, (tx) => openMatter(tx, from, { kind: 'clue' }))
  const body = airportCars(to.map(({ agencyId }) => agencyId))
  await asActor(db, from, async (tx) => {
    await actOnMatter(tx, from, {
      matterId: matter.id,
      action: 'push',
      body,
      expectedVersion: matter.version,
    })
    then()
  })
  return matter.id
}

async function act(actor: PersonActor, matterId: string, action: string, body: unknown = {}, leg?: number) {
  const version = await asActor(
    db,
    systemActor('test'),
    async (tx) =>
      (await sql<{ version: number }>`select version from matter where id = ${matterId}`.execute(tx)).rows[0]
        ?.version,
  )
  const wanted = { matterId, action, body, expectedVersion: version, ...(leg ? { leg } : {}) }
  return asActor(db, actor, (tx) => actOnMatter(tx, actor, wanted as Parameters<typeof actOnMatter>[2]))
}

const serialsOf = async (actor: PersonActor, type: string) =>
  (
    await asActor(db, systemActor('test'), (tx) =>
      sql<{ serial: number }>`select serial from letter where issuer_id in (
        select coalesce(acts_in_name_of, id) from agency where id = ${actor.agencyId}) and type = ${type} order by serial`.execute(
        tx,
      ),
    )
  ).rows.map(({ serial }) => serial)

describe('a move that produces a letter', () => {
  test('writes it with its number, and its event carries the digest of what it says', async () => {
    const [finder, receiver] = [region.who('tieling.officer'), region.who('siping.officer')]

    const id = await pushClue(finder, [receiver])

    const [letter] = await lettersAs(receiver, id)
    const event = await asActor(
      db,
      receiver,
      async (tx) =>
        (
          await sql<{
            body: { letters: unknown[] }
          }>`select body from event where matter_id = ${id} and type = 'push'`.execute(tx)
        ).rows[0],
    )
    expect(letter?.number).toMatch(/^辽.+线函〔2026〕1号$/)
    expect(event?.body.letters).toEqual([
      expect.objectContaining({
        id: letter?.id,
        number: letter?.number,
        digest: letter?.digest,
        template: 'default/5',
      }),
    ])
    expect(hexDigest('sha256', canonical(letter?.content))).toBe(letter?.digest)
  })

  test('shows it to those who read the conversation and to nobody else', async () => {
    const id = await pushClue(region.who('tieling.officer'), [region.who('siping.officer')])

    expect(await lettersAs(region.who('siping.officer'), id)).toHaveLength(1)
    expect(await lettersAs(region.who('gaomi.officer'), id)).toEqual([])
    expect(await lettersAs(region.who('sysadmin'), id)).toEqual([])
  })

  test('sends one letter to all addressees, and each answers with one of its own that names it', async () => {
    const [finder, first, second] = ['tieling.officer', 'siping.officer', 'lishu.officer'].map((login) =>
      region.who(login),
    ) as [PersonActor, PersonActor, PersonActor]
    const id = await pushClue(finder, [first, second])
    const bodies = clueBodies([first.agencyId, second.agencyId])

    for (const action of ['acknowledge', 'take', 'conclude', 'feedback'] as const)
      await act(second, id, action, bodies[action], 2)

    const [pushed, answer] = await lettersAs(finder, id)
    expect(pushed?.content.to).toHaveLength(2)
    expect(answer).toMatchObject({ type: 'clue-feedback', legs: [2] })
    expect(answer?.content.parts[0]?.text).toContain(pushed?.number)
    expect((await lettersAs(first, id)).map(({ type }) => type)).toEqual(['clue-transfer'])
  })

  test('takes it back on the leg that is released, and altogether once all are', async () => {
    const [finder, first, second] = ['tieling.officer', 'siping.officer', 'lishu.officer'].map((login) =>
      region.who(login),
    ) as [PersonActor, PersonActor, PersonActor]
    const id = await pushClue(finder, [first, second])

    for (const [leg, receiver] of [first, second].entries()) {
      await act(finder, id, 'askBack', { reason: '重复推送。' }, leg + 1)
      await act(receiver, id, 'release', {}, leg + 1)
      expect((await lettersAs(finder, id))[0]?.void_legs).toHaveLength(leg + 1)
    }
  })

  test('of a case transfer follows it from the transfer to the designation by the common superior', async () => {
    const [sender, reviewer, receiver] = ['tielingxian.officer', 'tielingxian.reviewer', 'lishu.officer'].map(
      (login) => region.who(login),
    ) as [PersonActor, PersonActor, PersonActor]
    const bodies = caseTransferBodies(receiver.agencyId)
    const content = detainedTruck(receiver.agencyId)
    const { matter } = await asActor(db, sender, (tx) => openMatter(tx, sender, { kind: 'case-transfer' }))
    await asActor(db, sender, async (tx) => {
      for (const { item, required } of materialsOf(content))
        if (required)
          await sql`select add_attachment(${JSON.stringify({
            id: randomUUID(),
            matter_id: matter.id,
            digest: 'a'.repeat(64),
            size: 1,
            name: `${item}.pdf`,
            media_type: 'application/pdf',
            item,
          })}::jsonb, null)`.execute(tx)
    })
    await act(sender, matter.id, 'submit', content)
    await act(reviewer, matter.id, 'approve', bodies.approve)
    expect(await lettersAs(sender, matter.id)).toEqual([])
    await act(sender, matter.id, 'send')
    for (const action of ['acknowledge', 'object'] as const)
      await act(receiver, matter.id, action, bodies[action])
    await act(sender, matter.id, 'insist', bodies.insist)
    await act(receiver, matter.id, 'maintain', bodies.maintain)
    const superior = region.who('ministry.supervisor')
    await act(superior, matter.id, 'designateAnswerer', bodies.designateAnswerer)

    const letters = await lettersAs(sender, matter.id)
    const text = JSON.stringify(letters.map((letter) => letter.content))
    expect(letters.map(({ type }) => type)).toEqual([
      'case-transfer',
      'transfer-objection',
      'designation-request',
      'designation-decision',
    ])
    // Who has written in the name of its bureau is answered under that name.
    expect(letters.map(({ content: { to } }) => to.map(({ name }) => name))).toEqual([
      ['梨树县交通运输综合行政执法大队'],
      ['铁岭县交通运输局'],
      ['交通运输部'],
      ['铁岭县交通运输局', '梨树县交通运输局'],
    ])
    expect(text).toContain('2025年6月3日9时40分')
    expect(text).toContain('13000千克')
    expect(text).toContain(bodies.maintain.grounds)
    // What is recorded at each reading stays in the matter; a letter goes from hand to hand.
    expect(text).not.toContain('91220322')
    expect(text).not.toContain('试例路1号')
  })
})

describe('the numbers of letters', () => {
  test('have neither gap nor double when twenty people send at once and every third is broken off', async () => {
    const finder = region.who('lishu.officer')
    const receiver = region.who('tieling.officer')
    const fails = (index: number) => () => {
      if (index % 3 === 0) throw new Error('broken off')
    }

    const done = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => pushClue(finder, [receiver], fails(index))),
    )

    const sent = done.filter(({ status }) => status === 'fulfilled').length
    expect(sent).toBe(13)
    expect(await serialsOf(finder, 'clue-transfer')).toEqual(
      Array.from({ length: 13 }, (_, index) => index + 1),
    )
  })

  test('begin anew in each year of China, not of the server', async () => {
    const finder = region.who('siping.officer')
    const receiver = region.who('tieling.officer')
    const years = []
    for (const now of ['2030-12-31T15:59:59.000Z', '2030-12-31T16:00:00.000Z']) {
      const { matter } = await asActor(db, finder, (tx) => openMatter(tx, finder, { kind: 'clue' }))
      await asActor(db, finder, (tx) =>
        actOnMatter(
          tx,
          finder,
          { matterId: matter.id, action: 'push', body: airportCars([receiver.agencyId]), expectedVersion: 1 },
          { now, node: 'test' },
        ),
      )
      years.push((await lettersAs(finder, matter.id))[0]?.number.slice(-10))
    }

    expect(years).toEqual([expect.stringMatching(/〔2030〕1号$/), expect.stringMatching(/〔2031〕1号$/)])
  })

  test('cannot be taken without a letter, and not for another agency', async () => {
    const officer = region.who('gaomi.officer')
    const take = (agencyId: string) =>
      asActor(db, officer, (tx) =>
        sql`select take_letter_number(${agencyId}, 'case-transfer', 2026, null)`.execute(tx),
      )

    await expect(take(officer.agencyId)).rejects.toThrow(/taken and not used/)
    await expect(take(region.who('tieling.officer').agencyId)).rejects.toThrow(/not its letters/)
  })

  test('do not change with the sign an agency chooses later', async () => {
    const [finder, leader] = [region.who('tieling.officer'), region.who('tieling.leader')]
    const id = await pushClue(finder, [region.who('siping.officer')])
    const [before] = await lettersAs(finder, id)

    await asActor(db, leader, (tx) =>
      sql`insert into letter_sign (agency_id, sign) values (letter_issuer(), '铁交执')`.execute(tx),
    )

    expect((await lettersAs(finder, id))[0]?.number).toBe(before?.number)
  })
})

describe('a letter that was written', () => {
  test('is changed by nobody: the running roles have no right to', async () => {
    const finder = region.who('tieling.officer')
    const id = await pushClue(finder, [region.who('siping.officer')])

    await expect(
      asActor(db, finder, (tx) => sql`update letter set number = 'x' where matter_id = ${id}`.execute(tx)),
    ).rejects.toThrow(/permission denied/)
    await expect(
      asActor(db, systemActor('test'), (tx) => sql`delete from letter where matter_id = ${id}`.execute(tx)),
    ).rejects.toThrow(/permission denied/)
  })
})

test.each(kinds.filter(({ letters }) => letters))(
  '$name writes letters only with actions it has, of types there are',
  (kind) => {
    const actions = Object.keys(kind.words.actions)
    for (const [action, mapping] of Object.entries(kind.letters?.writes ?? {})) {
      expect(actions).toContain(action)
      expect(Object.keys(letterTypes)).toContain(mapping?.type)
    }
    for (const action of Object.keys(kind.letters?.voids ?? {})) expect(actions).toContain(action)
  },
)
