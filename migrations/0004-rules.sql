-- What people decide about deadlines and amounts: the numbers alliances and provinces adopt, and days the published calendar has wrong.
--
-- Append-only, the newest row in force: an old clock must still be explainable by the number and the calendar of its time.
-- The law itself is no table but data under review (src/features/rules/deadline-rules.ts): nobody edits it in production.

-- A number an alliance adopted for one rule (and variant) from a day on. The rule table of the program decides whether it may.
create table deadline_rule_override (
  id              bigint generated always as identity primary key,
  alliance_id     uuid not null references alliance on delete cascade,
  rule_id         text not null check (rule_id ~ '^[A-Z][A-Z0-9_]{1,60}$'),
  -- Null for the rule itself, else such as `urgent`.
  variant         text check (variant ~ '^[a-z-]{1,30}$'),
  value           integer not null check (value > 0),
  unit            text not null check (unit in ('minute', 'hour', 'work_day', 'cal_day', 'month', 'year')),
  -- What one extension adds, in the same unit; null when the period cannot be extended.
  extension       integer check (extension > 0),
  effective_from  date not null,
  effective_to    date check (effective_to >= effective_from),
  adopted_by      uuid not null default current_account(),
  reason          text not null check (char_length(reason) between 1 and 1000),
  created_at      timestamptz not null default clock_timestamp(),
  -- No agreement binds for longer than ten years.
  check (value + coalesce(extension, 0) <= case unit when 'year' then 10 when 'month' then 120 else 3650 end)
);

-- An amount of money or people that an alliance or a province adopted for a rule (src/features/rules/amount-rules.ts) from a day on.
create table amount_override (
  id              bigint generated always as identity primary key,
  alliance_id     uuid references alliance on delete cascade,
  -- The first two digits of GB/T 2260.
  province        text check (province ~ '^\d{2}$'),
  rule_id         text not null check (rule_id ~ '^[A-Z][A-Z0-9_]{1,60}$'),
  value           integer not null check (value between 1 and 1000000000),
  effective_from  date not null,
  effective_to    date check (effective_to >= effective_from),
  adopted_by      uuid not null default current_account(),
  reason          text not null check (char_length(reason) between 1 and 1000),
  -- How surely the decision was read: its text, two sources that agree, or one that retells it.
  confidence      text not null check (confidence in ('V-local', '2x', 'M')),
  created_at      timestamptz not null default clock_timestamp(),
  check (num_nonnulls(alliance_id, province) = 1)
);

-- One word on one day. `working` null takes earlier corrections back: the published calendar stands again.
create table calendar_correction (
  id       bigint generated always as identity primary key,
  day      date not null,
  working  boolean,
  reason   text not null check (char_length(reason) between 1 and 300),
  source   text not null check (char_length(source) between 1 and 300),
  made_by  uuid not null default current_account(),
  made_at  timestamptz not null default clock_timestamp()
);

grant select on deadline_rule_override, amount_override, calendar_correction to xiezhi_app, xiezhi_system;
-- Who, when and the order are the database's own defaults, which nobody can set.
grant insert (alliance_id, rule_id, variant, value, unit, extension, effective_from, effective_to, reason)
  on deadline_rule_override to xiezhi_app;
grant insert (alliance_id, province, rule_id, value, effective_from, effective_to, reason, confidence) on amount_override to xiezhi_app;
grant insert (day, working, reason, source) on calendar_correction to xiezhi_app;

-- The joint office of the alliance, or the agency that convenes it.
create function convenes(alliance uuid) returns boolean language sql stable parallel safe
  return 'convene' = any (current_powers()) and exists (
    select from alliance a
    where a.id = alliance and current_agency() in (a.office_agency_id, a.convenor_agency_id)
  );

-- The leader of the transport department of a province.
create function sets_amounts_of(province text) returns boolean language sql stable parallel safe
  return 'lead' = any (current_powers()) and exists (
    select from agency a
    where a.id = current_agency() and a.kind = 'department' and a.division_code = province || '0000'
  );

alter table deadline_rule_override enable row level security;
alter table amount_override enable row level security;
alter table calendar_correction enable row level security;

create policy read_override on deadline_rule_override for select to xiezhi_app, xiezhi_system using (true);
create policy adopt_override on deadline_rule_override for insert to xiezhi_app with check (convenes(alliance_id));

create policy read_amount on amount_override for select to xiezhi_app, xiezhi_system using (true);
create policy adopt_amount on amount_override for insert to xiezhi_app with check (convenes(alliance_id) or sets_amounts_of(province));

create policy read_correction on calendar_correction for select to xiezhi_app, xiezhi_system using (true);
create policy make_correction on calendar_correction for insert to xiezhi_app with check (manages_system());
