import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { systemActor } from './actor.ts'
import { asActor, lastly } from './as-actor.ts'
import type { Tx } from './database.ts'

const { db } = await testDatabase()

test('a connection is given back only when nothing of its transaction is still to come, also after a refusal', async () => {
  let isFinished = false
  const inTwoSteps = async (tx: Tx) => {
    await sql`select 1`.execute(tx)
    await sql`select pg_sleep(0.02)`.execute(tx)
    isFinished = true
  }

  const refused = asActor(db, systemActor('test'), async (tx) => {
    lastly(tx, inTwoSteps(tx))
    throw new Error('refused')
  })

  await expect(refused).rejects.toThrow('refused')
  expect(isFinished).toBe(true)
})
