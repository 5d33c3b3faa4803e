import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { z } from 'zod'
import { chinaDayOf } from '../../kernel/day.ts'
import { invalidInput } from '../../kernel/faults.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { prose } from '../../kernel/text.ts'
import { recordAccess } from '../../platform/access-log.ts'
import type { AgencyActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db, Tx } from '../../platform/database.ts'
import { type FileStore, receiveFile } from '../../platform/file-store.ts'
import { hereAndNow } from '../../platform/occasion.ts'
import { holdBytes } from '../files/files.ts'
import { letterTypeNames } from './letter-types.ts'
import { sealPicture } from './seal-picture.ts'

/** The picture of a seal: PNG, in base64. */
export const SetStamp = z.strictObject({ image: z.string().max(700_000) })

/** A permission to put the seal on letters. */
export const GrantStamp = z.strictObject({
  types: z.array(z.enum(letterTypeNames)).min(1).max(letterTypeNames.length),
  until: z.iso.date().optional().describe('Last day, in China; without: until it is revoked'),
  reason: prose(500).describe('Who decided it, and where that is recorded'),
})
export type GrantStamp = z.infer<typeof GrantStamp>

/** The seal of one's agency, the permissions to use it, and how it was used. */
export type StampView = {
  readonly stamp: { readonly id: string; readonly digest: string; readonly setAt: string } | null
  readonly permissions: readonly {
    readonly id: string
    readonly types: readonly string[]
    readonly until: string | null
    readonly reason: string
    readonly grantedBy: string
    readonly grantedAt: string
    readonly revokedAt: string | null
  }[]
  /** The latest 100 letters that bear it. */
  readonly uses: readonly {
    readonly letter: string
    readonly number: string
    readonly type: string
    readonly at: string
    /** Who took the step that issued it; null where the reader may not see that step. */
    readonly by: string | null
    readonly matterId: string
    readonly permission: string
  }[]
}

/** What people see of the seal on their own agency's letters. */
export async function readStamp(tx: Tx): Promise<StampView> {
  const { rows } = await sql<{ view: StampView }>`
    select json_build_object(
      'stamp', (select json_build_object('id', id, 'digest', digest, 'setAt', set_at) from agency_stamp
        where agency_id = letter_issuer() and retired_at is null),
      'permissions', (select coalesce(json_agg(json_build_object('id', p.id, 'types', p.types, 'until', p.until, 'reason', p.reason,
          'grantedBy', coalesce(n.name, ''), 'grantedAt', p.granted_at, 'revokedAt', p.revoked_at) order by p.granted_at desc), '[]')
        from stamp_permission p left join person_name n on n.id = p.granted_by where p.agency_id = letter_issuer()),
      'uses', (select coalesce(json_agg(u), '[]') from (
        select l.id as letter, l.number, l.type, l.issued_at as at, n.name as by, l.matter_id as "matterId", l.permission_id as permission
        from letter l
          left join event e on e.matter_id = l.matter_id and e.seq = l.seq
          left join person_name n on n.id::text = e.actor ->> 'account'
        where l.issuer_id = letter_issuer() and l.stamp_id is not null order by l.issued_at desc limit 100) u)) as view`.execute(
    tx,
  )
  const view = rows[0]?.view
  if (!view) throw new Error('The seal could not be read.')
  return view
}

/**
 * Puts a picture of the seal in the place of the old one 更换电子印章. Letters that bear the old one keep it.
 * @throws Refusal `not-allowed` but for whoever keeps the seal; `unsupported` for what is no sound PNG of a seal's size, or hides what lies under it
 */
export async function setStamp(
  { db, store }: { readonly db: Db; readonly store: FileStore },
  actor: AgencyActor,
  input: z.infer<typeof SetStamp>,
): Promise<void> {
  await asActor(db, actor, mustKeepStamp)
  const picture = sealPicture(Buffer.from(input.image, 'base64'))
  if ('fault' in picture) throw new Refusal('unsupported', picture.fault)
  const { digest, size } = await receiveFile(store, Readable.from([picture.png]), { limitBytes: 600_000 })
  await asActor(db, actor, async (tx) => {
    await holdBytes(tx, digest)
    await sql`select set_stamp(${newId()}, ${digest}, ${size})`.execute(tx)
    await recordAccess(tx, { what: 'stamp-set', facts: { digest } })
  })
}

/** Permits the use of the seal 授权用印 on letters of some types. */
export async function grantStamp(tx: Tx, input: GrantStamp): Promise<void> {
  await mustKeepStamp(tx)
  if (input.until && input.until < chinaDayOf(hereAndNow().now))
    throw invalidInput([
      {
        path: ['until'],
        message: {
          zh: '授权截止日已过，请改为今天或以后。',
          en: 'That day has passed; choose today or a later one.',
        },
      },
    ])
  const id = newId()
  await sql`select grant_stamp(${id}, ${[...input.types]}::text[], ${input.until ?? null}::date, ${input.reason})`.execute(
    tx,
  )
  await recordAccess(tx, { what: 'stamp-permitted', facts: { permission: id, types: input.types } })
}

/** Takes a permission back 收回授权; letters that were sealed by it stay sealed. */
export async function revokeStamp(tx: Tx, id: string): Promise<void> {
  await mustKeepStamp(tx)
  const { rows } = await sql<{ done: boolean }>`select revoke_stamp(${id}) as done`.execute(tx)
  if (!rows[0]?.done)
    throw new Refusal('not-found', {
      zh: '没有这项用印授权，或者已经收回。请刷新页面。',
      en: 'There is no such permission, or it was taken back. Reload the page.',
    })
  await recordAccess(tx, { what: 'stamp-revoked', facts: { permission: id } })
}

/**
 * Refuses whoever may not keep the seal and the sign of the agency whose letters they are: its leader does, or, where it has none here, the
 * leader of the one that acts in its name. Programs never do.
 */
export async function mustKeepStamp(tx: Tx): Promise<void> {
  const { rows } = await sql<{ keeps: boolean }>`select keeps_stamp() as keeps`.execute(tx)
  if (rows[0]?.keeps) return
  throw new Refusal('not-allowed', {
    zh: '电子印章和机关代字由发函单位（以其名义行文的机关）的负责人管理。请联系该负责人。',
    en: 'The electronic seal and the sign in numbers are kept by the leader of the agency in whose name letters are written. Ask that leader.',
  })
}
