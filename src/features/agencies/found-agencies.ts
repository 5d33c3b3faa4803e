import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { agencyIdOf, allianceIdOf } from './agency-id.ts'
import { agencyTree } from './agency-tree.ts'
import { type Division, type Neighbours, readDivisions, readNeighbours } from './divisions.ts'
import type { FoundedAgency } from './founded-agency.ts'
import { foundingAlliances } from './founding-alliances.ts'
import { soundOf } from './pinyin-of.ts'

/**
 * Writes the directory of a fresh installation: divisions, neighbours, the tree of agencies, alliances. Run it as the
 * system job `founding`. What is there already stays as it is, so that running it again after an update adds what is new and
 * keeps what people have corrected.
 */
export async function foundAgencies(tx: Tx): Promise<void> {
  const { validFrom, divisions } = await readDivisions()
  await insertDivisions(tx, divisions, validFrom)
  await insertNeighbours(tx, await readNeighbours())
  await insertAgencies(tx, agencyTree(divisions))
  await insertAlliances(tx)
}

// One statement a table: a thousand single inserts would take a second in round trips alone.

async function insertDivisions(tx: Tx, divisions: readonly Division[], validFrom: string): Promise<void> {
  const rows = divisions.map((division) => ({
    ...division,
    parent_code: division.parent,
    name_en: division.nameEn,
  }))
  await sql`
    insert into division (code, name, name_en, level, parent_code, pseudo, pinyin, initials, valid_from)
    select code, name, name_en, level, parent_code, pseudo, pinyin, initials, ${validFrom}::date
    from json_to_recordset(${JSON.stringify(rows)}::json) as d(
      code text, name text, name_en text, level text, parent_code text, pseudo boolean, pinyin text, initials text)
    on conflict do nothing`.execute(tx)
}

async function insertNeighbours(tx: Tx, pairs: readonly Neighbours[]): Promise<void> {
  await sql`
    insert into division_neighbour (a, b, contact_km, confidence)
    select way.one, way.other, pair."contactKm", pair.confidence
    from json_to_recordset(${JSON.stringify(pairs)}::json)
      as pair(a text, b text, "contactKm" numeric, confidence text),
      lateral (values (pair.a, pair.b), (pair.b, pair.a)) as way(one, other)
    on conflict do nothing`.execute(tx)
}

async function insertAgencies(tx: Tx, agencies: readonly FoundedAgency[]): Promise<void> {
  const rows = agencies.map((agency, index) => ({
    index,
    id: agencyIdOf(agency.code),
    code: agency.code,
    name: agency.name,
    name_en: agency.nameEn,
    short_name: agency.shortName,
    name_confidence: agency.nameConfidence,
    kind: agency.kind,
    level: agency.level,
    parent_id: agency.parent && agencyIdOf(agency.parent),
    division_code: agency.division,
    lines: agency.lines,
    acts_in_name_of: agency.actsInNameOf && agencyIdOf(agency.actsInNameOf),
    ...soundOf(agency.name, agency.shortName),
  }))
  // In the order of the tree: the trigger derives a path from that of the parent, inserted before.
  await sql`
    insert into agency (id, code, name, name_en, short_name, name_confidence, kind, level, parent_id, division_code,
                        lines, acts_in_name_of, pinyin, initials)
    select id, code, name, name_en, short_name, name_confidence, kind, level, parent_id, division_code,
           lines, acts_in_name_of, pinyin, initials
    from json_to_recordset(${JSON.stringify(rows)}::json) as a(
      index int, id uuid, code text, name text, name_en text, short_name text, name_confidence text, kind text,
      level text, parent_id uuid, division_code text, lines text[], acts_in_name_of uuid, pinyin text, initials text)
    order by index
    on conflict (code) do nothing`.execute(tx)
}

async function insertAlliances(tx: Tx): Promise<void> {
  const alliances = foundingAlliances.map((alliance) => ({
    id: allianceIdOf(alliance.code),
    code: alliance.code,
    name: alliance.name,
    name_en: alliance.nameEn,
    office: alliance.office && agencyIdOf(alliance.office),
    convenor: agencyIdOf(alliance.convenor),
    since: alliance.since,
    is_default: alliance.isDefault ?? false,
    kinds: alliance.kinds,
  }))
  const members = foundingAlliances.flatMap(({ code, convenor, deputies = [], members = [] }) =>
    [
      { role: 'convenor', agency: convenor },
      ...deputies.map((agency) => ({ role: 'deputy', agency })),
      ...members.map((agency) => ({ role: 'member', agency })),
    ].map(({ role, agency }) => ({ alliance_id: allianceIdOf(code), agency_id: agencyIdOf(agency), role })),
  )
  // Members go in with a new alliance only: one that left an alliance does not come back with an update.
  await sql`
    with founded as (
      insert into alliance (id, code, name, name_en, office_agency_id, convenor_agency_id, since, is_default, kinds)
      select * from json_to_recordset(${JSON.stringify(alliances)}::json) as a(
        id uuid, code text, name text, name_en text, office uuid, convenor uuid, since date, is_default boolean, kinds text[])
      on conflict do nothing
      returning id)
    insert into alliance_member (alliance_id, agency_id, role)
    select m.alliance_id, m.agency_id, m.role
    from json_to_recordset(${JSON.stringify(members)}::json) as m(alliance_id uuid, agency_id uuid, role text)
    join founded on founded.id = m.alliance_id`.execute(tx)
}
