-- Who looked at personal data, who was refused, who came and went, who changed whose rights.
--
-- Append-only for everybody: the time and the name are the database's own defaults, which the running roles cannot set, and
-- a trigger refuses changes even to the owner. Kept for at least three years (PIPL Art. 56; 网络安全法 asks for six months of logs).
-- It holds ids and fixed words, never what was read or typed (P25). No foreign keys: recording must never fail.
create table access_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  account_id uuid default current_account(),
  -- Null for administrators, who act for no agency (src/platform/as-actor.ts).
  agency_id uuid default nullif(current_agency(), '00000000-0000-0000-0000-000000000000'),
  what text not null check (what ~ '^[a-z-]{2,40}$'),
  route text check (char_length(route) <= 300),
  matter_id uuid,
  fields text[] not null default '{}' check (cardinality(fields) <= 50),
  purpose text check (char_length(purpose) <= 200),
  outcome text not null check (outcome in ('done', 'refused')),
  facts jsonb not null default '{}' check (pg_column_size(facts) <= 4096)
);
create index access_log_at on access_log using brin (at);
create index access_log_account on access_log (account_id, id);
create index access_log_matter on access_log (matter_id, id) where matter_id is not null;
create index access_log_what on access_log (what, id);

create function refuse_access_log_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger append_only before update or delete on access_log for each row execute function refuse_access_log_change();
create trigger never_emptied before truncate on access_log for each statement execute function refuse_access_log_change();

alter table access_log enable row level security;
grant select, insert (what, route, matter_id, fields, purpose, outcome, facts) on access_log to xiezhi_app;
grant insert (at, account_id, agency_id, what, route, matter_id, fields, purpose, outcome, facts)
  on access_log to xiezhi_system;
create policy recorded on access_log for insert to xiezhi_app with check (true);
create policy audited on access_log for select to xiezhi_app using ('audit' = any (current_powers()));
create policy jobs on access_log for insert to xiezhi_system with check (true);
