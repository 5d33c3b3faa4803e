import { clueBodies } from '../src/features/matters/kinds/clue/clue.examples.ts'
import type { AgencyId } from '../src/kernel/ids.ts'
import type { Connection } from './connection.ts'
import type { Person } from './place.ts'

/** Who finds and who answers, with their sessions. */
export type Sides = {
  readonly finder: Person & { readonly cookie: string }
  readonly receiver: Person & { readonly cookie: string }
}

/** The moves of one clue from the draft to the end: what a day's work looks like to the server. */
export const clueLife = [
  { by: 'finder', action: 'open' },
  { by: 'finder', action: 'push' },
  { by: 'receiver', action: 'acknowledge' },
  { by: 'finder', action: 'say' },
  { by: 'receiver', action: 'take' },
  { by: 'receiver', action: 'note' },
  { by: 'receiver', action: 'conclude' },
  { by: 'receiver', action: 'feedback' },
  { by: 'finder', action: 'rate' },
] as const

/** The kinds of move in the life of a clue. */
export type ClueMove = (typeof clueLife)[number]['action']

/** What each move carries; the same for every clue, so that HTTP and SQL write the same bytes. */
export function bodyOf(action: ClueMove, sides: Sides): unknown {
  switch (action) {
    case 'open':
      return { kind: 'clue' }
    case 'say':
      return { text: '其中一辆今晨又出现在河东区，请优先核查。' }
    case 'note':
      return { text: '已与机场派出所联系，明早现场布控。' }
    default:
      return clueBodies([sides.receiver.agencyId as AgencyId])[action]
  }
}

/** Takes a clue through its life over HTTP as browsers do, with idempotency keys and the version seen. Yields after each move. */
export async function* liveClue(
  connection: Connection,
  sides: Sides,
): AsyncGenerator<{ readonly action: ClueMove; readonly matterId: string }> {
  let matterId = ''
  let version = 0
  for (const { by, action } of clueLife) {
    const { cookie } = sides[by]
    const key = `${action}-${crypto.randomUUID()}`
    const body = bodyOf(action, sides)
    const answer =
      action === 'open'
        ? await connection.ask('POST', '/api/v1/matters', { cookie, key, body })
        : await connection.ask('POST', `/api/v1/matters/${matterId}/moves`, {
            cookie,
            key,
            body: { action, body, expectedVersion: version },
          })
    if (answer.status >= 300) throw new Error(`${action}: ${answer.status} ${answer.text}`)
    const { matter } = JSON.parse(answer.text) as { matter: { id: string; version: number } }
    matterId = matter.id
    version = matter.version
    yield { action, matterId }
  }
}
