-- Files 附件: which bytes belong to which matter, and who may read them. The bytes themselves stand in a folder under their
-- digest (src/platform/file-store.ts).
--
-- Files are never altered and never deleted; a mistaken one is withdrawn and stays readable, marked, for those who could read
-- it. Writing happens in add_attachment() and withdraw_attachment(), together with an event of the matter.

-- What the folder must hold; the sweep removes bytes that no row names.
create table stored_file (
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  stored_at timestamptz(3) not null default now()
);

create table attachment (
  id uuid primary key,
  matter_id uuid not null references matter,
  -- null: it belongs to the whole matter; else to the conversation of this leg.
  leg_no integer,
  digest text not null references stored_file,
  size bigint not null,
  name text not null check (char_length(name) between 1 and 200),
  media_type text not null,
  -- The item of the check-list of materials it satisfies.
  item text check (item ~ '^[A-Za-z][A-Za-z0-9._-]{0,63}$'),
  note text check (char_length(note) <= 500),
  agency_id uuid not null references agency,
  -- null: a program of the agency.
  added_by uuid references account,
  added_at timestamptz(3) not null default now(),
  -- null: whoever the conversation concerns, once it has been sent; else only these agencies, for good.
  visible_to uuid[],
  withdrawn_at timestamptz(3),
  withdrawn_by uuid references account,
  withdrawn_reason text check (char_length(withdrawn_reason) between 1 and 500),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index attachment_of_matter on attachment (matter_id, added_at);
create index attachment_of_digest on attachment (digest);
create index attachment_of_agency on attachment (agency_id, added_at, id);

-- A file on its way 上传中, sent in several requests (tus); its bytes lie in a folder of their own. No part of the record: it is
-- swept after a week, and the row says who may go on with it and where the file goes when it is whole.
create table upload (
  id uuid primary key,
  matter_id uuid not null references matter,
  agency_id uuid not null references agency default current_agency(),
  -- null: a program of the agency; any other program of it may go on.
  account_id uuid references account default current_account(),
  name text not null check (char_length(name) between 1 and 200),
  size bigint not null check (size > 0),
  -- What else the sender said: item, note, leg, internal, declaredType, lastModified, sha256.
  particulars jsonb not null,
  begun_at timestamptz(3) not null default now(),
  -- Once it is whole and looked at; its bytes are kept, or about to be.
  digest text check (digest ~ '^[0-9a-f]{64}$'),
  media_type text,
  -- Once it is attached.
  file_id uuid references attachment
);
create index upload_of_matter on upload (matter_id);

-- May the one in whose name we run read the file?
-- One's own side (and its superiors) always, and who reviews for it. The other side once the leg, or for a file of the whole matter any leg, has been
-- delivered: what is being prepared shows itself at the instant it is sent, without anybody having to open it up.
create function sees_attachment(m uuid, leg_ integer, agency uuid, visible_to uuid[]) returns boolean
language plpgsql stable security definer parallel safe set search_path = public, pg_temp as $$
begin
  if not sees_matter(m) then
    return false;
  end if;
  if visible_to is not null then
    return speaks_for(visible_to);
  end if;
  return speaks_for(array[agency]) or reviews_for_opener(m) or exists (
    select from leg l
    where l.matter_id = m and l.delivery = 'delivered'
      and (leg_ is null or (l.no = leg_ and speaks_for(in_conversation(m, leg_))))
  );
end $$;

-- What adding or withdrawing a file has to know of its matter; null when it is not there or not to be seen.
-- Locking keeps it from being sent meanwhile.
create function matter_for_files(m uuid, locking boolean) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not sees_matter(m) then
    return null;
  end if;
  if locking then
    perform from matter where id = m for no key update;
  end if;
  return (
    select jsonb_build_object(
      'kind', t.kind,
      'settled', t.settled_at is not null,
      'takes_part', exists (
        select from party p where p.matter_id = m and p.agency_id = current_agency() and p.left_at is null),
      'files', (select count(*) from attachment a where a.matter_id = m),
      'legs', (
        select coalesce(jsonb_agg(jsonb_build_object(
            'no', l.no, 'asker', l.asker_id, 'state', l.state, 'delivered', l.delivery = 'delivered', 'settled', l.settled_at is not null,
            'sides', array_remove(array[l.asker_id, l.answerer_id, l.superior_id], null)) order by l.no), '[]')
        from leg l where l.matter_id = m))
    from matter t where t.id = m);
end $$;

-- Attaches stored bytes to a matter, in the name of the one who runs. The key, if any, remembers the result (P13).
create function add_attachment(file jsonb, key_ jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  m uuid := (file ->> 'matter_id')::uuid;
begin
  if not coalesce((matter_for_files(m, true) ->> 'takes_part')::boolean, false) then
    raise exception 'add_attachment: not a party' using errcode = '42501';
  end if;
  insert into stored_file (digest, size) values (file ->> 'digest', (file ->> 'size')::bigint) on conflict do nothing;
  insert into attachment (id, matter_id, leg_no, digest, size, name, media_type, item, note, agency_id, added_by, added_at, visible_to)
  select (file ->> 'id')::uuid, m, (file ->> 'leg_no')::int, s.digest, s.size, file ->> 'name', file ->> 'media_type',
    file ->> 'item', file ->> 'note', current_agency(), current_account(), coalesce((file ->> 'added_at')::timestamptz, now()),
    case when (file ->> 'internal')::boolean then array[current_agency()] end
  from stored_file s where s.digest = file ->> 'digest';
  if key_ is not null then
    insert into idempotency (asked_by, key, digest, result)
    values ((key_ ->> 'asked_by')::uuid, key_ ->> 'key', decode(key_ ->> 'digest', 'hex'), key_ -> 'result');
  end if;
end $$;

-- Withdraws a file of one's own agency; false when it is not one's own or withdrawn already. What was withdrawn before it was
-- sent stays with one's own side for good.
create function withdraw_attachment(id_ uuid, reason text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update attachment a set
    withdrawn_at = now(), withdrawn_by = current_account(), withdrawn_reason = reason,
    visible_to = case
      when exists (
        select from leg l where l.matter_id = a.matter_id and l.delivery = 'delivered'
          and (a.leg_no is null or l.no = a.leg_no))
      then a.visible_to
      else array[a.agency_id]
    end
  where id = id_ and agency_id = current_agency() and withdrawn_at is null and sees_matter(matter_id);
  return found;
end $$;

alter table stored_file enable row level security;
alter table attachment enable row level security;
alter table upload enable row level security;
create policy own on upload to xiezhi_app
  using (agency_id = current_agency() and account_id is not distinct from current_account());
create policy jobs on upload to xiezhi_system using (true);
create policy jobs_read on stored_file for select to xiezhi_system using (true);
create policy concerned_read on attachment for select using (sees_attachment(matter_id, leg_no, agency_id, visible_to));

grant select on stored_file to xiezhi_system;
grant select on attachment to xiezhi_app, xiezhi_system;
grant select, insert, delete on upload to xiezhi_app;
grant update (digest, media_type, file_id) on upload to xiezhi_app;
grant select, delete on upload to xiezhi_system;
revoke execute on function matter_for_files(uuid, boolean), add_attachment(jsonb, jsonb), withdraw_attachment(uuid, text)
  from public;
grant execute on function matter_for_files(uuid, boolean), add_attachment(jsonb, jsonb), withdraw_attachment(uuid, text)
  to xiezhi_app;
