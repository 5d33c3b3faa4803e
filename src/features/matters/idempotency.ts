import { hash } from 'node:crypto'
import { canonical } from '../../kernel/canonical.ts'
import type { EarlierResult } from './matter-store.ts'
import type { MoveResult } from './matter-views.ts'
import { keyReused } from './refusals.ts'

/** The digest (hex) of what a write asks for; the version seen is not part of it, a retry may have seen another. */
export function digestOf(input: {
  readonly matterId?: string
  readonly action: string
  readonly body: unknown
  readonly leg?: number | undefined
}): string {
  const { matterId = null, action, body, leg = null } = input
  return hash('sha256', canonical({ matterId, action, body: body ?? null, leg }), 'hex')
}

/** The first result when the same was asked, a refusal when the key was used for something else (P13). */
export function firstResult(earlier: EarlierResult, digest: string): MoveResult {
  if (earlier.digest !== digest) throw keyReused()
  return earlier.result as MoveResult
}
