-- Who takes part: divisions, agencies, alliances, and who to ring up.
--
-- The directory is open to every signed-in person: telephone numbers in it are official, not personal.
-- Writing needs the power `manage-system`; an agency's own leader keeps its liaisons and its duty desk.

-- Divisions of GB/T 2260. Pseudo rows (functional zones and containers of the statistics bureau, areas without
-- county status) exist so that foreign codes can be read; no agency answers for them and none lists them.
create table division (
  code          text primary key check (code ~ '^\d{6}$'),
  name          text not null,
  name_en       text not null,
  level         text not null check (level in ('province', 'prefecture', 'county')),
  -- The lowest real division above: counties of Beijing, or run by a province itself, belong to the province.
  parent_code   text references division,
  pseudo        boolean not null,
  pinyin        text not null,
  initials      text not null,
  valid_from    date not null,
  check ((level = 'province') = (parent_code is null))
);
create index division_parent on division (parent_code);

-- Counties that touch, both ways round. `contact_km` is null where the touching is stated, not measured.
create table division_neighbour (
  a             text not null references division,
  b             text not null references division,
  contact_km    numeric(7, 1) check (contact_km >= 0),
  confidence    text not null check (confidence in ('high', 'medium', 'low', 'stated')),
  primary key (a, b),
  check (a <> b)
);

-- A division and everything in it.
create function divisions_inside(division_code text) returns setof text
language sql stable parallel safe
begin atomic
  with recursive inside as (
    select code from division where code = division_code
    union all
    select d.code from division d join inside i on d.parent_code = i.code
  )
  select code from inside;
end;

-- A division and everything it lies in.
create function divisions_above(division_code text) returns setof text
language sql stable parallel safe
begin atomic
  with recursive above as (
    select code, parent_code from division where code = division_code
    union all
    select d.code, d.parent_code from division d join above a on d.code = a.parent_code
  )
  select code from above;
end;

-- The divisions that touch one from outside: counties, and every division they lie in that does not contain it too.
-- Whole provinces are neighbours of provinces only, but a municipality, whose counties have no prefecture, of all.
create function divisions_touching(division_code text) returns setof text
language sql stable parallel safe
begin atomic
  with recursive
    self as (select code, level from division where code = division_code),
    touching as (
      select d.code, d.parent_code, d.level
      from division d
      where d.code in (select b from division_neighbour where a in (select divisions_inside(division_code)))
        and d.code not in (select divisions_inside(division_code))
      union
      select d.code, d.parent_code, d.level
      from division d join touching t on d.code = t.parent_code
      where d.level <> 'province' or t.level = 'county' or (select level from self) = 'province'
    )
  select code from touching where code not in (select divisions_above(division_code));
end;

-- The tree of agencies. `path` is made of codes, so an agency is never moved: a reform closes it and founds its
-- successor. Rows are never deleted, because old matters name them.
create table agency (
  id                 uuid primary key,
  -- A bare division code is the department of the division; `.XXX` marks a department of an area without a code of
  -- its own; `-XX` marks a unit that belongs to the department.
  code               text not null unique check (code ~ '^\d{6}(\.[A-Z]+)?(-[A-Z0-9]+)*$'),
  name               text not null,
  name_en            text not null,
  short_name         text not null,
  -- `documented`: the name stands in a published document; `pattern`: formed by the usual pattern, to be confirmed.
  name_confidence    text not null check (name_confidence in ('documented', 'pattern', 'confirmed')),
  kind               text not null check (kind in ('ministry', 'department', 'corps', 'detachment', 'brigade',
                       'expressway-detachment', 'expressway-brigade', 'station', 'office', 'partner')),
  level              text not null check (level in ('ministry', 'province', 'prefecture', 'county', 'township')),
  parent_id          uuid references agency,
  path               text not null unique,
  division_code      text references division,
  lines              text[] not null,
  -- Whose name stands on the document where a brigade acts in the name of its bureau (行政处罚法 18–20).
  acts_in_name_of    uuid references agency,
  pinyin             text not null,
  initials           text not null,
  active             boolean not null default true,
  successor_id       uuid references agency,
  created_at         timestamptz not null default now(),
  check ((parent_id is null) = (path = '/' || code || '/')),
  check (successor_id is null or not active),
  check (successor_id <> id)
);
create index agency_path on agency (path text_pattern_ops);
create index agency_parent on agency (parent_id);
create index agency_division on agency (division_code);
create index agency_lines on agency using gin (lines);
create index agency_initials on agency (initials text_pattern_ops);
create index agency_successor on agency (successor_id) where successor_id is not null;

-- The path follows from the parent, whoever writes the row: row-level security trusts it.
create function derive_agency_path() returns trigger language plpgsql as $$
begin
  new.path := coalesce((select path from agency where id = new.parent_id), '/') || new.code || '/';
  return new;
end
$$;
create trigger agency_path before insert on agency for each row execute function derive_agency_path();

