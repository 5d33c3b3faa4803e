import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../src/platform/config.ts'
import { openMailer } from '../../src/platform/mailer.ts'
import { deliveryFault } from '../../src/web/words/notifications.words.ts'
import { aCertificate } from './a-certificate.ts'
import { anSmtpCatcher, type Encryption } from './smtp-catcher.ts'

const own = aCertificate()
const mail = { id: '1', to: 'officer@example.gov.cn', subject: '【协执】测试', text: '内容' }

/** Sends one mail; the word of what went wrong, or `sent`. */
const sending = (url: string, more: { readonly ca?: string; readonly timeoutMs?: number } = {}) =>
  openMailer(
    { url, from: 'xiezhi@example.gov.cn', ...(more.ca === undefined ? {} : { ca: more.ca }) },
    more.timeoutMs ?? 5_000,
  )
    .send(mail)
    .then(
      () => 'sent',
      ({ fault }) => fault,
    )
const withPassword = (url: string) => url.replace('://', '://xiezhi:geheim%40@')

describe.each<Encryption['from']>(['begin', 'starttls'])('a mail server with TLS from the %s', (from) => {
  test('of an authority of one’s own is believed when the operator names that authority', async () => {
    await using smtp = await anSmtpCatcher({ ...own, from })

    const outcome = await sending(withPassword(smtp.url), { ca: own.cert })

    expect(outcome).toBe('sent')
    expect(smtp.mailbox().map(({ to }) => to)).toEqual([mail.to])
    expect(smtp.signIns).toBe(1)
  })

  test.each([
    ['is vouched for by nobody', own, undefined],
    ['is vouched for by another authority', own, aCertificate().cert],
    ['is for another server', aCertificate({ address: [127, 0, 0, 2] }), 'itself'],
    ['is over', aCertificate({ until: '2021-01-01T00:00:00Z' }), 'itself'],
  ])('whose certificate %s gets neither password nor mail', async (_what, certificate, ca) => {
    await using smtp = await anSmtpCatcher({ ...certificate, from })
    const authority = ca === 'itself' ? certificate.cert : ca

    const outcome = await sending(withPassword(smtp.url), authority === undefined ? {} : { ca: authority })

    expect(outcome).toBe('certificate')
    expect({ given: smtp.given, signIns: smtp.signIns }).toEqual({ given: [], signIns: 0 })
    expect(deliveryFault(outcome).zh).toContain('XIEZHI_SMTP_CA')
  })

  test('that hangs costs no more than its time', async () => {
    await using smtp = await anSmtpCatcher({ ...own, from })
    smtp.manner = 'hang'
    const begun = performance.now()

    const outcome = await sending(smtp.url, { ca: own.cert, timeoutMs: 600 })

    expect(outcome).toBe('timeout')
    expect(performance.now() - begun).toBeLessThan(4_000)
  })

  test('that greets and then hangs costs no more than its time', async () => {
    await using smtp = await anSmtpCatcher({ ...own, from })
    smtp.manner = 'hang-after-greeting'

    expect(await sending(smtp.url, { ca: own.cert, timeoutMs: 600 })).toBe('timeout')
  })

  test('P25 that refuses to be signed in to is told apart, without what it said', async () => {
    await using smtp = await anSmtpCatcher({ ...own, from })
    smtp.manner = 'refuse-sign-in'

    const outcome = await sending(withPassword(smtp.url), { ca: own.cert })

    expect(outcome).toBe('sign-in')
    expect(smtp.given).toEqual([])
  })
})

describe('a mail server without TLS', () => {
  test('gets nothing where the operator asked for STARTTLS, so nobody in between can take it away', async () => {
    await using smtp = await anSmtpCatcher()

    const outcome = await sending(withPassword(smtp.url.replace('?tls=off', '')))

    expect(outcome).toBe('tls')
    expect({ given: smtp.given, signIns: smtp.signIns }).toEqual({ given: [], signIns: 0 })
  })

  test('is told apart from one that is not there', async () => {
    await using smtp = await anSmtpCatcher()
    const plain = smtp.url.replace('smtp://', 'smtps://').replace('?tls=off', '')

    expect(await sending(plain)).toBe('tls')
    expect(await sending('smtps://127.0.0.1:9')).toBe('unreachable')
  })
})

describe('the authority of one’s own', () => {
  const env = { XIEZHI_SMTP: 'smtps://mail.example.gov.cn', XIEZHI_MAIL_FROM: 'xiezhi@example.gov.cn' }

  test('is read from the file the operator names, and a file that is none is refused at the start', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'xiezhi-ca-'))
    const file = join(folder, 'ca.pem')
    await writeFile(file, own.cert)
    const read = () => readConfig({ ...env, XIEZHI_SMTP_CA: file }).outside.mailServer?.ca
    const ca = read()
    await writeFile(file, '-----BEGIN CERTIFICATE-----\nbm9uZQ==\n-----END CERTIFICATE-----\n')

    expect(ca).toBe(own.cert)
    expect(read).toThrow()
    expect(() => readConfig({ ...env, XIEZHI_SMTP_CA: join(folder, 'none.pem') })).toThrow()
    await rm(folder, { recursive: true })
  })
})
