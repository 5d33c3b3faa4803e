import { z } from 'zod'
import { isDay, isInstant } from '../../kernel/day.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db } from '../../platform/database.ts'
import { type App, agencyActor } from '../../platform/http.ts'
import { hereAndNow } from '../../platform/occasion.ts'
import { AdoptOverride, adoptOverride } from './adopt-override.ts'
import { amountRoutes } from './amounts.routes.ts'
import { calendarYear } from './calendar-year.ts'
import { CorrectCalendar, correctCalendar } from './correct-calendar.ts'
import { deadlineHistory } from './deadline-history.ts'
import { explainDeadline } from './explain-deadline.ts'
import { getRule, listRules } from './list-rules.ts'
import { insistOnVariant, ruleFor } from './rule-for.ts'
import { calendarFor } from './rules.ts'

const Words = z.object({ zh: z.string(), en: z.string() })
const unit = z.enum(['minute', 'hour', 'work_day', 'cal_day', 'month', 'year'])
const Span = z.object({ value: z.int(), unit })

const instant = z
  .string()
  .max(40)
  .refine(isInstant, {
    params: {
      words: {
        zh: '时间格式不对，应如 2026-03-05T09:30:00+08:00。',
        en: 'Write the time like 2026-03-05T09:30:00+08:00.',
      },
    },
  })
  .describe('ISO 8601 with offset')

const day = z
  .string()
  .max(10)
  .refine(isDay, { params: { words: { zh: '日期应如 2026-10-10。', en: 'Write the day like 2026-10-10.' } } })

const BindingRule = Span.extend({
  id: z.string(),
  variant: z.string().nullable(),
  name: Words,
  from: Words.describe('The event it runs from'),
  extension: z.object({ value: z.int(), basis: Words.optional() }).optional(),
  counts: z.enum(['after', 'before']).optional(),
  limit: z.enum(['at-most', 'at-least']),
  lastDay: z.enum(['moves', 'stays']).optional(),
  remindBefore: z.array(Span).readonly(),
  escalateAfter: Span.optional(),
  basis: Words,
  confidence: z.enum(['V', 'V-local', '2x', 'M', 'D', 'OPEN']),
  scope: z.enum(['national', 'province', 'alliance']),
  source: Words,
  adopted: z.object({ allianceId: z.uuid(), since: z.string(), reason: z.string() }).optional(),
})

const ListedRule = BindingRule.extend({
  variants: z.array(BindingRule).readonly(),
  editable: z.enum(['freely', 'to-tighten', 'never']),
  effectiveFrom: z.string().nullable(),
  effectiveTo: z.string().nullable(),
})

const RuleScope = z.object({
  alliance: z.uuid().optional().describe('As it binds in this alliance'),
  on: instant.optional().describe('As it was then; now by default'),
})

const AskDeadline = z.strictObject({
  rule: z.string().min(1).max(80),
  from: instant.describe('When the event happened that the period runs from'),
  variant: z.string().max(30).nullish(),
  alliance: z.uuid().nullish(),
  pauses: z
    .array(z.strictObject({ from: instant, to: instant.nullable() }))
    .max(100)
    .optional(),
  extended: z.boolean().optional(),
})

const Step = z.object({
  kind: z.string(),
  words: Words,
  at: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  days: z.int().optional(),
})

const Deadline = z.object({
  rule: z.string(),
  from: z.string(),
  due: z.string(),
  steps: z.array(Step).readonly(),
  variant: z.string().nullable(),
  name: Words,
  basis: Words,
  confidence: z.string(),
  paused: z.boolean(),
})

const CalendarDay = z.object({
  day: z.string(),
  working: z.boolean(),
  kind: z.enum(['weekday', 'weekend', 'holiday', 'make-up']),
  reason: Words,
  correction: z.object({ reason: z.string(), source: z.string() }).nullable(),
})

const CalendarYear = z.object({
  year: z.int(),
  published: z
    .boolean()
    .describe('Whether the State Council’s arrangement is known; if not, only weekends are off'),
  days: z.array(CalendarDay).describe('Days that are not as their weekday suggests'),
})

const Adopted = z.object({
  id: z.int(),
  allianceId: z.uuid(),
  ruleId: z.string(),
  variant: z.string().nullable(),
  value: z.int(),
  unit,
  extension: z.int().nullable(),
  effectiveFrom: z.string(),
  effectiveTo: z.string().nullable(),
  adoptedBy: z.string().nullable(),
  reason: z.string(),
  createdAt: z.string(),
})

