import { type Calendar, calendarWith } from '../../kernel/working-days.ts'
import type { Tx } from '../../platform/database.ts'
import type { AmountOverride } from './amount-rule.ts'
import type { DeadlineOverride } from './deadline-rule.ts'
import {
  listAmountOverrides,
  listCorrections,
  listOverrides,
  rulebookVersion,
  type StoredCorrection,
} from './rules-store.ts'

/** What people decided about deadlines and amounts, ready to count with. */
export type Rulebook = {
  readonly calendar: Calendar
  readonly corrections: readonly StoredCorrection[]
  readonly overrides: readonly DeadlineOverride[]
  readonly amounts: readonly AmountOverride[]
}

const ofTransaction = new WeakMap<Tx, Promise<Rulebook>>()
let latest: { readonly version: string; readonly rulebook: Rulebook } | undefined

/**
 * The rulebook as the transaction sees it. It is kept in the process and read again only when a row was added, by whichever
 * process: each transaction asks once for the version, however many clocks it starts.
 */
export function rulebookOf(tx: Tx): Promise<Rulebook> {
  const known = ofTransaction.get(tx)
  if (known) return known
  const read = readRulebook(tx)
  ofTransaction.set(tx, read)
  return read
}

/** Makes the transaction see what it has just written itself. */
export function rereadRulebook(tx: Tx): void {
  ofTransaction.delete(tx)
}

async function readRulebook(tx: Tx): Promise<Rulebook> {
  const version = await rulebookVersion(tx)
  if (latest?.version === version) return latest.rulebook
  const corrections = await listCorrections(tx)
  const rulebook = {
    calendar: calendarWith(corrections),
    corrections,
    overrides: await listOverrides(tx),
    amounts: await listAmountOverrides(tx),
  }
  latest = { version, rulebook }
  return rulebook
}
