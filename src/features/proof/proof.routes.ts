import { z } from 'zod'
import { MatterId } from '../../kernel/ids.ts'
import { type App, agencyActor } from '../../platform/http.ts'
import { sendPieces } from '../../platform/send-pieces.ts'
import { fileHeaders } from '../files/files.ts'
import { revealPurposeNames } from '../matters/matters.ts'
import { EventProof } from './event-proof.ts'
import { type CapsuleParts, exportCapsule } from './export-capsule.ts'
import { exportEvent } from './export-event.ts'

const OfMatter = z.strictObject({ matterId: MatterId })
const Wanted = z.strictObject({
  purpose: z
    .enum(revealPurposeNames)
    .optional()
    .describe('Why personal data is taken along; without, it is masked and files are left out'),
})

const OneEvent = OfMatter.extend({ seq: z.coerce.number().int().min(1).max(10_000_000) })
const Why = z.strictObject({ purpose: z.enum(revealPurposeNames) })

/** Capsules over HTTP, streamed, and single events to be proved against one. */
export function proofRoutes(app: App, parts: CapsuleParts): void {
  app.get(
    '/api/v1/matters/:matterId/capsule',
    {
      // A HEAD would read everything for nobody.
      exposeHeadRoute: false,
      schema: {
        tags: ['proof 存证'],
        summary: 'The whole matter as one file 事项档案包; the export is recorded',
        params: OfMatter,
        querystring: Wanted,
      },
    },
    async (request, reply) => {
      const capsule = await exportCapsule(parts, agencyActor(request), {
        ...request.params,
        ...request.query,
      })
      const { 'content-disposition': disposition } = fileHeaders({
        name: capsule.fileName,
        mediaType: 'application/zip',
        shown: false,
        digest: '',
      })
      reply.headers({
        'content-type': 'application/zip',
        'content-length': capsule.size,
        'content-disposition': disposition,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      })
      await sendPieces(reply, capsule.bytes())
    },
  )
  app.get(
    '/api/v1/matters/:matterId/events/:seq/proof',
    {
      schema: {
        tags: ['proof 存证'],
        summary:
          'One event as it was recorded, with its salt and its seal, to be proved against a capsule; recorded with its purpose',
        params: OneEvent,
        querystring: Why,
        response: { 200: EventProof },
      },
    },
    async (request) => exportEvent(parts, agencyActor(request), { ...request.params, ...request.query }),
  )
}
