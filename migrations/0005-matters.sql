-- Matters 协作事项 and everything that changes with them in one transaction.
--
-- One door: the running roles may read these tables but not write them. All writing happens in record_move()
-- (and save_draft(), mark_read()), which run with the owner's rights and check in whose name they are called.
-- The TypeScript side decides (charts, clocks, hashes); this side stores in one round trip and guards.

-- The states each kind's chart knows. A test compares it with the charts; legs refer to it.
create table chart_state (
  kind text not null,
  state text not null,
  primary key (kind, state)
);
insert into chart_state (kind, state) values
  ('case-transfer', 'drafted'), ('case-transfer', 'inReview'), ('case-transfer', 'approved'),
  ('case-transfer', 'sent'), ('case-transfer', 'received'), ('case-transfer', 'supplementing'),
  ('case-transfer', 'objected'), ('case-transfer', 'consulting'), ('case-transfer', 'objectionTakenUp'),
  ('case-transfer', 'consultationTakenUp'), ('case-transfer', 'referred'),
  ('case-transfer', 'accepted'), ('case-transfer', 'filed'), ('case-transfer', 'decided'),
  ('case-transfer', 'reported'), ('case-transfer', 'closed'), ('case-transfer', 'returned'),
  ('case-transfer', 'recalled'), ('case-transfer', 'discarded'),
  ('clue', 'drafted'), ('clue', 'pushed'), ('clue', 'received'), ('clue', 'verifying'), ('clue', 'concluded'),
  ('clue', 'fedBack'), ('clue', 'closed'), ('clue', 'returned'), ('clue', 'recalled'), ('clue', 'discarded');

create sequence matter_number;

create table matter (
  id uuid primary key,
  kind text not null,
  -- Readable reference, such as 案移-20261122-000042.
  number text not null unique,
  title text not null check (length(title) between 1 and 300),
  urgency text not null default 'normal' check (urgency in ('normal', 'urgent')),
  opener_id uuid not null references agency,
  -- Exactly one lead at every instant (P1): a column, not a row that could be missing or doubled.
  lead_id uuid not null references agency,
  -- Until it is sent: the agency whose people review it, where the opener has nobody for it but the writer.
  reviewer_id uuid references agency,
  alliance_id uuid references alliance,
  -- What makes two matters "the same thing again" (a case number); unique while unsettled (P3).
  subject_key text,
  content jsonb not null default '{}',
  version integer not null,
  head bytea not null,
  opened_at timestamptz(3) not null,
  settled_at timestamptz(3)
);
create unique index matter_same_thing_pending on matter (kind, opener_id, subject_key)
  where subject_key is not null and settled_at is null;

create table leg (
  matter_id uuid not null references matter,
  no integer not null check (no between 1 and 200),
  kind text not null,
  asker_id uuid not null references agency,
  answerer_id uuid references agency,
  superior_id uuid references agency,
  -- Who reads the conversation and speaks in it without a side of its own 列席: who forwarded it, the office an escalation called in.
  attending uuid[] not null default '{}',
  state text not null,
  -- action -> who took it last: for "once", "after" and four eyes.
  done jsonb not null default '{}',
  delivery text not null default 'unsent' check (delivery in ('unsent', 'delivered', 'failed')),
  delivery_fault text,
  sent_at timestamptz(3),
  settled_at timestamptz(3),
  primary key (matter_id, no),
  -- Nobody asks itself, but an agency may come to sit on both sides when it takes over from the other (succeed-agencies.ts).
  foreign key (kind, state) references chart_state
);

-- What an agency has not sent yet; the workbench counts it.
create index leg_unsent on leg (asker_id) where no = 1 and delivery = 'unsent' and settled_at is null;
-- Transfers that are objected to are few: a common superior finds those it may take up without reading the rest.
create index leg_objected on leg (matter_id) where kind = 'case-transfer' and state in ('objected', 'consulting') and settled_at is null;

-- Who takes part. Only parties see a matter; each side may restrict it to named people of its own.
create table party (
  matter_id uuid not null references matter,
  agency_id uuid not null references agency,
  restricted boolean not null default false,
  readers uuid[] not null default '{}',
  assignee_id uuid references account,
  -- Set when the agency leaves the circle: from then on it reads nothing (P7).
  left_at timestamptz(3),
  -- Says again that the matter is settled: an agency's few open matters are found without going through all its settled ones.
  settled boolean not null default false,
  primary key (agency_id, matter_id)
);
create index party_open on party (agency_id, matter_id) where not settled;
create index party_of_matter on party (matter_id);

