import type { Words } from './words.ts'

/**
 * Why the system says no to somebody. A closed list: every transport (HTTP, command line, exchange)
 * translates each code in one place and does not compile until it knows all of them.
 */
export type RefusalCode =
  | 'not-signed-in'
  | 'not-found'
  | 'wrong-method'
  | 'not-allowed'
  | 'not-your-turn'
  | 'not-now'
  | 'already-changed'
  | 'already-pending'
  | 'conflict'
  | 'invalid-input'
  | 'too-large'
  | 'too-many'
  | 'unsupported'
  | 'unavailable'

/** One fault of an input: where it is and what to do about it. */
export type Fault = { readonly path: readonly (string | number)[]; readonly message: Words }

/**
 * A no that a person can act on. Thrown by commands (it rolls the transaction back), translated once per transport.
 * The message says what to do next, in both languages. Anything else thrown is a bug.
 */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly words: Words
  /** Field by field, where the input is at fault. */
  readonly faults: readonly Fault[]
  /** Facts a client may need to go on, such as the current version; never personal data. */
  readonly facts: Readonly<Record<string, unknown>>

  constructor(
    code: RefusalCode,
    words: Words,
    more: { readonly faults?: readonly Fault[]; readonly facts?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(words.en)
    this.name = 'Refusal'
    this.code = code
    this.words = words
    this.faults = more.faults ?? []
    this.facts = more.facts ?? {}
  }
}
