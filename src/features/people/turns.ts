import { Refusal } from '../../kernel/refusal.ts'

/** Runs a piece of work when its turn comes. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>

/**
 * At most `atOnce` pieces of work run together, and at most `waiting` stand in line.
 * @returns a function that refuses with `too-many` when the line is full
 */
export function takeTurns(atOnce: number, waiting: number): Turns {
  const line: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running >= atOnce) {
      if (line.length >= waiting) throw tooMany()
      // Whoever finishes hands the place over, so `running` does not change here.
      await new Promise<void>((begin) => line.push(begin))
    } else running++
    try {
      return await work()
    } finally {
      const next = line.shift()
      if (next) next()
      else running--
    }
  }
}

const tooMany = (): Refusal =>
  new Refusal('too-many', {
    zh: '同时登录的人太多，请过几秒再试。',
    en: 'Too many people are signing in at this moment; try again in a few seconds.',
  })
