import { sql } from 'kysely'
import type { Db } from './database.ts'
import type { App } from './http.ts'

/** `GET /healthz`: the process lives. `GET /readyz`: it can also reach its database, else 503. For load balancers. */
export function healthRoutes(app: App, db: Db): void {
  const open = { config: { open: true }, schema: { hide: true } }
  app.get('/healthz', open, async () => ({ status: 'ok' }))
  app.get('/readyz', open, async (_request, reply) => {
    const isReady = await sql`select 1`.execute(db).then(
      () => true,
      () => false,
    )
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'no database' })
  })
}
