import { z } from 'zod'
import { AgencyId } from '../../kernel/ids.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db } from '../../platform/database.ts'
import { type App, agencyActor } from '../../platform/http.ts'
import { hereAndNow } from '../../platform/occasion.ts'
import { AdoptAmount, adoptAmount } from './adopt-amount.ts'
import { listAmounts } from './amount-for.ts'

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
  createdAt: z.string(),
})

const tags = ['rules 规则']
const ruleId = z.string().max(80)

/** The numbers of law that are no deadlines, and what alliances and provinces adopt in their place. */
export function amountRoutes(app: App, db: Db): void {
  app.get(
    '/api/v1/amount-rules',
    {
      schema: {
        tags,
        summary: 'Amounts of law as they bind an agency 数额标准',
        querystring: z.object({ agency: AgencyId.optional().describe('One’s own unless said') }),
        response: { 200: z.object({ amounts: z.array(Amount).readonly() }) },
      },
    },
    (request) => {
      const actor = agencyActor(request)
      const agencyId = request.query.agency ?? actor.agencyId
      return asActor(db, actor, async (tx) => ({
        amounts: await listAmounts(tx, { agencyId, on: hereAndNow().now }),
      }))
    },
  )
  app.put(
    '/api/v1/alliances/:id/amount-rules/:ruleId',
    {
      schema: {
        tags,
        summary: 'An alliance sets a stricter amount 协作区域约定数额',
        params: z.object({ id: z.uuid(), ruleId }),
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
        params: z.object({ code: z.string().regex(/^\d{2}$/), ruleId }),
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
}
