-- Letters 函件: the official documents that moves produce, numbered without gaps or doubles.
--
-- What a letter says is written with the move, in record_move(); its digest stands in the event, so the proof of the events covers it.
-- The bytes follow from the content: they are set and signed afterwards, once, and kept in the folder of files.

-- The sign of an agency in its numbers 机关代字; where none is set, one is formed from its short name.
create table letter_sign (
  agency_id uuid primary key references agency,
  sign text not null check (char_length(sign) between 2 and 12 and sign !~ '[\s〔〕\[\]()（）0-9]'),
  set_by uuid not null default current_account(),
  set_at timestamptz not null default clock_timestamp()
);

-- A template an alliance adopted for one type of letter; the newest version is in force. Letters keep the version they were made with.
create table letter_template (
  alliance_id uuid not null references alliance,
  type text not null check (type ~ '^[a-z-]{3,40}$'),
  version integer not null check (version > 0),
  template jsonb not null,
  reason text not null check (char_length(reason) between 1 and 1000),
  adopted_by uuid not null default current_account(),
  adopted_at timestamptz not null default clock_timestamp(),
  primary key (alliance_id, type, version)
);

-- The picture of an agency's electronic seal 电子印章, until another replaces it.
create table agency_stamp (
  id uuid primary key,
  agency_id uuid not null references agency,
  digest text not null references stored_file,
  set_by uuid not null,
  set_at timestamptz(3) not null,
  retired_at timestamptz(3)
);
create unique index agency_stamp_in_use on agency_stamp (agency_id) where retired_at is null;

-- A leader's permission to put the seal on letters of some types. Without one no letter bears it.
create table stamp_permission (
  id uuid primary key,
  agency_id uuid not null references agency,
  types text[] not null check (cardinality(types) > 0),
  -- Last day, in China; null: until it is revoked.
  until date,
  reason text not null check (char_length(reason) between 1 and 500),
  granted_by uuid not null,
  granted_at timestamptz(3) not null,
  revoked_by uuid,
  revoked_at timestamptz(3)
);
create index stamp_permission_of_agency on stamp_permission (agency_id) where revoked_at is null;

-- The last serial of an agency, type and year. Its row is locked until the move commits, and rolled back with it.
create table letter_counter (
  issuer_id uuid not null references agency,
  type text not null,
  year integer not null check (year between 2000 and 2999),
  last integer not null check (last > 0),
  primary key (issuer_id, type, year)
);

create table letter (
  id uuid primary key,
  matter_id uuid not null,
  -- The event that tells of it.
  seq integer not null,
  -- null: the whole matter; else the conversation of this leg.
  leg_no integer,
  visible_to uuid[],
  -- The legs it speaks to, and those on which it was taken back.
  legs integer[] not null check (cardinality(legs) > 0),
  void_legs integer[] not null default '{}',
  -- Whose letter it is: the agency, or the one in whose name it acts.
  issuer_id uuid not null references agency,
  to_ids uuid[] not null,
  type text not null,
  year integer not null,
  serial integer not null,
  number text not null,
  -- What the public page knows it by.
  code text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
  issued_at timestamptz(3) not null,
  content jsonb not null,
  -- SHA-256 of the canonical content.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  stamp_id uuid references agency_stamp,
  permission_id uuid references stamp_permission,
  -- The signed bytes, once they are made.
  pdf_digest text references stored_file,
  pdf_size bigint,
  -- SHA-256 of the certificate they are signed with.
  certificate text,
  foreign key (matter_id, seq) references event,
  unique (issuer_id, type, year, serial),
  check ((stamp_id is null) = (permission_id is null)),
  check (num_nulls(pdf_digest, pdf_size, certificate) in (0, 3))
);
create index letter_of_matter on letter (matter_id, issued_at);
create index letter_unmade on letter (issued_at) where pdf_digest is null;
create index letter_stamped on letter (issuer_id, issued_at desc) where stamp_id is not null;

-- May the one in whose name we run write letters of this agency: as itself, or as one that acts in its name?
create function writes_letters_of(issuer uuid) returns boolean language sql stable parallel safe
  return current_agency() = issuer
    or exists (select from agency a where a.id = current_agency() and a.acts_in_name_of = issuer);

-- Takes the next number and holds it until the transaction ends; with it what else a letter needs. A transaction that takes a number
-- and writes no letter with it cannot commit (the trigger below), so there are no gaps.
create function take_letter_number(issuer uuid, type_ text, year_ integer, alliance uuid) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  taken integer;
begin
  if not writes_letters_of(issuer) then
    raise exception 'take_letter_number: not its letters' using errcode = '42501';
  end if;
  insert into letter_counter as c (issuer_id, type, year, last) values (issuer, type_, year_, 1)
  on conflict (issuer_id, type, year) do update set last = c.last + 1
  returning last into taken;
  return letter_setting(issuer, type_, alliance) || jsonb_build_object('serial', taken);
end $$;

