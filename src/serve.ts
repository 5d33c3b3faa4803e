import { agencyRoutes } from './features/agencies/agencies.routes.ts'
import { caseRoutes } from './features/cases/cases.ts'
import { fileRoutes } from './features/files/files.ts'
import { letterRoutes, type Press } from './features/letters/letters.ts'
import {
  draftLetterOf,
  filesChangeIn,
  matterRoutes,
  recordOnMatter,
  writableLetters,
} from './features/matters/matters.ts'
import { notificationRoutes } from './features/notification/notification.routes.ts'
import { authenticate, peopleRoutes } from './features/people/people.ts'
import { proofRoutes } from './features/proof/proof.routes.ts'
import { rulesRoutes } from './features/rules/rules.routes.ts'
import { refusalRecorder } from './platform/access-log.ts'
import { noOutside, type Outside } from './platform/config.ts'
import type { Db } from './platform/database.ts'
import { openFileStore } from './platform/file-store.ts'
import { healthRoutes } from './platform/health.ts'
import { type App, httpServer } from './platform/http.ts'
import { joinLive } from './platform/live.ts'
import type { Logger } from './platform/log.ts'
import { openSigningKey } from './platform/signing.ts'
import { webPage } from './platform/web-page.ts'

/** What the server is made of. */
export type ServerParts = {
  readonly db: Db
  readonly databaseUrl: string
  readonly log: Logger
  /** Where uploaded files are kept. */
  readonly filesFolder: string
  /** The secret of this node, which signs what people take away; made on first use. */
  readonly signingKeyFile: string
  /** What letters are made with. */
  readonly press: Press
  /** The ways out of the installation; none unless said. */
  readonly outside?: Outside
}

/** The composition root of HTTP: every feature's routes, the health of the process, and the web page. Close it when done. */
export async function composeServer({
  db,
  databaseUrl,
  log,
  filesFolder,
  signingKeyFile,
  press,
  outside = noOutside,
}: ServerParts): Promise<App> {
  const refusals = refusalRecorder(db, log)
  const live = joinLive(databaseUrl, log)
  const app = await httpServer({
    log,
    authenticate: (request) => authenticate(db, request),
    onRefusal: refusals.record,
  })
  app.addHook('onClose', async () => {
    await live[Symbol.asyncDispose]()
    await refusals[Symbol.asyncDispose]()
  })

  healthRoutes(app, db)
  peopleRoutes(app, db)
  agencyRoutes(app, { db })
  rulesRoutes(app, db)
  matterRoutes(app, { db })
  notificationRoutes(app, { db, outside })
  caseRoutes(app, { db })
  const store = await openFileStore(filesFolder)
  await fileRoutes(app, { db, store, matters: { recordOnMatter, filesChangeIn } })
  letterRoutes(app, { db, store, press, matters: { draftLetterOf, writableLetters } })
  proofRoutes(app, { db, store, press, signingKey: () => openSigningKey(signingKeyFile) })
  await webPage(app, new URL('../dist/web/', import.meta.url))
  return app
}
