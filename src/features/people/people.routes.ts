import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { PersonActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db, Tx } from '../../platform/database.ts'
import { type App, agencyActor } from '../../platform/http.ts'
import { Account, AccountQuery, listAccounts } from './accounts.ts'
import { ChangeAccount, changeAccount, unlockAccount } from './change-account.ts'
import { CreateAccount, createAccount } from './create-account.ts'
import { Delegate, Delegation, delegate, endDelegation, listDelegations } from './delegations.ts'
import { listPeople, PeopleQuery, Person } from './list-people.ts'
import { personActor } from './person-actor.ts'
import { AccessLogEntry, AccessLogQuery, readAccessLog } from './read-access-log.ts'
import { resetPassword } from './reset-password.ts'
import { sessionRoutes } from './session.routes.ts'
import { CreateToken, createToken, listTokens, revokeToken, Token } from './tokens.ts'

const ById = z.object({ id: z.uuid() })
/** A page of a list, as every list answers. */
const page = <S extends z.ZodType>(item: S) => z.object({ items: z.array(item), next: z.string().nullable() })
const oneTimePassword = z.string().describe('Shown once; good for one sign-in that sets another')

/** Everything about people: sessions, colleagues, accounts, delegations, tokens, the access log. */
export function peopleRoutes(app: App, db: Db): void {
  sessionRoutes(app, db)
  accountRoutes(app, db)
  delegationRoutes(app, db)
  tokenRoutes(app, db)

  app.get(
    '/api/v1/people',
    {
      schema: {
        tags: ['people 人员'],
        summary: 'Colleagues one may assign to 人员名单',
        querystring: PeopleQuery,
        response: { 200: page(Person) },
      },
    },
    (request) =>
      asActor(db, agencyActor(request), (tx) => listPeople(tx, agencyActor(request), request.query)),
  )
  app.get(
    '/api/v1/access-log',
    {
      schema: {
        tags: ['audit 审计'],
        summary: 'Who looked, who was refused, who changed rights 访问记录',
        querystring: AccessLogQuery,
        response: { 200: page(AccessLogEntry) },
      },
    },
    (request) =>
      asActor(db, agencyActor(request), (tx) => readAccessLog(tx, agencyActor(request), request.query)),
  )
}

/** A transaction in the name of the signed-in person; programs are refused. */
function inPerson<T>(db: Db, request: FastifyRequest, work: (tx: Tx, actor: PersonActor) => Promise<T>) {
  const actor = personActor(agencyActor(request))
  return asActor(db, actor, (tx) => work(tx, actor))
}

function accountRoutes(app: App, db: Db): void {
  const tags = ['accounts 账号']
  app.get(
    '/api/v1/accounts',
    {
      schema: {
        tags,
        summary: 'All accounts 账号列表',
        querystring: AccountQuery,
        response: { 200: page(Account) },
      },
    },
    (request) => inPerson(db, request, (tx, actor) => listAccounts(tx, actor, request.query)),
  )
  app.post(
    '/api/v1/accounts',
    {
      schema: {
        tags,
        summary: 'Make an account 新建账号',
        body: CreateAccount,
        response: { 201: z.object({ account: Account, oneTimePassword }) },
      },
    },
    async (request, reply) => {
      const made = await inPerson(db, request, (tx, actor) => createAccount(tx, actor, request.body))
      return reply.code(201).send(made)
    },
  )
  app.patch(
    '/api/v1/accounts/:id',
    {
      schema: {
        tags,
        summary: 'Change, disable or enable an account 修改账号',
        params: ById,
        body: ChangeAccount,
        response: { 200: Account },
      },
    },
    (request) =>
      inPerson(db, request, (tx, actor) => changeAccount(tx, actor, request.params.id, request.body)),
  )
  app.post(
    '/api/v1/accounts/:id/unlock',
    { schema: { tags, summary: 'Lift a lock-out 解除锁定', params: ById, response: { 200: Account } } },
    (request) => inPerson(db, request, (tx, actor) => unlockAccount(tx, actor, request.params.id)),
  )
  app.post(
    '/api/v1/accounts/:id/password',
    {
      schema: {
        tags,
        summary: 'Give a one-time password 重置密码',
        params: ById,
        response: { 200: z.object({ oneTimePassword }) },
      },
    },
    (request) => inPerson(db, request, (tx, actor) => resetPassword(tx, actor, request.params.id)),
  )
}

function delegationRoutes(app: App, db: Db): void {
  const tags = ['people 人员']
  app.get(
    '/api/v1/delegations',
    {
      schema: {
        tags,
        summary: 'Delegations that concern me 委托代理',
        response: { 200: z.object({ delegations: z.array(Delegation) }) },
      },
    },
    async (request) => ({ delegations: await inPerson(db, request, (tx) => listDelegations(tx)) }),
  )
  app.post(
    '/api/v1/delegations',
    {
      schema: {
        tags,
        summary: 'Let a colleague stand in 委托代理',
        body: Delegate,
        response: { 201: Delegation },
      },
    },
    async (request, reply) => {
      const made = await inPerson(db, request, (tx, actor) => delegate(tx, actor, request.body))
      return reply.code(201).send(made)
    },
  )
  app.delete(
    '/api/v1/delegations/:id',
    { schema: { tags, summary: 'End a delegation 结束委托', params: ById } },
    async (request, reply) => {
      await inPerson(db, request, (tx) => endDelegation(tx, request.params.id))
      return reply.code(204).send()
    },
  )
}

function tokenRoutes(app: App, db: Db): void {
  const tags = ['tokens 接口令牌']
  app.get(
    '/api/v1/tokens',
    { schema: { tags, summary: 'Tokens 令牌列表', response: { 200: z.object({ tokens: z.array(Token) }) } } },
    async (request) => ({ tokens: await inPerson(db, request, listTokens) }),
  )
  app.post(
    '/api/v1/tokens',
    {
      schema: {
        tags,
        summary: 'Let a program in 签发令牌',
        body: CreateToken,
        response: { 201: z.object({ token: Token, secret: z.string().describe('Shown once') }) },
      },
    },
    async (request, reply) => {
      const made = await inPerson(db, request, (tx, actor) => createToken(tx, actor, request.body))
      return reply.code(201).send(made)
    },
  )
  app.delete(
    '/api/v1/tokens/:id',
    { schema: { tags, summary: 'Revoke a token 撤销令牌', params: ById } },
    async (request, reply) => {
      await inPerson(db, request, (tx, actor) => revokeToken(tx, actor, request.params.id))
      return reply.code(204).send()
    },
  )
}
