import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as after } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { airportCars } from '../src/features/matters/kinds/clue/clue.examples.ts'
import { actOnMatter, openMatter } from '../src/features/matters/matters.ts'
import { AccountId, AgencyId } from '../src/kernel/ids.ts'
import type { PersonActor } from '../src/platform/actor.ts'
import { asActor } from '../src/platform/as-actor.ts'
import { openDatabase } from '../src/platform/database.ts'
import { type CpuTime, cpuTime } from './cpu-time.ts'
import type { Figure } from './figures.ts'
import { type Place, preparePlace } from './place.ts'

const clocks = 10_000
/** One reminder, by the clock: those by days come at nine, so that what is due in an hour might be reminded tomorrow. */
const remindedAlready = JSON.stringify({ remindBefore: [{ value: 2, unit: 'hour' }] })
const workerFile = fileURLToPath(new URL('worker-process.ts', import.meta.url))

/**
 * 10,000 clocks of 10,000 matters fall due in the same minute, each with an assignee who wants reminders by mail. Two worker
 * processes, with the background work as it runs in production; in the second round one of them is killed with `kill -9` while it is
 * at it, and nobody takes its place. Measured from the instant they fall due until the last mail stands in the queue.
 */
export async function measureClocks(): Promise<Figure[]> {
  await using place = await preparePlace()
  await prepareCopying(place)
  const whole = await round(place, false)
  const killed = await round(place, true)
  return [
    {
      what: '10,000 reminders queued, two workers',
      value: whole.seconds,
      unit: 's',
      aim: { is: 'at-most', than: 10 },
    },
    { what: '… until the last stands in the inbox', value: whole.told, unit: 's' },
    { what: '… processor a reminder, the workers', value: whole.cpu.ours / clocks, unit: 'ms' },
    { what: '… processor a reminder, PostgreSQL', value: whole.cpu.postgres / clocks, unit: 'ms' },
    {
      what: '… one of them killed with kill -9 on the way',
      value: killed.seconds,
      unit: 's',
      aim: { is: 'at-most', than: 10 },
    },
    { what: '… reminded when it was killed', value: killed.doneWhenKilled, unit: '' },
    { what: 'lost', value: whole.lost + killed.lost, unit: '', aim: { is: 'at-most', than: 0 } },
    { what: 'doubled', value: whole.doubled + killed.doubled, unit: '', aim: { is: 'at-most', than: 0 } },
  ]
}

type Round = {
  readonly seconds: number
  readonly told: number
  /** Milliseconds used meanwhile; of a worker that was killed nothing is known. */
  readonly cpu: CpuTime
  readonly lost: number
  readonly doubled: number
  readonly doneWhenKilled: number
}

async function round(place: Place, kills: boolean): Promise<Round> {
  const { owner } = place
  await copyClocks(place)
  const { rows: newest } = await owner.query<{ id: string }>('select coalesce(max(id), 0) as id from inbox')
  const before = newest[0]?.id ?? '0'
  const workers = await Promise.all([aWorker(place), aWorker(place)])
  // They idle by now; then all fall due at once.
  await owner.query('update clock set wake_at = now() where matter_id in (select id from bench.clocked)')
  const pids = workers.map(({ pid }) => pid ?? 0)
  const atFirst = await cpuTime(owner, pids)
  const begun = performance.now()
  const seconds = () => (performance.now() - begun) / 1_000
  let told = Number.NaN
  let doneWhenKilled = 0
  for (;;) {
    const { inbox, notices } = await progress(place, before)
    if (inbox >= clocks && Number.isNaN(told)) told = seconds()
    if (kills && doneWhenKilled === 0 && inbox > clocks / 4) {
      workers[0]?.kill('SIGKILL')
      doneWhenKilled = inbox
    }
    if (notices >= clocks || seconds() > 120) break
    await after(100)
  }
  const end = seconds()
  const used = await cpuTime(owner, pids)
  // Whatever would come twice comes now.
  await after(6_000)
  for (const worker of workers) await stop(worker)
  const { rows } = await owner.query<{ lost: string; doubled: string }>(`
    with told as (
      select c.id,
        (select count(*) from event e where e.matter_id = c.id and e.type = 'clock.reminded') as events,
        (select count(*) from inbox i where i.matter_id = c.id and i.type = 'clock.reminded') as news,
        (select count(*) from notice n where n.matter_id = c.id) as notices
      from bench.clocked c)
    select count(*) filter (where least(events, news, notices) < 1) as lost,
      count(*) filter (where greatest(events, news, notices) > 1) as doubled from told`)
  return {
    seconds: end,
    told,
    cpu: { ours: used.ours - atFirst.ours, postgres: used.postgres - atFirst.postgres },
    doneWhenKilled,
    lost: Number(rows[0]?.lost),
    doubled: Number(rows[0]?.doubled),
  }
}

