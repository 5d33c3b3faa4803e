import type { Actor } from './platform/actor.ts'
import type { Db } from './platform/database.ts'
import { healthRoutes } from './platform/health.ts'
import { type App, httpServer } from './platform/http.ts'
import type { Logger } from './platform/log.ts'
import { webPage } from './platform/web-page.ts'

/** What the server is made of. */
export type Parts = { readonly db: Db; readonly log: Logger; readonly filesFolder: string }

/** The composition root of HTTP: every feature's routes, the health of the process, and the web page. */
export async function composeServer({ db, log }: Parts): Promise<App> {
  const app = await httpServer({ log, authenticate: async (): Promise<Actor | undefined> => undefined })
  healthRoutes(app, db)
  await webPage(app, new URL('../dist/', import.meta.url))
  return app
}
