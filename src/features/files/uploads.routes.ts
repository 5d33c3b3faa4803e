import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { MatterId } from '../../kernel/ids.ts'
import { asActor } from '../../platform/as-actor.ts'
import { type App, agencyActor } from '../../platform/http.ts'
import { drainWhenRefused } from './drain-when-refused.ts'
import { getStanding } from './matter-standing.ts'
import { tusUploads, uploadsAddress } from './tus-uploads.ts'
import { listUploads, presentUploads, UploadView } from './unfinished-uploads.ts'
import type { FileParts } from './upload-file.ts'

const OfUpload = z.strictObject({ uploadId: z.uuid() })

/** A sender that is silent for so long is hung up on; it goes on later from where it was. */
const stallMilliseconds = 60_000

const tusHeaders = {
  'tus-resumable': '1.0.0',
  'cache-control': 'no-store',
} as const

/** Large files over HTTP, in several requests (tus 1.0); broken off anywhere, they go on from where they were. */
export async function uploadRoutes(app: App, parts: FileParts): Promise<void> {
  const uploads = tusUploads(parts)
  const oneUpload = `${uploadsAddress}/:uploadId`

  // In a scope of its own: here a body is a stream of bytes, everywhere else it is JSON.
  await app.register(async (scope: App) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, bytes, done) => done(null, bytes))
    const bodyLimit = Number.MAX_SAFE_INTEGER

    scope.post(
      uploadsAddress,
      {
        bodyLimit,
        schema: {
          summary:
            'Begin a resumable upload 开始续传 (tus 1.0): Upload-Length, and Upload-Metadata with matterId, filename, filetype, item, leg, note, internal, lastModified, sha256',
        },
      },
      async (request, reply) => {
        takeIn(request, reply)
        return send(reply, await uploads.begin(agencyActor(request), request))
      },
    )
    scope.patch(
      oneUpload,
      {
        bodyLimit,
        schema: {
          summary: 'The next bytes of an upload 续传; with the last it is a file of the matter',
          params: OfUpload,
        },
      },
      async (request, reply) => {
        takeIn(request, reply)
        return send(reply, await uploads.goOn(agencyActor(request), request, request.params.uploadId))
      },
    )
  })

  app.head(
    oneUpload,
    { schema: { summary: 'How far an upload is 上传进度: Upload-Offset', params: OfUpload } },
    async (request, reply) => {
      reply.headers(tusHeaders)
      return send(reply, await uploads.howFar(agencyActor(request), request, request.params.uploadId))
    },
  )
  app.delete(
    oneUpload,
    { schema: { summary: 'Give an upload up 取消上传', params: OfUpload } },
    async (request, reply) => {
      await uploads.giveUp(agencyActor(request), request.params.uploadId)
      return reply.headers(tusHeaders).code(204).send()
    },
  )
  app.options(
    uploadsAddress,
    { schema: { summary: 'What of the tus protocol is spoken here' } },
    async (request, reply) => send(reply, await uploads.options(agencyActor(request), request)),
  )
  app.get(
    '/api/v1/matters/:matterId/uploads',
    {
      schema: {
        summary: 'One’s own uploads to a matter that are not finished 未完成的上传',
        params: z.strictObject({ matterId: MatterId }),
        response: { 200: z.object({ items: z.array(UploadView) }) },
      },
    },
    async (request) => {
      const { matterId } = request.params
      const rows = await asActor(parts.db, agencyActor(request), async (tx) => {
        await getStanding(tx, matterId, 'look')
        return listUploads(tx, matterId)
      })
      return { items: await presentUploads(parts.store, rows) }
    },
  )
}

/** Readies for a long body, whatever becomes of it. */
function takeIn(request: FastifyRequest, reply: FastifyReply): void {
  reply.headers(tusHeaders)
  drainWhenRefused(request, reply)
  request.raw.setTimeout(stallMilliseconds, () => request.raw.destroy())
  reply.raw.once('finish', () => request.raw.setTimeout(0))
}

/** Passes on what the protocol answers. Who may ask from where is settled already, so its headers for other origins stay behind. */
async function send(reply: FastifyReply, answer: Response): Promise<FastifyReply> {
  for (const [name, value] of answer.headers)
    if (!name.startsWith('access-control-')) reply.header(name, value)
  const text = await answer.text()
  return reply.code(answer.status).send(text === '' ? undefined : text)
}
