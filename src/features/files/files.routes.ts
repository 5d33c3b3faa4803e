import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { MatterId } from '../../kernel/ids.ts'
import { text } from '../../kernel/text.ts'
import { recordAccess } from '../../platform/access-log.ts'
import type { AgencyActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import { openFile } from '../../platform/file-store.ts'
import { type App, agencyActor, idempotencyKey } from '../../platform/http.ts'
import { attachmentsOf, getFile } from './attachments.ts'
import { byteRange } from './byte-range.ts'
import { drainWhenRefused } from './drain-when-refused.ts'
import { fileHeaders } from './file-headers.ts'
import { fileParticulars, GivenName } from './file-particulars.ts'
import { FileView } from './file-view.ts'
import { getStanding } from './matter-standing.ts'
import { type RecentReads, recentReads } from './recent-reads.ts'
import { listRetention, RetentionQuery, RetentionView } from './retention.ts'
import { type FileParts, uploadFile } from './upload-file.ts'
import { uploadRoutes } from './uploads.routes.ts'
import { withdrawFile } from './withdraw-file.ts'

const OfMatter = z.strictObject({ matterId: MatterId })
const OfFile = z.strictObject({ fileId: z.uuid() })

const UploadQuery = z.strictObject({ name: GivenName, ...fileParticulars })

/** Files of matters over HTTP: up and down as raw bytes, never whole in memory. */
export async function fileRoutes(app: App, parts: FileParts): Promise<void> {
  const { db, matters } = parts
  const reads = recentReads()

  // In a scope of its own: here a body is a stream of bytes, everywhere else it is JSON.
  await app.register(async (scope: App) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, bytes, done) => done(null, bytes))
    scope.post(
      '/api/v1/matters/:matterId/files',
      {
        bodyLimit: Number.MAX_SAFE_INTEGER,
        schema: {
          summary: 'Add a file 添加附件: the raw bytes are the body',
          params: OfMatter,
          querystring: UploadQuery,
          response: { 201: FileView },
        },
      },
      async (request, reply) => {
        drainWhenRefused(request, reply)
        const file = await uploadFile(
          parts,
          agencyActor(request),
          {
            ...request.params,
            ...request.query,
            ...announced(request),
            internal: request.query.internal === 'true',
          },
          (request.body as Readable | undefined) ?? request.raw,
        )
        return reply.code(201).send(file)
      },
    )
  })

  await uploadRoutes(app, parts)

  app.get(
    '/api/v1/matters/:matterId/files',
    {
      schema: {
        summary: 'Files of a matter 附件',
        params: OfMatter,
        response: { 200: z.object({ items: z.array(FileView) }) },
      },
    },
    async (request) =>
      asActor(db, agencyActor(request), async (tx) => {
        await getStanding(tx, request.params.matterId, 'look')
        return { items: await attachmentsOf(tx, request.params.matterId) }
      }),
  )

  app.get(
    '/api/v1/files/retention',
    {
      schema: {
        summary:
          'Own recordings with how long they are kept and why; those that need not be any longer first 音像资料保存期',
        querystring: RetentionQuery,
        response: { 200: z.object({ items: z.array(RetentionView), next: z.string().nullable() }) },
      },
    },
    async (request) => asActor(db, agencyActor(request), (tx) => listRetention(tx, request.query)),
  )

  for (const method of ['GET', 'HEAD'] as const)
    app.route({
      method,
      url: '/api/v1/files/:fileId',
      exposeHeadRoute: false,
      schema: { summary: 'The bytes of a file 查看附件', params: OfFile, hide: method === 'HEAD' },
      handler: async (request, reply) =>
        sendFile(parts, reads, request, reply, agencyActor(request), request.params.fileId),
    })

  app.post(
    '/api/v1/files/:fileId/withdrawal',
    {
      schema: {
        summary: 'Withdraw a mistaken file 撤回附件',
        params: OfFile,
        body: z.strictObject({ reason: text(500) }),
        response: { 200: FileView },
      },
    },
    async (request) => {
      const actor = agencyActor(request)
      const input = { ...request.params, ...request.body }
      return asActor(db, actor, (tx) => withdrawFile(tx, actor, matters, input))
    },
  )
}

/** What the sender says about the body before sending it. */
function announced(request: FastifyRequest) {
  const length = request.headers['content-length']
  return {
    declaredType: request.headers['content-type'],
    expectedBytes: length === undefined ? undefined : Number(length),
    idempotencyKey: idempotencyKey(request),
  }
}

/** Sends a file or the part asked for, and records that it was opened. */
async function sendFile(
  { db, store }: FileParts,
  reads: RecentReads,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: AgencyActor,
  fileId: string,
): Promise<FastifyReply> {
  const reader = readerOf(actor)
  const now = Date.now()
  const isOpening = request.method === 'GET' && !reads.has(reader, fileId, now)
  const file = await asActor(db, actor, async (tx) => {
    const found = await getFile(tx, fileId)
    if (isOpening)
      await recordAccess(tx, {
        what: 'file-opened',
        route: 'GET /api/v1/files/:fileId',
        matterId: found.matterId,
        facts: { file: fileId },
      })
    return found
  })
  if (isOpening) reads.add(reader, fileId, now)

  const headers = fileHeaders(file)
  reply.headers(headers)
  if (request.headers['if-none-match'] === headers.etag) return reply.code(304).send()
  // A part of another version is no part of this one; ours never changes, but the client cannot know.
  const isSame = [undefined, headers.etag].includes(request.headers['if-range'] as string | undefined)
  const range = isSame ? byteRange(request.headers.range, file.size) : undefined
  if (range === 'none') return reply.code(416).header('content-range', `bytes */${file.size}`).send()

  if (range) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${file.size}`)
  reply.header('content-length', range ? range.end - range.start + 1 : file.size)
  return reply.send(request.method === 'HEAD' ? undefined : await openFile(store, file.digest, range))
}

const readerOf = (actor: AgencyActor): string =>
  actor.type === 'person' ? (actor.sessionId ?? actor.accountId) : actor.tokenId
