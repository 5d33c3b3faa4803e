import { bulkMatters } from './bulk-matters.ts'
import type { Connection } from './connection.ts'
import { type Figure, quantile } from './figures.ts'
import { type Place, preparePlace, type Server } from './place.ts'

const few = 10_000
const askedEach = 300
const warmUps = 30

/** What is read, and how long it may take for one of twenty readers, in milliseconds. */
const readings = [
  { name: 'open a matter', most: 25, path: (id: string) => `/api/v1/matters/${id}` },
  { name: 'list a page', most: 40, path: () => '/api/v1/matters?limit=50' },
  { name: 'list a page of what is open', most: 40, path: () => '/api/v1/matters?limit=50&settled=false' },
  {
    name: 'search a page',
    most: 40,
    path: () => `/api/v1/matters?limit=50&q=${encodeURIComponent('首都机场')}`,
  },
  { name: 'inbox', most: 25, path: () => '/api/v1/inbox?limit=50' },
  { name: 'workbench', most: undefined, path: () => '/api/v1/workbench' },
] as const

/** The agency with the most matters, one beside it, and one with few. */
const readers = ['tieling.officer', 'siping.officer', 'wujiang.officer'] as const

type Times = ReadonlyMap<string, readonly number[]>

/** An installation that is open, and its readers with what they may open. */
type Library = {
  readonly connection: Connection
  readonly readers: readonly { readonly cookie: string; readonly matters: readonly string[] }[]
}

/**
 * How long reading takes over HTTP at 10,000 matters and at many more, by one reader at a time: what an index is worth
 * shows in the answer's time, not in its throughput. Both installations are read in turns, so that what else the machine
 * does meets both.
 */
export async function measureReading(isLarge: boolean): Promise<Figure[]> {
  const many = isLarge ? 1_000_000 : 200_000
  await using fewPlace = await preparePlace()
  await using manyPlace = await preparePlace()
  const fewServer = await fill(fewPlace, few)
  const manyServer = await fill(manyPlace, many)
  // Filling takes so long that a session begun before it would have ended.
  const [before, after] = await readInTurns(
    await openLibrary(fewPlace, fewServer),
    await openLibrary(manyPlace, manyServer),
  )

  const { rows } = await manyPlace.owner.query<{ events: number }>(
    'select count(*)::int as events from event',
  )
  return [
    ...readings.flatMap(({ name, most }) =>
      figuresOf(name, most, before.get(name) ?? [], after.get(name) ?? []),
    ),
    { what: `matters (${rows[0]?.events} events)`, value: many, unit: '' },
  ]
}

async function fill(place: Place, matters: number): Promise<Server> {
  const server = await place.serve()
  const side = async (reader: 0 | 1) => ({
    ...place.who(readers[reader]),
    cookie: await place.signIn(server, readers[reader]),
  })
  await (await bulkMatters(place, server, { finder: await side(0), receiver: await side(1) })).add(matters)
  return server
}

async function openLibrary(place: Place, server: Server): Promise<Library> {
  return {
    connection: await place.connect(server),
    readers: await Promise.all(
      readers.map(async (login) => ({
        cookie: await place.signIn(server, login),
        matters: await someMatters(place, login),
      })),
    ),
  }
}

function figuresOf(
  name: string,
  most: number | undefined,
  before: readonly number[],
  after: readonly number[],
): Figure[] {
  const p95 = (times: readonly number[]) => quantile(times, 0.95)
  return [
    {
      what: `${name}: p95 with many matters ÷ with 10,000`,
      value: p95(after) / p95(before),
      unit: '×',
      ...(most === undefined ? {} : { aim: { is: 'at-most', than: 1.5 } as const }),
    },
    {
      what: `${name}: p95 with many matters`,
      value: p95(after),
      unit: 'ms',
      ...(most === undefined ? {} : { aim: { is: 'at-most', than: most } as const }),
    },
    { what: `${name}: p50 with many matters`, value: quantile(after, 0.5), unit: 'ms' },
    { what: `${name}: p95 with 10,000`, value: p95(before), unit: 'ms' },
  ]
}

async function readInTurns(...libraries: readonly [Library, Library]): Promise<readonly [Times, Times]> {
  const begin = () => new Map<string, number[]>(readings.map(({ name }) => [name, []]))
  const times = [begin(), begin()] as const
  for (let round = -warmUps; round < askedEach; round++) {
    for (const { name, path } of readings) {
      for (const [which, { connection, readers: all }] of libraries.entries()) {
        const { cookie, matters } = all[Math.abs(round) % all.length] ?? { cookie: '', matters: [] }
        const took = await timeOf(connection, path(matters[Math.abs(round) % matters.length] ?? ''), cookie)
        if (round >= 0) times[which]?.get(name)?.push(took)
      }
    }
  }
  for (const { connection } of libraries) connection.close()
  return times
}

async function someMatters(place: Place, login: string): Promise<readonly string[]> {
  const { rows } = await place.owner.query<{ matter_id: string }>(
    'select matter_id from (select matter_id from party where agency_id = $1 limit 50000) p order by random() limit 200',
    [place.who(login).agencyId],
  )
  return rows.map(({ matter_id }) => matter_id)
}

async function timeOf(connection: Connection, path: string, cookie: string): Promise<number> {
  const start = performance.now()
  const { status, text } = await connection.ask('GET', path, { cookie })
  if (status !== 200) throw new Error(`${path}: ${status} ${text}`)
  return performance.now() - start
}
