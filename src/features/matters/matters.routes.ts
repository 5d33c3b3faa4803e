import { z } from 'zod'
import { MatterId } from '../../kernel/ids.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db } from '../../platform/database.ts'
import { type App, agencyActor, idempotencyKey } from '../../platform/http.ts'
import { actOnMatter } from './act-on-matter.ts'
import { AskClocksAhead, clocksAhead } from './clocks-ahead.ts'
import { readDraft, SaveDraft, saveDraft } from './drafts.ts'
import { kindViews, packedKindViews } from './kind-view.ts'
import { countMatters, listMatters, MatterFilter, MatterQuery } from './list-matters.ts'
import { OpenMatter, openMatter } from './open-matter.ts'
import { precedentsOf } from './precedents.ts'
import { readEvents } from './read-events.ts'
import { EvidenceView, readEvidence } from './read-evidence.ts'
import { InboxQuery, markRead, readInbox } from './read-inbox.ts'
import { readMatter } from './read-matter.ts'
import { Reveal, revealContent } from './reveal.ts'
import { streamRoutes } from './stream.ts'
import { suggestedAddressee } from './suggested-addressee.ts'
import { readWorkbench, WorkbenchQuery } from './workbench.ts'

const ById = z.object({ id: MatterId })
const ByDraft = ById.extend({ action: z.string().max(50) })
const Leg = z.object({ leg: z.coerce.number().int().min(0).max(200).default(0) })
/** PostgreSQL counts events in 32 bits. */
const mostEvents = 2_147_483_647
const After = z.object({ after: z.coerce.number().int().min(0).max(mostEvents).default(0) })

/** The body of a move. */
const MoveBody = z.strictObject({
  action: z.string().min(1).max(50).describe('An action of the kind’s chart, or a standing one'),
  body: z.record(z.string(), z.unknown()).default({}).describe('The form of the action: GET /kinds'),
  leg: z.number().int().min(1).max(200).optional(),
  expectedVersion: z.number().int().min(1).optional(),
})

const tags = ['matters 协作事项']

