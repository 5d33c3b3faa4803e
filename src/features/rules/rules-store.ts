import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { CalendarCorrection } from '../../kernel/working-days.ts'
import type { Tx } from '../../platform/database.ts'
import type { AmountAdopter, AmountOverride } from './amount-rule.ts'
import type { DeadlineOverride, Proposal } from './deadline-rule.ts'

/** A correction as it stands in the table. */
export type StoredCorrection = CalendarCorrection & { readonly madeBy: string; readonly madeAt: string }

/** Changes with every row of these tables, also when rows are committed out of order; one index-only round trip. */
export async function rulebookVersion(tx: Tx): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select concat_ws(' ',
      (select concat_ws('/', count(*), max(id), max(created_at)) from deadline_rule_override),
      (select concat_ws('/', count(*), max(id), max(created_at)) from amount_override),
      (select concat_ws('/', count(*), max(id), max(made_at)) from calendar_correction)) as version`.execute(
    tx,
  )
  return rows[0]?.version ?? ''
}

/** Every number ever adopted by an alliance, the newest last. */
export async function listOverrides(tx: Tx): Promise<readonly DeadlineOverride[]> {
  const { rows } =
    await sql<DeadlineOverride>`select ${overrideColumns} from deadline_rule_override order by id`.execute(tx)
  return rows
}

/** Every amount ever adopted by an alliance or a province, the newest last. */
export async function listAmountOverrides(tx: Tx): Promise<readonly AmountOverride[]> {
  const { rows } =
    await sql<AmountOverride>`select ${amountColumns} from amount_override order by id`.execute(tx)
  return rows
}

/** The corrections in force, one for each corrected day. */
export async function listCorrections(tx: Tx): Promise<readonly StoredCorrection[]> {
  const { rows } = await sql<StoredCorrection>`
    select day, working, reason, source, made_by as "madeBy", made_at as "madeAt" from (
      select distinct on (day) * from calendar_correction order by day, id desc
    ) latest
    where working is not null order by day`.execute(tx)
  return rows
}

/** Writes an adopted number down; the table itself says who and when. */
export async function insertOverride(
  tx: Tx,
  row: Proposal &
    Pick<DeadlineOverride, 'allianceId' | 'ruleId' | 'variant' | 'effectiveFrom' | 'effectiveTo' | 'reason'>,
): Promise<DeadlineOverride> {
  const { rows } = await sql<DeadlineOverride>`
    insert into deadline_rule_override
      (alliance_id, rule_id, variant, value, unit, extension, effective_from, effective_to, reason)
    values (${row.allianceId}, ${row.ruleId}, ${row.variant}, ${row.value}, ${row.unit}, ${row.extension},
      ${row.effectiveFrom}, ${row.effectiveTo}, ${row.reason})
    returning ${overrideColumns}`.execute(tx)
  const [inserted] = rows
  if (!inserted) throw new Error('the adopted number was not written')
  return inserted
}

/** Writes an adopted amount down; the table itself says who and when. */
export async function insertAmount(
  tx: Tx,
  row: Pick<
    AmountOverride,
    'allianceId' | 'province' | 'ruleId' | 'value' | 'effectiveFrom' | 'effectiveTo' | 'reason' | 'confidence'
  >,
): Promise<AmountOverride> {
  const { rows } = await sql<AmountOverride>`
    insert into amount_override
      (alliance_id, province, rule_id, value, effective_from, effective_to, reason, confidence)
    values (${row.allianceId}, ${row.province}, ${row.ruleId}, ${row.value}, ${row.effectiveFrom}, ${row.effectiveTo},
      ${row.reason}, ${row.confidence})
    returning ${amountColumns}`.execute(tx)
  const [inserted] = rows
  if (!inserted) throw new Error('the adopted amount was not written')
  return inserted
}

/** Writes a word on a day down; `working` null takes the earlier ones back. */
export async function insertCorrection(
  tx: Tx,
  row: {
    readonly day: Day
    readonly working: boolean | null
    readonly reason: string
    readonly source: string
  },
): Promise<void> {
  await sql`insert into calendar_correction (day, working, reason, source)
    values (${row.day}, ${row.working}, ${row.reason}, ${row.source})`.execute(tx)
}

/** True when the actor's agency is the joint office of the alliance, or convenes it, and the actor may. */
export async function actorConvenes(tx: Tx, allianceId: string): Promise<boolean> {
  const { rows } = await sql<{ convenes: boolean }>`select convenes(${allianceId}) as convenes`.execute(tx)
  return rows[0]?.convenes ?? false
}

/** True when the actor leads the transport department of the province (two digits). */
export async function actorSetsAmountsOf(tx: Tx, province: string): Promise<boolean> {
  const { rows } = await sql<{ sets: boolean }>`select sets_amounts_of(${province}) as sets`.execute(tx)
  return rows[0]?.sets ?? false
}

/** For whom the actor sets amounts: the province whose department it leads, and the alliances it convenes. */
export async function listAmountAdopters(tx: Tx): Promise<readonly AmountAdopter[]> {
  const { rows } = await sql<AmountAdopter>`
    select 'province' as by, left(d.code, 2) as of, jsonb_build_object('zh', d.name, 'en', d.name_en) as name
      from agency a join division d on d.code = a.division_code
      where a.id = current_agency() and sets_amounts_of(left(d.code, 2))
    union all
    (select 'alliance', id::text, jsonb_build_object('zh', name, 'en', coalesce(nullif(name_en, ''), name))
      from alliance where convenes(id) order by is_default desc, code)`.execute(tx)
  return rows
}

const amountColumns = sql`
  id, alliance_id as "allianceId", province, rule_id as "ruleId", value, effective_from as "effectiveFrom",
  effective_to as "effectiveTo", adopted_by as "adoptedBy", reason, confidence, created_at as "createdAt"`

const overrideColumns = sql`
  id, alliance_id as "allianceId", rule_id as "ruleId", variant, value, unit, extension,
  effective_from as "effectiveFrom", effective_to as "effectiveTo", adopted_by as "adoptedBy", reason,
  created_at as "createdAt"`