-- What a letter of this agency and type is made with now: sign, template, seal, and the joint office it may be copied to. Takes no number.
create function letter_setting(issuer uuid, type_ text, alliance uuid) returns jsonb
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not writes_letters_of(issuer) then
    raise exception 'letter_setting: not its letters' using errcode = '42501';
  end if;
  return jsonb_build_object(
    'sign', (select s.sign from letter_sign s where s.agency_id = issuer),
    'template', (
      select jsonb_build_object('name', a.code || '/' || t.version, 'template', t.template)
      from letter_template t join alliance a on a.id = t.alliance_id
      where t.alliance_id = alliance and t.type = type_
      order by t.version desc limit 1),
    'office', (
      select jsonb_build_object('id', o.id, 'name', o.name)
      from alliance a join agency o on o.id = a.office_agency_id where a.id = alliance),
    'stamp', (
      select jsonb_build_object('id', s.id, 'digest', s.digest, 'permission', p.id)
      from agency_stamp s join stamp_permission p on p.agency_id = s.agency_id
      where s.agency_id = issuer and s.retired_at is null and p.revoked_at is null and type_ = any (p.types)
        and (p.until is null or p.until >= (now() at time zone 'Asia/Shanghai')::date)
      order by p.granted_at limit 1));
end $$;

-- A number that was taken belongs to a letter, or nothing is committed.
create function refuse_gap() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (
    select from letter l
    where (l.issuer_id, l.type, l.year, l.serial) = (new.issuer_id, new.type, new.year, new.last)) then
    raise exception 'a number of a letter was taken and not used' using errcode = '23514';
  end if;
  return null;
end $$;
create constraint trigger no_gap after insert or update on letter_counter
  deferrable initially deferred for each row execute function refuse_gap();

-- Writes the letters of a move, and marks those it takes back; only record_move() calls it.
create function record_letters(m uuid, letters jsonb, voids jsonb) returns void
language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (
    select from jsonb_array_elements(letters) l
    where not writes_letters_of((l ->> 'issuer_id')::uuid)
      or not exists (
        select from letter_counter c
        where c.issuer_id = (l ->> 'issuer_id')::uuid and c.type = l ->> 'type' and c.year = (l ->> 'year')::int
          and c.last >= (l ->> 'serial')::int)
      or (l ->> 'permission_id' is not null and not exists (
        select from stamp_permission p join agency_stamp s on s.agency_id = p.agency_id
        where p.id = (l ->> 'permission_id')::uuid and p.revoked_at is null and l ->> 'type' = any (p.types)
          and s.id = (l ->> 'stamp_id')::uuid and s.agency_id = (l ->> 'issuer_id')::uuid and s.retired_at is null))) then
    raise exception 'record_letters: a letter without its number or its permission' using errcode = '42501';
  end if;
  -- First what is taken back: a letter may replace an earlier one of its type.
  update letter set void_legs = array(select unnest(letter.void_legs) union select unnest(gone.legs) order by 1)
  from (
    select l.id, array_agg(v.leg) as legs
    from jsonb_to_recordset(voids) as v (type text, leg int, last boolean)
    join letter l on l.matter_id = m and l.type = v.type and v.leg = any (l.legs)
    where v.last is not true or not exists (
      select from letter later
      where later.matter_id = m and later.type = v.type and v.leg = any (later.legs)
        and (later.issued_at, later.id) > (l.issued_at, l.id))
    group by l.id) gone
  where letter.id = gone.id;
  insert into letter (id, matter_id, seq, leg_no, visible_to, legs, issuer_id, to_ids, type, year, serial, number, code, issued_at,
    content, digest, stamp_id, permission_id)
  select l.id, m, l.seq, l.leg_no, l.visible_to, l.legs, l.issuer_id, l.to_ids, l.type, l.year, l.serial, l.number, l.code, l.issued_at,
    l.content, l.digest, l.stamp_id, l.permission_id
  from jsonb_to_recordset(letters)
    as l (id uuid, seq int, leg_no int, visible_to uuid[], legs int[], issuer_id uuid, to_ids uuid[], type text, year int, serial int,
      number text, code text, issued_at timestamptz, content jsonb, digest text, stamp_id uuid, permission_id uuid);
end $$;

