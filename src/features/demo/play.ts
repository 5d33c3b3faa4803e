import { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { Instant } from '../../kernel/day.ts'
import { type PersonActor, systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db } from '../../platform/database.ts'
import type { FileStore } from '../../platform/file-store.ts'
import { hereAndNow, type Occasion } from '../../platform/occasion.ts'
import { type MatterDoor, uploadFile } from '../files/files.ts'
import {
  actOnMatter,
  filesChangeIn,
  markRead,
  openMatter,
  readDraft,
  recordOnMatter,
  saveDraft,
} from '../matters/matters.ts'
import type { Tale, TaleStep } from './tale.ts'

/** Where tales are played: a database, a folder for files, and the people by login. */
export type Stage = {
  readonly db: Db
  readonly store: FileStore
  readonly who: (login: string) => PersonActor
}

type Played = { id: string; version: number }

/** The steps that were taken before, by key: what opening and acting answered, nothing for a file. */
type Taken = ReadonlyMap<string, Played | undefined>

const matters: MatterDoor = { recordOnMatter, filesChangeIn }

/**
 * Plays tales through the real doors, each step in the name of its person and at its moment. Steps follow each other in the
 * order of time over all tales, so that numbers and inboxes read as if it had happened; only files that nobody is told of yet
 * are received beside them.
 *
 * Whoever acts has read what came before; what happened before `readUntil` everybody has read. What was played already, by a
 * process that was killed, is not played again.
 */
export async function play(stage: Stage, tales: readonly Tale[], readUntil: Instant): Promise<void> {
  const { node } = hereAndNow()
  const taken = await takenBefore(stage)
  const played = new Map<string, Played>()
  const matterIdOf = (name: string): string => playedAs(played, name).id
  const turns = new Map<string, Promise<void>>()
  let lastInLine = Promise.resolve()

  for (const { tale, step } of inOrderOfTime(tales)) {
    const isInLine = !isPreparation(tale, step)
    const turn = Promise.all([turns.get(tale.name), isInLine ? lastInLine : undefined]).then(async () => {
      const taking = { tale, step, taken, played, matterIdOf, occasion: { now: utc(step.at), node } }
      await takeStep(stage, taking).catch(sayingWhere(tale, step))
    })
    turns.set(tale.name, turn)
    if (isInLine) lastInLine = turn
  }
  await Promise.all(turns.values())
  for (const tale of tales) if (isOver(tale, readUntil)) await readByAll(stage, tale, matterIdOf(tale.name))
}

const isOver = ({ steps }: Tale, until: Instant): boolean =>
  steps.every(({ at }) => Date.parse(at) < Date.parse(until))

async function readByAll({ db, who }: Stage, { steps }: Tale, matterId: string): Promise<void> {
  for (const login of new Set(steps.map(({ by }) => by)))
    await asActor(db, who(login), (tx) => markRead(tx, matterId))
}

function inOrderOfTime(tales: readonly Tale[]): { readonly tale: Tale; readonly step: TaleStep }[] {
  return tales
    .flatMap((tale) => tale.steps.map((step) => ({ tale, step })))
    .sort((a, b) => Date.parse(a.step.at) - Date.parse(b.step.at))
}

/** A file of a draft: before the first move nobody else sees the matter. */
function isPreparation(tale: Tale, step: TaleStep): boolean {
  const firstMove = tale.steps.findIndex(({ deed }) => deed.type === 'act')
  return step.deed.type === 'attach' && (firstMove < 0 || tale.steps.indexOf(step) < firstMove)
}

type Taking = {
  readonly tale: Tale
  readonly step: TaleStep
  readonly taken: Taken
  readonly played: Map<string, Played>
  readonly matterIdOf: (tale: string) => string
  readonly occasion: Occasion
}

/** The key under which a step is taken once: every door answers the same key with its first result. */
const keyOf = (tale: Tale, step: TaleStep): string => `demonstration ${tale.name} ${tale.steps.indexOf(step)}`

async function takenBefore({ db }: Stage): Promise<Taken> {
  const { rows } = await asActor(db, systemActor('demonstration'), (tx) =>
    sql<{ key: string; matter: Played | null }>`
      select key, result -> 'matter' as matter from idempotency where starts_with(key, 'demonstration ')`.execute(
      tx,
    ),
  )
  return new Map(rows.map(({ key, matter }) => [key, matter ?? undefined]))
}

async function takeStep(stage: Stage, taking: Taking): Promise<void> {
  const { tale, step, taken, played, matterIdOf, occasion } = taking
  const { db } = stage
  const actor = stage.who(step.by)
  const { deed } = step
  const idempotencyKey = keyOf(tale, step)
  if (taken.has(idempotencyKey)) {
    const matter = taken.get(idempotencyKey)
    if (matter) played.set(tale.name, { id: matter.id, version: matter.version })
    return
  }
  if (deed.type === 'open') {
    const opening = {
      kind: tale.kind,
      idempotencyKey,
      ...(deed.title === undefined ? {} : { title: deed.title }),
    }
    const { matter } = await asActor(db, actor, (tx) => openMatter(tx, actor, opening, occasion))
    played.set(tale.name, { id: matter.id, version: matter.version })
    return
  }
  const matter = playedAs(played, tale.name)
  switch (deed.type) {
    case 'attach': {
      const { bytes, ...paper } = deed.paper
      const file = { matterId: matter.id, idempotencyKey, ...paper }
      await uploadFile({ db, store: stage.store, matters }, actor, file, Readable.from([bytes]), occasion)
      return
    }
    case 'draft': {
      // A draft knows no key. It is the last step of its tale, so one that is there is this one.
      const address = { matterId: matter.id, action: deed.action, leg: 0 }
      await asActor(db, actor, async (tx) => {
        const { version } = await readDraft(tx, actor, address)
        if (version === 0) await saveDraft(tx, actor, address, { body: deed.body, version })
      })
      return
    }
    case 'act': {
      const { action, leg } = deed
      const body = typeof deed.body === 'function' ? deed.body(matterIdOf) : deed.body
      const wanted = {
        matterId: matter.id,
        action,
        body,
        leg,
        expectedVersion: matter.version,
        idempotencyKey,
      }
      const moved = await asActor(db, actor, async (tx) => {
        await markRead(tx, matter.id)
        return actOnMatter(tx, actor, wanted, occasion)
      })
      matter.version = moved.matter.version
    }
  }
}

/** A tale that is refused is a mistake of ours; the error says which line of it. */
const sayingWhere =
  (tale: Tale, { by, deed }: TaleStep) =>
  (cause: unknown): never => {
    if (cause instanceof TaleFault) throw cause
    const what = deed.type === 'act' ? deed.action : deed.type
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new TaleFault(`The demonstration broke off in "${tale.name}": ${by}, ${what}. ${why}`, { cause })
  }

class TaleFault extends Error {}

function playedAs(played: ReadonlyMap<string, Played>, name: string): Played {
  const matter = played.get(name)
  if (!matter) throw new Error(`Nobody has opened the matter of the tale ${name} yet.`)
  return matter
}

/** Events are recorded in UTC with milliseconds. */
const utc = (at: string): string => new Date(at).toISOString()
