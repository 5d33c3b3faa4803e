import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { MatterId } from '../../kernel/ids.ts'
import type { Words } from '../../kernel/words.ts'
import { recordAccess } from '../../platform/access-log.ts'
import type { AgencyActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Tx } from '../../platform/database.ts'
import { openFile } from '../../platform/file-store.ts'
import { type App, agencyActor } from '../../platform/http.ts'
import { fileHeaders } from '../files/files.ts'
import { type CheckedLetter, checkLetter, letterStates } from './check-letter.ts'
import type { LetterContent } from './compose-letter.ts'
import { letterDocx } from './letter-docx.ts'
import { readSign, SetSign, setSign } from './letter-sign.ts'
import { getLetter, lettersOf, type StoredLetter } from './letter-store.ts'
import { frameFields } from './letter-template.ts'
import { type LetterSort, letterTypes } from './letter-types.ts'
import { type LetterParts, makeLetter, previewLetter } from './make-letter.ts'
import { GrantStamp, grantStamp, mustKeepStamp, readStamp, revokeStamp, SetStamp, setStamp } from './stamp.ts'
import { AdoptTemplate, adoptTemplate, listTemplates } from './templates.ts'

/** What somebody is about to do, to see the letter of it. */
export type WantedLetter = {
  readonly matterId: string
  readonly action: string
  readonly body: Readonly<Record<string, unknown>>
  readonly leg?: number | undefined
}

/** What letters ask of matters; the composition root hands it in, for matters know letters and not the other way round. */
export type LetterDoor = {
  /** The letter an action would produce now. */
  readonly draftLetterOf: (tx: Tx, actor: AgencyActor, wanted: WantedLetter) => Promise<LetterContent>
  /** The types of letters one's own agency may come to write, grouped as people look for them. */
  readonly writableLetters: (
    tx: Tx,
  ) => Promise<readonly { readonly words: Words; readonly types: readonly LetterSort[] }[]>
}

/** Types of letters under a heading, with their words. */
export type LetterGroupView = {
  readonly words: Words
  readonly types: readonly { readonly type: LetterSort; readonly words: Words }[]
}

/** A letter as lists and the page of its matter show it. */
export type LetterView = {
  readonly id: string
  readonly type: string
  readonly typeWords: { readonly zh: string; readonly en: string }
  readonly number: string
  readonly title: string
  readonly issuer: string
  readonly to: readonly string[]
  /** 抄送. */
  readonly copies: readonly string[]
  readonly day: string
  readonly seq: number
  readonly legs: readonly number[]
  readonly state: CheckedLetter['state']
  readonly stateWords: { readonly zh: string; readonly en: string }
  readonly stamped: boolean
  readonly template: string
  readonly digest: string
  readonly code: string
  /** Where anybody may check it. */
  readonly checkAt: string
}

const OfMatter = z.object({ matterId: MatterId })
const OfLetter = z.object({ letterId: z.uuid() })
const Preview = z.strictObject({
  action: z.string().min(1).max(50),
  body: z.record(z.string(), z.unknown()).default({}),
  leg: z.number().int().min(1).max(200).optional(),
})
const tags = ['letters 函件']

