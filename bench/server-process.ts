import { join } from 'node:path'
import { openPress } from '../src/features/letters/letters.ts'
import { openDatabase } from '../src/platform/database.ts'
import { openLog } from '../src/platform/log.ts'
import { composeServer } from '../src/serve.ts'

// The server as `xiezhi serve` composes it, without the background work, in a process of its own.
const databaseUrl = process.env.BENCH_DATABASE_URL ?? ''
const db = openDatabase(databaseUrl, 20)
const app = await composeServer({
  db,
  databaseUrl,
  log: openLog('error'),
  filesFolder: process.env.BENCH_FILES ?? '',
  signingKeyFile: join(process.env.BENCH_FILES ?? '', 'signing.pem'),
  press: openPress(process.env.BENCH_FILES ?? '', 'http://127.0.0.1:8700'),
})
const address = await app.listen({ host: '127.0.0.1', port: 0 })
process.send?.(address)

const stop = async (): Promise<void> => {
  app.server.closeAllConnections()
  await app.close()
  await db.destroy()
  process.exit(0)
}
process.once('SIGTERM', () => void stop())
process.once('disconnect', () => void stop())
