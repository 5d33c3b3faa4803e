-- Who may come in, and what they may do: accounts, passwords, sessions, delegation, tokens for machines.
--
-- What row-level security promises here:
--   * password hashes can be read by the job `sign-in` and by nobody else; they stand in a table of their own, so that no
--     `select *` can carry one along;
--   * people see their own account; the security administrator sees all; everybody else sees the columns of `person`;
--   * administrators (三员) cannot be made, changed or given a password from inside: only a job of the server does that,
--     so the security administrator can never become the auditor who watches it.

-- Facts about this installation, such as `demonstration`.
create table installation (
  key text primary key,
  value jsonb not null
);

create function is_demonstration() returns boolean language sql stable parallel safe
  return coalesce((select value = 'true'::jsonb from installation where key = 'demonstration'), false);

-- The three separated administrators 三员 of the multi-level protection scheme (GB/T 22239-2019, level 3).
create function administrator_roles() returns text[] language sql immutable parallel safe
  return array['sysadmin', 'secadmin', 'auditor'];

-- A person's account 账号. It never changes its agency: who moves gets a new one, so that the past stays with the agency
-- for which it was done. It is never deleted, only made inactive.
create table account (
  id uuid primary key,
  login text not null unique check (login ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
  name text not null check (char_length(name) between 1 and 60),
  agency_id uuid not null references agency,
  roles text[] not null,
  phone text check (phone ~ '^\+?[0-9 ()（）-]{5,30}$'),
  certificate_number text check (char_length(certificate_number) between 1 and 25),
  duty boolean not null default false,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  created_by uuid default current_account() references account,
  unique (agency_id, id),
  constraint account_roles_known check (
    cardinality(roles) between 1 and 12
    and roles <@ array['officer', 'dispatcher', 'liaison', 'reviewer', 'leader', 'secretary', 'operator', 'supervisor',
      'partner', 'sysadmin', 'secadmin', 'auditor']),
  -- An administrator is nothing else, and no two administrators are one person; a partner account stays thin.
  constraint account_roles_separate check (
    cardinality(roles) = 1 or not roles && (administrator_roles() || array['partner']))
);
comment on column account.certificate_number is 'The number of the enforcement certificate 执法证, which an officer shows when acting (行政处罚法 Art. 55)';
comment on column account.duty is 'Sits at the duty desk of the agency 值班';

-- Present and past passwords: the newest row counts, the older ones may not come back.
create table password (
  account_id uuid not null references account,
  set_at timestamptz not null default clock_timestamp(),
  hash text not null check (hash like '$argon2id$%'),
  -- Given by the security administrator; good for one sign-in that sets another.
  one_time boolean not null,
  primary key (account_id, set_at)
);

create function has_to_change(password password, rotation interval) returns boolean language sql stable parallel safe
  return password.one_time or (password.set_at < now() - rotation and not is_demonstration());

-- Wrong passwords in a row, counted by what was typed as login, whether such an account exists or not:
-- a lock-out therefore tells a stranger nothing. Only a digest is kept, because people type passwords into the wrong field.
create table sign_in_failure (
  login_digest bytea primary key,
  failures integer not null,
  last_failed_at timestamptz not null,
  locked_until timestamptz
);
create index sign_in_failure_age on sign_in_failure (last_failed_at);

-- Somebody acts in a colleague's absence 委托代理; both belong to one agency.
create table delegation (
  id uuid primary key,
  agency_id uuid not null default current_agency(),
  from_account uuid not null,
  to_account uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  reason text not null check (char_length(reason) between 1 and 200),
  made_by uuid not null default current_account() references account,
  made_at timestamptz not null default now(),
  ended_at timestamptz,
  foreign key (agency_id, from_account) references account (agency_id, id),
  foreign key (agency_id, to_account) references account (agency_id, id),
  constraint delegation_to_another check (from_account <> to_account),
  constraint delegation_limited check (until_at > from_at and until_at <= from_at + interval '90 days')
);
create index delegation_to on delegation (to_account, until_at);
create index delegation_from on delegation (from_account, until_at);

-- A signed-in browser. Only the digest of its token is kept: who reads this table cannot take over a session.
create table session (
  id uuid primary key,
  token_digest bytea not null unique check (octet_length(token_digest) = 32),
  account_id uuid not null references account,
  delegation_id uuid references delegation,
  created_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  user_agent text check (char_length(user_agent) <= 200)
);
comment on column session.delegation_id is 'The delegation under which the person stands in for somebody, while it lasts';
create index session_of_account on session (account_id, expires_at);

-- A program of an agency. Its scopes are powers, never those that the law gives to a person (approving, designating).
create table api_token (
  id uuid primary key,
  token_digest bytea not null unique check (octet_length(token_digest) = 32),
  name text not null check (char_length(name) between 1 and 60),
  agency_id uuid not null references agency,
  scopes text[] not null check (
    cardinality(scopes) between 1 and 8 and scopes <@ array['handle', 'open', 'refer', 'hotline', 'oversee', 'convene']),
  created_by uuid not null default current_account() references account,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_token_of_agency on api_token (agency_id);

-- What a person has arranged for oneself: language, dark, font size, saved views.
create table preference (
  account_id uuid not null default current_account() references account,
  key text not null check (key ~ '^[a-z][a-zA-Z0-9.-]{0,63}$'),
  value jsonb not null check (pg_column_size(value) <= 16384),
  primary key (account_id, key)
);

-- Who acted, for every timeline. Nothing but the name and the agency.
create view person_name with (security_barrier) as
  select id, name, agency_id from account;

-- Colleagues: what assigning and forwarding need. Own agency; leaders and the administrators further, superiors their subtree.
create view person with (security_barrier) as
  select account.id, account.name, account.agency_id, account.roles, account.duty, account.active,
    account.certificate_number
  from account
  where account.agency_id = current_agency()
    or current_powers() && array['lead', 'manage-accounts', 'audit']
    or exists (select from agency
      where agency.id = account.agency_id and starts_with(agency.path, current_oversight()));

alter table installation enable row level security;
alter table account enable row level security;
alter table password enable row level security;
alter table sign_in_failure enable row level security;
alter table delegation enable row level security;
alter table session enable row level security;
alter table api_token enable row level security;
alter table preference enable row level security;

grant select on person_name, person to xiezhi_app, xiezhi_system;

grant select on installation to xiezhi_app;
grant select, insert, update, delete on installation to xiezhi_system;
create policy everybody on installation for select to xiezhi_app using (true);
create policy jobs on installation to xiezhi_system using (true);

grant select, insert (id, login, name, agency_id, roles, phone, certificate_number, duty),
  update (name, roles, phone, certificate_number, duty, active)
  on account to xiezhi_app;
grant select, insert, update on account to xiezhi_system;
create policy own on account for select to xiezhi_app using (id = current_account());
create policy administered on account for select to xiezhi_app using ('manage-accounts' = any (current_powers()));
create policy made on account for insert to xiezhi_app
  with check ('manage-accounts' = any (current_powers()) and not roles && administrator_roles());
create policy changed on account for update to xiezhi_app
  using ('manage-accounts' = any (current_powers()) and not roles && administrator_roles())
  with check ('manage-accounts' = any (current_powers()) and not roles && administrator_roles());
create policy jobs on account to xiezhi_system using (true);

grant insert (account_id, hash, one_time) on password to xiezhi_app;
grant select, insert, delete on password to xiezhi_system;
create policy given on password for insert to xiezhi_app
  with check ('manage-accounts' = any (current_powers()) and one_time
    and exists (select from account where account.id = account_id and not account.roles && administrator_roles()));
create policy sign_in on password to xiezhi_system using (current_setting('app.job', true) = 'sign-in');
create policy given_by_job on password for insert to xiezhi_system
  with check (current_setting('app.job', true) in ('demonstration', 'appointment'));

grant select, delete on sign_in_failure to xiezhi_app;
grant select, insert, update, delete on sign_in_failure to xiezhi_system;
create policy administered on sign_in_failure to xiezhi_app using ('manage-accounts' = any (current_powers()));
create policy jobs on sign_in_failure to xiezhi_system using (true);

grant select, insert (id, from_account, to_account, from_at, until_at, reason), update (ended_at)
  on delegation to xiezhi_app;
grant select on delegation to xiezhi_system;
create policy concerned on delegation for select to xiezhi_app
  using (current_account() in (from_account, to_account)
    or (agency_id = current_agency() and 'lead' = any (current_powers())));
create policy made on delegation for insert to xiezhi_app
  with check (agency_id = current_agency()
    and (from_account = current_account() or 'lead' = any (current_powers())));
create policy ended on delegation for update to xiezhi_app
  using (agency_id = current_agency()
    and (current_account() in (from_account, to_account) or 'lead' = any (current_powers())));
create policy jobs on delegation for select to xiezhi_system using (true);

grant select (id, account_id, delegation_id, created_at, last_used_at, expires_at, ended_at, user_agent),
  update (ended_at, delegation_id) on session to xiezhi_app;
grant select, insert, update, delete on session to xiezhi_system;
create policy own on session to xiezhi_app using (account_id = current_account())
  with check (account_id = current_account()
    and (delegation_id is null
      or exists (select from delegation where delegation.id = delegation_id and to_account = current_account())));
create policy administered on session for select to xiezhi_app using ('manage-accounts' = any (current_powers()));
create policy ended on session for update to xiezhi_app
  using ('manage-accounts' = any (current_powers())) with check (ended_at is not null);
create policy jobs on session to xiezhi_system using (true);

grant select (id, name, agency_id, scopes, created_by, created_at, expires_at, last_used_at, revoked_at),
  insert (id, token_digest, name, agency_id, scopes, expires_at), update (revoked_at) on api_token to xiezhi_app;
create policy own_agency on api_token to xiezhi_app
  using (agency_id = current_agency() and 'lead' = any (current_powers()));
create policy administered on api_token to xiezhi_app using ('manage-accounts' = any (current_powers()));

grant select, insert, update, delete on preference to xiezhi_app;
create policy own on preference to xiezhi_app using (account_id = current_account());

-- Who comes with these sessions, asked before every request: one indexed look-up, one round trip, no transaction to open. The
-- requests that arrive at one moment are asked for together; `nth` says which of them a row answers.
-- It runs with the owner's rights and on the bare pool; without the token of 256 random bits it answers nothing.
-- While standing in, the powers are the absentee's and not one's own: everything done then was done in that capacity.
-- `last_used_at` moves at most once a minute, so that reading pages does not write a row each time; a row that somebody else
-- is just moving is left to them, so that two processes never wait for each other crosswise.
-- It does not move when nobody attends: an open page that listens for news must not keep a session alive for ever.
create function actors_of_sessions(digests bytea[], attended boolean[], idle interval, rotation interval)
returns table (
  nth integer, session_id uuid, account_id uuid, name text, agency_id uuid, agency_path text, roles text[],
  standing_in_for uuid, must_change_password boolean)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  is_stale boolean;
  stale uuid[];
begin
  for nth, session_id, account_id, name, agency_id, agency_path, roles, standing_in_for, must_change_password, is_stale in
    select asked.nth, session.id, account.id, account.name, agency.id, agency.path, coalesce(absentee.roles, account.roles), absentee.id,
      coalesce((
        select has_to_change(password, rotation)
        from password where password.account_id = account.id order by password.set_at desc limit 1), true),
      asked.attended and session.last_used_at < now() - interval '1 minute'
    from unnest(digests, attended) with ordinality as asked (digest, attended, nth)
    join session on session.token_digest = asked.digest
    join account on account.id = session.account_id and account.active
    join agency on agency.id = account.agency_id and agency.active
    left join delegation on delegation.id = session.delegation_id and delegation.to_account = account.id
      and delegation.ended_at is null and now() >= delegation.from_at and now() < delegation.until_at
    left join account absentee on absentee.id = delegation.from_account and absentee.active
      and not absentee.roles && administrator_roles() and not account.roles && administrator_roles()
    where session.ended_at is null and session.expires_at > now() and session.last_used_at > now() - idle
  loop
    return next;
    if is_stale then
      stale := stale || session_id;
    end if;
  end loop;
  if stale is not null then
    update session set last_used_at = now()
    where id in (select session.id from session where session.id = any (stale) for no key update skip locked);
  end if;
end $$;

-- Whether one has to change one's own password; the table itself stays closed.
create function must_change_own_password(rotation interval) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((
    select has_to_change(password, rotation)
    from password where account_id = current_account() order by set_at desc limit 1), true)
$$;

-- Which program comes with this token.
create function actor_of_token(digest bytea)
returns table (token_id uuid, name text, agency_id uuid, agency_path text, scopes text[])
language sql volatile security definer set search_path = public, pg_temp as $$
  with live as (
    select api_token.id, api_token.name, agency.id as agency_id, agency.path, api_token.scopes
    from api_token join agency on agency.id = api_token.agency_id and agency.active
    where token_digest = digest and revoked_at is null and expires_at > now()
  ), touched as (
    update api_token set last_used_at = now() from live
    where api_token.id = live.id
      and coalesce(api_token.last_used_at, '-infinity') < now() - interval '1 minute'
  )
  select * from live
$$;
