-- Notification 提醒与通知: how news leaves the page, by mail, to a program of the agency, as a calendar.
--
-- Nothing is told outside that the record does not hold: every row of `inbox`, written by record_move(), leaves a row in
-- `unspread` in the same transaction. The background work turns it into notices (who, by which channel, when), gathers what is due
-- for one recipient into a dispatch, and sends that. A dispatch carries no content: what it says is read when it is sent.

-- News that has not been spread to its recipients yet; spreading takes it out.
create table unspread (inbox_id bigint primary key);

-- A trigger, so that the door of matters need not know who listens.
create function news_to_spread() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  insert into unspread (inbox_id) select id from told;
  return null;
end $$;
create trigger news_to_spread after insert on inbox
  referencing new table as told for each statement execute function news_to_spread();

create domain mail_address as text check (value ~ '^[^\s@<>",;]{1,64}@[^\s@<>",;]{1,190}$');
create domain notice_sort as text check (value in ('urgent', 'due-soon', 'overdue', 'escalated', 'news'));

-- What a person wants to be told, and how 提醒设置.
create table notification_choice (
  account_id uuid primary key default current_account() references account,
  -- Confirmed by a code that was sent to it; nobody but confirm_mail() writes it.
  mail mail_address,
  -- sort -> at-once, digest or off
  by_mail jsonb not null,
  -- Only what is named to or assigned to the person (or to nobody), or everything of the agency.
  about text not null check (about in ('mine', 'agency')),
  -- China's time of day; the night between them where the first is later.
  quiet_from time,
  quiet_until time,
  digest_at time not null,
  check ((quiet_from is null) = (quiet_until is null) and (quiet_from is null or quiet_from <> quiet_until))
);

-- What an agency has arranged for its programs and its duty desk.
create table agency_notification (
  agency_id uuid primary key default current_agency() references agency,
  webhook_url text check (length(webhook_url) <= 500),
  -- Signs each event. It has to be known to sign with it, so it is no digest; only the server's jobs read it.
  webhook_secret text check ((webhook_secret is null) = (webhook_url is null)),
  webhook_sorts notice_sort[] not null default '{}',
  webhook_paused_at timestamptz(3),
  -- Confirmed, as a person's.
  duty_mail mail_address,
  -- After how long an urgent arrival that nobody opened goes further up.
  duty_minutes integer not null default 15 check (duty_minutes between 5 and 240)
);

-- A calendar address is its secret; only the digest is kept.
create table calendar_feed (
  account_id uuid primary key default current_account() references account,
  secret_digest bytea not null unique check (octet_length(secret_digest) = 32),
  made_at timestamptz(3) not null default now(),
  last_read_at timestamptz(3)
);

-- Where messages go to, one at a time: an agency's program, or one of a few lines to the mail server. It rests, longer each time, after it failed.
create table destination (
  name text primary key,
  failures integer not null default 0,
  again_at timestamptz(3) not null default 'epoch',
  -- Held by a worker that is sending; a worker that died lets go by the clock.
  leased_until timestamptz(3) not null default 'epoch'
);

-- One message on its way. Its id is the Message-ID or the event id, the same at every try, so the receiver can tell a repetition.
create table dispatch (
  id uuid primary key,
  channel text not null check (channel in ('mail', 'webhook')),
  purpose text not null check (purpose in ('news', 'test', 'paused', 'code')),
  destination text not null references destination,
  agency_id uuid not null references agency,
  -- Null: the agency itself (its duty desk, its program).
  account_id uuid references account,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  made_at timestamptz(3) not null,
  again_at timestamptz(3) not null,
  settled_at timestamptz(3),
  -- A word of a closed list, never what the other side answered.
  fault text
);
create index dispatch_waiting on dispatch (destination, made_at) where state = 'waiting';
create index dispatch_of_account on dispatch (account_id, id desc);
create index dispatch_of_agency on dispatch (agency_id, id desc) where account_id is null;
create index dispatch_age on dispatch (settled_at) where state <> 'waiting';

