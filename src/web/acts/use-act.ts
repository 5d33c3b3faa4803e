import { useRef, useState } from 'react'
import type { MatterView, MoveResult } from '../../features/matters/matter-views.ts'
import { asProblem, freshKey, type Problem } from '../api/call.ts'
import { move } from '../api/move.ts'
import { queries } from '../api/queries.ts'

/** Taking one action from one form. */
export type Act = {
  readonly isBusy: boolean
  /** What the server said no with, until one tries again. */
  readonly problem: Problem | undefined
  /** The version the person has seen; what came after it is shown before acting on it. */
  readonly seen: number
  /** The person has taken note of what came since. */
  readonly look: () => void
  /** Tries; resolves to nothing when the server said no. */
  readonly take: (body: unknown) => Promise<MoveResult | undefined>
}

type What = {
  readonly matter: MatterView
  readonly action: string
  /** Undefined for actions that move all legs together. */
  readonly leg: number | undefined
}

/**
 * Takes an action with the version the person decided on. Sent twice, it acts once: the key stays the same as long as
 * neither the form nor the version changes.
 */
export function useAct({ matter, action, leg }: What): Act {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const [seen, setSeen] = useState(matter.version)
  const sent = useRef({ text: '', key: '' })

  const take = async (body: unknown): Promise<MoveResult | undefined> => {
    const text = JSON.stringify([action, leg, body, seen])
    if (sent.current.text !== text) sent.current = { text, key: freshKey() }
    setBusy(true)
    setProblem(undefined)
    try {
      return await move({
        matterId: matter.id,
        action,
        body,
        ...(leg === undefined ? {} : { leg }),
        expectedVersion: seen,
        key: sent.current.key,
      })
    } catch (error) {
      const found = asProblem(error)
      setProblem(found)
      // The page was behind: what it shows as open, or as extensible, no longer is.
      if (found.code === 'already-changed' || found.code === 'not-now')
        void queries.invalidateQueries({ queryKey: ['matter', matter.id] })
      return undefined
    } finally {
      setBusy(false)
    }
  }
  return { isBusy, problem, seen, take, look: () => setSeen(matter.version) }
}