/** Everything about matters: kinds, writing, moving, reading, inbox, live stream. */
export function matterRoutes(app: App, { db }: { readonly db: Db }): void {
  app.get(
    '/api/v1/kinds',
    {
      config: { open: true },
      schema: { tags, summary: 'Kinds of matter: charts, words, forms, clocks 事项类型' },
    },
    async (request, reply) => {
      reply.header('vary', 'accept-encoding')
      const packed = packedKindViews(String(request.headers['accept-encoding'] ?? ''))
      if (!packed) return kindViews()
      return reply
        .type('application/json; charset=utf-8')
        .header('content-encoding', packed.packing)
        .send(packed.bytes)
    },
  )

  app.post(
    '/api/v1/matters',
    { schema: { tags, summary: 'Open a matter as a draft 新建', body: OpenMatter } },
    async (request, reply) => {
      const input = { ...request.body, idempotencyKey: idempotencyKey(request) }
      const actor = agencyActor(request)
      return reply.code(201).send(await asActor(db, actor, (tx) => openMatter(tx, actor, input)))
    },
  )

  app.post(
    '/api/v1/matters/:id/moves',
    { schema: { tags, summary: 'Take an action 办理', params: ById, body: MoveBody } },
    async (request) => {
      const input = { ...request.body, matterId: request.params.id, idempotencyKey: idempotencyKey(request) }
      const actor = agencyActor(request)
      return asActor(db, actor, (tx) => actOnMatter(tx, actor, input))
    },
  )

  app.get(
    '/api/v1/matters',
    { schema: { tags, summary: 'List matters 事项列表', querystring: MatterQuery } },
    async (request) => {
      const actor = agencyActor(request)
      return asActor(db, actor, (tx) => listMatters(tx, actor, request.query))
    },
  )

  app.get(
    '/api/v1/matters/count',
    { schema: { tags, summary: 'How many a filter shows 计数', querystring: MatterFilter } },
    async (request) => {
      const actor = agencyActor(request)
      return asActor(db, actor, (tx) => countMatters(tx, actor, request.query))
    },
  )

  app.get(
    '/api/v1/matters/:id',
    { schema: { tags, summary: 'One matter 事项详情', params: ById } },
    async (request) => {
      const actor = agencyActor(request)
      return asActor(db, actor, (tx) => readMatter(tx, actor, request.params.id))
    },
  )

  app.get(
    '/api/v1/matters/:id/events',
    { schema: { tags, summary: 'Its timeline 办理记录', params: ById, querystring: After } },
    async (request) => ({
      items: await asActor(db, agencyActor(request), (tx) =>
        readEvents(tx, request.params.id, request.query.after),
      ),
    }),
  )

  app.get(
    '/api/v1/matters/:id/evidence',
    {
      schema: {
        tags,
        summary: 'Its evidence with the chain of custody 证据和保管链',
        params: ById,
        response: { 200: z.object({ items: z.array(EvidenceView) }) },
      },
    },
    async (request) => ({
      items: await asActor(db, agencyActor(request), (tx) => readEvidence(tx, request.params.id)),
    }),
  )

  app.get(
    '/api/v1/matters/:id/drafts/:action',
    { schema: { tags, summary: 'A draft 草稿', params: ByDraft, querystring: Leg } },
    async (request) => {
      const actor = agencyActor(request)
      const address = { matterId: request.params.id, action: request.params.action, leg: request.query.leg }
      return asActor(db, actor, (tx) => readDraft(tx, actor, address))
    },
  )

  app.put(
    '/api/v1/matters/:id/drafts/:action',
    {
      schema: { tags, summary: 'Save a draft 保存草稿', params: ByDraft, querystring: Leg, body: SaveDraft },
    },
    async (request) => {
      const actor = agencyActor(request)
      const address = { matterId: request.params.id, action: request.params.action, leg: request.query.leg }
      return asActor(db, actor, (tx) => saveDraft(tx, actor, address, request.body))
    },
  )

  app.get(
    '/api/v1/matters/:id/clocks-ahead',
    {
      schema: {
        tags,
        summary: 'Deadlines an action would start from a date typed into it 时限预告',
        params: ById,
        querystring: AskClocksAhead,
      },
    },
    async (request) => ({
      items: await asActor(db, agencyActor(request), (tx) =>
        clocksAhead(tx, request.params.id, request.query),
      ),
    }),
  )

  app.get(
    '/api/v1/matters/:id/precedents',
    {
      schema: { tags, summary: 'Settled matters that resemble it 类似的已办结事项', params: ById },
    },
    async (request) => {
      const actor = agencyActor(request)
      return { items: await asActor(db, actor, (tx) => precedentsOf(tx, actor, request.params.id)) }
    },
  )

  app.get(
    '/api/v1/matters/:id/suggested-addressee',
    {
      schema: {
        tags,
        summary: 'Who should get what is being written, and why 建议的承办机关',
        params: ById,
      },
    },
    async (request) => {
      const actor = agencyActor(request)
      return {
        suggestion: await asActor(db, actor, (tx) => suggestedAddressee(tx, actor, request.params.id)),
      }
    },
  )

  app.post(
    '/api/v1/matters/:id/reveals',
    {
      schema: { tags, summary: 'Read personal data, for a purpose 查看个人信息', params: ById, body: Reveal },
    },
    async (request) => {
      const actor = agencyActor(request)
      return asActor(db, actor, (tx) => revealContent(tx, actor, request.params.id, request.body))
    },
  )

  app.post(
    '/api/v1/matters/:id/read',
    { schema: { tags, summary: 'Mark as read 标为已读', params: ById } },
    async (request, reply) => {
      await asActor(db, agencyActor(request), (tx) => markRead(tx, request.params.id))
      return reply.code(204).send()
    },
  )

  app.get(
    '/api/v1/workbench',
    { schema: { tags, summary: 'What I owe and what I wait for 工作台', querystring: WorkbenchQuery } },
    async (request) => {
      const actor = agencyActor(request)
      return asActor(db, actor, (tx) => readWorkbench(tx, actor, request.query))
    },
  )

  app.get(
    '/api/v1/inbox',
    { schema: { tags, summary: 'What arrived 收件箱', querystring: InboxQuery } },
    async (request) => {
      const actor = agencyActor(request)
      return asActor(db, actor, (tx) => readInbox(tx, actor, request.query))
    },
  )

  streamRoutes(app, { db })
}
