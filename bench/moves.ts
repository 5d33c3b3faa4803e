import { newId } from '../src/kernel/ids.ts'
import { clueLife, liveClue, type Sides } from './clue-life.ts'
import { type Figure, median } from './figures.ts'
import { type Place, preparePlace, type Server } from './place.ts'
import { type RowWriter, rowWriter } from './same-rows.ts'

const clients = 16
const rounds = 5
const secondsEach = 4

/** Four pairs of neighbours that work with each other at the same time. */
const pairs = [
  ['tieling.officer', 'siping.officer'],
  ['tianjin.officer', 'beijing.officer'],
  ['weifang.officer', 'gaomi.officer'],
  ['wujiang.officer', 'qingpu.officer'],
] as const

/**
 * Moves per second through HTTP with 16 clients and durable commits, held against the same rows written by one statement
 * each over 16 connections. Both take turns within one run, so that what else the machine does meets both.
 */
export async function measureMoves(): Promise<Figure[]> {
  await using place = await preparePlace()
  const server = await place.serve()
  const sides = await Promise.all(pairs.map((pair) => signedIn(place, server, pair)))

  const sample = await throughHttp(place, server, sides, 2)
  const write = await rowWriter(place.owner, sample.settled)
  await throughSql(write, 1)

  const http: number[] = []
  const sql: number[] = []
  for (let round = 0; round < rounds; round++) {
    await settle(place)
    http.push((await throughHttp(place, server, sides, secondsEach)).perSecond)
    await settle(place)
    sql.push(await throughSql(write, secondsEach))
  }
  const ratios = http.map((rate, round) => rate / (sql[round] ?? Number.NaN))
  return [
    {
      what: 'moves through HTTP ÷ same rows by hand-written SQL',
      value: median(ratios),
      unit: '×',
      aim: { is: 'at-least', than: 0.35 },
    },
    { what: 'moves through HTTP, 16 clients', value: median(http), unit: 'moves/s' },
    { what: 'same rows by hand-written SQL, 16 connections', value: median(sql), unit: 'statements/s' },
  ]
}

/** Neither side pays for what the other wrote: four times as much from SQL as through HTTP is left to vacuum and to write out. */
async function settle({ owner }: Place): Promise<void> {
  await owner.query('vacuum analyze')
  await owner.query('checkpoint')
}

async function signedIn(
  place: Place,
  server: Server,
  [finder, receiver]: readonly [string, string],
): Promise<Sides> {
  return {
    finder: { ...place.who(finder), cookie: await place.signIn(server, finder) },
    receiver: { ...place.who(receiver), cookie: await place.signIn(server, receiver) },
  }
}

/** How many moves a second, and a clue that went all the way. */
async function throughHttp(
  place: Place,
  server: Server,
  sides: readonly Sides[],
  seconds: number,
): Promise<{ readonly perSecond: number; readonly settled: string }> {
  let settled = ''
  const perSecond = await rateOf(seconds, async (client, isOver) => {
    const connection = await place.connect(server)
    const own = sides[client % sides.length] as Sides
    let moves = 0
    while (!isOver()) {
      for await (const { action, matterId } of liveClue(connection, own)) {
        moves++
        if (action === 'rate') settled = matterId
        if (isOver() && settled) break
      }
    }
    connection.close()
    return moves
  })
  return { perSecond, settled }
}

const throughSql = (write: RowWriter, seconds: number): Promise<number> =>
  rateOf(seconds, async (_, isOver) => {
    let moves = 0
    while (!isOver()) {
      const matterId = newId()
      for (const { action } of clueLife) {
        await write(matterId, action)
        moves++
        if (isOver()) break
      }
    }
    return moves
  })

async function rateOf(
  seconds: number,
  work: (client: number, isOver: () => boolean) => Promise<number>,
): Promise<number> {
  const start = performance.now()
  const isOver = (): boolean => performance.now() - start > seconds * 1_000
  const done = await Promise.all(Array.from({ length: clients }, (_, client) => work(client, isOver)))
  return done.reduce((sum, moves) => sum + moves, 0) / ((performance.now() - start) / 1_000)
}
