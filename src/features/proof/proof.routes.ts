import { Readable } from 'node:stream'
import { z } from 'zod'
import { MatterId } from '../../kernel/ids.ts'
import { type App, agencyActor } from '../../platform/http.ts'
import { fileHeaders } from '../files/files.ts'
import { revealPurposeNames } from '../matters/matters.ts'
import { type CapsuleParts, exportCapsule } from './export-capsule.ts'

const OfMatter = z.strictObject({ matterId: MatterId })
const Wanted = z.strictObject({
  purpose: z
    .enum(revealPurposeNames)
    .optional()
    .describe('Why personal data is taken along; without, it is masked and files are left out'),
})

/** Capsules over HTTP, streamed. */
export function proofRoutes(app: App, parts: CapsuleParts): void {
  app.get(
    '/api/v1/matters/:matterId/capsule',
    {
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
      return reply
        .headers({
          'content-type': 'application/zip',
          'content-length': capsule.size,
          'content-disposition': disposition,
          'cache-control': 'private, no-store',
          'x-content-type-options': 'nosniff',
        })
        .send(Readable.from(capsule.bytes(), { objectMode: false }))
    },
  )
}