const Decision = Adopted.omit({ allianceId: true, adoptedBy: true }).extend({
  adopter: z.object({ by: z.enum(['alliance', 'province']), of: z.string(), name: Words }),
  adoptedBy: z.string().nullable().describe('The name of who entered it'),
})

/** Deadline rules, deadlines with their derivation, amounts, and the working calendar. */
export function rulesRoutes(app: App, db: Db): void {
  amountRoutes(app, db)
  const tags = ['rules 规则']
  app.get(
    '/api/v1/deadline-rules',
    {
      schema: {
        tags,
        summary: 'Every deadline rule in force 时限规则',
        querystring: RuleScope,
        response: { 200: z.object({ rules: z.array(ListedRule).readonly() }) },
      },
    },
    (request) =>
      asActor(db, agencyActor(request), async (tx) => ({
        rules: await listRules(tx, {
          allianceId: request.query.alliance,
          on: request.query.on ?? hereAndNow().now,
        }),
      })),
  )
  app.get(
    '/api/v1/deadline-rules/decisions',
    {
      schema: {
        tags,
        summary: 'Which alliance adopted which deadlines, newest first 时限约定的历史',
        response: { 200: z.object({ decisions: z.array(Decision).readonly() }) },
      },
    },
    (request) => {
      const actor = agencyActor(request)
      return asActor(db, actor, async (tx) => ({ decisions: await deadlineHistory(tx, actor) }))
    },
  )
  app.get(
    '/api/v1/deadline-rules/:id',
    {
      schema: {
        tags,
        summary: 'One deadline rule with its variants 单项时限规则',
        params: z.object({ id: z.string().max(80) }),
        querystring: RuleScope,
        response: { 200: ListedRule },
      },
    },
    (request) =>
      asActor(db, agencyActor(request), (tx) =>
        getRule(tx, {
          ruleId: request.params.id,
          allianceId: request.query.alliance,
          on: request.query.on ?? hereAndNow().now,
        }),
      ),
  )
  app.post(
    '/api/v1/deadlines',
    {
      schema: {
        tags,
        summary: 'Count a deadline and tell why 计算时限并逐步说明',
        body: AskDeadline,
        response: { 200: Deadline },
      },
    },
    (request) =>
      asActor(db, agencyActor(request), async (tx) => {
        const { rule: ruleId, variant, alliance, ...question } = request.body
        const rule = await ruleFor(tx, { ruleId, variant, allianceId: alliance, on: question.from })
        const calendar = await calendarFor(tx)
        return explainDeadline(
          insistOnVariant(rule, variant),
          { ...question, now: hereAndNow().now },
          calendar,
        )
      }),
  )
  app.get(
    '/api/v1/calendar',
    {
      schema: {
        tags,
        summary: 'The working calendar of a year 工作日历',
        querystring: z.object({ year: z.coerce.number().int().min(1992).max(2199) }),
        response: { 200: CalendarYear },
      },
    },
    (request) =>
      asActor(db, agencyActor(request), async (tx) =>
        calendarYear(await calendarFor(tx), request.query.year),
      ),
  )
  app.put(
    '/api/v1/calendar/:day',
    {
      schema: {
        tags,
        summary: 'Correct one day of the calendar, or take that back 更正工作日历',
        params: z.object({ day }),
        body: CorrectCalendar,
        response: { 200: CalendarDay },
      },
    },
    (request) =>
      asActor(db, agencyActor(request), (tx) =>
        correctCalendar(tx, agencyActor(request), { ...request.body, ...request.params }),
      ),
  )
  app.put(
    '/api/v1/alliances/:id/deadline-rules/:ruleId',
    {
      schema: {
        tags,
        summary: 'An alliance sets a deadline of its own 协作区域约定时限',
        params: z.object({ id: z.uuid(), ruleId: z.string().max(80) }),
        body: AdoptOverride,
        response: { 200: Adopted },
      },
    },
    (request) =>
      asActor(db, agencyActor(request), (tx) =>
        adoptOverride(tx, agencyActor(request), {
          ...request.body,
          allianceId: request.params.id,
          ruleId: request.params.ruleId,
          now: hereAndNow().now,
        }),
      ),
  )
}