-- Keeps the signed bytes of a letter, once; whoever comes second gets the first. The bytes lie in the folder already.
create function keep_letter_bytes(letter_id uuid, digest_ text, size_ bigint, certificate_ text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  kept text;
begin
  if current_setting('role') <> 'xiezhi_system' then
    raise exception 'keep_letter_bytes: a job of the server does this' using errcode = '42501';
  end if;
  insert into stored_file (digest, size) values (digest_, size_) on conflict do nothing;
  update letter set pdf_digest = digest_, pdf_size = size_, certificate = certificate_
  where id = letter_id and pdf_digest is null;
  select l.pdf_digest into kept from letter l where l.id = letter_id;
  return kept;
end $$;

-- What anybody may know who holds a letter: that it exists, from whom to whom, when, and whether it still stands.
create function check_letter(code_ text) returns jsonb
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select jsonb_build_object(
    'type', l.type, 'number', l.number, 'day', l.content ->> 'day', 'digest', l.digest,
    'issuer', l.content #>> '{issuer,name}',
    'to', (select coalesce(jsonb_agg(t ->> 'name'), '[]') from jsonb_array_elements(l.content -> 'to') t),
    'pdfDigest', l.pdf_digest, 'certificate', l.certificate, 'stamped', l.stamp_id is not null,
    'state', case when l.legs <@ l.void_legs then 'void' when l.void_legs <> '{}' then 'partly-void' else 'valid' end)
  from letter l where l.code = code_;
end;

-- Whose letters one's agency writes: its own, or those of the agency in whose name it acts.
create function letter_issuer() returns uuid language sql stable parallel safe
  return (select coalesce(a.acts_in_name_of, a.id) from agency a where a.id = current_agency());

-- The leader of the agency whose letters they are keeps its seal and its sign; where it has no leader here, the leader of the one that acts
-- in its name.
create function keeps_stamp() returns boolean
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select 'stamp' = any (current_powers()) and current_account() is not null
    and (letter_issuer() = current_agency() or not exists (
      select from account c where c.agency_id = letter_issuer() and c.active and 'leader' = any (c.roles)));
end;

-- Puts a new picture of the seal in the place of the old one. Letters that bear the old one keep it.
create function set_stamp(id_ uuid, digest_ text, size_ bigint) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not coalesce(keeps_stamp(), false) then
    raise exception 'set_stamp: not permitted' using errcode = '42501';
  end if;
  insert into stored_file (digest, size) values (digest_, size_) on conflict do nothing;
  update agency_stamp set retired_at = now() where agency_id = letter_issuer() and retired_at is null;
  insert into agency_stamp (id, agency_id, digest, set_by, set_at)
  values (id_, letter_issuer(), digest_, current_account(), now());
end $$;

create function grant_stamp(id_ uuid, types_ text[], until_ date, reason_ text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not coalesce(keeps_stamp(), false) then
    raise exception 'grant_stamp: not permitted' using errcode = '42501';
  end if;
  insert into stamp_permission (id, agency_id, types, until, reason, granted_by, granted_at)
  values (id_, letter_issuer(), types_, until_, reason_, current_account(), now());
end $$;

create function revoke_stamp(id_ uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update stamp_permission set revoked_by = current_account(), revoked_at = now()
  where id = id_ and agency_id = letter_issuer() and keeps_stamp() and revoked_at is null;
  return found;
end $$;

alter table letter_sign enable row level security;
alter table letter_template enable row level security;
alter table agency_stamp enable row level security;
alter table stamp_permission enable row level security;
alter table letter enable row level security;
alter table letter_counter enable row level security;

create policy read_sign on letter_sign for select to xiezhi_app, xiezhi_system using (true);
create policy set_sign on letter_sign to xiezhi_app using (agency_id = letter_issuer() and keeps_stamp()) with check (agency_id = letter_issuer() and keeps_stamp());
create policy read_template on letter_template for select to xiezhi_app, xiezhi_system using (true);
-- A copy lets the joint office into conversations, so the office cannot adopt that for itself.
create policy adopt_template on letter_template for insert to xiezhi_app
  with check (manages_system() or (convenes(alliance_id) and coalesce(template ->> 'copyToOffice', 'false') <> 'true'));
create policy own_agency_reads on agency_stamp for select to xiezhi_app using (agency_id = letter_issuer());
create policy own_agency_reads on stamp_permission for select to xiezhi_app using (agency_id = letter_issuer());
create policy jobs_read on agency_stamp for select to xiezhi_system using (true);
-- As the event that tells of it.
create policy concerned_read on letter for select to xiezhi_app, xiezhi_system
  using (sees_matter(matter_id) and sees_event(matter_id, leg_no, visible_to));

grant select on letter_sign, letter_template, agency_stamp, letter to xiezhi_app, xiezhi_system;
grant select on stamp_permission to xiezhi_app;
grant insert (agency_id, sign), update (sign) on letter_sign to xiezhi_app;
-- Who and when are the database's own defaults.
grant insert (alliance_id, type, version, template, reason) on letter_template to xiezhi_app;
revoke execute on function take_letter_number(uuid, text, integer, uuid), letter_setting(uuid, text, uuid), record_letters(uuid, jsonb, jsonb),
  keep_letter_bytes(uuid, text, bigint, text), check_letter(text), set_stamp(uuid, text, bigint), grant_stamp(uuid, text[], date, text),
  revoke_stamp(uuid) from public;
grant execute on function take_letter_number(uuid, text, integer, uuid), letter_setting(uuid, text, uuid) to xiezhi_app, xiezhi_system;
grant execute on function keep_letter_bytes(uuid, text, bigint, text), check_letter(text) to xiezhi_system;
grant execute on function set_stamp(uuid, text, bigint), grant_stamp(uuid, text[], date, text), revoke_stamp(uuid) to xiezhi_app;
