import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { Refusal } from '../kernel/refusal.ts'
import { readConfig } from './config.ts'

test('an empty environment gives the defaults an administrator reads in the documents', () => {
  const config = readConfig({})

  expect(config).toMatchObject({
    host: '127.0.0.1',
    port: 8700,
    folder: resolve('data'),
    databaseUrl: undefined,
  })
})

test.each(['87000', '-1', 'http', '80.5', ' '])(
  'a port of %j is refused and the variable is named',
  (port) => {
    const { faults } = refusalOf(() => readConfig({ XIEZHI_PORT: port }))

    expect(faults.map(({ path, message }) => `${path[0]} ${message.en}`)).toEqual([
      `XIEZHI_PORT must be a whole number from 0 to 65535, not "${port}".`,
    ])
  },
)

test('all faults are told at once, in both languages', () => {
  const refusal = refusalOf(() =>
    readConfig({ XIEZHI_PORT: 'x', DATABASE_URL: 'mysql://h/d', XIEZHI_LOG: 'loud' }),
  )

  expect(refusal.code).toBe('invalid-input')
  expect(refusal.faults.map((fault) => fault.path[0])).toEqual(['XIEZHI_LOG', 'XIEZHI_PORT', 'DATABASE_URL'])
  expect(refusal.faults[2]?.message.zh).toContain('应形如 postgres://')
})

test('a password in a wrong address is not repeated in the sentence', () => {
  const refusal = refusalOf(() => readConfig({ DATABASE_URL: 'mysql://me:secret-word@h/d' }))

  expect(JSON.stringify(refusal)).not.toContain('secret-word')
})

function refusalOf(work: () => unknown): Refusal {
  try {
    work()
  } catch (reason) {
    if (reason instanceof Refusal) return reason
  }
  throw new Error('A refusal was expected.')
}

test('a mail server needs a sender, and its password is in no sentence', () => {
  const refusal = refusalOf(() =>
    readConfig({
      XIEZHI_SMTP: 'smtps://me:secret-word@mail.example.gov.cn',
      XIEZHI_WEBHOOK_NETWORKS: '10.0.0.0/99',
    }),
  )

  expect(refusal.faults.map((fault) => fault.path[0])).toEqual([
    'XIEZHI_MAIL_FROM',
    'XIEZHI_WEBHOOK_NETWORKS',
  ])
  expect(JSON.stringify(refusal.faults)).not.toContain('secret-word')
})
