import type { MatterView } from '../../features/matters/matter-views.ts'
import type { Words } from '../../kernel/words.ts'
import { asProblem, call, freshKey, Problem } from '../api/call.ts'
import { move, offered, ownOffers } from '../api/move.ts'
import { refreshLists } from '../api/queries.ts'

/** What is acknowledged: one leg of a matter; where a list does not say which, one's own that waits for it. */
export type Target = { readonly matterId: string; readonly leg?: number; readonly number: string }

/** An acknowledgement that can still be taken back, and one that was refused. */
export type Pending = Target & { readonly until: number }
export type Refused = Target & { readonly words: Words }

/** How long an acknowledgement can be taken back. The legal clock is not touched: it starts at delivery. */
export const undoSeconds = 6

type Waiting = Pending & {
  readonly timer: ReturnType<typeof setTimeout>
  readonly matter: Promise<MatterView>
}

let waiting: readonly Waiting[] = []
let refused: readonly Refused[] = []
let snapshot: { readonly pending: readonly Pending[]; readonly refused: readonly Refused[] } = {
  pending: [],
  refused: [],
}
const watchers = new Set<() => void>()

/** For `useSyncExternalStore`: what can be undone and what was refused. */
export const acknowledgements = {
  get: () => snapshot,
  watch: (watcher: () => void): (() => void) => {
    watchers.add(watcher)
    return () => watchers.delete(watcher)
  },
}

/** Acknowledges receipt after the time for undoing has passed. */
export function acknowledgeSoon(target: Target): void {
  if (waiting.some((other) => isSame(other, target))) return
  // Read at once, so that the sending needs no answer any more should the page be closed meanwhile.
  const matter = call<MatterView>('GET', `/matters/${target.matterId}`)
  matter.catch(() => {})
  const timer = setTimeout(() => void send(target), undoSeconds * 1000)
  waiting = [...waiting, { ...target, until: Date.now() + undoSeconds * 1000, timer, matter }]
  changed()
}

/** Takes back the latest acknowledgement; false when there is none any more. */
export function undoAcknowledgement(): boolean {
  const last = waiting.at(-1)
  if (!last) return false
  clearTimeout(last.timer)
  waiting = waiting.filter((other) => other !== last)
  changed()
  return true
}

/** Takes a refusal off the screen. */
export function forgetRefusals(): void {
  refused = []
  changed()
}

async function send(target: Target, keepalive = false): Promise<void> {
  const entry = waiting.find((other) => isSame(other, target))
  if (!entry) return
  clearTimeout(entry.timer)
  try {
    await acknowledge(target, await entry.matter, keepalive)
  } catch (error) {
    refused = [...refused, { ...target, words: asProblem(error).words }]
  } finally {
    waiting = waiting.filter((other) => other !== entry)
    changed()
    refreshLists()
  }
}

/** Acknowledges at once; throws the server's problem, also when the matter shows that it cannot be done. */
export async function acknowledge(target: Target, matter: MatterView, keepalive = false): Promise<void> {
  const [own] = ownOffers(matter, 'acknowledge')
  const leg = target.leg ?? own?.leg ?? 1
  const offer = target.leg ? offered(matter, target.leg, 'acknowledge') : own?.offer
  if (offer && !offer.open && offer.whyWords) throw new Problem('not-now', offer.whyWords)
  await move({
    matterId: target.matterId,
    action: 'acknowledge',
    leg,
    body: {},
    expectedVersion: matter.version,
    key: freshKey(),
    ...(keepalive ? { keepalive } : {}),
  })
}

const isSame = (one: Target, other: Target): boolean =>
  one.matterId === other.matterId && one.leg === other.leg

function changed(): void {
  snapshot = { pending: waiting, refused }
  for (const watcher of watchers) watcher()
}

// Closing the page does not take a decision back: what waits is sent at once.
window.addEventListener('pagehide', () => {
  for (const entry of waiting) void send(entry, true)
})
