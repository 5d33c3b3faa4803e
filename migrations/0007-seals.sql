-- The node's log of what happened 记录封存: events are taken out of `unsealed` in batches, each batch under one Merkle root
-- that the node signs together with the hash of the seal before it. Who alters an event afterwards would have to forge
-- a signature; who drops a seal breaks the chain of seals. No row is ever changed.

create table node_key (
  -- SHA-256 of the public key, hex: nobody can put another key under the same name.
  key_id text primary key check (key_id ~ '^[0-9a-f]{64}$'),
  suite text not null,
  -- SubjectPublicKeyInfo, DER.
  public_key bytea not null,
  created_at timestamptz(3) not null default now(),
  retired_at timestamptz(3)
);

create table seal (
  no bigint primary key check (no > 0),
  sealed_at timestamptz(3) not null,
  count integer not null check (count > 0),
  root bytea not null,
  -- Hash of the statement of the seal before; null for the first.
  prev_hash bytea check ((prev_hash is null) = (no = 1)),
  signature bytea not null,
  key_id text not null references node_key,
  suite text not null
);

create table seal_leaf (
  seal_no bigint not null references seal,
  leaf_no integer not null check (leaf_no >= 0),
  matter_id uuid not null,
  seq integer not null,
  hash bytea not null,
  primary key (seal_no, leaf_no)
);
-- Unique: an event is sealed once. No reference to event: the log has to show rows that have gone.
create unique index seal_leaf_of_event on seal_leaf (matter_id, seq);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name using errcode = '42501';
end $$;

create trigger append_only before update or delete or truncate on event
  for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on seal
  for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on seal_leaf
  for each statement execute function refuse_change();
create trigger append_only before delete or truncate on node_key
  for each statement execute function refuse_change();
-- A key may be retired, once.
create trigger retire_only before update on node_key
  for each row when (old.retired_at is not null or new.retired_at is null
    or (old.key_id, old.suite, old.public_key, old.created_at) is distinct from (new.key_id, new.suite, new.public_key, new.created_at))
  execute function refuse_change();

grant select, insert on seal, seal_leaf, node_key to xiezhi_system;
