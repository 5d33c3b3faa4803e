import type pg from 'pg'
import { clueLife, liveClue, type Sides } from './clue-life.ts'
import type { Place, Server } from './place.ts'

const batch = 50_000

/** Fills the tables with many matters. */
export type Bulk = { add(matters: number): Promise<void> }

/**
 * Makes real clues over HTTP, one for each stage a clue can stand at, and then copies their rows as often as wanted: under
 * new ids, between other agencies, at other times of the past year. Nine of ten are settled, and some agencies have a
 * hundred times as many as others. The owner writes them straight into the tables: this is filling, not using.
 */
export async function bulkMatters(place: Place, server: Server, sides: Sides): Promise<Bulk> {
  await makeSamples(place, server, sides)
  await prepareCopying(place.owner, [sides.finder.agencyId, sides.receiver.agencyId])
  return {
    async add(matters) {
      for (let left = matters; left > 0; left -= batch) await copy(place.owner, Math.min(batch, left))
      for (const table of copied) await place.owner.query(`vacuum analyze ${table}`)
    },
  }
}

const copied = ['matter', 'leg', 'party', 'event', 'clock', 'inbox', 'matter_search'] as const

async function makeSamples(place: Place, server: Server, sides: Sides): Promise<void> {
  const connection = await place.connect(server)
  for (const stop of clueLife.slice(1)) {
    for await (const { action, matterId } of liveClue(connection, sides)) {
      if (action !== stop.action) continue
      await connection.ask('POST', `/api/v1/matters/${matterId}/moves`, {
        cookie: sides.finder.cookie,
        body: { action: 'say', body: { text: '材料已补齐，请查收。' } },
      })
      break
    }
  }
  connection.close()
}

async function prepareCopying(owner: pg.Pool, busiest: readonly string[]): Promise<void> {
  await owner.query(`
    create schema bench;
    create table bench.sample as
      select id, opener_id, settled_at is not null as settled, row_number() over (partition by settled_at is not null order by id) as no,
        (select answerer_id from leg where matter_id = matter.id) as answerer_id, opened_at
      from matter;
    create unlogged table bench.agency as
      select id, row_number() over (order by id <> all ('{${busiest.join(',')}}'), id) - 1 as no from agency where code like '%-ZF';
    create sequence bench.copied;
    create unlogged table bench.copy (no bigint, sample uuid, id uuid, opener uuid, answerer uuid, shift interval);`)
}

/** Copies all rows of the samples once for each new matter, in one transaction. */
async function copy(owner: pg.Pool, matters: number): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query('begin')
    // References hold by construction; checking each of them would take most of the time.
    await client.query('set local session_replication_role = replica')
    await client.query('set local synchronous_commit = off')
    await client.query('truncate bench.copy')
    await client.query(
      `insert into bench.copy
        with wanted as (
          select nextval('bench.copied') as no, random() < 0.9 as settled, random() as age, power(random(), 2) as rank, random() as near
          from generate_series(1, $1::int)),
        chosen as (
          select wanted.*, sample.id as sample, sample.opened_at, agencies.n,
            -- A matter that is still open is not a year old.
            make_interval(secs => age * case when wanted.settled then 31536000 else 864000 end) as ago
          from wanted cross join (select count(*)::int as n from bench.agency) agencies
          join bench.sample on sample.settled = wanted.settled
            and sample.no = 1 + wanted.no % (select count(*) from bench.sample s where s.settled = wanted.settled))
        select chosen.no, sample, uuidv7(-ago), a.id, b.id, now() - ago - opened_at
        from chosen join bench.agency a on a.no = floor(n * rank) join bench.agency b on b.no = (floor(n * rank)::int + 1 + floor(near * 5)::int) % n`,
      [matters],
    )
    const side = (column: string) =>
      `case ${column} when s.opener_id then c.opener when s.answerer_id then c.answerer else ${column} end`
    const from = (table: string, key = 'matter_id') =>
      `from bench.copy c join bench.sample s on s.id = c.sample join ${table} t on t.${key} = c.sample`
    await client.query(`
      insert into matter (id, kind, number, title, urgency, opener_id, lead_id, alliance_id, content, version, head, opened_at, settled_at)
      select c.id, kind, 'B-' || c.no, title, urgency, c.opener, ${side('lead_id')}, alliance_id, content, version, head,
        t.opened_at + shift, settled_at + shift ${from('matter', 'id')} order by c.id;
      insert into leg (matter_id, no, kind, asker_id, answerer_id, state, done, delivery, sent_at, settled_at)
      select c.id, t.no, kind, c.opener, c.answerer, state, done, delivery, sent_at + shift, settled_at + shift ${from('leg')} order by c.id;
      insert into party (matter_id, agency_id, settled) select c.id, ${side('agency_id')}, t.settled ${from('party')} order by c.id;
      insert into event (matter_id, node, seq, prev_hash, hash, at, actor, agency_id, leg, type, body, visible_to)
      select c.id, node, seq, prev_hash, hash, at + shift, actor, ${side('agency_id')}, leg, type, body,
        case when visible_to is not null then array[${side('visible_to[1]')}] end ${from('event')} order by c.id, seq;
      insert into clock (id, matter_id, leg_no, name, rule_id, rule, owes_id, waits_id, started_at, due_at, amber_at, stopped_at, outcome, wake_at)
      select gen_random_uuid(), c.id, leg_no, name, rule_id, rule, ${side('owes_id')}, ${side('waits_id')},
        started_at + shift, due_at + shift, amber_at + shift, stopped_at + shift, outcome, wake_at + shift ${from('clock')} order by c.id;
      insert into inbox (agency_id, matter_id, leg_no, seq, type, urgent, at, read_at)
      select ${side('agency_id')}, c.id, leg_no, seq, type, urgent, at + shift, case when settled then at + shift + interval '1 hour' end
        ${from('inbox')} order by at + shift;
      insert into matter_search (matter_id, pairs) select c.id, pairs[1:30] ${from('matter_search')} order by c.id;`)
    await client.query('commit')
  } finally {
    client.release()
  }
}
