import { Readable } from 'node:stream'
import type { Instant } from '../../kernel/day.ts'
import type { PersonActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db } from '../../platform/database.ts'
import type { FileStore } from '../../platform/file-store.ts'
import { hereAndNow, type Occasion } from '../../platform/occasion.ts'
import { type MatterDoor, uploadFile } from '../files/files.ts'
import {
  actOnMatter,
  isBeingWritten,
  markRead,
  openMatter,
  recordOnMatter,
  saveDraft,
} from '../matters/matters.ts'
import type { Paper, Tale, TaleStep } from './tale.ts'

/** Where tales are played: a database, a folder for files, and the people by login. */
export type Stage = {
  readonly db: Db
  readonly store: FileStore
  readonly who: (login: string) => PersonActor
}

type Played = { id: string; version: number }

const matters: MatterDoor = { recordOnMatter, isBeingWritten }

/**
 * Plays tales through the real doors, each step in the name of its person and at its moment. Steps follow each other in the
 * order of time over all tales, so that numbers and inboxes read as if it had happened; only files that nobody is told of yet
 * are received beside them.
 *
 * Whoever acts has read what came before; what happened before `readUntil` everybody has read.
 */
export async function play(stage: Stage, tales: readonly Tale[], readUntil: Instant): Promise<void> {
  const { node } = hereAndNow()
  const played = new Map<string, Played>()
  const matterIdOf = (name: string): string => playedAs(played, name).id
  const turns = new Map<string, Promise<void>>()
  let lastInLine = Promise.resolve()

  for (const { tale, step } of inOrderOfTime(tales)) {
    const isInLine = !isPreparation(tale, step)
    const turn = Promise.all([turns.get(tale.name), isInLine ? lastInLine : undefined]).then(async () => {
      const taking = { tale, step, played, matterIdOf, occasion: { now: utc(step.at), node } }
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
  readonly played: Map<string, Played>
  readonly matterIdOf: (tale: string) => string
  readonly occasion: Occasion
}

async function takeStep(stage: Stage, { tale, step, played, matterIdOf, occasion }: Taking): Promise<void> {
  const { db } = stage
  const actor = stage.who(step.by)
  const { deed } = step
  if (deed.type === 'open') {
    const opening = { kind: tale.kind, ...(deed.title === undefined ? {} : { title: deed.title }) }
    const { matter } = await asActor(db, actor, (tx) => openMatter(tx, actor, opening, occasion))
    played.set(tale.name, { id: matter.id, version: matter.version })
    return
  }
  const matter = playedAs(played, tale.name)
  switch (deed.type) {
    case 'attach':
      return attach(stage, actor, matter.id, deed.paper, occasion)
    case 'draft':
      await asActor(db, actor, (tx) =>
        saveDraft(
          tx,
          actor,
          { matterId: matter.id, action: deed.action, leg: 0 },
          { body: deed.body, version: 0 },
        ),
      )
      return
    case 'act': {
      const { action, leg } = deed
      const body = typeof deed.body === 'function' ? deed.body(matterIdOf) : deed.body
      const wanted = { matterId: matter.id, action, body, leg, expectedVersion: matter.version }
      const moved = await asActor(db, actor, async (tx) => {
        await markRead(tx, matter.id)
        return actOnMatter(tx, actor, wanted, occasion)
      })
      matter.version = moved.matter.version
    }
  }
}

async function attach(
  { db, store }: Stage,
  actor: PersonActor,
  matterId: string,
  { bytes, ...paper }: Paper,
  occasion: Occasion,
): Promise<void> {
  await uploadFile({ db, store, matters }, actor, { matterId, ...paper }, Readable.from([bytes]), occasion)
}

/** A tale that is refused is a mistake of ours; the error says which line of it. */
const sayingWhere =
  (tale: Tale, { by, deed }: TaleStep) =>
  (cause: unknown): never => {
    if (cause instanceof TaleFault) throw cause
    const what = deed.type === 'act' ? deed.action : deed.type
    throw new TaleFault(`The demonstration broke off in "${tale.name}": ${by}, ${what}.`, { cause })
  }

class TaleFault extends Error {}

function playedAs(played: ReadonlyMap<string, Played>, name: string): Played {
  const matter = played.get(name)
  if (!matter) throw new Error(`Nobody has opened the matter of the tale ${name} yet.`)
  return matter
}

/** Events are recorded in UTC with milliseconds. */
const utc = (at: string): string => new Date(at).toISOString()
