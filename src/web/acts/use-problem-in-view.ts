import { type RefObject, useEffect, useRef } from 'react'
import type { Problem } from '../api/call.ts'

/**
 * Brings the top of a form into view when the server said no to the whole of it: what it says stands there, and the button that was pressed
 * at the end of a long form. Faults of single fields are shown by their own list.
 */
export function useProblemInView<E extends HTMLElement>(problem: Problem | undefined): RefObject<E | null> {
  const form = useRef<E>(null)
  useEffect(() => {
    if (problem && problem.faults.length === 0) form.current?.scrollIntoView({ block: 'start' })
  }, [problem])
  return form
}
