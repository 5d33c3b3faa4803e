import { generateKeyPairSync, sign } from 'node:crypto'
import { BitString, Integer, Utf8String } from 'asn1js'
import { AlgorithmIdentifier, AttributeTypeAndValue, Certificate, Extension, PublicKeyInfo } from 'pkijs'
import { bytesOf } from '../../src/features/letters/agency-certificate.ts'

const oid = {
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  commonName: '2.5.4.3',
  otherNames: '2.5.29.17',
} as const

/** A certificate that somebody made for himself, and its key, both PEM; nobody vouches for it but itself. */
export function aCertificate({
  address = [127, 0, 0, 1],
  until = '2049-12-31T23:59:59Z',
}: {
  readonly address?: readonly number[]
  readonly until?: string
} = {}): {
  readonly key: string
  readonly cert: string
} {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const certificate = new Certificate()
  certificate.version = 2
  certificate.serialNumber = new Integer({ value: 42 })
  for (const side of [certificate.subject, certificate.issuer])
    side.typesAndValues.push(
      new AttributeTypeAndValue({ type: oid.commonName, value: new Utf8String({ value: 'mail' }) }),
    )
  certificate.notBefore.value = new Date('2020-01-01T00:00:00Z')
  certificate.notAfter.value = new Date(until)
  certificate.subjectPublicKeyInfo = PublicKeyInfo.fromBER(
    bytesOf(pair.publicKey.export({ type: 'spki', format: 'der' })),
  )
  certificate.extensions = [
    // A sequence with one address, tagged 7.
    new Extension({
      extnID: oid.otherNames,
      extnValue: bytesOf(Uint8Array.of(0x30, 6, 0x87, 4, ...address)),
    }),
  ]
  certificate.signature = new AlgorithmIdentifier({ algorithmId: oid.ecdsaWithSha256 })
  certificate.signatureAlgorithm = new AlgorithmIdentifier({ algorithmId: oid.ecdsaWithSha256 })
  const signed = new Uint8Array(certificate.encodeTBS().toBER())
  certificate.tbsView = signed
  certificate.signatureValue = new BitString({ valueHex: bytesOf(sign('sha256', signed, pair.privateKey)) })
  const der = Buffer.from(certificate.toSchema(true).toBER()).toString('base64')
  return {
    key: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${der.replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
  }
}
