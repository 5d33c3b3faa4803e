import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { runCommandLine } from './run.ts'

async function xiezhi(...line: string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await runCommandLine(line, {
    env: {},
    stdin: Readable.from([]),
    stopped: new AbortController().signal,
    out: (text) => out.push(text),
    err: (text) => err.push(text),
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

test('a deadline is answered with rule, start, end and steps, without a database', async () => {
  const { code, out } = await xiezhi(
    'deadline',
    '--rule',
    'TRANSFER_ACCEPT',
    '--from',
    '2026-02-12T10:00:00+08:00',
    '--json',
  )
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    rule: 'TRANSFER_ACCEPT',
    from: '2026-02-12T10:00:00+08:00',
    due: '2026-02-26T23:59:59+08:00',
    steps: [
      { kind: 'start' },
      { kind: 'not-counted' },
      { kind: 'make-up' },
      { kind: 'skipped' },
      { kind: 'due' },
    ],
  })
})

test('for people it is told line by line in their language', async () => {
  const line = ['deadline', '--rule', 'CLUE_RECEIVE', '--variant', 'urgent', '--from', '2026-02-12 23:30']
  expect((await xiezhi(...line)).out).toContain('时限 2 小时')
  expect((await xiezhi(...line, '--lang', 'en')).out).toContain('the period is 2 hours')
})

test('pauses and the extension are counted', async () => {
  const { out } = await xiezhi(
    ...['deadline', '--rule', 'CLUE_VERIFY', '--from', '2026-03-02', '--extended'],
    ...['--pause', '2026-03-04/2026-03-09', '--json'],
  )
  expect(JSON.parse(out).due).toBe('2026-04-17T23:59:59+08:00')
})

test('a rule that does not exist is wrong usage, and near ones are named', async () => {
  const { code, err } = await xiezhi('deadline', '--rule', 'TRANSFER_ACEPT', '--from', '2026-02-12')
  expect(code).toBe(2)
  expect(err).toContain('TRANSFER_ACCEPT')
})

test.each([
  ['an unreadable time', ['--rule', 'PAY_FINE', '--from', 'Friday']],
  ['a day that does not exist', ['--rule', 'PAY_FINE', '--from', '2026-02-30']],
  ['no rule', ['--from', '2026-02-12']],
  ['no time', ['--rule', 'PAY_FINE']],
  ['a variant the rule does not have', ['--rule', 'PAY_FINE', '--from', '2026-02-12', '--variant', 'urgent']],
  ['an extension the rule does not have', ['--rule', 'PAY_FINE', '--from', '2026-02-12', '--extended']],
  ['a pause without an end in sight', ['--rule', 'PAY_FINE', '--from', '2026-02-12', '--pause', 'a/b/c']],
  ['an unknown option', ['--rule', 'PAY_FINE', '--form', '2026-02-12']],
])('%s is wrong usage', async (_case, line) => {
  const { code, err } = await xiezhi('deadline', ...line)
  expect(code).toBe(2)
  expect(err).not.toBe('')
})

test('a time before the law is refused, not miscounted', async () => {
  const { code, err } = await xiezhi('deadline', '--rule', 'DATA_PROVIDE', '--from', '2020-01-01', '--json')
  expect(code).toBe(1)
  expect(JSON.parse(err)).toMatchObject({ code: 'not-found', facts: { inForceSince: '2025-08-01' } })
})

test('all rules are listed', async () => {
  const { out } = await xiezhi('deadline', '--list', '--json')
  expect(JSON.parse(out).rules.map(({ id }: { id: string }) => id)).toContain('CASE_DECISION')
  expect((await xiezhi('deadline', '--list')).out).toContain('90 日 (+30)')
})
