import { expect, test } from 'vitest'
import { chinaDayOf, daysBetween } from '../../src/kernel/day.ts'
import { aCase } from '../a-case.ts'
import { aServer } from '../http.ts'

const server = await aServer()
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
const ahead = (client: Awaited<ReturnType<typeof aCase>>['receiver'], id: string, query: string) =>
  client.get(`/matters/${id}/clocks-ahead?${query}`)

test('an entry made late says before it is sent that its deadline is over already, and since when', async () => {
  const { id, receiver, bodies } = await aCase(server)
  await receiver.act(id, 'acknowledge')
  await receiver.act(id, 'accept', bodies.accept)
  const filedAt = daysAgo(120)

  const { body } = await ahead(receiver, id, `action=file&at=${filedAt}`)

  const [decision, ...more] = body.items
  expect(more).toEqual([])
  const days = daysBetween(chinaDayOf(decision.dueAt), chinaDayOf(new Date().toISOString()))
  expect(days).toBeGreaterThan(20)
  expect(decision).toMatchObject({
    name: 'caseDecision',
    field: 'filedAt',
    startedAt: filedAt,
    isOverdue: true,
  })
  expect(decision.words.zh).toContain(`已逾期 ${days} 天`)
  expect(decision.words.zh).toContain('可以照常提交')
  expect(decision.words.en).toContain(`already ${days} days overdue`)
  expect(decision.steps.length).toBeGreaterThan(0)
  // It is no refusal, and the move counts exactly so.
  await receiver.act(id, 'file', { ...bodies.file, filedAt })
  const { body: matter } = await receiver.get(`/matters/${id}`)
  expect(matter.clocks).toContainEqual(
    expect.objectContaining({
      name: 'caseDecision',
      dueAt: new Date(decision.dueAt).toISOString(),
      light: 'red',
    }),
  )
})

test('an entry made in time says when its deadline ends', async () => {
  const { id, receiver, bodies } = await aCase(server)
  await receiver.act(id, 'acknowledge')
  await receiver.act(id, 'accept', bodies.accept)
  await receiver.act(id, 'file', { ...bodies.file, filedAt: daysAgo(0) })

  const { body } = await ahead(receiver, id, `action=decide&at=${chinaDayOf(daysAgo(0))}`)

  expect(body.items).toMatchObject([{ name: 'feedback', field: 'decidedOn', isOverdue: false }])
  expect(body.items[0].words.zh).toContain('届满')
})

test.each(['0002-06-13', '2025-06-', 'yesterday', ''])(
  'a date that is not written out, %j, starts nothing',
  async (at) => {
    const { id, receiver, bodies } = await aCase(server)
    await receiver.act(id, 'acknowledge')
    await receiver.act(id, 'accept', bodies.accept)

    const { status, body } = await ahead(receiver, id, `action=file&at=${at}`)

    expect([status, body.items]).toEqual([200, []])
  },
)

test('an action that starts no deadline from a date has none ahead, and one that is none at all neither', async () => {
  const { id, receiver, officer } = await aCase(server)
  for (const action of ['acknowledge', 'decide', 'fly', 'constructor'])
    expect((await ahead(receiver, id, `action=${action}&at=2025-06-13`)).body.items).toEqual([])

  expect((await ahead(officer, id, 'action=file&at=2025-06-13')).status).toBe(200)
  const stranger = await server.signedIn('gaomi.officer')
  expect((await ahead(stranger, id, 'action=file&at=2025-06-13')).status).toBe(404)
})