create table event (
  matter_id uuid not null references matter,
  node text not null,
  seq integer not null,
  prev_hash bytea,
  hash bytea not null,
  at timestamptz(3) not null,
  actor jsonb not null,
  agency_id uuid,
  leg integer,
  type text not null,
  body jsonb not null,
  -- null: whoever takes part in the conversation of its leg or, where it has none, in the matter, since whenever;
  -- else only these agencies (preparation, internal notes).
  visible_to uuid[],
  -- Hashed with the rest, so that a hash alone betrays nothing (src/kernel/event-chain.ts); null in events recorded without.
  salt bytea check (octet_length(salt) = 16),
  primary key (matter_id, seq)
);

-- Events no seal covers yet; sealing takes them out (migration 0007).
create table unsealed (
  matter_id uuid not null,
  seq integer not null,
  hash bytea not null,
  primary key (matter_id, seq)
);

create table clock (
  id uuid primary key,
  matter_id uuid not null references matter,
  leg_no integer not null,
  name text not null,
  -- Which of several things of the same sort it times, such as a measure by its number; null where there is one only.
  item text,
  rule_id text not null,
  -- The rule as it was when the clock started: value, unit, extension, reminders, basis, confidence.
  rule jsonb not null,
  owes_id uuid not null references agency,
  waits_id uuid references agency,
  -- Whoever carries it out for who owes it reads it too, though it began before anything was sent.
  entrusted boolean not null default false,
  started_at timestamptz(3) not null,
  due_at timestamptz(3) not null,
  -- From when the light is amber; red from due_at on. Lists, counts and pages read the same two columns (P22).
  amber_at timestamptz(3) not null,
  paused_at timestamptz(3),
  pauses jsonb not null default '[]',
  extended_at timestamptz(3),
  stopped_at timestamptz(3),
  outcome text check (outcome in ('met', 'late', 'void')),
  -- When the background work should look again: reminder, due, escalation.
  wake_at timestamptz(3),
  -- Reminders and escalations that have been sent, by name.
  told text[] not null default '{}'
);
create index clock_of_matter on clock (matter_id);
create index clock_owed on clock (owes_id, due_at) where stopped_at is null;
create index clock_awaited on clock (waits_id, due_at) where stopped_at is null;
create index clock_wake on clock (wake_at) where stopped_at is null and wake_at is not null;

-- What arrived for an agency (or one person in it). Obligations stand in clock; this is news.
create table inbox (
  id bigint generated always as identity primary key,
  agency_id uuid not null references agency,
  account_id uuid references account,
  matter_id uuid not null references matter,
  leg_no integer,
  seq integer not null,
  type text not null,
  urgent boolean not null default false,
  at timestamptz(3) not null,
  read_at timestamptz(3),
  read_by uuid references account
);
create index inbox_of_agency on inbox (agency_id, id desc);
create index inbox_unread on inbox (agency_id, id desc) where read_at is null;
create index inbox_of_matter on inbox (matter_id, agency_id) where read_at is null;

-- What somebody is writing. Not part of the record; nothing typed is lost.
-- A matter's own content is written by the whole agency (account_id is the zero uuid); an answer by one person.
create table draft (
  matter_id uuid not null references matter,
  leg_no integer not null,
  action text not null,
  agency_id uuid not null references agency,
  account_id uuid not null,
  body jsonb not null,
  version integer not null,
  saved_at timestamptz(3) not null,
  saved_by uuid not null,
  primary key (matter_id, leg_no, action, agency_id, account_id)
);

create table matter_link (
  matter_id uuid not null references matter,
  other_id uuid not null references matter,
  relation text not null check (relation in ('continues', 'same-case', 'related', 'duplicate')),
  made_at timestamptz(3) not null,
  primary key (matter_id, other_id)
);
create index matter_link_back on matter_link (other_id);

-- The first result of a write, for a client that asks again with the same key (P13).
create table idempotency (
  asked_by uuid not null,
  key text not null,
  digest bytea not null,
  result jsonb not null,
  at timestamptz not null default now(),
  primary key (asked_by, key)
);
create index idempotency_age on idempotency (at);

-- What a job of the server could not do for one clock or matter: tried again later, so that everything else goes on. Ids and
-- the sort of fault, never what people wrote.
create table set_aside (
  job text not null,
  subject uuid not null,
  matter_id uuid not null references matter,
  failures integer not null default 1,
  fault text not null,
  since timestamptz(3) not null,
  again_at timestamptz(3) not null,
  primary key (job, subject)
);

-- Search by character pairs: exact for Chinese words of any length from two characters.
-- Without row-level security on purpose (its operators are not leakproof, the index would not be used):
-- no running role may read it; search_matters() returns ids only, and the ids are read through matter's policy.
create table matter_search (
  matter_id uuid primary key references matter,
  pairs text[] not null
);
create index matter_search_pairs on matter_search using gin (pairs);

