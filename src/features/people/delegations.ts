import { sql } from 'kysely'
import { z } from 'zod'
import { invalidInput } from '../../kernel/faults.ts'
import { AccountId, newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { recordAccess } from '../../platform/access-log.ts'
import { hasPower, isAdministrator, type PersonActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { isAdministrative } from './roles.ts'

const mostDays = 90
const instant = z.iso.datetime({ offset: true })

export const Delegate = z.strictObject({
  toAccountId: AccountId.describe('The colleague who stands in'),
  fromAccountId: AccountId.optional().describe(
    'The absentee, when the leader arranges it; otherwise oneself',
  ),
  from: instant,
  until: instant,
  reason: z.string().trim().min(1).max(200).describe('Why, such as leave 休假 or training 培训'),
})
export type Delegate = z.infer<typeof Delegate>

/** An arrangement to stand in 委托代理. */
export const Delegation = z.object({
  id: z.uuid(),
  from: z.object({ id: AccountId, name: z.string() }),
  to: z.object({ id: AccountId, name: z.string() }),
  fromAt: z.iso.datetime(),
  untilAt: z.iso.datetime(),
  reason: z.string(),
  endedAt: z.iso.datetime().nullable(),
})
export type Delegation = z.infer<typeof Delegation>

/**
 * Lets a colleague of the same agency act in one's absence, for at most 90 days. A leader may arrange it for who could not.
 * Who stands in cannot pass it on, and administrators neither give nor take.
 */
export async function delegate(tx: Tx, actor: PersonActor, input: Delegate): Promise<Delegation> {
  const fromAccountId = input.fromAccountId ?? actor.accountId
  if (fromAccountId !== actor.accountId && !hasPower(actor, 'lead')) throw onlyTheLeader()
  if (actor.standingInFor) throw notWhileStandingIn()
  if (isAdministrator(actor)) throw notForAdministrators()
  refuseDates(input)
  await refuseStranger(tx, actor, fromAccountId, 'fromAccountId')
  await refuseStranger(tx, actor, input.toAccountId, 'toAccountId')
  if (fromAccountId === input.toAccountId)
    throw invalidInput([
      {
        path: ['toAccountId'],
        message: { zh: '不能委托给本人。', en: 'Choose somebody else than the absentee.' },
      },
    ])
  const id = newId()
  await sql`insert into delegation (id, from_account, to_account, from_at, until_at, reason)
    values (${id}, ${fromAccountId}, ${input.toAccountId}, ${input.from}, ${input.until}, ${input.reason})`.execute(
    tx,
  )
  await recordAccess(tx, {
    what: 'delegation-made',
    facts: { delegationId: id, from: fromAccountId, to: input.toAccountId },
  })
  const [made] = await select(tx, id)
  if (!made) throw notFound()
  return made
}

/** Ends a delegation; whoever stands in under it acts for oneself again from the next request on. */
export async function endDelegation(tx: Tx, delegationId: string): Promise<void> {
  const { rows } = await sql<{ from: string; to: string }>`update delegation set ended_at = now()
    where id = ${delegationId} and ended_at is null returning from_account as "from", to_account as "to"`.execute(
    tx,
  )
  if (!rows[0]) throw notFound()
  await recordAccess(tx, { what: 'delegation-ended', facts: { delegationId, ...rows[0] } })
}

/** The delegations one gives, takes or, as leader, answers for, that are not over; at most 200. */
export function listDelegations(tx: Tx): Promise<Delegation[]> {
  return select(tx, null)
}

async function select(tx: Tx, id: string | null): Promise<Delegation[]> {
  const { rows } = await sql<Delegation>`
    select delegation.id, jsonb_build_object('id', absentee.id, 'name', absentee.name) as "from",
      jsonb_build_object('id', stand_in.id, 'name', stand_in.name) as "to", from_at as "fromAt",
      until_at as "untilAt", reason, ended_at as "endedAt"
    from delegation
    join person_name absentee on absentee.id = from_account
    join person_name stand_in on stand_in.id = to_account
    where ended_at is null and until_at > now() and (${id}::uuid is null or delegation.id = ${id})
    order by from_at limit 200`.execute(tx)
  return rows
}

function refuseDates({ from, until }: Delegate): void {
  const days = (Date.parse(until) - Date.parse(from)) / 86_400_000
  if (days > 0 && days <= mostDays && Date.parse(until) > Date.now()) return
  throw invalidInput([
    {
      path: ['until'],
      message: {
        zh: `结束时间应晚于开始时间和现在，且委托不超过 ${mostDays} 天。`,
        en: `The end must lie after the beginning and after now, and at most ${mostDays} days after the beginning.`,
      },
    },
  ])
}

async function refuseStranger(tx: Tx, actor: PersonActor, accountId: string, field: string): Promise<void> {
  const { rows } = await sql<{ roles: string[] }>`select roles from person
    where id = ${accountId} and agency_id = ${actor.agencyId} and active`.execute(tx)
  const [person] = rows
  if (person && !isAdministrative(person.roles)) return
  throw invalidInput([
    {
      path: [field],
      message: { zh: '只能在本机构在岗人员之间委托。', en: 'Choose an active colleague of your own agency.' },
    },
  ])
}

const onlyTheLeader = (): Refusal =>
  new Refusal('not-allowed', {
    zh: '只有本机构负责人可以替他人安排代理。',
    en: 'Only the leader of the agency arranges a delegation for somebody else.',
  })

const notWhileStandingIn = (): Refusal =>
  new Refusal('not-allowed', {
    zh: '代理期间不能转委托。请先结束代理，再以本人名义办理。',
    en: 'Who stands in cannot pass it on. Act for yourself again first.',
  })

const notForAdministrators = (): Refusal =>
  new Refusal('not-allowed', {
    zh: '系统、安全、审计三员不得委托他人，也不得受托。',
    en: 'The three administrators neither delegate nor stand in.',
  })

const notFound = (): Refusal =>
  new Refusal('not-found', {
    zh: '没有这项委托，或已结束。请刷新列表。',
    en: 'There is no such delegation, or it has ended. Reload the list.',
  })
