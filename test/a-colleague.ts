import { sql } from 'kysely'
import type { Role } from '../src/features/people/people.ts'
import { AgencyId } from '../src/kernel/ids.ts'
import { type Client, signIn, type TestServer } from './http.ts'

const password = 'Weihe-Qiao-8841-mu'

/** The agency with a code such as `220100-ZF`. */
export async function agencyWith(server: TestServer, code: string): Promise<AgencyId> {
  const { rows } = await sql<{ id: string }>`select id from agency where code = ${code}`.execute(server.db)
  return AgencyId.parse(rows[0]?.id)
}

/** Somebody new in an agency, made by the security administrator, with a password of one's own, signed in. */
export async function aColleague(
  server: TestServer,
  login: string,
  code: string,
  roles: Role[],
): Promise<Client> {
  const administrator = await server.signedIn('secadmin')
  const agencyId = await agencyWith(server, code)
  const made = await administrator.post('/accounts', { login, agencyId, name: '试例', roles })
  if (made.status !== 201) throw new Error(JSON.stringify(made.body))
  const first = await signIn(server.url, login, made.body.oneTimePassword)
  const changed = await first.post('/session/password', {
    current: made.body.oneTimePassword,
    next: password,
  })
  if (changed.status !== 204) throw new Error(JSON.stringify(changed.body))
  const client = await signIn(server.url, login, password)
  server.keep(login, client)
  return client
}
