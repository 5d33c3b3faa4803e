import { aPdf } from '../src/features/files/sample-files.fixture.ts'
import { caseTransferBodies } from '../src/features/matters/kinds/case-transfer/case-transfer.examples.ts'
import { airportCars } from '../src/features/matters/kinds/clue/clue.examples.ts'
import type { AgencyId } from '../src/kernel/ids.ts'
import type { Client, TestServer } from './http.ts'

/** A case on its way between two places, with the browsers of both sides. */
export type Case = {
  readonly id: string
  readonly officer: Client
  readonly reviewer: Client
  readonly receiver: Client
  /** A good body for each action. */
  readonly bodies: ReturnType<typeof caseTransferBodies>
}

let cases = 0

/**
 * A case transfer from one place to another, written and approved and, unless told otherwise, sent. Its materials are those
 * the server asked for.
 */
export async function aCase(
  server: Pick<TestServer, 'signedIn' | 'agencyOf'>,
  { from = 'tieling', to = 'siping.officer', isSent = true, agency = server.agencyOf(to) } = {},
): Promise<Case> {
  const [officer, reviewer, receiver] = await Promise.all([
    server.signedIn(`${from}.officer`),
    server.signedIn(`${from}.reviewer`),
    server.signedIn(to),
  ])
  const bodies = caseTransferBodies(agency)
  bodies.submit.case.number = `辽铁昌交执〔2025〕${String(++cases).padStart(5, '0')}号`
  const { body: opened } = await officer.post('/matters', { kind: 'case-transfer' })
  const { id } = opened.matter
  const { body: refused } = await officer.move(id, 'submit', bodies.submit)
  for (const { path } of refused.faults) await attach(officer, id, path[1])
  await officer.act(id, 'submit', bodies.submit)
  await reviewer.act(id, 'approve', bodies.approve)
  if (isSent) await officer.act(id, 'send')
  return { id, officer, reviewer, receiver, bodies }
}

/** Attaches a document for an item of the check-list. */
export async function attach(client: Client, matterId: string, item: string): Promise<void> {
  const { status, body } = await client.upload(matterId, { name: `${item}.pdf`, item }, aPdf(cases))
  if (status !== 201) throw new Error(`${item}: ${status} ${JSON.stringify(body)}`)
}

/** A clue that 铁岭 has pushed to these agencies. */
export async function aClue(server: TestServer, ...to: AgencyId[]): Promise<string> {
  const officer = await server.signedIn('tieling.officer')
  const { body } = await officer.post('/matters', { kind: 'clue' })
  await officer.act(body.matter.id, 'push', airportCars(to))
  return body.matter.id
}