-- The nearest department or ministry at or above both (行政处罚法 25). An office or a joint conference mediates but
-- designates nothing, so it is never the answer; a partner has a line of its own, so there is none.
create function common_superior(one uuid, other uuid) returns uuid
language sql stable parallel safe
begin atomic
  select s.id
  from agency s, agency a, agency b
  where a.id = one and b.id = other
    and s.kind in ('ministry', 'department')
    and starts_with(a.path, s.path) and starts_with(b.path, s.path)
  order by length(s.path) desc
  limit 1;
end;

-- Agencies under one agreement. A member covers its whole subtree.
create table alliance (
  id                   uuid primary key,
  code                 text not null unique check (code ~ '^[a-z0-9-]{2,60}$'),
  name                 text not null,
  name_en              text not null,
  office_agency_id     uuid references agency,
  convenor_agency_id   uuid not null references agency,
  since                date not null,
  is_default           boolean not null default false,
  -- Kinds of matter the agreement covers; null means all.
  kinds                text[]
);
create unique index alliance_default on alliance (is_default) where is_default;

create table alliance_member (
  alliance_id   uuid not null references alliance on delete cascade,
  agency_id     uuid not null references agency,
  role          text not null check (role in ('member', 'convenor', 'deputy')),
  primary key (alliance_id, agency_id)
);
create index alliance_member_agency on alliance_member (agency_id);

-- The alliances in which every one of the agencies takes part, by itself or through an agency above it; with a kind, those that cover it.
-- Planned once for good: PostgreSQL would plan it anew each time, which took four times as long as running it.
create function alliances_covering(agencies uuid[], kind text) returns setof alliance
language plpgsql stable parallel safe set plan_cache_mode = force_generic_plan as $$
begin
  return query
    select a.* from alliance a
    where (kind is null or a.kinds is null or kind = any (a.kinds)) and not exists (
      select from unnest(agencies) as wanted (id) left join agency on agency.id = wanted.id
      where not exists (
        select from alliance_member s join agency member on member.id = s.agency_id
        where s.alliance_id = a.id and starts_with(agency.path, member.path)));
end $$;

-- One person to talk to per line of business (业务联络员).
create table liaison (
  id           uuid primary key,
  agency_id    uuid not null references agency,
  line         text not null,
  name         text not null,
  phone        text not null,
  account_id   uuid,
  note         text
);
create index liaison_agency on liaison (agency_id);

-- Where somebody answers (值班室).
create table duty_desk (
  agency_id   uuid primary key references agency,
  name        text not null,
  phone       text not null,
  hours       text not null,
  -- Whether urgent clues are taken here outside the hours too.
  urgent      boolean not null
);

grant select on division, division_neighbour, agency, alliance, alliance_member, liaison, duty_desk
  to xiezhi_app, xiezhi_system;
-- The server's job `founding` loads the directory of a fresh installation; afterwards people keep it.
grant insert on division, division_neighbour, agency, alliance, alliance_member, liaison, duty_desk to xiezhi_system;
grant insert on agency to xiezhi_app;
grant update (name, name_en, short_name, name_confidence, lines, acts_in_name_of, pinyin, initials, active, successor_id)
  on agency to xiezhi_app;
grant insert, update, delete on alliance, alliance_member, liaison, duty_desk to xiezhi_app;

create function manages_system() returns boolean language sql stable parallel safe
  return 'manage-system' = any (current_powers());

-- The leader of an agency keeps what concerns that agency alone.
create function keeps_agency(agency uuid) returns boolean language sql stable parallel safe
  return manages_system() or (agency = current_agency() and 'lead' = any (current_powers()));

create function is_founding() returns boolean language sql stable parallel safe
  return current_setting('app.job', true) = 'founding';

alter table agency enable row level security;
alter table alliance enable row level security;
alter table alliance_member enable row level security;
alter table liaison enable row level security;
alter table duty_desk enable row level security;

create policy read_agency on agency for select to xiezhi_app, xiezhi_system using (true);
create policy found_agency on agency for insert to xiezhi_app with check (manages_system());
create policy change_agency on agency for update to xiezhi_app using (manages_system());
create policy load_agency on agency for insert to xiezhi_system with check (is_founding());

create policy read_alliance on alliance for select to xiezhi_app, xiezhi_system using (true);
create policy write_alliance on alliance to xiezhi_app using (manages_system());
create policy load_alliance on alliance for insert to xiezhi_system with check (is_founding());

create policy read_alliance_member on alliance_member for select to xiezhi_app, xiezhi_system using (true);
create policy write_alliance_member on alliance_member to xiezhi_app using (manages_system());
create policy load_alliance_member on alliance_member for insert to xiezhi_system with check (is_founding());

create policy read_liaison on liaison for select to xiezhi_app, xiezhi_system using (true);
create policy write_liaison on liaison to xiezhi_app using (keeps_agency(agency_id));
create policy load_liaison on liaison for insert to xiezhi_system with check (is_founding());

create policy read_duty_desk on duty_desk for select to xiezhi_app, xiezhi_system using (true);
create policy write_duty_desk on duty_desk to xiezhi_app using (keeps_agency(agency_id));
create policy load_duty_desk on duty_desk for insert to xiezhi_system with check (is_founding());
