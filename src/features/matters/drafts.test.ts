import { beforeAll, describe, expect, test } from 'vitest'
import { aMatter } from '../../../test/a-matter.ts'
import { testDatabase } from '../../../test/database.ts'
import { playedKinds } from '../../../test/each-kind.ts'
import { aRegion, type Region } from '../../../test/fixtures.ts'
import type { PersonActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import { readDraft, saveDraft } from './drafts.ts'
import { coInvestigationBodies } from './kinds/co-investigation/co-investigation.examples.ts'
import { forceRequestBodies } from './kinds/force-request/force-request.examples.ts'
import { readMatter } from './read-matter.ts'

const { db } = await testDatabase()
let region: Region
let writer: PersonActor
let reviewer: PersonActor
let lender: PersonActor

beforeAll(async () => {
  region = await aRegion(db)
  writer = region.who('tielingxian.officer')
  reviewer = region.who('tielingxian.reviewer')
  lender = region.who('lishu.officer')
})

async function aSubmittedRequest() {
  const bodies = forceRequestBodies([lender.agencyId])
  const request = await aMatter(db, { kind: 'force-request', opener: writer, bodies })
  await request.does(writer, 'submit')
  const draftOf = async (actor: PersonActor) =>
    (
      await asActor(db, actor, (tx) =>
        readDraft(tx, actor, { matterId: request.id, action: 'submit', leg: 0 }),
      )
    ).body
  return { ...request, draftOf, written: bodies.submit }
}

describe('what was submitted', () => {
  test.each(['sendBack', 'withdraw'])(
    'is there to be corrected after %s, for colleagues too',
    async (back) => {
      const { does, draftOf, written } = await aSubmittedRequest()

      await does(back === 'sendBack' ? reviewer : writer, back)

      expect(await draftOf(writer)).toEqual(written)
      expect(await draftOf(reviewer)).toEqual(written)
    },
  )

  test('is no draft while it is reviewed, nor when it is sent, nor ever for the other side', async () => {
    const { does, draftOf } = await aSubmittedRequest()
    expect(await draftOf(writer)).toEqual({})
    await does(reviewer, 'approve')

    await does(writer, 'send')

    expect(await draftOf(writer)).toEqual({})
    expect(await draftOf(lender)).toEqual({})
  })
})

test('whoever writes is asked only for what goes along, and each side later for what it brings', async () => {
  const bodies = coInvestigationBodies(lender.agencyId)
  const request = await aMatter(db, { kind: 'co-investigation', opener: writer, bodies })

  const draft = await asActor(db, writer, (tx) =>
    readDraft(tx, writer, { matterId: request.id, action: 'submit', leg: 0 }),
  )
  const { materials } = await asActor(db, writer, (tx) => readMatter(tx, writer, request.id))

  expect(draft.materials?.map(({ item }) => item)).toEqual(['case-papers', 'evidence-copies'])
  expect(materials.map(({ item, bringer }) => [item, bringer])).toEqual([
    ['case-papers', null],
    ['evidence-copies', null],
    ['task-results', 'answerer'],
    ['remote-recording', 'answerer'],
    ['remote-record', 'answerer'],
  ])
})

/** A content as it grows under somebody's hands: section by section, and field by field in each. */
function growing(whole: Readonly<Record<string, unknown>>): readonly Record<string, unknown>[] {
  const sections = Object.entries(whole)
  return sections.flatMap(([name, section], at) => {
    const before = Object.fromEntries(sections.slice(0, at))
    if (typeof section !== 'object' || section === null || Array.isArray(section))
      return [{ ...before, [name]: section }]
    const fields = Object.entries(section)
    return fields.map((_, to) => ({ ...before, [name]: Object.fromEntries(fields.slice(0, to + 1)) }))
  })
}

describe('while a matter is written', () => {
  const saved = (actor: PersonActor, matterId: string, action: string, body: object, version: number) =>
    asActor(db, actor, (tx) =>
      saveDraft(tx, actor, { matterId, action, leg: 0 }, { body: { ...body }, version }),
    )
  const titleOf = async (actor: PersonActor, matterId: string) =>
    (await asActor(db, actor, (tx) => readMatter(tx, actor, matterId))).title

  test.each(playedKinds.map((played) => [played.name, played] as const))(
    'lists call a matter of %s by what is filled in, in the end as it will be called',
    async (_, { kind, asker: [login = ''], answerers, writing, bodies }) => {
      const opener = region.who(login)
      const to = answerers.slice(0, 1).map(([answerer = '']) => region.who(answerer).agencyId)
      const whole = bodies(to)[writing] ?? {}
      const { id } = await aMatter(db, { kind: kind.name, opener, bodies: {} })
      const titles: string[] = []

      for (const [version, body] of growing(whole).entries()) {
        await saved(opener, id, writing, { ...body, unknown: { cause: 5 } }, version)
        titles.push(await titleOf(opener, id))
      }

      expect(titles.join()).not.toMatch(/undefined|（）/)
      expect(titles.at(-1)).toBe(kind.titleOf(whole))
    },
    60_000,
  )

  test('a title typed in a section that is not finished counts; what has no shape does not', async () => {
    const { id } = await aMatter(db, { kind: 'force-request', opener: writer, bodies: {} })

    await saved(writer, id, 'submit', { operation: { title: '省界夜间联合治超' }, to: 7 }, 0)
    expect(await titleOf(writer, id)).toBe('省界夜间联合治超')
    await saved(writer, id, 'submit', { operation: 'three officers' }, 1)
    expect(await titleOf(writer, id)).toBe('省界夜间联合治超')
  })
})
