import { useSuspenseQuery } from '@tanstack/react-query'
import type { SessionView } from '../../features/people/session-view.ts'
import { sessionQuery } from '../api/queries.ts'

/** Who is signed in. Only for pages behind the sign-in. */
export function useSession(): SessionView {
  const { data } = useSuspenseQuery(sessionQuery)
  if (!data) throw new Error('A page behind the sign-in was shown without a session.')
  return data
}

/** Whether the signed-in person may do something; what a button shows, never what the server allows. */
export function usePower(power: string): boolean {
  return useSession().powers.includes(power)
}
