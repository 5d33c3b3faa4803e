import { z } from 'zod'
import { atChina } from '../../kernel/day.ts'
import { AgencyId } from '../../kernel/ids.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db } from '../../platform/database.ts'
import { type App, agencyActor } from '../../platform/http.ts'
import { hereAndNow } from '../../platform/occasion.ts'
import { AdoptAmount, adoptAmount } from './adopt-amount.ts'
import { listAmounts } from './amount-for.ts'
import { amountHistory } from './amount-history.ts'
import { previewAmount } from './preview-amount.ts'
import { listAmountAdopters } from './rules-store.ts'

const Words = z.object({ zh: z.string(), en: z.string() })

const Amount = z.object({
  id: z.string(),
  name: Words,
  value: z.number(),
  unit: z.enum(['yuan', 'person']),
  limit: z.enum(['at-most', 'at-least']),
  basis: Words,
  confidence: z.string(),
  source: Words,
  editable: z.enum(['by-province', 'to-tighten', 'never']),
  adopted: z
    .object({ by: z.enum(['alliance', 'province']), of: z.string(), since: z.string(), reason: z.string() })
    .optional(),
})

const Adopted = z.object({
  id: z.int(),
  allianceId: z.uuid().nullable(),
  province: z.string().nullable(),
  ruleId: z.string(),
  value: z.int(),
  effectiveFrom: z.string(),
  effectiveTo: z.string().nullable(),
  adoptedBy: z.string(),
  reason: z.string(),
  confidence: z.string(),
  createdAt: z.string(),
})

const Adopter = z.object({ by: z.enum(['alliance', 'province']), of: z.string(), name: Words })

const Decision = Adopted.omit({ allianceId: true, province: true, adoptedBy: true }).extend({
  adopter: Adopter,
  adoptedBy: z.string().nullable().describe('The name of who entered it'),
})

const Previews = z.object({
  agencies: z
    .array(
      z.object({
        agency: z.object({ id: AgencyId, name: z.string(), nameEn: z.string() }),
        before: Amount,
        after: Amount,
      }),
    )
    .readonly(),
})

const ofAlliance = z.object({ id: z.uuid(), ruleId: z.string().max(80) })
const ofProvince = z.object({ code: z.string().regex(/^\d{2}$/), ruleId: z.string().max(80) })

const tags = ['rules 规则']

/** The numbers of law that are no deadlines, and what alliances and provinces adopt in their place. */
export function amountRoutes(app: App, db: Db): void {
  app.get(
    '/api/v1/amount-rules',
    {
      schema: {
        tags,
        summary: 'Amounts of law as they bind an agency 数额标准',
        querystring: z.object({
          agency: AgencyId.optional().describe('One’s own unless said'),
          on: z.iso.date().optional().describe('As of this day; today unless said'),
        }),
        response: {
          200: z.object({
            amounts: z.array(Amount).readonly(),
            adopters: z.array(Adopter).readonly().describe('For whom the reader may adopt amounts'),
          }),
        },
      },
    },
    (request) => {
      const actor = agencyActor(request)
      const { agency: agencyId = actor.agencyId, on: day } = request.query
      const on = day === undefined ? hereAndNow().now : atChina(day, '12:00:00')
      return asActor(db, actor, async (tx) => ({
        amounts: await listAmounts(tx, { agencyId, on }),
        adopters: await listAmountAdopters(tx),
      }))
    },
  )
  app.get(
    '/api/v1/amount-rules/decisions',
    {
      schema: {
        tags,
        summary: 'Who adopted which amounts, newest first 数额约定的历史',
        response: { 200: z.object({ decisions: z.array(Decision).readonly() }) },
      },
    },
    (request) => {
      const actor = agencyActor(request)
      return asActor(db, actor, async (tx) => ({ decisions: await amountHistory(tx, actor) }))
    },
  )
  app.put(
    '/api/v1/alliances/:id/amount-rules/:ruleId',
    {
      schema: {
        tags,
        summary: 'An alliance sets a stricter amount 协作区域约定数额',
        params: ofAlliance,
        body: AdoptAmount,
        response: { 200: Adopted },
      },
    },
    (request) => {
      const { id: allianceId, ruleId } = request.params
      const adopter = { allianceId, province: null, ruleId, now: hereAndNow().now }
      return asActor(db, agencyActor(request), (tx) =>
        adoptAmount(tx, agencyActor(request), { ...request.body, ...adopter }),
      )
    },
  )
  app.put(
    '/api/v1/provinces/:code/amount-rules/:ruleId',
    {
      schema: {
        tags,
        summary: 'A province sets an amount of its own 本省规定数额',
        params: ofProvince,
        body: AdoptAmount,
        response: { 200: Adopted },
      },
    },
    (request) => {
      const { code: province, ruleId } = request.params
      const adopter = { allianceId: null, province, ruleId, now: hereAndNow().now }
      return asActor(db, agencyActor(request), (tx) =>
        adoptAmount(tx, agencyActor(request), { ...request.body, ...adopter }),
      )
    },
  )
  app.post(
    '/api/v1/alliances/:id/amount-rules/:ruleId/preview',
    {
      schema: {
        tags,
        summary: 'What a stricter amount of an alliance would change 预览协作区域约定数额',
        params: ofAlliance,
        body: AdoptAmount,
        response: { 200: Previews },
      },
    },
    (request) => {
      const { id: allianceId, ruleId } = request.params
      const adopter = { allianceId, province: null, ruleId, now: hereAndNow().now }
      return asActor(db, agencyActor(request), async (tx) => ({
        agencies: await previewAmount(tx, agencyActor(request), { ...request.body, ...adopter }),
      }))
    },
  )
  app.post(
    '/api/v1/provinces/:code/amount-rules/:ruleId/preview',
    {
      schema: {
        tags,
        summary: 'What an amount of a province would change 预览本省规定数额',
        params: ofProvince,
        body: AdoptAmount,
        response: { 200: Previews },
      },
    },
    (request) => {
      const { code: province, ruleId } = request.params
      const adopter = { allianceId: null, province, ruleId, now: hereAndNow().now }
      return asActor(db, agencyActor(request), async (tx) => ({
        agencies: await previewAmount(tx, agencyActor(request), { ...request.body, ...adopter }),
      }))
    },
  )
}
