import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { PersonActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Outside } from '../../platform/config.ts'
import type { Db, Tx } from '../../platform/database.ts'
import { type App, agencyActor } from '../../platform/http.ts'
import { hereAndNow } from '../../platform/occasion.ts'
import { personActor } from '../people/people.ts'
import {
  askForTest,
  readAgencyNotification,
  resumeWebhook,
  SetAgencyNotification,
  setAgencyNotification,
} from './agency-notification.ts'
import { findCalendarFeed, makeCalendarFeed, readCalendarFeed, revokeCalendarFeed } from './calendar-feed.ts'
import { NotificationChoice, readChoice, setChoice } from './choice.ts'
import { AddressOf, AddressState, ConfirmMail, confirmMail, sendCodeAgain } from './confirm-mail.ts'
import { Delivery, DeliveryQuery, readDeliveries } from './delivery-log.ts'

const tags = ['notification 提醒与通知']

const Notification = z.object({
  choice: NotificationChoice,
  mailState: AddressState,
  /** False while the installation has no mail server. */
  mailIsThere: z.boolean(),
  calendar: z.object({ madeAt: z.iso.datetime(), lastReadAt: z.iso.datetime().nullable() }).nullable(),
  agency: SetAgencyNotification.extend({
    webhookPausedAt: z.iso.datetime().nullable(),
    dutyMailState: AddressState,
  }).nullable(),
})

/** What a person, and an agency's leader, arranges about being told; the calendar; the log of what was sent. */
export function notificationRoutes(
  app: App,
  { db, outside }: { readonly db: Db; readonly outside: Outside },
): void {
  const inPerson = <T>(request: FastifyRequest, work: (tx: Tx, actor: PersonActor) => Promise<T>) => {
    const actor = personActor(agencyActor(request))
    return asActor(db, actor, (tx) => work(tx, actor))
  }

  app.get(
    '/api/v1/notification',
    { schema: { tags, summary: 'What one is told, and how 提醒设置', response: { 200: Notification } } },
    (request) =>
      inPerson(request, async (tx, actor) => ({
        ...(await readChoice(tx, actor)),
        mailIsThere: outside.mailServer !== undefined,
        calendar: await findCalendarFeed(tx, actor),
        agency: await readAgencyNotification(tx, actor),
      })),
  )
  app.put(
    '/api/v1/notification',
    {
      schema: {
        tags,
        summary: 'Choose what one is told 修改提醒设置',
        body: NotificationChoice,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await inPerson(request, (tx, actor) => setChoice(tx, actor, request.body))
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/api/v1/notification/mail/code',
    {
      schema: {
        tags,
        summary: 'Send another code to an address 重新发送邮箱验证码',
        body: z.strictObject({ of: AddressOf }),
        response: { 202: z.null() },
      },
    },
    async (request, reply) => {
      await inPerson(request, (tx, actor) => sendCodeAgain(tx, actor, request.body.of))
      return reply.code(202).send(null)
    },
  )
  app.post(
    '/api/v1/notification/mail/confirm',
    {
      schema: {
        tags,
        summary: 'Confirm an address by its code 验证邮箱',
        body: ConfirmMail,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await confirmMail(db, personActor(agencyActor(request)), request.body)
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/api/v1/notification/test',
    {
      schema: {
        tags,
        summary: 'Send a test message 发送测试消息',
        body: z.strictObject({ channel: z.enum(['mail', 'webhook']) }),
        response: { 202: z.null() },
      },
    },
    async (request, reply) => {
      await inPerson(request, (tx, actor) => askForTest(tx, actor, request.body.channel))
      return reply.code(202).send(null)
    },
  )
  app.post(
    '/api/v1/notification/calendar',
    {
      schema: {
        tags,
        summary: 'Make or renew the calendar address 生成日历地址',
        response: { 201: z.object({ address: z.string().describe('Shown once') }) },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(await inPerson(request, (tx, actor) => makeCalendarFeed(tx, actor, outside.address))),
  )
  app.delete(
    '/api/v1/notification/calendar',
    { schema: { tags, summary: 'Revoke the calendar address 撤销日历地址', response: { 204: z.null() } } },
    async (request, reply) => {
      await inPerson(request, revokeCalendarFeed)
      return reply.code(204).send(null)
    },
  )
  app.put(
    '/api/v1/notification/agency',
    {
      schema: {
        tags,
        summary: 'Arrange the agency’s program and duty desk 本机构推送与值班',
        body: SetAgencyNotification,
        response: { 200: z.object({ secret: z.string().nullable().describe('Shown once') }) },
      },
    },
    (request) => inPerson(request, (tx, actor) => setAgencyNotification(tx, actor, request.body)),
  )
  app.post(
    '/api/v1/notification/agency/resume',
    { schema: { tags, summary: 'Let events go to the program again 恢复推送', response: { 204: z.null() } } },
    async (request, reply) => {
      await inPerson(request, resumeWebhook)
      return reply.code(204).send(null)
    },
  )
  app.get(
    '/api/v1/notification/deliveries',
    {
      schema: {
        tags,
        summary: 'What was sent, and what failed 发送记录',
        querystring: DeliveryQuery,
        response: { 200: z.object({ items: z.array(Delivery), next: z.string().nullable() }) },
      },
    },
    (request) => inPerson(request, (tx, actor) => readDeliveries(tx, actor, request.query)),
  )
  app.get(
    '/api/v1/calendar/:file',
    {
      // Its secret is the key: calendar programs cannot sign in.
      config: { open: true },
      schema: {
        tags,
        summary: 'A person’s deadlines as a calendar 日历订阅',
        params: z.object({ file: z.string().max(60) }),
        response: { 200: z.string() },
      },
    },
    async (request, reply) => {
      const secret = request.params.file.replace(/\.ics$/, '')
      const calendar = await readCalendarFeed(db, secret, outside.address, hereAndNow().now)
      return reply
        .type('text/calendar; charset=utf-8')
        .header('cache-control', 'private, no-store')
        .serializer((text: unknown) => String(text))
        .send(calendar)
    },
  )
}
