import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { AgencyActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import { refuseFullDisk, unfinishedFolder } from '../../platform/file-store.ts'
import { beginUpload, goOnWithUpload } from './begin-upload.ts'
import type { FileView } from './file-view.ts'
import { finishUpload } from './finish-upload.ts'
import { goOnElsewhere, noSuchUpload, notTus, notWritten } from './refusals.ts'
import { getUpload, offsetOf, pathOfUpload, uploadLifeMilliseconds } from './unfinished-uploads.ts'
import type { FileParts } from './upload-file.ts'
import { uploadLocks } from './upload-locks.ts'

/** Where uploads are. */
export const uploadsAddress = '/api/v1/uploads'

/** Refusals of the bytes themselves: going on could not mend them. */
const ofTheBytes: readonly Refusal['code'][] = ['unsupported', 'too-large']

/**
 * Uploads in several requests after the tus protocol 1.0 (https://tus.io): begun, asked how far they are, gone on with, given up.
 * The protocol and the bytes on the disk are `@tus/server`'s; who may do what, and where the file goes, is ours.
 */
export function tusUploads(parts: FileParts) {
  const { db, store } = parts
  const datastore = new FileStore({
    directory: unfinishedFolder(store),
    expirationPeriodInMilliseconds: uploadLifeMilliseconds,
  })
  datastore.extensions = datastore.extensions.filter((extension) => extension !== 'creation-defer-length')
  const locks = uploadLocks(db)
  const asked = new WeakMap<object, { readonly actor: AgencyActor; failure?: unknown }>()
  const actorOf = (request: object): AgencyActor => {
    const known = asked.get(request)
    if (!known) throw new Error('The protocol asks about a request that nobody made.')
    return known.actor
  }
  const finish = oncePerUpload(async (actor: AgencyActor, id: string) => {
    return locks.alone(id, async () => {
      try {
        return await finishUpload(parts, actor, id)
      } catch (error) {
        if (error instanceof Refusal && (ofTheBytes.includes(error.code) || error.code === 'conflict'))
          await forget(actor, id)
        throw error
      }
    })
  })
  const forget = async (actor: AgencyActor, id: string): Promise<void> => {
    await asActor(db, actor, (tx) => sql`delete from upload where id = ${id}`.execute(tx))
    for (const path of [pathOfUpload(store, id), `${pathOfUpload(store, id)}.json`])
      await rm(path, { force: true })
  }

  const tus = new Server({
    path: uploadsAddress,
    datastore,
    locker: locks,
    relativeLocation: true,
    namingFunction: () => newId(),
    onUploadCreate: async (request, upload) => {
      await beginUpload(parts, actorOf(request), upload)
      return {}
    },
    onUploadFinish: async (request, { id }) => {
      const file = await finish(actorOf(request), id)
      return { headers: { 'content-location': `/api/v1/files/${file.id}` } }
    },
    onResponseError: (request, error) => {
      const known = asked.get(request)
      if (known) known.failure = error
      return undefined
    },
  })

  /** Hands a request over to the protocol. What it refuses is thrown as a refusal, like everywhere else. */
  async function hand(actor: AgencyActor, request: FastifyRequest): Promise<Response> {
    const { method, url, headers } = request
    const hasBody = method === 'POST' || method === 'PATCH'
    const whole = new Request(new URL(url, 'http://localhost'), {
      method,
      headers: Object.entries(headers).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, String(value)] as [string, string]],
      ),
      ...(hasBody ? { body: Readable.toWeb(request.raw) as ReadableStream, duplex: 'half' as const } : {}),
    })
    asked.set(whole, { actor })
    const answer = await tus.handleWeb(whole)
    const failure = asked.get(whole)?.failure
    if (failure !== undefined || answer.status >= 400)
      throw await refusalOf(failure ?? { status_code: answer.status, body: await answer.text() })
    return answer
  }

  /** A failure of the protocol in our words; its own go along where only a programmer can mend it. */
  async function refusalOf(failure: unknown): Promise<unknown> {
    const { status_code: status, body } = failure as { status_code?: number; body?: string }
    if (status === undefined) return failure
    if (status === 404 || status === 410) return noSuchUpload()
    if (status === 409 || body === 'Request aborted due to lock acquired') return goOnElsewhere()
    if (status < 500) return notTus((body ?? '').trim())
    await refuseFullDisk(store, 0)
    return notWritten()
  }

  return {
    begin: hand,
    /** Takes the next bytes; the last ones make it a file of the matter. */
    async goOn(actor: AgencyActor, request: FastifyRequest, id: string): Promise<Response> {
      await goOnWithUpload(parts, actor, id, Number(request.headers['content-length'] ?? 0)).catch(
        async (error) => {
          if (error instanceof Refusal && ofTheBytes.includes(error.code))
            await locks.alone(id, () => forget(actor, id))
          throw error
        },
      )
      return hand(actor, request)
    },
    /** How far an upload is. One that is whole, and was not handed over because somebody was killed, is handed over now. */
    async howFar(actor: AgencyActor, request: FastifyRequest, id: string): Promise<Response> {
      const upload = await goOnWithUpload(parts, actor, id, 0)
      if ((await offsetOf(store, upload)) !== upload.size) return hand(actor, request)
      const file = await finish(actor, id)
      const size = String(upload.size)
      return new Response(null, {
        headers: {
          'upload-offset': size,
          'upload-length': size,
          'cache-control': 'no-store',
          'content-location': `/api/v1/files/${file.id}`,
        },
      })
    },
    /** Gives an upload up. */
    async giveUp(actor: AgencyActor, id: string): Promise<void> {
      await asActor(db, actor, (tx) => getUpload(tx, id))
      await locks.alone(id, () => forget(actor, id))
    },
    options: hand,
  }
}

/** Two requests that finish the same upload at the same time are one piece of work. */
function oncePerUpload(work: (actor: AgencyActor, id: string) => Promise<FileView>): typeof work {
  const running = new Map<string, Promise<FileView>>()
  return (actor, id) => {
    const now = running.get(id) ?? work(actor, id).finally(() => running.delete(id))
    running.set(id, now)
    return now
  }
}
