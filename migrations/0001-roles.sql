-- Who may touch the database, and in whose name.
--
-- Three roles without login. The server logs in as a user that owns nothing and is a member of the two
-- running roles; every transaction sets one of them and says in whose name it runs (src/platform/as-actor.ts).
-- Row-level security reads those settings, so a forgotten `where` shows nothing instead of everything.
--   xiezhi_app     people and machines of agencies: row-level security applies
--   xiezhi_system  the server's own named jobs (sign-in, clocks, sealing): sees all rows, still no DDL
-- Roles belong to the whole server, so several databases (tests) share them.
do $$
begin
  perform pg_advisory_xact_lock(hashtext('xiezhi.roles'));
  if not exists (select from pg_roles where rolname = 'xiezhi_app') then
    create role xiezhi_app nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'xiezhi_system') then
    create role xiezhi_system nologin;
  end if;
end
$$;

grant xiezhi_app, xiezhi_system to current_user;
grant usage on schema public to xiezhi_app, xiezhi_system;

-- The agency in whose name the transaction runs; null for the server's own jobs.
create function current_agency() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.agency', true), '')::uuid;

-- The person (or null for a machine or a job).
create function current_account() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.account', true), '')::uuid;

-- The subtree a superior may look into: the path of its agency when the person may oversee, else null.
create function current_oversight() returns text language sql stable parallel safe
  return nullif(current_setting('app.oversight', true), '');

-- The powers of the person as an array, for policies that need one.
create function current_powers() returns text[] language sql stable parallel safe
  return string_to_array(coalesce(current_setting('app.powers', true), ''), ',');
