-- Cases 案件: the states of their chart, and the register in which the same act is found before it is filed twice.
--
-- A case is a matter of one agency (docs/decisions/0019-a-case-is-a-matter.md). What all regions have to see of it, so that nobody files
-- the same act again, stands in filed_act; nobody reads that table beyond the cases that are his to see, except through
-- acts_like() and cases_about(), which let out agency, number, time and whom to ring up, and nothing of a person.

insert into chart_state (kind, state) values
  ('case', 'drafted'), ('case', 'registered'), ('case', 'investigating'), ('case', 'suspended'), ('case', 'reviewing'),
  ('case', 'noticed'), ('case', 'hearing'), ('case', 'decided'), ('case', 'served'), ('case', 'spared'), ('case', 'told'), ('case', 'closed'), ('case', 'revised'), ('case', 'notFiled'),
  ('case', 'discarded');

-- An identifier in one spelling: half-width, upper case, without the blanks, dots and dashes people put in (compact() in TypeScript).
create function plain_identifier(typed text) returns text language sql immutable parallel safe
  return regexp_replace(upper(normalize(typed, nfkc)), '[\s·•・‧.‐‑–—_-]', '', 'g');

-- A citizen's number as a key 身份证号: one for the eighteen characters and for the old fifteen, and no number anybody could read off. A
-- digest can be found again by trying all numbers, so it is no pseudonym for the outside: it never leaves the database.
create function citizen_key(id_number text) returns text language sql immutable parallel safe
  return (select encode(sha256(convert_to(
      case when length(n) = 15 then left(n, 6) || '19' || right(n, 9) else left(n, 17) end, 'UTF8')), 'hex')
    from (select plain_identifier(id_number) as n) as plain where n <> '');

