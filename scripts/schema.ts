// `npm run schema`: writes src/platform/schema.ts anew from a freshly migrated database.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../src/platform/embedded-postgres.ts'
import { migrate } from '../src/platform/migrate.ts'
import { schemaFile, schemaTypes } from './schema-types.ts'

const folder = await mkdtemp(join(tmpdir(), 'xiezhi-schema-'))
const postgres = await startPostgres({ folder, durable: false })
try {
  await migrate(postgres.url)
  await writeFile(schemaFile, await schemaTypes(postgres.url))
  console.log(`${schemaFile} 已更新 · written`)
} finally {
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}