-- The newest matters older than one, or the newest of all, that hold the words: one's agency's own, of which only those one sees count towards
-- the limit, so that a common word in the whole installation does not push a small agency's own matters out; or, for whoever oversees a
-- subtree, those of all agencies.
-- Planned anew each time, with the words at hand: a rare one is looked up, a common one is met on the way through one's newest matters.
create function search_matters(wanted text[], own boolean, before uuid, most integer) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if own or current_oversight() is null then
    return query execute
      'select p.matter_id from party p join matter_search s on s.matter_id = p.matter_id
       where p.agency_id = $3 and p.left_at is null and s.pairs @> $1 and ($4::uuid is null or p.matter_id < $4)
         and (not p.restricted or sees_matter(p.matter_id))
       order by p.matter_id desc limit $2'
      using wanted, most, current_agency(), before;
  else
    return query execute
      'select s.matter_id from matter_search s where s.pairs @> $1 and ($3::uuid is null or s.matter_id < $3) order by s.matter_id desc limit $2'
      using wanted, most, before;
  end if;
end $$;

-- Who reviews what somebody of an agency wrote: the agency itself where it has anybody else for it, else the one in whose name it acts,
-- else the nearest above it that has somebody. Null where nobody has; never one of those it is addressed to.
create function reviewing_agency(own_ uuid, writer text, roles_ text[], addressees uuid[]) returns uuid
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select a.id
  from agency own join agency a on a.active and (a.id = own.acts_in_name_of or starts_with(own.path, a.path))
  where own.id = own_ and a.id <> all (addressees)
    and exists (select from account c where c.agency_id = a.id and c.active and c.roles && roles_ and c.id::text <> writer)
  order by a.id = own.id desc, a.id is not distinct from own.acts_in_name_of desc, length(a.path) desc
  limit 1;
end;

-- Does the one in whose name we run review it for a smaller agency? What is restricted, only who leads there.
create function reviews_for_opener(m uuid) returns boolean
language plpgsql stable security definer parallel safe set search_path = public, pg_temp as $$
begin
  return 'approve' = any (current_powers())
    and exists (select from matter t where t.id = m and t.reviewer_id = current_agency())
    and ('lead' = any (current_powers()) or not exists (select from party p where p.matter_id = m and p.restricted));
end $$;

-- Does the one in whose name we run read any matter at all? The three administrators belong to agencies too, and see none.
create function reads_matters() returns boolean language sql stable parallel safe
  return current_powers() && array['handle', 'approve', 'lead', 'designate', 'oversee', 'convene', 'hotline'];