-- What an act is recognised by: a vehicle by plate and colour together, a ship by a number; its name is only a hint. Whoever works
-- without either is known by credit code, citizen's number or the number of a certificate; a company's name is only a hint.
create function act_subjects(content jsonb) returns text[] language sql immutable parallel safe
  return array_remove(array[
    'plate ' || plain_identifier(content #>> '{vehicle,plate}') || '/' || (content #>> '{vehicle,colour}'),
    'ship ' || plain_identifier(content #>> '{ship,mmsi}'),
    'ship ' || plain_identifier(content #>> '{ship,identificationNumber}'),
    'ship name ' || plain_identifier(content #>> '{ship,name}'),
    'person ' || citizen_key(content #>> '{party,idNumber}'),
    'company ' || plain_identifier(content #>> '{party,creditCode}'),
    'company name ' || plain_identifier(case content #>> '{party,kind}' when 'organisation' then content #>> '{party,name}' end),
    'certificate ' || plain_identifier(content #>> '{about,certificateNumber}')], null);

-- How two acts are known to be about the same one: `subject`, which is in one place at a time (vehicle, ship, person); `company`, which
-- may be at work in several; `hint`; null where they are not. A company is no reason while each act names a vehicle or ship of its own.
create function act_known_by(mine text[], theirs text[]) returns text language sql immutable parallel safe
  return (
    select case
      when bool_or(s like 'plate %' or (s like 'ship %' and s not like 'ship name %')) then 'subject'
      when bool_or(s like 'ship name %') then 'hint'
      when bool_and(carried) then null
      when bool_or(carried) or bool_and(s like 'company name %') then 'hint'
      when bool_or(s like 'person %') then 'subject'
      else 'company' end
    from unnest(mine) s
    cross join lateral (values (mine), (theirs)) as act (subjects)
    cross join lateral (
      select exists (select from unnest(subjects) x where x like 'plate %' or x like 'ship %') as carried) as c
    where s = any (theirs));

-- Acts that were filed. One row for each case, from its filing on.
create table filed_act (
  matter_id uuid primary key references matter,
  agency_id uuid not null references agency,
  case_number text not null,
  case_number_key text not null,
  -- Trusted, the same for all regions, and never changed: of several competent agencies the first to file has the case (处罚法 25).
  filed_at timestamptz(3) not null,
  subjects text[] not null,
  behaviour text not null,
  roads text[] not null,
  begins_at timestamptz(3) not null,
  ends_at timestamptz(3) not null check (ends_at >= begins_at),
  -- The case has gone to another agency, or its filing was withdrawn: the act may be filed again.
  released_at timestamptz(3),
  -- One case, one number 一案一号.
  unique (agency_id, case_number_key)
);
create index filed_act_subjects on filed_act using gin (subjects);
create index matter_act_subjects on matter using gin (act_subjects(content)) where kind in ('case-transfer', 'jurisdiction-dispute');

create function keep_filing() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or row (new.matter_id, new.agency_id, new.case_number, new.filed_at)
    is distinct from row (old.matter_id, old.agency_id, old.case_number, old.filed_at) then
    raise exception 'filed_act: agency, number and time of a filing are not changed' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger keep_filing before update or delete on filed_act for each row execute function keep_filing();

alter table filed_act enable row level security;
create policy parties_read on filed_act for select using (sees_matter(matter_id));
grant select on filed_act to xiezhi_app, xiezhi_system;

-- May the one in whose name we run look into the cases of all regions? Not a partner department, which answers what it is asked.
create function searches_cases() returns boolean language sql stable parallel safe
  return current_powers() && array['open', 'approve', 'lead', 'oversee'];

-- Makes whoever files an act of the same vehicle, ship or party wait for whoever files one at this moment: the second sees the first.
create function lock_acts(subjects text[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  subject text;
begin
  -- In one order, or two that have two subjects in common would wait for each other.
  foreach subject in array (select coalesce(array_agg(s order by s), '{}') from unnest(subjects) s) loop
    perform pg_advisory_xact_lock(hashtextextended(subject, 23));
  end loop;
end $$;

-- Cases of all regions, and transfers and disputes that others lead, about the same vehicle, ship or party between these moments.
create function acts_like(subjects_ text[], from_ timestamptz, until_ timestamptz, except_ uuid)
returns table (source text, agency_id uuid, number text, at timestamptz, contact jsonb, behaviour text, roads text[],
  begins_at timestamptz, ends_at timestamptz, known_by text)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select 'case', f.agency_id, f.case_number, f.filed_at, t.content -> 'contact', f.behaviour, f.roads, f.begins_at, f.ends_at,
    act_known_by(subjects_, f.subjects)
  from filed_act f join matter t on t.id = f.matter_id
  where searches_cases() and f.subjects && subjects_ and f.begins_at <= until_ and f.ends_at >= from_
    and f.released_at is null and f.matter_id <> except_ and act_known_by(subjects_, f.subjects) is not null
    -- The case that came to one's own agency by a transfer is this act, and its to file now.
    and taken_over_in(f.case_number_key, except_) is null
  union all
  select t.kind, t.lead_id, t.number, t.opened_at, null, null, '{}', o.at, o.at, 'hint'
  from matter t
  cross join lateral (
    select coalesce(t.content #>> '{case,discoveredAt}', t.content #>> '{dispute,occurredAt}')::timestamptz as at) o
  where searches_cases() and t.kind in ('case-transfer', 'jurisdiction-dispute') and act_subjects(t.content) && subjects_
    and o.at between from_ and until_ and t.lead_id <> current_agency()
    and act_known_by(subjects_, act_subjects(t.content)) is not null
    and exists (
      select from leg l
      where l.matter_id = t.id and l.delivery = 'delivered' and l.state not in ('returned', 'recalled', 'dropped', 'discarded'));
end;

-- How a case was decided, or what became of the decision: a penalty that was annulled is none. As far as whoever asks may read.
create function case_outcome(m uuid) returns text language sql stable parallel safe
  return (
    select coalesce(e.body #>> '{form,outcome}', e.body #>> '{form,result}', 'penalty') from event e
    where e.matter_id = m and e.type in ('decide', 'decideWithoutPenalty', 'decideOnSpot', 'spareOnSpot', 'revise') order by e.seq desc limit 1);

-- Cases of all regions about a vehicle: who filed, when, what it was, how it was decided. For "is it really the first violation".
create function cases_about(subject text, most integer)
returns table (agency_id uuid, number text, filed_at timestamptz, behaviour text, state text, outcome text, contact jsonb)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select f.agency_id, f.case_number, f.filed_at, f.behaviour, l.state,
    case_outcome(f.matter_id),
    t.content -> 'contact'
  from filed_act f join matter t on t.id = f.matter_id join leg l on l.matter_id = f.matter_id and l.no = 1
  where searches_cases() and f.subjects @> array[subject]
  order by f.filed_at desc limit most;
end;

-- Enters an act as filed by one's own agency; false when the agency has that case number already.
create function file_act(m uuid, case_number_ text, filed_at_ timestamptz, behaviour_ text, roads_ text[], begins_at_ timestamptz, ends_at_ timestamptz)
returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into filed_act (matter_id, agency_id, case_number, case_number_key, filed_at, subjects, behaviour, roads, begins_at, ends_at)
  select t.id, t.lead_id, case_number_, case_number_key(case_number_), filed_at_, act_subjects(t.content), behaviour_, roads_, begins_at_, ends_at_
  from matter t
  where t.id = m and t.kind = 'case' and (t.lead_id = current_agency() or t.reviewer_id = current_agency()) and sees_matter(m)
  on conflict (agency_id, case_number_key) do nothing;
  return found;
end $$;

-- Gives an act free again: the case was handed over, or its filing withdrawn. The row stays.
create function release_act(m uuid, at_ timestamptz) returns void
language sql security definer set search_path = public, pg_temp
begin atomic
  update filed_act f set released_at = at_
  from matter t
  where f.matter_id = m and t.id = m and f.released_at is null
    and (t.lead_id = current_agency() or t.reviewer_id = current_agency()) and sees_matter(m);
end;

-- The evidence of a case that agencies of other provinces collected, by what its record says; and whether the agency of the case has
-- recognised that very piece for this case. The recognition may be closed to who asks here, such as a reviewer; only yes or no leaves.
create function foreign_evidence(m uuid) returns table (file uuid, name text, collected_by uuid, recognised boolean)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  with own as (
    select t.lead_id, left(a.division_code, 2) as province,
      array[case_number_key(t.number), case_number_key(t.content #>> '{external,number}'), f.case_number_key] as numbers
    from matter t join agency a on a.id = t.lead_id left join filed_act f on f.matter_id = t.id
    where t.id = m and t.kind = 'case' and sees_matter(m)
  ), described as (
    select distinct on (e.body #>> '{form,file}') (e.body #>> '{form,file}')::uuid as file, e.body ->> 'name' as name,
      e.body ->> 'digest' as digest, e.body -> 'form' as form, (e.body #>> '{form,collectedBy,0}')::uuid as collected_by
    from event e where e.matter_id = m and e.type = 'describeEvidence'
    order by e.body #>> '{form,file}', e.seq desc
  )
  select d.file, d.name, d.collected_by, exists (
    select from leg l
    join matter r on r.id = l.matter_id and r.kind = 'evidence-recognition'
    join agency asker on asker.id = l.asker_id
    join event e on e.matter_id = r.id and e.type = 'recognise'
    cross join lateral jsonb_array_elements(e.body #> '{form,reviews}') review
    cross join lateral (select r.content -> 'evidence' -> ((review ->> 'piece')::int - 1) as offered) p
    where l.answerer_id = own.lead_id and l.state = 'recognised'
      -- A brigade collects, and whoever stands above it may offer.
      and (starts_with(there.path, asker.path) or starts_with(asker.path, there.path))
      and case_number_key(r.content #>> '{case,number}') = any (own.numbers) and review ->> 'outcome' = 'recognised'
      and (p.offered ->> 'digest' = d.digest
        or exists (select from attachment o where o.id = (p.offered ->> 'file')::uuid and o.matter_id = r.id
          and o.withdrawn_at is null and o.digest = d.digest)
        or (case_number_key(r.number) = case_number_key(d.form #>> '{recognition,number}')
          and review ->> 'piece' = d.form #>> '{recognition,piece}')))
  from own cross join described d
  join attachment x on x.id = d.file and x.withdrawn_at is null
  left join agency there on there.id = d.collected_by
  where (d.collected_by is null and d.form #>> '{collection,submittedBy}' = 'other-agency')
    or (left(there.division_code, 2) not in (own.province, '00'));
end;

revoke execute on function lock_acts(text[]), acts_like(text[], timestamptz, timestamptz, uuid), cases_about(text, integer),
  file_act(uuid, text, timestamptz, text, text[], timestamptz, timestamptz), release_act(uuid, timestamptz), foreign_evidence(uuid) from public;
grant execute on function lock_acts(text[]), acts_like(text[], timestamptz, timestamptz, uuid), cases_about(text, integer),
  file_act(uuid, text, timestamptz, text, text[], timestamptz, timestamptz), release_act(uuid, timestamptz), foreign_evidence(uuid) to xiezhi_app;
