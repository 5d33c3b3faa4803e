import type { SessionView } from '../../features/people/session-view.ts'
import { call } from '../api/call.ts'
import { queries, sessionQuery } from '../api/queries.ts'

/** Ends the session and forgets everything this tab has read; the others notice by themselves. */
export async function signOut(): Promise<void> {
  await call('DELETE', '/session').catch(() => {})
  sessionStorage.clear()
  location.assign('/sign-in')
}

/** Acts in a colleague's place, or for oneself again; everything is read anew with the other rights. */
export async function standIn(delegationId: string | null): Promise<void> {
  const session = await call<SessionView>('POST', '/session/standing-in', { body: { delegationId } })
  queries.setQueryData(sessionQuery.queryKey, session)
  await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
}

/** Shows in whose name one acts now, after the server said that it is another than the page showed. */
export async function seeWhoActs(): Promise<void> {
  queries.setQueryData(sessionQuery.queryKey, await call<SessionView>('GET', '/session'))
  await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
}

/** Signs in and keeps who it is. Throws the server's problem. */
export async function signInAs(login: string, password: string): Promise<SessionView> {
  const session = await call<SessionView>('POST', '/session', { body: { login, password } })
  queries.setQueryData(sessionQuery.queryKey, session)
  return session
}