/** Letters over HTTP: read, look at before sending, check in public; templates, sign and seal. */
export function letterRoutes(app: App, parts: LetterParts & { readonly matters: LetterDoor }): void {
  const { db, store, press, matters } = parts

  app.get(
    '/api/v1/matters/:matterId/letters',
    { schema: { tags, summary: 'Letters of a matter 函件', params: OfMatter } },
    async (request) => ({
      items: await asActor(db, agencyActor(request), async (tx) =>
        (await lettersOf(tx, request.params.matterId)).map(presentLetter),
      ),
    }),
  )

  app.post(
    '/api/v1/matters/:matterId/letters/preview',
    {
      schema: {
        tags,
        summary: 'The letter an action would produce, as PDF 函件预览',
        params: OfMatter,
        body: Preview,
      },
    },
    async (request, reply) => {
      const actor = agencyActor(request)
      const wanted = { ...request.params, ...request.body }
      const content = await asActor(db, actor, async (tx) => {
        const draft = await matters.draftLetterOf(tx, actor, wanted)
        await recordOpened(tx, request.params.matterId, { preview: request.body.action })
        return draft
      })
      return sendBytes(reply, await previewLetter(press, content), `样稿 ${content.title}.pdf`)
    },
  )

  for (const form of ['pdf', 'docx'] as const)
    app.get(
      `/api/v1/letters/:letterId/${form}`,
      { schema: { tags, summary: `A letter as ${form.toUpperCase()} 下载函件`, params: OfLetter } },
      async (request, reply) => {
        const letter = await asActor(db, agencyActor(request), async (tx) => {
          const found = await getLetter(tx, request.params.letterId)
          await recordOpened(tx, found.matterId, { letter: found.id, form })
          return found
        })
        const name = `${letter.number} ${letter.content.title}.${form}`
        if (form === 'docx') return sendBytes(reply, await letterDocx(letter.content, press), name)
        const digest = await makeLetter(parts, letter.id)
        return reply.headers(headersFor(name, digest)).send(await openFile(store, digest))
      },
    )

  app.get(
    '/api/v1/letters/check/:code',
    {
      config: { open: true },
      schema: {
        tags,
        summary: 'Check a letter by the code on it, open to anybody 核验函件',
        params: z.object({ code: z.string().max(60) }),
      },
    },
    async (request) => checkLetter(db, request.params.code),
  )

  app.get(
    '/api/v1/letter-types',
    { schema: { tags, summary: 'Types of letters and their fields 函件类型' } },
    async () => ({
      items: Object.entries(letterTypes).map(([type, entry]) => ({ type, ...entry })),
      frame: frameFields,
    }),
  )

  app.get(
    '/api/v1/letter-templates',
    {
      schema: {
        tags,
        summary: 'Templates in force and before 函件模板',
        querystring: z.object({ alliance: z.uuid().optional() }),
      },
    },
    async (request) => ({
      items: await asActor(db, agencyActor(request), (tx) => listTemplates(tx, request.query.alliance)),
    }),
  )

  app.post(
    '/api/v1/letter-templates',
    { schema: { tags, summary: 'Adopt a template for an alliance 采用函件模板', body: AdoptTemplate } },
    async (request, reply) => {
      const actor = agencyActor(request)
      return reply.code(201).send(await asActor(db, actor, (tx) => adoptTemplate(tx, actor, request.body)))
    },
  )

  app.get(
    '/api/v1/letter-sign',
    { schema: { tags, summary: 'Sign in one’s numbers 机关代字' } },
    async (request) => {
      const actor = agencyActor(request)
      return asActor(db, actor, (tx) => readSign(tx, actor))
    },
  )

  app.put(
    '/api/v1/letter-sign',
    { schema: { tags, summary: 'Set the sign 设置机关代字', body: SetSign } },
    async (request, reply) => {
      await asActor(db, agencyActor(request), (tx) => setSign(tx, request.body))
      return reply.code(204).send()
    },
  )

  app.get(
    '/api/v1/stamp/letter-types',
    { schema: { tags, summary: 'Types of letters one’s own agency writes, in groups 可授权用印的文种' } },
    async (request): Promise<{ readonly items: readonly LetterGroupView[] }> => ({
      items: (await asActor(db, agencyActor(request), matters.writableLetters)).map(({ words, types }) => ({
        words,
        types: types.map((type) => ({ type, words: letterTypes[type].words })),
      })),
    }),
  )

  app.get(
    '/api/v1/stamp',
    { schema: { tags, summary: 'The seal of one’s agency and its use 电子印章' } },
    async (request) => asActor(db, agencyActor(request), readStamp),
  )

  app.put(
    '/api/v1/stamp',
    { schema: { tags, summary: 'Put a picture of the seal in place 更换电子印章', body: SetStamp } },
    async (request, reply) => {
      await setStamp(parts, agencyActor(request), request.body)
      return reply.code(204).send()
    },
  )

  app.get(
    '/api/v1/stamp/image',
    { schema: { tags, summary: 'Its picture 印章图片' } },
    async (request, reply) => {
      const { stamp } = await asActor(db, agencyActor(request), async (tx) => {
        await mustKeepStamp(tx)
        return readStamp(tx)
      })
      return stamp
        ? reply.headers(imageHeaders).send(await openFile(store, stamp.digest))
        : reply.code(204).send()
    },
  )

  app.post(
    '/api/v1/stamp/permissions',
    { schema: { tags, summary: 'Permit its use 授权用印', body: GrantStamp } },
    async (request, reply) => {
      await asActor(db, agencyActor(request), (tx) => grantStamp(tx, request.body))
      return reply.code(204).send()
    },
  )

  app.delete(
    '/api/v1/stamp/permissions/:id',
    { schema: { tags, summary: 'Take a permission back 收回用印授权', params: z.object({ id: z.uuid() }) } },
    async (request, reply) => {
      await asActor(db, agencyActor(request), (tx) => revokeStamp(tx, request.params.id))
      return reply.code(204).send()
    },
  )
}

const imageHeaders = {
  'content-type': 'image/png',
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-cache',
} as const

/** A letter names people: who opens it is recorded, as with every file. */
const recordOpened = (tx: Tx, matterId: string, facts: Readonly<Record<string, string>>): Promise<void> =>
  recordAccess(tx, { what: 'letter-opened', matterId, facts })

const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

function headersFor(name: string, etag: string) {
  const form = name.slice(name.lastIndexOf('.') + 1)
  const mediaType = mediaTypes[form] ?? 'application/octet-stream'
  const { 'accept-ranges': _whole, ...headers } = fileHeaders({
    name,
    mediaType,
    shown: form === 'pdf',
    digest: etag,
  })
  return headers
}

function sendBytes(reply: FastifyReply, bytes: Buffer, name: string): FastifyReply {
  const { etag: _none, ...headers } = headersFor(name, '')
  return reply.headers({ ...headers, 'cache-control': 'private, no-store' }).send(bytes)
}

function presentLetter(letter: StoredLetter): LetterView {
  const { content, voidLegs, legs } = letter
  const isTakenBack = (leg: number) => voidLegs.includes(leg)
  const state = legs.every(isTakenBack) ? 'void' : legs.some(isTakenBack) ? 'partly-void' : 'valid'
  return {
    id: letter.id,
    type: letter.type,
    typeWords: letterTypes[letter.type].words,
    number: letter.number,
    title: content.title,
    issuer: content.issuer.name,
    to: content.to.map(({ name }) => name),
    copies: content.copies.map(({ name }) => name),
    day: content.day,
    seq: letter.seq,
    legs,
    state,
    stateWords: letterStates[state],
    stamped: content.stamp !== null,
    template: content.template,
    digest: letter.digest,
    code: letter.code,
    checkAt: `/check/${letter.code}`,
  }
}
