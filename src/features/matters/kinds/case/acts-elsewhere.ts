import { sql } from 'kysely'
import type { AgencyId } from '../../../../kernel/ids.ts'
import type { Tx } from '../../../../platform/database.ts'
import { agenciesByIds } from '../../../agencies/agencies.ts'
import { ruleFor } from '../../../rules/rules.ts'
import type { Registration } from './case.contract.ts'
import { type Act, type ActElsewhere, actOf, sameness } from './same-act.ts'

/** What an officer is told about an act that somebody else deals with: agency, number, time, whom to ring up. Nothing of a person. */
export type FoundAct = {
  readonly sameness: 'same' | 'possible'
  /** `case`: filed; else a transfer or dispute that is going on. */
  readonly source: string
  readonly agency: { readonly id: string; readonly name: string; readonly nameEn: string }
  readonly number: string
  readonly at: string
  readonly contact: { readonly name: string; readonly phone: string } | null
}

type Row = ActElsewhere & {
  readonly source: string
  readonly agency_id: AgencyId
  readonly number: string
  readonly at: string
  readonly contact: FoundAct['contact']
}

/** The acts of all regions that are the same as this case's or may be, the surest and earliest first. */
export async function actsElsewhere(
  tx: Tx,
  {
    matterId,
    content,
    now,
  }: { readonly matterId: string; readonly content: Registration; readonly now: string },
): Promise<readonly FoundAct[]> {
  const windows = {
    sameHours: (await ruleFor(tx, { ruleId: 'SAME_ACT', on: now })).value,
    possibleHours: (await ruleFor(tx, { ruleId: 'SAME_ACT_POSSIBLE', on: now })).value,
  }
  const act = actOf(content)
  const reach = windows.possibleHours * 3_600_000
  const { rows } = await sql<Row>`
    select source, agency_id, number, at, contact, behaviour, roads, begins_at as "beginsAt", ends_at as "endsAt", known_by as "knownBy"
    from acts_like(act_subjects(${JSON.stringify(content)}::jsonb),
      ${new Date(Date.parse(act.beginsAt) - reach).toISOString()}, ${new Date(Date.parse(act.endsAt) + reach).toISOString()}, ${matterId})
    order by at limit 50`.execute(tx)
  const near = rows.flatMap((row) => {
    const judged = sameness(act, isoAct(row), windows)
    return judged === 'other' ? [] : [{ ...row, judged }]
  })
  const agencies = await agenciesByIds(
    tx,
    near.map(({ agency_id }) => agency_id),
  )
  return near
    .map(({ judged, source, agency_id, number, at, contact }) => {
      const agency = agencies.get(agency_id)
      return {
        sameness: judged,
        source,
        agency: {
          id: agency_id,
          name: agency?.name ?? '',
          nameEn: agency?.nameEn ?? '',
        },
        number,
        at: new Date(at).toISOString(),
        contact: contact && { name: contact.name, phone: contact.phone },
      }
    })
    .sort((a, b) => Number(b.sameness === 'same') - Number(a.sameness === 'same') || a.at.localeCompare(b.at))
}

const isoAct = (row: Row): ActElsewhere => ({
  ...row,
  beginsAt: new Date(row.beginsAt).toISOString(),
  endsAt: new Date(row.endsAt).toISOString(),
})

/** Makes everybody who files an act of the same vehicle, ship or party wait until this transaction ends. */
export async function lockActs(tx: Tx, content: Registration): Promise<void> {
  await sql`select lock_acts(act_subjects(${JSON.stringify(content)}::jsonb))`.execute(tx)
}

/** Enters the act as filed; false when the agency has used the case number already. */
export async function fileAct(
  tx: Tx,
  {
    matterId,
    caseNumber,
    filedAt,
    act,
  }: { readonly matterId: string; readonly caseNumber: string; readonly filedAt: string; readonly act: Act },
): Promise<boolean> {
  const { rows } = await sql<{ filed: boolean }>`
    select file_act(${matterId}, ${caseNumber}, ${filedAt}, ${act.behaviour}, ${[...act.roads]}::text[], ${act.beginsAt}, ${act.endsAt}) as filed`.execute(
    tx,
  )
  return rows[0]?.filed ?? false
}

/** Gives the act free: another agency has the case, or its filing was withdrawn. */
export async function releaseAct(tx: Tx, matterId: string, now: string): Promise<void> {
  await sql`select release_act(${matterId}, ${now})`.execute(tx)
}
