import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { LetterContent } from '../src/features/letters/letters.ts'
import { actOnMatter, openMatter } from '../src/features/matters/matters.ts'
import type { PersonActor } from '../src/platform/actor.ts'
import { asActor } from '../src/platform/as-actor.ts'
import type { Db } from '../src/platform/database.ts'
import type { Occasion } from '../src/platform/occasion.ts'

/** A matter one can take further, step by step; without a body, an action carries its example. */
export type PlayedMatter = Awaited<ReturnType<typeof aMatter>>

type WrittenLetter = Pick<LetterContent, 'type' | 'to' | 'copies' | 'parts'> & { readonly isVoid: boolean }

type Beginning = {
  readonly kind: string
  readonly opener: PersonActor
  /** A good body for each action. */
  readonly bodies: Readonly<Record<string, unknown>>
  /** When it begins; now unless said. */
  readonly occasion?: Occasion
}

/** More about a step: its body where it is not the example, and the leg where there are several. */
type Wanted = { readonly body?: unknown; readonly leg?: number; readonly occasion?: Occasion }

/** Opens a matter as a draft. */
export async function aMatter(db: Db, { kind, opener, bodies, occasion: begun }: Beginning) {
  const { matter } = await asActor(db, opener, (tx) => openMatter(tx, opener, { kind }, begun))
  let expectedVersion = matter.version
  return {
    id: matter.id,
    /** Takes an action and returns where the matter stands. */
    async does(actor: PersonActor, action: string, { body, leg, occasion }: Wanted = {}) {
      const wanted = {
        matterId: matter.id,
        action,
        body: body ?? bodies[action] ?? {},
        expectedVersion,
        ...(leg === undefined ? {} : { leg }),
      }
      const { matter: moved } = await asActor(db, actor, (tx) => actOnMatter(tx, actor, wanted, occasion))
      expectedVersion = moved.version
      return moved
    },
    /** Sees what others and the background work did meanwhile. */
    async looksAgain(): Promise<void> {
      const { rows } = await sql<{
        version: number
      }>`select version from matter where id = ${matter.id}`.execute(db)
      expectedVersion = rows[0]?.version ?? 0
    },
    /** Attaches an empty page for each item of the check-list. */
    async attach(actor: PersonActor, items: readonly string[]): Promise<void> {
      await asActor(db, actor, async (tx) => {
        for (const item of items)
          await sql`select add_attachment(${JSON.stringify({
            id: randomUUID(),
            matter_id: matter.id,
            digest: 'a'.repeat(64),
            size: 1,
            name: `${item}.pdf`,
            media_type: 'application/pdf',
            item,
            internal: false,
          })}::jsonb, null)`.execute(tx)
      })
    },
    /** Its letters, oldest first, with whom they go to and whether they still stand. */
    async letters(): Promise<readonly WrittenLetter[]> {
      const { rows } = await sql<WrittenLetter>`
        select type, content -> 'to' as "to", content -> 'copies' as copies, legs <@ void_legs as "isVoid",
          content -> 'parts' as parts
        from letter where matter_id = ${matter.id} order by issued_at, id`.execute(db)
      return rows
    },
    /** The clocks that run or rest, by name, with the moment each is due. */
    async clocks(leg = 1): Promise<Readonly<Record<string, string>>> {
      const { rows } = await sql<{ name: string; due_at: string }>`
        select name, due_at from clock
        where matter_id = ${matter.id} and leg_no = ${leg} and stopped_at is null`.execute(db)
      return Object.fromEntries(rows.map(({ name, due_at }) => [name, new Date(due_at).toISOString()]))
    },
  }
}