-- Is the one in whose name we run the common superior of a delivered conversation that nobody has called in? It may do so of its own
-- accord (行政处罚法 Art. 25); in which states of which kinds, the charts say.
create function is_uncalled_superior(m uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return 'designate' = any (current_powers()) and exists (
    select from leg l
    where l.matter_id = m and l.superior_id is null and l.delivery = 'delivered' and l.settled_at is null
      and common_superior(l.asker_id, l.answerer_id) = current_agency());
end $$;

-- May the one in whose name we run see the matter?
-- plpgsql, because its cached plan costs a third of an SQL function's start-up per row.
create function sees_matter(m uuid) returns boolean
language plpgsql stable security definer parallel safe set search_path = public, pg_temp as $$
declare
  agency uuid := current_agency();
  is_restricted boolean;
  named uuid[];
begin
  if agency is null then
    -- The server's own jobs; xiezhi_app always has an agency (as-actor.ts).
    return current_setting('role') = 'xiezhi_system';
  end if;
  if not reads_matters() then
    return false;
  end if;
  -- Asked for every row of a list, and nearly always the answer: a look-up of its own is a third of one with everything below.
  select restricted, readers into is_restricted, named from party p where p.agency_id = agency and p.matter_id = m and p.left_at is null;
  if found and (not is_restricted or current_account() = any (named)
    -- All who were named have left: those who decide in the agency read it, or nobody could ever again.
    or (not exists (select from account a where a.id = any (named) and a.active) and current_account() = any (leaders_of(agency)))) then
    return true;
  end if;
  if reviews_for_opener(m) then
    return true;
  end if;
  if current_oversight() is null then
    return false;
  end if;
  return exists (
    select from party p join agency a on a.id = p.agency_id
    where p.matter_id = m and p.left_at is null and not p.restricted
      and starts_with(a.path, current_oversight())
  );
end $$;

-- The closed agencies whose duties one has taken over, also from one that had taken them over itself.
create function predecessors_of(agency uuid) returns setof uuid
language sql stable parallel safe
begin atomic
  with recursive before as (
    select id from agency a where a.successor_id = predecessors_of.agency
    union
    select a.id from agency a join before b on a.successor_id = b.id
  )
  select id from before;
end;

-- In how many matters that go on an agency sits on a side. For who closes agencies, who sees no matter: a number and nothing else.
create function matters_going_on_at(agency uuid) returns bigint
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select count(*) from party p
  where p.agency_id = agency and p.left_at is null and manages_system()
    and exists (
      select from leg l
      where l.matter_id = p.matter_id and l.settled_at is null and p.agency_id in (l.asker_id, l.answerer_id, l.superior_id));
end;

-- Is the one in whose name we run among these agencies: as itself, as the one that took over from it, or as its superior who oversees?
create function speaks_for(agencies uuid[]) returns boolean
language plpgsql stable security definer parallel safe set search_path = public, pg_temp as $$
begin
  if current_agency() is null then
    return current_setting('role') = 'xiezhi_system';
  end if;
  if current_agency() = any (agencies) then
    return true;
  end if;
  if exists (select from agency a where a.successor_id = current_agency())
    and exists (select from predecessors_of(current_agency()) id where id = any (agencies)) then
    return true;
  end if;
  -- Not one condition with the question below: it is planned anew at every call, which costs far more than answering it.
  if current_oversight() is null then
    return false;
  end if;
  return exists (select from agency a where a.id = any (agencies) and starts_with(a.path, current_oversight()));
end $$;

-- The agencies that take part in the conversation of a leg now.
create function in_conversation(m uuid, leg_ integer) returns uuid[]
language sql stable security definer parallel safe set search_path = public, pg_temp
begin atomic
  select array_remove(array[l.asker_id, l.answerer_id, l.superior_id], null) || l.attending
  from leg l where l.matter_id = m and l.no = leg_;
end;

-- May the one in whose name we run read an event of a matter he sees? Whoever comes into a conversation reads it from its beginning.
create function sees_event(m uuid, leg_ integer, visible_to uuid[]) returns boolean
language plpgsql stable security definer parallel safe set search_path = public, pg_temp as $$
begin
  if visible_to is not null then
    return speaks_for(visible_to);
  end if;
  return leg_ is null or speaks_for(in_conversation(m, leg_));
end $$;

-- Locks a matter and returns all that a decision needs, in one round trip. Null when it is not there or not to be seen.
-- With a key, also the result of an earlier write with it: under the lock, so that two at once cannot both miss it.
-- A handful of rows of each table: a bitmap of them costs more than the rows, and is what the planner chooses while it knows no figures.
create function lock_matter(m uuid, asked_by_ uuid default null, key_ text default null) returns json
language plpgsql security definer set search_path = public, pg_temp set enable_bitmapscan = off as $$
declare
  t matter;
begin
  if not sees_matter(m) then
    return null;
  end if;
  -- Not `for update`: a link from another matter may refer to this one meanwhile. The row is as whoever we waited for left it.
  select * into t from matter where id = m for no key update;
  if not found then
    return null;
  end if;
  -- A second statement, so that it sees what was committed while we waited. json, because jsonb takes twice as long to build.
  return json_build_object(
    'matter', row_to_json(t),
    'head', encode(t.head, 'hex'),
    'legs', (select json_agg(l) from leg l where l.matter_id = m),
    'clocks', coalesce((select json_agg(c) from clock c where c.matter_id = m and c.stopped_at is null), '[]'),
    'parties', (select json_agg(p) from party p where p.matter_id = m),
    'last_at', (select e.at from event e where e.matter_id = m and e.seq = t.version),
    'earlier', (select json_build_object('digest', encode(i.digest, 'hex'), 'result', i.result)
                from idempotency i where i.asked_by = asked_by_ and i.key = key_
                  and (current_account() is null or i.asked_by = current_account())));
end $$;

-- Those who decide in an agency: leaders, in a department its supervisors, and in a small partner whoever is there. Whom a
-- restricted matter reaches first when the agency is brought in.
create function leaders_of(agency uuid) returns uuid[]
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select coalesce(array_agg(id) filter (where roles && array['leader', 'supervisor']), array_agg(id), '{}')
  from account where agency_id = agency and active;
end;

-- What two spellings of one case number have in common (the same as caseNumberKey() in TypeScript; a test compares them).
create function case_number_key(case_number text) returns text language sql immutable parallel safe
  return upper(regexp_replace(translate(normalize(case_number, nfkc), '〔【[〕】]', '((()))'), '\s', '', 'g'));

-- The transfer in which one's agency took over the case: by its number then or since, or by a link. It looks at restricted
-- matters too, because what an officer may not read must not be passed on either; only the number comes out.
create function taken_over_in(wanted_key text, m uuid) returns text
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select t.number
  from party p join matter t on t.id = p.matter_id
  where p.agency_id = current_agency()
    and t.kind = 'case-transfer' and t.lead_id = p.agency_id
    and exists (
      select from leg l
      where l.matter_id = t.id
        and (l.answerer_id = p.agency_id or l.answerer_id in (select predecessors_of(p.agency_id))))
    and (
      t.subject_key = wanted_key
      or exists (
        select from matter_link l
        where l.relation in ('continues', 'same-case')
          and ((l.matter_id = m and l.other_id = t.id) or (l.matter_id = t.id and l.other_id = m)))
      or exists (
        select from event e
        where e.matter_id = t.id and e.type = 'file' and case_number_key(e.body #>> '{form,caseNumber}') = wanted_key))
  limit 1;
end;

-- The transfer in which one's agency handed the case over for good: it does not lead it any more and cannot send it elsewhere
-- (P5), unless the receiver declined to file it. Looks at restricted matters too; only the number comes out.
create function handed_over_in(wanted_key text) returns text
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select t.number
  from party p
  join matter t on t.id = p.matter_id
  join leg l on l.matter_id = t.id and l.asker_id = p.agency_id
  where p.agency_id = current_agency()
    and t.kind = 'case-transfer' and t.subject_key = wanted_key and t.settled_at is not null
    and t.lead_id <> p.agency_id and not l.done ? 'declineToFile'
  limit 1;
end;

-- The earlier result of a key, if any.
create function earlier_result(who uuid, wanted text) returns table (digest bytea, result jsonb)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select i.digest, i.result from idempotency i
  where i.asked_by = who and i.key = wanted and (current_account() is null or i.asked_by = current_account());
end;

-- THE door: stores one move. Everything or nothing, in the caller's transaction.
-- move = {matter, open, expected, settles, legs, dropLegsAfter, parties, events, startClocks, changeClocks, inbox, links, letters, voidLetters,
--   search, key}
-- What is missing stays as it is; the content comes only when it has changed, because it is large.
create function record_move(move jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  m jsonb := move -> 'matter';
  id_ uuid := (m ->> 'id')::uuid;
  -- jsonb counts from the end with negative numbers; a move without news for anybody has no event.
  first_event jsonb := move #> '{events,0}';
  last_event jsonb := move #> '{events,-1}';
begin
  -- What the charts decide is decided in TypeScript; that it hangs together is cheap to see here, so a bug there writes nothing.
  if (m ->> 'version')::int <> (move ->> 'expected')::int + jsonb_array_length(move -> 'events')
    or (first_event ->> 'seq')::int <> (move ->> 'expected')::int + 1 or (last_event ->> 'seq')::int <> (m ->> 'version')::int
    or last_event ->> 'hash' <> m ->> 'head' then
    raise exception 'record_move: the events do not lead to the version' using errcode = '23514';
  end if;
  if first_event is not null and ((first_event ->> 'agency_id')::uuid is distinct from current_agency()
    or (first_event #>> '{actor,account}')::uuid is distinct from current_account()) then
    raise exception 'record_move: the events are in another name' using errcode = '42501';
  end if;

  if (move ->> 'open')::boolean then
    if current_agency() is distinct from (m ->> 'opener_id')::uuid then
      raise exception 'record_move: a matter is opened in the name of its opener' using errcode = '42501';
    end if;
    insert into matter (id, kind, number, title, urgency, opener_id, lead_id, alliance_id, subject_key, content, version, head, opened_at)
    values (id_, m ->> 'kind', m ->> 'number', m ->> 'title', m ->> 'urgency', (m ->> 'opener_id')::uuid,
      (m ->> 'lead_id')::uuid, (m ->> 'alliance_id')::uuid, m ->> 'subject_key', m -> 'content',
      (m ->> 'version')::int, decode(m ->> 'head', 'hex'), (m ->> 'opened_at')::timestamptz);
  else
    if not sees_matter(id_) then
      raise exception 'record_move: not to be seen' using errcode = '42501';
    end if;
    -- A superior that looks in may leave word that it did, and nothing else, unless it takes up what is its to decide.
    if current_agency() is not null
      and (move ? 'legs' or move ? 'parties' or move ? 'startClocks' or move ? 'changeClocks')
      and not exists (select from party p where p.agency_id = current_agency() and p.matter_id = id_ and p.left_at is null)
      and not reviews_for_opener(id_) and not is_uncalled_superior(id_) then
      raise exception 'record_move: not a party' using errcode = '42501';
    end if;
    update matter set
      title = m ->> 'title', urgency = m ->> 'urgency', lead_id = (m ->> 'lead_id')::uuid,
      reviewer_id = (m ->> 'reviewer_id')::uuid, alliance_id = (m ->> 'alliance_id')::uuid, subject_key = m ->> 'subject_key', content = coalesce(m -> 'content', content),
      version = (m ->> 'version')::int, head = decode(m ->> 'head', 'hex'), settled_at = (m ->> 'settled_at')::timestamptz
    where id = id_ and version = (move ->> 'expected')::int
      and (first_event is null or head = decode(first_event ->> 'prev_hash', 'hex'));
    if not found then
      raise exception 'record_move: the matter has changed' using errcode = '40001';
    end if;
  end if;

  if move ? 'settles' then
    update party set settled = (move ->> 'settles')::boolean where matter_id = id_;
  end if;

  if move ? 'dropLegsAfter' then
    delete from leg where matter_id = id_ and no > (move ->> 'dropLegsAfter')::int and delivery = 'unsent';
  end if;

  if move ? 'parties' then
    insert into party (matter_id, agency_id, restricted, readers, assignee_id, left_at, settled)
    select id_, p.agency_id, p.restricted, p.readers, p.assignee_id, p.left_at, m ->> 'settled_at' is not null
    from jsonb_to_recordset(move -> 'parties')
      as p (agency_id uuid, restricted boolean, readers uuid[], assignee_id uuid, left_at timestamptz)
    on conflict (agency_id, matter_id) do update set
      restricted = excluded.restricted, readers = excluded.readers,
      assignee_id = excluded.assignee_id, left_at = excluded.left_at;
  end if;

  if not exists (
    select from party p
    where p.agency_id = (m ->> 'lead_id')::uuid and p.matter_id = id_ and p.left_at is null) then
    raise exception 'record_move: who leads takes part' using errcode = '23514';
  end if;

  if move ? 'legs' then
    insert into leg (matter_id, no, kind, asker_id, answerer_id, superior_id, attending, state, done, delivery, delivery_fault, sent_at, settled_at)
    select id_, l.no, m ->> 'kind', l.asker_id, l.answerer_id, l.superior_id, l.attending, l.state, l.done, l.delivery, l.delivery_fault, l.sent_at, l.settled_at
    from jsonb_to_recordset(move -> 'legs')
      as l (no int, asker_id uuid, answerer_id uuid, superior_id uuid, attending uuid[], state text, done jsonb, delivery text, delivery_fault text, sent_at timestamptz, settled_at timestamptz)
    on conflict (matter_id, no) do update set
      asker_id = excluded.asker_id, answerer_id = excluded.answerer_id, superior_id = excluded.superior_id,
      attending = excluded.attending, state = excluded.state,
      done = excluded.done, delivery = excluded.delivery, delivery_fault = excluded.delivery_fault,
      sent_at = excluded.sent_at, settled_at = excluded.settled_at;
  end if;

  with written as (
    insert into event (matter_id, node, seq, prev_hash, hash, at, actor, agency_id, leg, type, body, visible_to, salt)
    select id_, e.node, e.seq, decode(e.prev_hash, 'hex'), decode(e.hash, 'hex'), e.at, e.actor, e.agency_id, e.leg, e.type, e.body, e.visible_to, decode(e.salt, 'hex')
    from jsonb_to_recordset(move -> 'events')
      as e (node text, seq int, prev_hash text, hash text, at timestamptz, actor jsonb, agency_id uuid, leg int, type text, body jsonb, visible_to uuid[], salt text)
    returning seq, hash
  )
  insert into unsealed (matter_id, seq, hash) select id_, seq, hash from written;

  if move ? 'startClocks' then
    insert into clock (id, matter_id, leg_no, name, item, rule_id, rule, owes_id, waits_id, entrusted, started_at, due_at, amber_at, wake_at)
    select c.id, id_, c.leg_no, c.name, c.item, c.rule_id, c.rule, c.owes_id, c.waits_id, c.entrusted, c.started_at, c.due_at, c.amber_at, c.wake_at
    from jsonb_to_recordset(move -> 'startClocks')
      as c (id uuid, leg_no int, name text, item text, rule_id text, rule jsonb, owes_id uuid, waits_id uuid, entrusted boolean, started_at timestamptz, due_at timestamptz, amber_at timestamptz, wake_at timestamptz);
  end if;

  if move ? 'changeClocks' then
    update clock set
      owes_id = c.owes_id, waits_id = c.waits_id, due_at = c.due_at, amber_at = c.amber_at, paused_at = c.paused_at, pauses = c.pauses,
      extended_at = c.extended_at, stopped_at = c.stopped_at, outcome = c.outcome, wake_at = c.wake_at, told = c.told
    from jsonb_to_recordset(move -> 'changeClocks')
      as c (id uuid, owes_id uuid, waits_id uuid, due_at timestamptz, amber_at timestamptz, paused_at timestamptz, pauses jsonb, extended_at timestamptz, stopped_at timestamptz, outcome text, wake_at timestamptz, told text[])
    where clock.id = c.id and clock.matter_id = id_;
  end if;

  if move ? 'inbox' then
    insert into inbox (agency_id, account_id, matter_id, leg_no, seq, type, urgent, at)
    select i.agency_id, i.account_id, id_, i.leg_no, i.seq, i.type, i.urgent, i.at
    from jsonb_to_recordset(move -> 'inbox')
      as i (agency_id uuid, account_id uuid, leg_no int, seq int, type text, urgent boolean, at timestamptz);
  end if;

  if move ? 'links' then
    insert into matter_link (matter_id, other_id, relation, made_at)
    select id_, l.other_id, l.relation, l.made_at
    from jsonb_to_recordset(move -> 'links') as l (other_id uuid, relation text, made_at timestamptz)
    where sees_matter(l.other_id)
    on conflict do nothing;
  end if;

  if move ? 'letters' then
    perform record_letters(id_, move -> 'letters', move -> 'voidLetters');
  end if;

  if move ? 'search' then
    insert into matter_search (matter_id, pairs)
    values (id_, array(select jsonb_array_elements_text(move -> 'search')))
    on conflict (matter_id) do update set pairs = excluded.pairs;
  end if;

  if move ? 'key' then
    insert into idempotency (asked_by, key, digest, result)
    values ((move -> 'key' ->> 'asked_by')::uuid, move -> 'key' ->> 'key', decode(move -> 'key' ->> 'digest', 'hex'), move -> 'key' -> 'result');
  end if;

  if move ? 'passDrafts' then
    -- What the whole agency was writing; what one person typed stays with the person.
    update draft d set agency_id = (move -> 'passDrafts' ->> 'to')::uuid
    where matter_id = id_ and agency_id = (move -> 'passDrafts' ->> 'from')::uuid
      and account_id = '00000000-0000-0000-0000-000000000000'
      and not exists (
        select from draft o
        where (o.matter_id, o.leg_no, o.action, o.account_id) = (d.matter_id, d.leg_no, d.action, d.account_id)
          and o.agency_id = (move -> 'passDrafts' ->> 'to')::uuid);
  end if;

  if move ? 'forgetDraft' then
    delete from draft where matter_id = id_ and leg_no = (move -> 'forgetDraft' ->> 'leg')::int
      and action = move -> 'forgetDraft' ->> 'action' and agency_id = current_agency()
      -- What a colleague types is the colleague's.
      and account_id in ('00000000-0000-0000-0000-000000000000', current_account());
  end if;
end $$;

-- Saves what somebody is typing. Returns the new version, or null when another hand has saved since (nothing is overwritten).
create function save_draft(m uuid, leg_ integer, action_ text, shared boolean, body_ jsonb, expected integer, title_ text) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  owner_ uuid := case when shared then '00000000-0000-0000-0000-000000000000'::uuid else coalesce(current_account(), '00000000-0000-0000-0000-000000000000'::uuid) end;
  saved integer;
begin
  if not sees_matter(m)
    or (not exists (select from party p where p.matter_id = m and p.agency_id = current_agency() and p.left_at is null)
      and not is_uncalled_superior(m)) then
    return -1;
  end if;
  insert into draft (matter_id, leg_no, action, agency_id, account_id, body, version, saved_at, saved_by)
  values (m, leg_, action_, current_agency(), owner_, body_, 1, now(), coalesce(current_account(), owner_))
  on conflict (matter_id, leg_no, action, agency_id, account_id) do update
    set body = excluded.body, version = draft.version + 1, saved_at = excluded.saved_at, saved_by = excluded.saved_by
    where draft.version = expected
  returning version into saved;
  -- Lists name it by what is written so far, until its content is submitted; where that says nothing yet, as it was opened.
  if shared and saved is not null and title_ is not null then
    update matter set title = title_ where id = m and content = '{}' and opener_id = current_agency();
  end if;
  if saved = 1 and expected <> 0 then
    -- The draft was submitted or thrown away meanwhile; starting afresh keeps what was typed.
    return 1;
  end if;
  return saved;
end $$;

-- Marks the news of a matter as read for one's agency; false when the matter is not there or not to be seen.
create function mark_read(m uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not sees_matter(m) or not exists (select from matter where id = m) then
    return false;
  end if;
  update inbox set read_at = now(), read_by = current_account()
  where matter_id = m and agency_id = current_agency() and read_at is null
    and (account_id is null or account_id = current_account());
  return true;
end $$;

alter table matter enable row level security;
alter table leg enable row level security;
alter table party enable row level security;
alter table event enable row level security;
alter table clock enable row level security;
alter table inbox enable row level security;
alter table draft enable row level security;
alter table matter_link enable row level security;
alter table unsealed enable row level security;
alter table set_aside enable row level security;

-- One's own place in a matter is recognised without a call for each: lists begin with these rows, and most of them are passed over.
create policy parties_read on party for select using (
  (agency_id = (select current_agency()) and left_at is null and not restricted and (select reads_matters()))
  or sees_matter(matter_id));
-- Whoever sees one's own place in a matter sees the matter. sees_matter() would say the same, at ten times the cost a row. A value and not
-- `exists`: of that the planner makes a table of all the agency's places, which took 150 ms where fifty rows were asked for.
create policy parties_read on matter for select using (
  (select true from party p where p.agency_id = (select current_agency()) and p.matter_id = matter.id) or sees_matter(id));
create policy parties_read on leg for select using (
  (select true from party p where p.agency_id = (select current_agency()) and p.matter_id = leg.matter_id) or sees_matter(matter_id));
create policy parties_read on event for select using (
  ((select true from party p where p.agency_id = (select current_agency()) and p.matter_id = event.matter_id) or sees_matter(matter_id))
  and sees_event(matter_id, leg, visible_to));
-- A clock nobody waits for times what an agency does before it sends: its own affair, as the events of it are.
create policy parties_read on clock for select using (
  ((select true from party p where p.agency_id = (select current_agency()) and p.matter_id = clock.matter_id) or sees_matter(matter_id))
  and (waits_id is not null or entrusted or owes_id = (select current_agency()) or speaks_for(array[owes_id])));
create policy own_agency_reads on inbox for select to xiezhi_app
  using (agency_id = current_agency() and (account_id is null or account_id = current_account())
    and ((select true from party p where p.agency_id = (select current_agency()) and p.matter_id = inbox.matter_id) or sees_matter(matter_id)));
create policy own_agency_reads on draft for select to xiezhi_app
  using (agency_id = current_agency() and account_id in ('00000000-0000-0000-0000-000000000000'::uuid, current_account()) and sees_matter(matter_id));
create policy parties_read on matter_link for select using (sees_matter(matter_id) and sees_matter(other_id));
-- The server's own jobs see all, as sees_matter() says too; said here, it costs them no call a row.
create policy jobs_read on party for select to xiezhi_system using (true);
create policy jobs_read on matter for select to xiezhi_system using (true);
create policy jobs_read on leg for select to xiezhi_system using (true);
create policy jobs_read on event for select to xiezhi_system using (true);
create policy jobs_read on clock for select to xiezhi_system using (true);
create policy jobs_read on inbox for select to xiezhi_system using (true);
create policy jobs_read on unsealed for select to xiezhi_system using (true);
create policy jobs_seal on unsealed for delete to xiezhi_system using (true);
create policy jobs on set_aside to xiezhi_system using (true);

grant select on chart_state, matter, leg, party, event, clock, inbox, draft, matter_link to xiezhi_app, xiezhi_system;
grant select, delete on unsealed to xiezhi_system;
grant select, delete on idempotency to xiezhi_system;
grant select, insert, update, delete on set_aside to xiezhi_system;
grant usage on sequence matter_number to xiezhi_app, xiezhi_system;
-- Who sits in which conversation is nobody's to ask; the policies do.
revoke execute on function in_conversation(uuid, integer), is_uncalled_superior(uuid) from public;
revoke execute on function record_move(jsonb), lock_matter(uuid, uuid, text), save_draft(uuid, integer, text, boolean, jsonb, integer, text),
  mark_read(uuid), leaders_of(uuid), taken_over_in(text, uuid), handed_over_in(text), earlier_result(uuid, text), search_matters(text[], boolean, uuid, integer),
  matters_going_on_at(uuid), reviewing_agency(uuid, text, text[], uuid[]) from public;
grant execute on function record_move(jsonb), lock_matter(uuid, uuid, text), save_draft(uuid, integer, text, boolean, jsonb, integer, text),
  mark_read(uuid), leaders_of(uuid), taken_over_in(text, uuid), handed_over_in(text), earlier_result(uuid, text), search_matters(text[], boolean, uuid, integer),
  matters_going_on_at(uuid), reviewing_agency(uuid, text, text[], uuid[]) to xiezhi_app, xiezhi_system;
