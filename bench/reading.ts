import { bulkMatters } from './bulk-matters.ts'
import type { Connection } from './connection.ts'
import { type Figure, quantile } from './figures.ts'
import { type Place, preparePlace, type Server } from './place.ts'

const small = 10_000
const askedEach = 300

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
  { name: 'workbench', most: 40, path: () => '/api/v1/workbench' },
] as const

/** The agency with the most matters, one beside it, and one with few. */
const readers = ['tieling.officer', 'siping.officer', 'wujiang.officer'] as const

type Times = ReadonlyMap<string, readonly number[]>

/**
 * How long reading takes over HTTP at 10,000 matters and at many more, by one reader at a time: what an index is worth
 * shows in the answer's time, not in its throughput.
 */
export async function measureReading(isLarge: boolean): Promise<Figure[]> {
  const large = isLarge ? 1_000_000 : 200_000
  await using place = await preparePlace()
  const server = await place.serve()
  const cookies = new Map<string, string>()
  for (const login of readers) cookies.set(login, await place.signIn(server, login))
  const side = (login: string) => ({ ...place.who(login), cookie: cookies.get(login) ?? '' })
  const bulk = await bulkMatters(place, server, {
    finder: side('tieling.officer'),
    receiver: side('siping.officer'),
  })

  await bulk.add(small)
  const before = await readAll(place, server, cookies)
  await bulk.add(large - small)
  const after = await readAll(place, server, cookies)

  const { rows } = await place.owner.query<{ events: number }>('select count(*)::int as events from event')
  return [
    ...readings.flatMap(({ name, most }) =>
      figuresOf(name, most, before.get(name) ?? [], after.get(name) ?? []),
    ),
    { what: `matters (${rows[0]?.events} events)`, value: large, unit: '' },
  ]
}

function figuresOf(
  name: string,
  most: number,
  before: readonly number[],
  after: readonly number[],
): Figure[] {
  const p95 = (times: readonly number[]) => quantile(times, 0.95)
  return [
    {
      what: `${name}: p95 with many matters ÷ with 10,000`,
      value: p95(after) / p95(before),
      unit: '×',
      aim: { is: 'at-most', than: 1.5 },
    },
    {
      what: `${name}: p95 with many matters`,
      value: p95(after),
      unit: 'ms',
      aim: { is: 'at-most', than: most },
    },
    { what: `${name}: p50 with many matters`, value: quantile(after, 0.5), unit: 'ms' },
    { what: `${name}: p95 with 10,000`, value: p95(before), unit: 'ms' },
  ]
}

async function readAll(place: Place, server: Server, cookies: ReadonlyMap<string, string>): Promise<Times> {
  const connection = await place.connect(server)
  const times = new Map<string, number[]>(readings.map(({ name }) => [name, []]))
  const matters = new Map<string, readonly string[]>()
  for (const login of readers) matters.set(login, await someMatters(place, login))
  // All kinds of reading take turns, so that what else the machine does meets each of them.
  for (let round = -20; round < askedEach; round++) {
    const login = readers[Math.abs(round) % readers.length] ?? readers[0]
    const own = matters.get(login) ?? []
    for (const { name, path } of readings) {
      const took = await timeOf(
        connection,
        path(own[Math.abs(round) % own.length] ?? ''),
        cookies.get(login) ?? '',
      )
      if (round >= 0) times.get(name)?.push(took)
    }
  }
  connection.close()
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
