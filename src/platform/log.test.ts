import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { openLog } from './log.ts'

const { db } = await testDatabase()

test('P25 an error of the database is logged without the row and the value it quotes', async () => {
  const lines: string[] = []
  const log = openLog('info', { write: (line) => void lines.push(line) })
  await sql`create table person_of_test (id_number text check (id_number <> '211221199001011234'))`.execute(
    db,
  )
  const failures = [
    sql`insert into person_of_test values ('211221199001011234')`,
    sql`select ('211221199001011234' || 'x')::int`,
    sql`select ${'{"phone":"211221199001011234\\u0000"}'}::jsonb`,
  ]

  for (const failure of failures)
    await failure.execute(db).catch((err) => log.error({ err }, 'unexpected error'))

  expect(lines.map((line) => JSON.parse(line).err.code)).toEqual(['23514', '22003', '22P05'])
  expect(lines.join()).toContain('person_of_test')
  expect(lines.join()).toContain('    at ')
  expect(lines.join()).not.toContain('211221199001011234')
})

test('an error of ours keeps its message and where it happened', () => {
  const lines: string[] = []
  const log = openLog('info', { write: (line) => void lines.push(line) })
  log.error({ err: new TypeError('no such chart') }, 'unexpected error')
  log.error({ err: 'thrown text' }, 'unexpected error')
  expect(JSON.parse(lines[0] ?? '').err).toMatchObject({ type: 'TypeError', message: 'no such chart' })
  expect(JSON.parse(lines[1] ?? '').err).toEqual({ type: 'string' })
})
