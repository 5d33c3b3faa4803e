import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { schemaFile, schemaTypes } from '../scripts/schema-types.ts'
import { testDatabase } from './database.ts'

const { url } = await testDatabase()

test('the types of the tables are those of the migrated database; if not, run npm run schema', async () => {
  expect(await schemaTypes(url)).toBe(await readFile(schemaFile, 'utf8'))
})
