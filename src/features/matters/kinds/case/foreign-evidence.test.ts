import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  aboutAnotherTruck,
  aCaseUntil,
  type CaseBodies,
  on,
  overloadedTruck,
} from '../../../../../test/a-case-of-march.ts'
import { aMatter, type PlayedMatter } from '../../../../../test/a-matter.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { aRegion, type Region } from '../../../../../test/fixtures.ts'
import { newId } from '../../../../kernel/ids.ts'
import type { PersonActor } from '../../../../platform/actor.ts'
import { asActor } from '../../../../platform/as-actor.ts'
import {
  evidenceRecognitionBodies,
  scaleRecord,
} from '../evidence-recognition/evidence-recognition.examples.ts'
import { evidenceRecognition } from '../evidence-recognition/evidence-recognition.ts'
import { caseFacts, caseStanding } from './case-standing.ts'
import { onward } from './onward.ts'

const { db } = await testDatabase()
let region: Region
/** 四平 in Jilin punishes as the truck's home; 铁岭 in Liaoning weighed it. */
let officer: PersonActor
let leader: PersonActor
let provider: PersonActor
let bodies: CaseBodies

beforeAll(async () => {
  region = await aRegion(db)
  officer = region.who('siping.officer')
  leader = region.who('siping.leader')
  provider = region.who('tieling.officer')
})

beforeEach(() => {
  bodies = aboutAnotherTruck().bodies
})

/** Filed, investigated and notified; a decision is possible from 17 March. */
const aNotifiedCase = () => aCaseUntil(db, 'serveNotice', { officer, leader }, bodies)

type Described = {
  readonly collectedBy?: readonly string[]
  readonly recognition?: object
  readonly collection?: object
}

/** A file of the case, described as evidence; its digest is its own. */
async function describes(played: PlayedMatter, more: Described, id: string = newId()) {
  const digest = id.replaceAll('-', '').padStart(64, '0')
  const file = {
    id,
    matter_id: played.id,
    digest,
    size: 10,
    name: '称重检测单.pdf',
    media_type: 'application/pdf',
  }
  await asActor(db, officer, (tx) =>
    sql`select add_attachment(${JSON.stringify(file)}::jsonb, null) where not exists (select from attachment where id = ${id})`.execute(
      tx,
    ),
  )
  const body = {
    file: id,
    kind: 'documentary',
    proves: '车货总质量 68.5 吨。',
    copy: { copy: 'original' },
    collection: {
      origin: 'officers',
      collectedAt: '2026-03-05T09:40:00+08:00',
      place: '毛家店超限检测站',
      collectors: overloadedTruck().officers,
    },
    ...more,
  }
  await played.does(officer, 'describeEvidence', { body, occasion: on('2026-03-10T10:00:00') })
  return { id, digest }
}

/** What 铁岭 offered and 四平 reviewed: the first piece is recognised, the second not. */
async function aRecognition({
  digest,
  attached,
  caseNumber = bodies.file.caseNumber,
}: {
  digest?: string
  /** The digest of the file that is chosen for the first piece. */
  attached?: string
  caseNumber?: string
}) {
  const example = scaleRecord(officer.agencyId)
  const [first, second] = example.evidence
  const { digest: _, ...piece } = first as Extract<typeof first, object>
  const file = newId()
  const evidence = [{ ...piece, ...(digest ? { digest } : {}), ...(attached ? { file } : {}) }, second]
  const offer = { ...example, case: { ...example.case, number: caseNumber }, evidence }
  const matter = await aMatter(db, {
    kind: 'evidence-recognition',
    opener: provider,
    bodies: { ...evidenceRecognitionBodies(officer.agencyId), send: offer },
  })
  if (attached)
    await asActor(db, provider, (tx) =>
      sql`select add_attachment(${JSON.stringify({
        id: file,
        matter_id: matter.id,
        digest: attached,
        size: 10,
        name: '称重过程.mp4',
        media_type: 'video/mp4',
      })}::jsonb, null)`.execute(tx),
    )
  await matter.attach(
    provider,
    evidenceRecognition.materialsOf(offer).map(({ item }) => item),
  )
  await matter.does(provider, 'send')
  await matter.does(officer, 'acknowledge')
  const { rows } = await sql<{ number: string }>`select number from matter where id = ${matter.id}`.execute(
    db,
  )
  return { ...matter, number: rows[0]?.number ?? '' }
}

const decide = (played: PlayedMatter) =>
  played.does(leader, 'decide', { occasion: on('2026-03-17T16:00:00') }).then(
    () => 'decided',
    ({ facts, code }) => facts?.missing?.join() ?? code,
  )