-- An address that somebody has given and not confirmed yet. Nothing but its code goes there.
create table mail_to_confirm (
  agency_id uuid not null references agency,
  -- Null: the duty desk of the agency.
  account_id uuid references account,
  mail mail_address not null,
  -- It has to be known to be sent, so it is no digest; only the server's jobs read it, and it is gone with the confirmation.
  code text not null check (code ~ '^[0-9]{6}$'),
  -- The message that carries the code; one before it carries nothing any more.
  dispatch_id uuid not null,
  expires_at timestamptz(3) not null,
  tries_left integer not null default 5,
  unique nulls not distinct (agency_id, account_id)
);

-- One thing one recipient is to hear of by one channel, once.
create table notice (
  id uuid primary key,
  channel text not null check (channel in ('mail', 'webhook')),
  agency_id uuid not null references agency,
  account_id uuid references account,
  sort notice_sort not null,
  -- Nobody opened it in time: told again, to whoever comes next.
  unanswered boolean not null default false,
  inbox_id bigint not null,
  matter_id uuid not null references matter,
  seq integer not null,
  go_at timestamptz(3) not null,
  dispatch_id uuid references dispatch on delete cascade,
  -- Why it was not sent after all.
  dropped text check (dropped in ('read', 'done', 'not-yours')),
  unique nulls not distinct (matter_id, seq, channel, agency_id, account_id, unanswered)
);
create index notice_to_go on notice (go_at) where dispatch_id is null and dropped is null;
create index notice_of_dispatch on notice (dispatch_id);

-- An urgent arrival that somebody has to open; while nobody does, it is told further up, step by step.
create table alarm (
  inbox_id bigint primary key,
  agency_id uuid not null references agency,
  step integer not null default 0,
  next_at timestamptz(3) not null,
  ended_at timestamptz(3)
);
create index alarm_next on alarm (next_at) where ended_at is null;

-- Of these matters those that nobody holds and where a clock still has to wake, held until the transaction ends: many clocks wake in one
-- transaction and wait for no officer, and a process does not load what another has just done.
create function lock_free_matters(wanted uuid[], now_ timestamptz) returns setof uuid
language sql volatile security definer set search_path = public, pg_temp
begin atomic
  select id from matter
  where id = any (wanted)
    -- A value over all its clocks: `exists`, or anything that names wake_at as a condition, is planned through the index of all that are due.
    and (select bool_or(c.wake_at <= now_) from clock c where c.matter_id = matter.id and c.stopped_at is null)
  order by id for no key update skip locked;
end;

-- Whose calendar it is; nothing without its 256 random bits. Says when it was read, at most once an hour.
create function reader_of_calendar(digest bytea)
returns table (account_id uuid, name text, agency_id uuid, agency_path text, roles text[])
language sql volatile security definer set search_path = public, pg_temp as $$
  with read as (
    update calendar_feed set last_read_at = now()
    where secret_digest = digest and (last_read_at is null or last_read_at < now() - interval '1 hour')
  )
  select account.id, account.name, agency.id, agency.path, account.roles
  from calendar_feed
  join account on account.id = calendar_feed.account_id and account.active
  join agency on agency.id = account.agency_id and agency.active
  where secret_digest = digest
$$;

-- May this person hear of a matter for this agency? As sees_matter() says to whoever asks oneself, without overseeing.
create function hears_of(person uuid, own uuid, m uuid, reviewers text[]) returns boolean
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select exists (
      select from party p
      where p.agency_id = own and p.matter_id = m and p.left_at is null
        and (not p.restricted or person = any (p.readers)
          or (not exists (select from account a where a.id = any (p.readers) and a.active) and person = any (leaders_of(own)))))
    or exists (
      select from matter t join account a on a.id = person and a.roles && reviewers
      where t.id = m and t.reviewer_id = own
        and ('leader' = any (a.roles) or not exists (select from party p where p.matter_id = m and p.restricted)));
end;

alter table unspread enable row level security;
alter table notification_choice enable row level security;
alter table agency_notification enable row level security;
alter table calendar_feed enable row level security;
alter table destination enable row level security;
alter table dispatch enable row level security;
alter table notice enable row level security;
alter table mail_to_confirm enable row level security;
alter table alarm enable row level security;

