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

describe('while a matter is written', () => {
  test.each(playedKinds.map((played) => [played.name, played] as const))(
    'lists call a matter of %s by the parts that are finished, in the end as it will be called',
    async (_, { kind, asker: [login = ''], answerers, writing, bodies }) => {
      const opener = region.who(login)
      const to = answerers.slice(0, 1).map(([answerer = '']) => region.who(answerer).agencyId)
      const whole = Object.entries(bodies(to)[writing] ?? {})
      const { id } = await aMatter(db, { kind: kind.name, opener, bodies: {} })
      const titles: string[] = []

      for (let parts = 0; parts <= whole.length; parts += 1) {
        const body = { ...Object.fromEntries(whole.slice(0, parts)), unfinished: { cause: 5 } }
        await asActor(db, opener, (tx) =>
          saveDraft(tx, opener, { matterId: id, action: writing, leg: 0 }, { body, version: parts }),
        )
        titles.push((await asActor(db, opener, (tx) => readMatter(tx, opener, id))).title)
      }

      expect(titles[0]).toBe(kind.words.name.zh)
      expect(titles.join()).not.toContain('undefined')
      expect(titles.at(-1)).toBe(kind.titleOf(Object.fromEntries(whole)))
    },
  )

  test('what is half typed and has no shape yet takes nothing from the title', async () => {
    const bodies = forceRequestBodies([lender.agencyId])
    const { id } = await aMatter(db, { kind: 'force-request', opener: writer, bodies })
    const saved = (body: Record<string, unknown>, version: number) =>
      asActor(db, writer, (tx) =>
        saveDraft(tx, writer, { matterId: id, action: 'submit', leg: 0 }, { body, version }),
      )

    await saved({ operation: 'three officers', to: 7 }, 0)

    const { title } = await asActor(db, writer, (tx) => readMatter(tx, writer, id))
    expect(title).toBe('力量支援')
  })
})