const gate = async (id: string) =>
  (await asActor(db, officer, (tx) => caseStanding(tx, id, on('2026-03-17T16:00:00')))).gates.find(
    ({ name }) => name === 'evidence',
  )

describe('a penalty rests on evidence of another region', () => {
  test('only when it was recognised for this case; until then the refusal says whose it is and how to get there', async () => {
    const played = await aNotifiedCase()
    const { digest } = await describes(played, { collectedBy: [provider.agencyId] })

    const refusal = await played
      .does(leader, 'decide', { occasion: on('2026-03-17T16:00:00') })
      .catch((no) => no)
    expect(refusal).toMatchObject({ code: 'not-now', facts: { missing: ['evidence'] } })
    expect(refusal.words.zh).toMatch(/称重检测单\.pdf.*昌图.*协查.*证据互认/)
    const facts = await asActor(db, officer, (tx) => caseFacts(tx, played.id))
    expect(onward['co-investigation'].begin(facts)).toMatchObject({
      to: [provider.agencyId],
      tasks: [{ kind: 'fetch-record', what: expect.stringContaining(bodies.file.caseNumber) }],
    })

    const offered = await aRecognition({ digest })
    expect(await decide(played)).toBe('evidence')
    await offered.does(officer, 'recognise')
    expect(await gate(played.id)).toMatchObject({ is: 'open' })
    expect(await decide(played)).toBe('decided')
  })

  test('recognised by the very file that was offered for the piece, without anybody copying a digest', async () => {
    const played = await aNotifiedCase()
    const { digest } = await describes(played, { collectedBy: [provider.agencyId] })
    const other = await aRecognition({ attached: 'c'.repeat(64) })
    await other.does(officer, 'recognise')
    expect(await decide(played)).toBe('evidence')

    const offered = await aRecognition({ attached: digest })
    await offered.does(officer, 'recognise')

    expect(await decide(played)).toBe('decided')
  })

  test('not when it was recognised for another case, or is the piece that was refused', async () => {
    const played = await aNotifiedCase()
    const { id, digest } = await describes(played, { collectedBy: [provider.agencyId] })
    const elsewhere = await aRecognition({ digest, caseNumber: '吉四交执〔2026〕99999号' })
    await elsewhere.does(officer, 'recognise')
    expect(await decide(played)).toBe('evidence')

    const here = await aRecognition({})
    await here.does(officer, 'recognise')
    const named = (piece: number) => ({
      collectedBy: [provider.agencyId],
      recognition: { number: here.number, piece },
    })
    await describes(played, named(2), id)
    expect(await decide(played)).toBe('evidence')
    await describes(played, named(1), id)
    expect(await decide(played)).toBe('decided')
  })

  test('and a refused offer recognises nothing', async () => {
    const played = await aNotifiedCase()
    const { digest } = await describes(played, { collectedBy: [provider.agencyId] })
    const offered = await aRecognition({ digest })
    await offered.does(officer, 'refuse')

    expect(await decide(played)).toBe('evidence')
  })
})

describe('no recognition is asked for', () => {
  test('of evidence of one’s own, or of an agency of the same province', async () => {
    const played = await aNotifiedCase()
    await describes(played, {})
    await describes(played, { collectedBy: [region.who('lishu.officer').agencyId] })

    expect(await gate(played.id)).toMatchObject({ is: 'not-needed' })
    expect(await decide(played)).toBe('decided')
  })

  test('of a file that is withdrawn, and of a decision without penalty', async () => {
    const played = await aNotifiedCase()
    const { id } = await describes(played, { collectedBy: [provider.agencyId] })
    expect(await gate(played.id)).toMatchObject({ is: 'shut' })
    await asActor(db, officer, (tx) => sql`select withdraw_attachment(${id}, '不作为证据')`.execute(tx))
    expect(await gate(played.id)).toMatchObject({ is: 'not-needed' })

    await describes(played, { collectedBy: [provider.agencyId] })
    const without = await played.does(leader, 'decideWithoutPenalty', {
      body: { ...bodies.decideWithoutPenalty, decidedOn: '2026-03-17' },
      occasion: on('2026-03-17T16:00:00'),
    })
    expect(without.legs[0]?.state).toBe('spared')
  })
})

test('whoever hands in evidence of another authority says of which', async () => {
  const played = await aNotifiedCase()
  const collection = {
    origin: 'submitted',
    collectedAt: '2026-03-05T09:40:00+08:00',
    place: '四平',
    submittedBy: 'other-agency',
    collectors: overloadedTruck().officers,
  }
  const { id } = await describes(played, { collection })
  expect((await gate(played.id))?.why.zh).toContain('未写明取证机关')

  await describes(played, { collection, collectedBy: [region.who('siping.partner').agencyId] }, id)
  expect(await decide(played)).toBe('decided')
})