create policy jobs on unspread to xiezhi_system using (true);
create policy own on notification_choice to xiezhi_app using (account_id = current_account());
create policy jobs on notification_choice for select to xiezhi_system using (true);
create policy own_agency on agency_notification for select to xiezhi_app using (agency_id = current_agency());
create policy leader_keeps on agency_notification to xiezhi_app
  using (agency_id = current_agency() and 'lead' = any (current_powers()));
create policy jobs on agency_notification to xiezhi_system using (true);
create policy own on calendar_feed to xiezhi_app using (account_id = current_account());
create policy jobs on destination to xiezhi_system using (true);
-- Names and numbers stand in notices alone; the security administrator sees that something went, not what about.
create policy own on dispatch for select to xiezhi_app using (account_id = current_account());
create policy of_agency on dispatch for select to xiezhi_app
  using (account_id is null and agency_id = current_agency() and 'lead' = any (current_powers()));
create policy administered on dispatch for select to xiezhi_app using ('manage-accounts' = any (current_powers()));
create policy jobs on dispatch to xiezhi_system using (true);
create policy own on notice for select to xiezhi_app
  using (account_id = current_account() and sees_matter(matter_id));
create policy of_agency on notice for select to xiezhi_app
  using (account_id is null and agency_id = current_agency() and 'lead' = any (current_powers()) and sees_matter(matter_id));
create policy jobs on notice to xiezhi_system using (true);
create policy own on mail_to_confirm for select to xiezhi_app using (account_id = current_account());
create policy of_agency on mail_to_confirm for select to xiezhi_app
  using (account_id is null and agency_id = current_agency() and 'lead' = any (current_powers()));
create policy jobs on mail_to_confirm to xiezhi_system using (true);
create policy jobs on alarm to xiezhi_system using (true);

