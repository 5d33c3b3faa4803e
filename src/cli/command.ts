import type { Language, Words } from '../kernel/words.ts'

/** One verb of the command line. Each has a file of its own, named like it. */
export type Command = {
  readonly name: string
  /** One sentence: what it does. */
  readonly help: Words
  /** How to write it, without the program's name: `backup FILE`. */
  readonly usage: string
  /** Does the work and resolves to the exit code: 0, or 1 when the answer is no. Throws `Refusal` or `WrongUsage`. */
  run(args: readonly string[], io: CliIo): Promise<number>
}

/** The world as a command sees it; tests give their own. */
export type CliIo = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly language: Language
  /** True when the answer has to be JSON. */
  readonly json: boolean
  readonly stdin: AsyncIterable<Uint8Array | string>
  /** Fires when the person presses ctrl-C or the system asks to stop. */
  readonly stopped: AbortSignal
  /** A line of the answer, for people. */
  say(line: string): void
  /** A line about the progress, beside the answer. */
  note(line: string): void
  /** The answer: the value with `--json`, else the text. */
  answer(value: unknown, text: string): void
}

/** A command written wrongly; the frame prints the sentence with the usage and exits with 2. */
export class WrongUsage extends Error {
  readonly words: Words

  constructor(words: Words) {
    super(words.en)
    this.name = 'WrongUsage'
    this.words = words
  }
}
