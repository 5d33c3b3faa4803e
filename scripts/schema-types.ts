import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** The file that holds the types of the tables. */
export const schemaFile = fileURLToPath(new URL('../src/platform/schema.ts', import.meta.url))

/** How PostgreSQL's types arrive in the program; `src/platform/database.ts` sets the parsers to match. */
const typeMapping = { int8: 'number', timestamptz: 'string', date: 'string', bytea: 'Buffer' }

/** Reads a migrated database and writes down the types of its tables, as the text of `src/platform/schema.ts`. */
export async function schemaTypes(url: string): Promise<string> {
  const codegen = fileURLToPath(new URL('../node_modules/kysely-codegen/dist/cli/bin.js', import.meta.url))
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      codegen,
      '--print',
      '--dialect=postgres',
      `--url=${url}`,
      `--type-mapping=${JSON.stringify(typeMapping)}`,
      '--exclude-pattern=schema_migration*',
      '--log-level=error',
    ],
    { maxBuffer: 16 * 1024 * 1024 },
  )
  const types = stdout.slice(stdout.indexOf('import'))
  return `// Generated from the migrated database by \`npm run schema\`. Do not edit.\n\n${types.trim()}\n`
}