-- Asks to be tested, in one's own name; the sending is the background work's.
create function ask_for_test(id_ uuid, channel_ text, to_ text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  person uuid := case when channel_ = 'mail' then current_account() end;
begin
  if channel_ = 'webhook' and not 'lead' = any (current_powers()) then
    return false;
  end if;
  if exists (
    select from dispatch d
    where d.purpose = 'test' and d.channel = channel_ and d.account_id is not distinct from person and d.agency_id = current_agency()
      and d.made_at > now() - interval '30 seconds') then
    return false;
  end if;
  insert into destination (name) values (to_) on conflict do nothing;
  insert into dispatch (id, channel, purpose, destination, agency_id, account_id, made_at, again_at)
  select id_, channel_, 'test', to_, a.agency_id, person, now(), now() from account a where a.id = current_account();
  return true;
end $$;

-- Whose address it is: the person's own or, for who leads the agency, the duty desk's (null).
create function holder_of_mail(of_agency boolean) returns uuid
language plpgsql stable set search_path = public, pg_temp as $$
begin
  if of_agency and not 'lead' = any (current_powers()) then
    raise exception 'the leader arranges the duty desk' using errcode = '42501';
  end if;
  return case when not of_agency then current_account() end;
end $$;

-- Gives an address, or with null takes it away. One that is not confirmed gets a code and, until that is confirmed, nothing else; the one
-- before gets nothing from now on. Asked for again, the code is a new one. The answer never depends on whose else the address is.
-- False when too many codes were sent within the hour.
create function give_mail(of_agency boolean, mail_ text, again boolean, code_ text, expires_at_ timestamptz, dispatch_ uuid, to_ text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  person uuid := holder_of_mail(of_agency);
  agency uuid := current_agency();
  waiting text := (select t.mail from mail_to_confirm t where t.agency_id = agency and t.account_id is not distinct from person);
  confirmed text := case when of_agency then (select s.duty_mail from agency_notification s where s.agency_id = agency)
    else (select c.mail from notification_choice c where c.account_id = person) end;
begin
  if (mail_ is not distinct from coalesce(waiting, confirmed)) and not again then
    return true;
  end if;
  delete from dispatch d
  where d.purpose = 'code' and d.state = 'waiting' and d.agency_id = agency and d.account_id is not distinct from person;
  delete from mail_to_confirm t where t.agency_id = agency and t.account_id is not distinct from person;
  if confirmed is distinct from mail_ then
    update agency_notification set duty_mail = null where of_agency and agency_id = agency;
    update notification_choice set mail = null where not of_agency and account_id = person;
  end if;
  if mail_ is null or mail_ = confirmed then
    return true;
  end if;
  if (select count(*) from dispatch d
    where d.purpose = 'code' and d.agency_id = agency and d.account_id is not distinct from person
      and d.made_at > now() - interval '1 hour') >= 5 then
    return false;
  end if;
  insert into destination (name) values (to_) on conflict do nothing;
  insert into dispatch (id, channel, purpose, destination, agency_id, account_id, made_at, again_at)
  values (dispatch_, 'mail', 'code', to_, agency, person, now(), now());
  insert into mail_to_confirm (agency_id, account_id, mail, code, dispatch_id, expires_at)
  values (agency, person, mail_, code_, dispatch_, expires_at_);
  return true;
end $$;

-- Confirms the address by the code that was sent to it. A wrong code costs a try, which has to be committed: so this answers a word.
create function confirm_mail(of_agency boolean, code_ text, now_ timestamptz) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  person uuid := holder_of_mail(of_agency);
  agency uuid := current_agency();
  given mail_to_confirm;
begin
  select * into given from mail_to_confirm t
  where t.agency_id = agency and t.account_id is not distinct from person for update;
  if not found then
    return 'nothing-to-confirm';
  elsif given.expires_at <= now_ then
    return 'expired';
  elsif given.tries_left < 1 then
    return 'no-tries-left';
  elsif given.code <> code_ then
    update mail_to_confirm t set tries_left = tries_left - 1
    where t.agency_id = agency and t.account_id is not distinct from person;
    return case when given.tries_left = 1 then 'no-tries-left' else 'wrong' end;
  end if;
  delete from mail_to_confirm t where t.agency_id = agency and t.account_id is not distinct from person;
  update agency_notification set duty_mail = given.mail where of_agency and agency_id = agency;
  update notification_choice set mail = given.mail where not of_agency and account_id = person;
  return 'confirmed';
end $$;

-- Lets messages to the agency's own program go on at once.
create function resume_webhook(to_ text) returns void
language sql security definer set search_path = public, pg_temp as $$
  update destination set failures = 0, again_at = 'epoch'
  where name = to_ and to_ = 'webhook ' || current_agency() and 'lead' = any (current_powers());
$$;

-- Updating, because whoever locks a row to take it needs that right; nobody does.
grant select, update, delete on unspread to xiezhi_system;
grant select, insert (by_mail, about, quiet_from, quiet_until, digest_at), update (by_mail, about, quiet_from, quiet_until, digest_at)
  on notification_choice to xiezhi_app;
grant select (agency_id, account_id, mail, expires_at, tries_left) on mail_to_confirm to xiezhi_app;
grant select, delete on mail_to_confirm to xiezhi_system;
grant select on notification_choice to xiezhi_system;
grant select (agency_id, webhook_url, webhook_sorts, webhook_paused_at, duty_mail, duty_minutes),
  insert (agency_id, webhook_url, webhook_secret, webhook_sorts, duty_minutes),
  update (webhook_url, webhook_secret, webhook_sorts, webhook_paused_at, duty_minutes) on agency_notification to xiezhi_app;
grant select, update (webhook_paused_at) on agency_notification to xiezhi_system;
grant select (account_id, made_at, last_read_at), insert (secret_digest), delete on calendar_feed to xiezhi_app;
grant select, insert, update on destination to xiezhi_system;
grant select on dispatch, notice to xiezhi_app;
grant select, insert, update, delete on dispatch, notice, alarm to xiezhi_system;
revoke execute on function lock_free_matters(uuid[], timestamptz), hears_of(uuid, uuid, uuid, text[]),
  ask_for_test(uuid, text, text), resume_webhook(text), holder_of_mail(boolean),
  give_mail(boolean, text, boolean, text, timestamptz, uuid, text), confirm_mail(boolean, text, timestamptz) from public;
grant execute on function lock_free_matters(uuid[], timestamptz), hears_of(uuid, uuid, uuid, text[]) to xiezhi_system;
grant execute on function ask_for_test(uuid, text, text), resume_webhook(text),
  give_mail(boolean, text, boolean, text, timestamptz, uuid, text), confirm_mail(boolean, text, timestamptz) to xiezhi_app;
