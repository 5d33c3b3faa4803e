import { z } from 'zod'
import { MatterId } from '../../kernel/ids.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db } from '../../platform/database.ts'
import { type App, agencyActor } from '../../platform/http.ts'
import { caseStanding } from '../matters/matters.ts'
import { beginCase } from './begin-case.ts'
import { BeginFromCase, beginFromCase } from './begin-from-case.ts'
import { CaseQuery, listCases } from './list-cases.ts'
import { recallNotices } from './recall-notices.ts'
import { SearchCases, searchCases } from './search-cases.ts'

const ById = z.object({ id: MatterId })
const tags = ['cases 案件']

/** What is particular about cases; all the rest is done through `/matters`. */
export function caseRoutes(app: App, { db }: { readonly db: Db }): void {
  app.get(
    '/api/v1/cases',
    { schema: { tags, summary: 'List cases 案件列表', querystring: CaseQuery } },
    async (request) => {
      const actor = agencyActor(request)
      return asActor(db, actor, (tx) => listCases(tx, actor, request.query))
    },
  )

  app.get(
    '/api/v1/cases/:id/standing',
    {
      schema: {
        tags,
        summary: 'Gates before a decision, the same act elsewhere 决定条件和查重',
        params: ById,
      },
    },
    async (request) => asActor(db, agencyActor(request), (tx) => caseStanding(tx, request.params.id)),
  )

  app.post(
    '/api/v1/cases/:id/matters',
    {
      schema: {
        tags,
        summary: 'Begin a matter from a case 由案件发起协作',
        params: ById,
        body: BeginFromCase,
      },
    },
    async (request, reply) => {
      const actor = agencyActor(request)
      const begun = await asActor(db, actor, (tx) =>
        beginFromCase(tx, actor, request.params.id, request.body),
      )
      return reply.code(201).send(begun)
    },
  )

  app.post(
    '/api/v1/matters/:id/case',
    {
      schema: {
        tags,
        summary: 'Begin a case of one’s own from a matter that was received 由收到的事项登记案件',
        params: ById,
      },
    },
    async (request, reply) => {
      const actor = agencyActor(request)
      const begun = await asActor(db, actor, (tx) => beginCase(tx, actor, request.params.id))
      return reply.code(201).send(begun)
    },
  )

  app.post(
    '/api/v1/cases/:id/recalls',
    {
      schema: {
        tags,
        summary: 'Recall every notice about a case whose decision does not stand 撤回全部抄告',
        params: ById,
      },
    },
    async (request) => {
      const actor = agencyActor(request)
      return asActor(db, actor, (tx) => recallNotices(tx, actor, request.params.id))
    },
  )

  app.post(
    '/api/v1/cases/search',
    { schema: { tags, summary: 'Cases of all regions about a vehicle 跨区域查询案件', body: SearchCases } },
    async (request) => {
      const actor = agencyActor(request)
      return asActor(db, actor, (tx) => searchCases(tx, actor, request.body))
    },
  )
}
