import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { asActor } from '../../platform/as-actor.ts'
import type { Db } from '../../platform/database.ts'
import { type App, agencyActor, notSignedIn } from '../../platform/http.ts'
import { actorOfSession, sessionCookie } from './authenticate.ts'
import { ChangePassword, changePassword } from './change-password.ts'
import { DemoAccounts, demoAccountsView } from './demo-accounts.ts'
import { personActor } from './person-actor.ts'
import { findPreference, PreferenceKey, SetPreference, setPreference } from './preferences.ts'
import { SessionView, sessionView } from './session-view.ts'
import { endSession, listSessions, OpenSession, signOut } from './sessions.ts'
import { SignIn, signIn } from './sign-in.ts'
import { StandIn, standIn } from './stand-in.ts'

const tags = ['session 登录']
const ById = z.object({ id: z.uuid() })
const ByKey = z.object({ key: PreferenceKey })

/** Signing in and out, one's own password, sessions, standing in and preferences. */
export function sessionRoutes(app: App, db: Db): void {
  const view = async (token: string) => {
    const found = await actorOfSession(db, token)
    if (!found) throw notSignedIn()
    return asActor(db, found.actor, (tx) => sessionView(tx, found.actor))
  }
  const person = (request: FastifyRequest) => personActor(agencyActor(request))

  app.post(
    '/api/v1/session',
    {
      config: { open: true },
      schema: { tags, summary: 'Sign in 登录', body: SignIn, response: { 200: SessionView } },
    },
    async (request, reply) => {
      const token = await signIn(db, request.body, {
        userAgent: request.headers['user-agent'],
        previousToken: request.cookies[sessionCookie],
      })
      giveCookie(request, reply, token)
      return view(token)
    },
  )
  app.get(
    '/api/v1/session',
    { schema: { tags, summary: 'Who is signed in 当前登录', response: { 200: SessionView } } },
    (request) => asActor(db, person(request), (tx) => sessionView(tx, person(request))),
  )
  app.delete('/api/v1/session', { schema: { tags, summary: 'Sign out 退出' } }, async (request, reply) => {
    await asActor(db, person(request), (tx) => signOut(tx, person(request)))
    takeCookie(reply)
    return reply.code(204).send()
  })
  app.post(
    '/api/v1/session/password',
    { schema: { tags, summary: 'Change the password 修改密码', body: ChangePassword } },
    async (request, reply) => {
      await changePassword(db, person(request), request.body)
      return reply.code(204).send()
    },
  )
  app.post(
    '/api/v1/session/standing-in',
    {
      schema: {
        tags,
        summary: 'Stand in for a colleague 代理',
        body: StandIn,
        response: { 200: SessionView },
      },
    },
    async (request) => {
      await asActor(db, person(request), (tx) => standIn(tx, person(request), request.body))
      return view(request.cookies[sessionCookie] ?? '')
    },
  )
  app.get(
    '/api/v1/session/sessions',
    {
      schema: {
        tags,
        summary: 'Where I am signed in 我的会话',
        response: { 200: z.object({ sessions: z.array(OpenSession) }) },
      },
    },
    async (request) => ({
      sessions: await asActor(db, person(request), (tx) => listSessions(tx, person(request))),
    }),
  )
  app.delete(
    '/api/v1/session/sessions/:id',
    { schema: { tags, summary: 'End one of my sessions 结束会话', params: ById } },
    async (request, reply) => {
      await asActor(db, person(request), (tx) => endSession(tx, person(request), request.params.id))
      return reply.code(204).send()
    },
  )
  app.get(
    '/api/v1/preferences/:key',
    { schema: { tags, summary: 'A preference 个人设置', params: ByKey } },
    async (request) => ({
      value: await asActor(db, person(request), (tx) =>
        findPreference(tx, person(request), request.params.key),
      ),
    }),
  )
  app.put(
    '/api/v1/preferences/:key',
    { schema: { tags, summary: 'Keep a preference 保存个人设置', params: ByKey, body: SetPreference } },
    async (request, reply) => {
      await asActor(db, person(request), (tx) =>
        setPreference(tx, person(request), request.params.key, request.body),
      )
      return reply.code(204).send()
    },
  )
  app.get(
    '/api/v1/demo-accounts',
    {
      config: { open: true },
      schema: {
        tags,
        summary: 'Accounts of a demonstration; 404 elsewhere 演示账号',
        response: { 200: DemoAccounts },
      },
    },
    () => demoAccountsView(db),
  )
}

/** The browser forgets the cookie when it closes; scripts cannot read it, and other sites cannot make it travel. */
function giveCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  const secure = request.protocol === 'https' || request.headers['x-forwarded-proto'] === 'https'
  reply.setCookie(sessionCookie, token, { path: '/', httpOnly: true, sameSite: 'strict', secure })
}

function takeCookie(reply: FastifyReply): void {
  reply.clearCookie(sessionCookie, { path: '/', httpOnly: true, sameSite: 'strict' })
}