/** How far it is, counted over what came since alone: looking must not be what is measured. */
async function progress({ owner }: Place, before: string): Promise<{ inbox: number; notices: number }> {
  const { rows } = await owner.query<{ inbox: string; notices: string }>(
    `select (select count(*) from inbox where id > $1) as inbox,
      (select count(*) from notice where inbox_id > $1) as notices`,
    [before],
  )
  return { inbox: Number(rows[0]?.inbox), notices: Number(rows[0]?.notices) }
}

/** One real clue that waits for a signature, an address for everybody, and who there can be assigned. */
async function prepareCopying(place: Place): Promise<void> {
  const db = openDatabase(place.databaseUrl, 2)
  const finder = await actorOf(place, 'tieling.officer')
  const receiver = place.who('siping.officer')
  const now = new Date().toISOString()
  const { matter } = await asActor(db, finder, (tx) =>
    openMatter(tx, finder, { kind: 'clue' }, { now, node: 'local' }),
  )
  await asActor(db, finder, (tx) =>
    actOnMatter(
      tx,
      finder,
      {
        matterId: matter.id,
        action: 'push',
        body: airportCars([AgencyId.parse(receiver.agencyId)]),
        expectedVersion: matter.version,
      },
      { now, node: 'local' },
    ),
  )
  await db.destroy()
  await place.owner.query(`
    create schema bench;
    create table bench.sample as select id, opener_id, (select answerer_id from leg where matter_id = matter.id) as answerer_id
      from matter where id = '${matter.id}';
    create unlogged table bench.clocked (id uuid primary key, no bigint, answerer uuid, assignee uuid);
    create sequence bench.copied;
    insert into notification_choice (account_id, mail, by_mail, about, digest_at)
      select id, login || '@example.org', '{"urgent":"at-once","due-soon":"at-once","overdue":"at-once","escalated":"at-once","news":"off"}', 'mine', '08:30'
      from account;
    update clock set wake_at = null;
    delete from unspread`)
}

async function actorOf(place: Place, login: string): Promise<PersonActor> {
  const { accountId, agencyId } = place.who(login)
  const { rows } = await place.owner.query<{ path: string }>('select path from agency where id = $1', [
    agencyId,
  ])
  return {
    type: 'person',
    accountId: AccountId.parse(accountId),
    name: login,
    agencyId: AgencyId.parse(agencyId),
    agencyPath: rows[0]?.path ?? '',
    powers: new Set(['open', 'handle']),
  }
}

/** Copies the rows of the clue 10,000 times, its running clock among them, to all agencies that have an officer. */
async function copyClocks({ owner }: Place): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query('begin')
    // References hold by construction, and the copies are no news.
    await client.query('set local session_replication_role = replica')
    await client.query('truncate bench.clocked')
    await client.query(
      `insert into bench.clocked
        with officers as (
          select id, agency_id, row_number() over (order by id) - 1 as no, count(*) over () as n
          from account where roles && array['officer'] and agency_id <> (select opener_id from bench.sample))
        select gen_random_uuid(), nextval('bench.copied'), o.agency_id, o.id
        from generate_series(1, $1) as g join officers o on o.no = g % o.n`,
      [clocks],
    )
    const side = (column: string) => `case when ${column} = s.answerer_id then c.answerer else ${column} end`
    const from = (table: string, key = 'matter_id') =>
      `from bench.clocked c, bench.sample s, ${table} t where t.${key} = s.id`
    await client.query(`
      insert into matter (id, kind, number, title, urgency, opener_id, lead_id, alliance_id, content, version, head, opened_at)
      select c.id, kind, 'C-' || c.no, title, urgency, t.opener_id, ${side('lead_id')}, alliance_id, content, version, head, opened_at ${from('matter', 'id')};
      insert into leg (matter_id, no, kind, asker_id, answerer_id, state, done, delivery, sent_at)
      select c.id, t.no, kind, asker_id, c.answerer, state, done, delivery, sent_at ${from('leg')};
      insert into party (matter_id, agency_id, assignee_id)
      select c.id, ${side('agency_id')}, case when agency_id = s.answerer_id then c.assignee end ${from('party')};
      insert into event (matter_id, node, seq, prev_hash, hash, at, actor, agency_id, leg, type, body)
      select c.id, node, seq, prev_hash, hash, at, actor, agency_id, leg, type, body ${from('event')};
      insert into clock (id, matter_id, leg_no, name, rule_id, rule, owes_id, waits_id, started_at, due_at, amber_at)
      select gen_random_uuid(), c.id, leg_no, name, rule_id, rule || '${remindedAlready}', ${side('owes_id')}, waits_id, started_at,
        now() + interval '1 hour', amber_at ${from('clock')} and t.stopped_at is null;`)
    await client.query('commit')
  } finally {
    client.release()
  }
  for (const table of ['matter', 'leg', 'party', 'event', 'clock', 'inbox', 'notice'])
    await owner.query(`analyze ${table}`)
}

async function aWorker(place: Place): Promise<ChildProcess> {
  const child = fork(workerFile, [], {
    env: { ...process.env, NODE_ENV: 'production', BENCH_DATABASE_URL: place.databaseUrl },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  await once(child, 'message')
  return child
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}
