import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ContentInfo, SignedData } from 'pkijs'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { agencySigner, bytesOf } from './agency-certificate.ts'
import { composeLetter } from './compose-letter.ts'
import { defaultTemplates } from './default-templates.ts'
import { pdfText } from './pdf-text.fixture.ts'
import { signPdf } from './sign-pdf.ts'
import { openTypesetter } from './typesetter.ts'

vi.setConfig({ testTimeout: 60_000 })
const keysFolder = await mkdtemp(join(tmpdir(), 'xiezhi-keys-'))
await using typesetter = openTypesetter()
afterAll(() => rm(keysFolder, { recursive: true }))

const issuer = { id: '0190a000-0000-7000-8000-000000000001', name: '铁岭市交通运输综合行政执法队' }
const at = '2026-03-05T01:30:00.000Z'
const letter = composeLetter(
  'case-transfer',
  defaultTemplates['case-transfer'],
  { cause: '超限' },
  {
    number: '辽铁交执移函〔2026〕1号',
    code: 'ABCDEFGHJKMNPQRS',
    issuer,
    to: [],
    enclosures: [],
    copies: [],
    day: '2026-03-05',
    at,
    matter: 'x',
    template: 'default/1',
    stamp: null,
  },
)
const { pdf } = await typesetter.pdf(letter, { publicUrl: 'https://xiezhi.example' })
const signer = await agencySigner(keysFolder, issuer)
const signed = signPdf(pdf, { signer, name: issuer.name, at })

/** What the signature says it covers, and the signature. */
function signatureOf(bytes: Buffer) {
  const [, one, two, three] = /\/ByteRange \[0 (\d+) (\d+) (\d+)\]/.exec(bytes.toString('latin1')) ?? []
  const [before, after, rest] = [Number(one), Number(two), Number(three)]
  const der = Buffer.from(bytes.subarray(before + 1, after - 1).toString('latin1'), 'hex')
  return {
    covered: Buffer.concat([bytes.subarray(0, before), bytes.subarray(after, after + rest)]),
    coversAll: after + rest === bytes.length && after - before === der.length * 2 + 2,
    cms: der.subarray(0, 4 + der.readUInt16BE(2)),
  }
}

async function isSound(bytes: Buffer): Promise<boolean> {
  const { covered, cms } = signatureOf(bytes)
  const info = ContentInfo.fromBER(bytesOf(cms))
  const signedData = new SignedData({ schema: info.content })
  return signedData.verify({ signer: 0, data: bytesOf(covered), checkChain: false }).catch(() => false)
}

describe('the signature inside a letter', () => {
  test('covers every byte of the file but its own place, and is sound', async () => {
    expect(signatureOf(signed).coversAll).toBe(true)
    expect(await isSound(signed)).toBe(true)
  })

  test.each([
    ['a letter of the text', () => signed.indexOf('/Type /Page')],
    ['the title', () => signed.indexOf('/Title')],
    ['the last byte', () => signed.length - 2],
    ['its own time', () => signed.indexOf('/M (D:2026') + 5],
  ])('no longer fits when %s is changed', async (_, place) => {
    const altered = Buffer.from(signed)
    altered[place()] = (altered[place()] ?? 0) ^ 1

    expect(await isSound(altered)).toBe(false)
  })

  test('names the certificate of the agency inside what it signs, and no time of its own (PAdES B-B)', () => {
    const { cms } = signatureOf(signed)

    expect(cms.includes(Buffer.from(signer.fingerprint, 'hex'))).toBe(true)
    expect(cms.includes(Buffer.from(issuer.name))).toBe(true)
    // The OID of signing-time.
    expect(cms.includes(Buffer.from('06092a864886f70d010905', 'hex'))).toBe(false)
    expect(signed.toString('latin1')).toContain('/SubFilter /ETSI.CAdES.detached')
  })

  test('is the same to the byte with the same key, and the letter reads as before', async () => {
    const again = signPdf(pdf, { signer: await agencySigner(keysFolder, issuer), name: issuer.name, at })

    expect(again.equals(signed)).toBe(true)
    expect(signed.subarray(0, pdf.length).equals(pdf)).toBe(true)
    expect(pdfText(signed)).toBe(pdfText(pdf))
  })
})

describe('the key of an agency', () => {
  test('lies where only the server reads it, one for each agency', async () => {
    const other = await agencySigner(keysFolder, { ...issuer, id: '0190a000-0000-7000-8000-000000000002' })

    expect(other.key.keyId).not.toBe(signer.key.keyId)
    expect((await stat(join(keysFolder, `${issuer.id}.pem`))).mode & 0o777).toBe(0o600)
  })

  test('is the same for two processes that make it at the same moment', async () => {
    const third = { ...issuer, id: '0190a000-0000-7000-8000-000000000003' }

    const [one, two] = await Promise.all([agencySigner(keysFolder, third), agencySigner(keysFolder, third)])

    expect(one.fingerprint).toBe(two.fingerprint)
  })
})
