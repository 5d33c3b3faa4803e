import { sql } from 'kysely'
import type { AgencyId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import type { CloseAgency } from './agencies.contract.ts'
import { type AgencyRef, getOpenAgency } from './agency-store.ts'
import { mustManageSystem } from './keep-agency.ts'

/**
 * Closes an agency (撤销) and names its successor. It is no longer offered, but old matters still name it. While matters go on
 * there, it is not closed without a successor: nobody could answer them any more.
 * @throws Refusal `not-allowed` for anybody but the system administrator; `not-now` when it is closed already, has agencies
 *   below it, or has matters that nobody would take over; `invalid-input` when it would succeed itself
 */
export async function closeAgency(tx: Tx, actor: Actor, input: CloseAgency): Promise<void> {
  mustManageSystem(actor)
  const agency = await getOpenAgency(tx, input.agencyId)
  if (input.successorId === input.agencyId) throw succeedsItself()
  if (input.successorId) await getOpenAgency(tx, input.successorId)
  const below = await openChildren(tx, input.agencyId)
  if (below > 0) throw hasChildren(agency.name, agency.nameEn, below)
  const goingOn = input.successorId ? 0 : await mattersGoingOnAt(tx, input.agencyId)
  if (goingOn > 0) throw nobodyTakesOver(agency, goingOn)
  await sql`
    update agency set active = false, successor_id = ${input.successorId ?? null}
    where id = ${input.agencyId}`.execute(tx)
}

async function openChildren(tx: Tx, agency: AgencyId): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from agency where parent_id = ${agency} and active`.execute(tx)
  return rows[0]?.count ?? 0
}

async function mattersGoingOnAt(tx: Tx, agency: AgencyId): Promise<number> {
  const { rows } = await sql<{ count: number }>`select matters_going_on_at(${agency}) as count`.execute(tx)
  return rows[0]?.count ?? 0
}

function nobodyTakesOver({ name, nameEn }: AgencyRef, count: number): Refusal {
  const matters = count === 1 ? 'matter that goes' : 'matters that go'
  return new Refusal(
    'not-now',
    {
      zh: `${name}还有 ${count} 件在办事项。请指定承接机构，在办事项随之移交；没有承接机构的，请先由该机构办结。`,
      en: `${nameEn} still has ${count} ${matters} on. Name its successor, which takes them over; where there is none, have the agency settle them first.`,
    },
    { facts: { matters: count } },
  )
}

function succeedsItself(): Refusal {
  const message = {
    zh: '承接机构不能是它自己，请另选一个机构。',
    en: 'An agency cannot succeed itself; choose another.',
  }
  return new Refusal('invalid-input', message, { faults: [{ path: ['successorId'], message }] })
}

function hasChildren(name: string, nameEn: string, count: number): Refusal {
  return new Refusal('not-now', {
    zh: `${name}下还有 ${count} 个在用机构，请先撤销这些机构。`,
    en: `${nameEn} still has ${count} open ${count === 1 ? 'agency' : 'agencies'} below it; close those first.`,
  })
}
