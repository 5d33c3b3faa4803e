import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { BitString, Integer, Null, ObjectIdentifier, Sequence, Utf8String } from 'asn1js'
import { AlgorithmIdentifier, AttributeTypeAndValue, Certificate, Extension, PublicKeyInfo } from 'pkijs'
import { openSigningKey, type SigningKey } from '../../platform/signing.ts'
import type { Correspondent } from './compose-letter.ts'

/** With what the letters of an agency are signed. */
export type AgencySigner = {
  readonly key: SigningKey
  /** Self-signed, DER. */
  readonly certificate: Buffer
  /** SHA-256 of the certificate, hex: what a reader compares with the public page. */
  readonly fingerprint: string
}

const oid = {
  sha256WithRsa: '1.2.840.113549.1.1.11',
  commonName: '2.5.4.3',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  extendedKeyUsage: '2.5.29.37',
  documentSigning: '1.3.6.1.5.5.7.3.36',
} as const

/**
 * The key of an agency from the folder of keys, made with its first letter, and its certificate. The certificate follows from key and name: whoever
 * makes it again gets the same. It is self-signed, so a reader trusts it by its fingerprint on the public page; an agency that has a
 * certificate of a recognised authority puts its seal service in this place.
 */
export async function agencySigner(keysFolder: string, agency: Correspondent): Promise<AgencySigner> {
  const key = await openSigningKey(join(keysFolder, `${agency.id}.pem`), 'rsa3072-sha256')
  const certificate = selfSigned(key, agency)
  return { key, certificate, fingerprint: createHash('sha256').update(certificate).digest('hex') }
}

function selfSigned(key: SigningKey, { id, name }: Correspondent): Buffer {
  const certificate = new Certificate()
  certificate.version = 2
  certificate.serialNumber = new Integer({ valueHex: serialOf(key, id, name) })
  for (const side of [certificate.subject, certificate.issuer])
    side.typesAndValues.push(
      new AttributeTypeAndValue({
        type: oid.commonName,
        value: new Utf8String({ value: name.slice(0, 300) }),
      }),
    )
  // Fixed, so that the certificate is always the same. The letter's own time says when it was signed.
  certificate.notBefore.value = new Date('2020-01-01T00:00:00Z')
  certificate.notAfter.value = new Date('2049-12-31T23:59:59Z')
  certificate.subjectPublicKeyInfo = PublicKeyInfo.fromBER(bytesOf(key.publicKey))
  certificate.extensions = [
    new Extension({
      extnID: oid.basicConstraints,
      critical: true,
      extnValue: new Sequence({ value: [] }).toBER(),
    }),
    new Extension({
      extnID: oid.keyUsage,
      critical: true,
      // digitalSignature and nonRepudiation.
      extnValue: new BitString({ valueHex: new Uint8Array([0xc0]).buffer, unusedBits: 6 }).toBER(),
    }),
    new Extension({
      extnID: oid.extendedKeyUsage,
      extnValue: new Sequence({ value: [new ObjectIdentifier({ value: oid.documentSigning })] }).toBER(),
    }),
  ]
  const algorithm = () =>
    new AlgorithmIdentifier({ algorithmId: oid.sha256WithRsa, algorithmParams: new Null() })
  certificate.signature = algorithm()
  certificate.signatureAlgorithm = algorithm()
  const signed = certificate.encodeTBS().toBER()
  certificate.tbsView = new Uint8Array(signed)
  certificate.signatureValue = new BitString({ valueHex: bytesOf(key.sign(new Uint8Array(signed))) })
  return Buffer.from(certificate.toSchema(true).toBER())
}

/** Positive, 16 bytes, another for another key, agency or name. */
function serialOf(key: SigningKey, id: string, name: string): ArrayBuffer {
  const bytes = createHash('sha256').update(`${key.keyId} ${id} ${name}`).digest().subarray(0, 16)
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return bytesOf(bytes)
}

/** The bytes as a buffer of their own, which is what the ASN.1 library takes. */
export const bytesOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer
