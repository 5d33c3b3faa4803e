import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { aRegion } from '../../../test/fixtures.ts'
import { anIntruder } from '../../../test/recorded-log.ts'
import { asActor } from '../../platform/as-actor.ts'
import { actOnMatter, openMatter } from '../matters/matters.ts'
import { verifyDatabase } from './verify-database.ts'

const { db, url } = await testDatabase()
const region = await aRegion(db)
const intruder = await anIntruder(url)
afterAll(() => intruder.close())
let matterId = ''

/** A clue pushed to 四平, with its letter. */
beforeEach(async () => {
  const finder = region.who('tieling.officer')
  const { matter } = await asActor(db, finder, (tx) => openMatter(tx, finder, { kind: 'clue' }))
  matterId = matter.id
  const body = {
    to: [region.who('siping.officer').agencyId],
    what: { title: '试例线索', domain: 'overload', facts: '试例。', place: '昌图县' },
    source: { kind: 'inspection', sourceGrade: 'A', contentGrade: '1' },
    assessment: { pushReasons: ['gang'], urgency: 'normal' },
    declaration: { noReporter: true, noStateSecrets: true },
  }
  await asActor(db, finder, (tx) =>
    actOnMatter(tx, finder, { matterId, action: 'push', body, expectedVersion: matter.version }),
  )
})

const found = async () =>
  (await verifyDatabase(db, { matterId })).faults.map(({ what, seq, words }) => ({ what, seq, zh: words.zh }))

describe('verifying letters', () => {
  test('finds nothing where nothing was altered', async () => {
    expect(await found()).toEqual([])
  })

  test.each([
    ['what it says', `content = jsonb_set(content, '{title}', '"改过"')`],
    ['its number', `number = number || '之一'`],
    [
      'its digest together with what it says',
      `content = jsonb_set(content, '{title}', '"改过"'), digest = repeat('a', 64)`,
    ],
  ])('names the event whose letter was altered: %s', async (_, change) => {
    await intruder.run(`update letter set ${change} where matter_id = '${matterId}'`)

    expect(await found()).toEqual([
      expect.objectContaining({ what: 'altered', seq: 2, zh: expect.stringContaining('线函') }),
    ])
  })

  test('names the event whose letter is gone', async () => {
    await intruder.run(`delete from letter where matter_id = '${matterId}'`)

    expect(await found()).toEqual([expect.objectContaining({ what: 'dropped', seq: 2 })])
  })
})
