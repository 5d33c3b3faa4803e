import { createHash } from 'node:crypto'
import { Set as Asn1Set, Null, ObjectIdentifier, OctetString, Sequence } from 'asn1js'
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'
import { type AgencySigner, bytesOf } from './agency-certificate.ts'

const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsa: '1.2.840.113549.1.1.1',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const

/** Room for the signature inside the file: the certificate with the longest name, and half as much again. */
const signatureBytes = 4_096

/** Who signs, and the moment the document carries. */
export type PdfSignature = { readonly signer: AgencySigner; readonly name: string; readonly at: string }

/**
 * Signs a PDF of our typesetter inside itself (PAdES B-B, ETSI EN 319 142-1): the signature covers every byte but its own place. The signed
 * file begins with the unsigned one; the same file signed again is the same to the byte.
 */
export function signPdf(pdf: Buffer, { signer, name, at }: PdfSignature): Buffer {
  const { bytes, place } = withSignatureField(pdf, { name, at })
  const before = bytes.subarray(0, place.start)
  const after = bytes.subarray(place.end)
  const signature = cmsOver(createHash('sha256').update(before).update(after).digest(), signer)
  if (signature.length > signatureBytes) throw new Error('The signature is larger than its place.')
  const hex = signature.toString('hex').padEnd(signatureBytes * 2, '0')
  return Buffer.concat([before, Buffer.from(`<${hex}>`, 'latin1'), after])
}

/** A detached CMS signature over a digest. PAdES takes the time from the dictionary, so there is no signing-time here. */
function cmsOver(digest: Buffer, { key, certificate: der, fingerprint }: AgencySigner): Buffer {
  const certificate = Certificate.fromBER(bytesOf(der))
  const sha256 = () => new AlgorithmIdentifier({ algorithmId: oid.sha256 })
  const attribute = (type: string, value: Attribute['values'][number]) =>
    new Attribute({ type, values: [value] })
  const signedAttributes = [
    attribute(oid.contentType, new ObjectIdentifier({ value: oid.data })),
    attribute(oid.messageDigest, new OctetString({ valueHex: bytesOf(digest) })),
    // ESSCertIDv2 with SHA-256, its default: who puts another certificate in the place of ours breaks the signature.
    attribute(
      oid.signingCertificateV2,
      new Sequence({
        value: [
          new Sequence({
            value: [
              new Sequence({
                value: [new OctetString({ valueHex: bytesOf(Buffer.from(fingerprint, 'hex')) })],
              }),
            ],
          }),
        ],
      }),
    ),
  ]
  // DER sorts the members of a set.
  const encoded = signedAttributes
    .map((each) => ({ each, der: Buffer.from(each.toSchema().toBER()) }))
    .sort((one, other) => Buffer.compare(one.der, other.der))
  const attributes = new SignedAndUnsignedAttributes({ type: 0, attributes: encoded.map(({ each }) => each) })
  const signed = new Asn1Set({ value: encoded.map(({ each }) => each.toSchema()) }).toBER()

  const signedData = new SignedData({
    version: 1,
    digestAlgorithms: [sha256()],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oid.data }),
    certificates: [certificate],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({
          issuer: certificate.issuer,
          serialNumber: certificate.serialNumber,
        }),
        digestAlgorithm: sha256(),
        signedAttrs: attributes,
        signatureAlgorithm: new AlgorithmIdentifier({ algorithmId: oid.rsa, algorithmParams: new Null() }),
        signature: new OctetString({ valueHex: bytesOf(key.sign(new Uint8Array(signed))) }),
      }),
    ],
  })
  return Buffer.from(
    new ContentInfo({ contentType: oid.signedData, content: signedData.toSchema(true) }).toSchema().toBER(),
  )
}

/** Appends an invisible signature field as an incremental update, with its byte range filled in and the place of the signature empty. */
function withSignatureField(pdf: Buffer, { name, at }: { readonly name: string; readonly at: string }) {
  const text = pdf.toString('latin1')
  const { offsets, trailer, startxref } = crossReferences(text)
  const rootNumber = referenceIn(trailer, 'Root')
  const root = objectAt(text, offsets, rootNumber)
  const pageNumber = firstPage(text, offsets, referenceIn(root, 'Pages'))
  const page = objectAt(text, offsets, pageNumber)
  const size = Number(/\/Size (\d+)/.exec(trailer)?.[1])
  const [field, signature] = [size, size + 1]

  const range = '/ByteRange [0 0000000000 0000000000 0000000000]'
  const empty = `<${'0'.repeat(signatureBytes * 2)}>`
  const objects: readonly (readonly [number, string])[] = [
    [rootNumber, withEntry(root, `/AcroForm << /Fields [${field} 0 R] /SigFlags 3 >>`)],
    [pageNumber, withEntry(page, `/Annots [${field} 0 R]`)],
    [
      field,
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Letter) /V ${signature} 0 R /P ${pageNumber} 0 R /Rect [0 0 0 0] /F 132 >>`,
    ],
    [
      signature,
      `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Name ${pdfString(name)} /M (${pdfDate(at)}) ${range} /Contents ${empty} >>`,
    ],
  ]

  let body = text.endsWith('\n') ? '' : '\n'
  const placed: [number, number][] = []
  for (const [number, written] of objects) {
    placed.push([number, text.length + body.length])
    body += `${number} 0 obj\n${written}\nendobj\n`
  }
  const xref = text.length + body.length
  body += `xref\n${placed
    .map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`)
    .join('')}`
  const kept = ['Info', 'ID'].map((key) => entryOf(trailer, key)).filter(Boolean)
  body += `trailer\n<< /Size ${size + 2} /Root ${rootNumber} 0 R ${kept.join(' ')} /Prev ${startxref} >>\nstartxref\n${xref}\n%%EOF\n`

  const whole = text + body
  const start = whole.indexOf(empty, text.length)
  const end = start + empty.length
  const pad = (value: number) => String(value).padStart(10, '0')
  const filled = whole.replace(range, `/ByteRange [0 ${pad(start)} ${pad(end)} ${pad(whole.length - end)}]`)
  return { bytes: Buffer.from(filled, 'latin1'), place: { start, end } }
}

/** The one cross-reference table of a file that was never updated, and its trailer. */
function crossReferences(text: string) {
  const startxref = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1])
  const table = /^xref\s+0 (\d+)\s+/.exec(text.slice(startxref, startxref + 60))
  if (!table) throw new Error('The PDF has no plain cross-reference table.')
  const from = startxref + table[0].length
  const count = Number(table[1])
  const offsets = Array.from({ length: count }, (_, index) =>
    Number(text.slice(from + index * 20, from + index * 20 + 10)),
  )
  const trailer = text.slice(text.indexOf('trailer', from + count * 20), text.lastIndexOf('startxref'))
  return { offsets, trailer, startxref }
}

/** The dictionary of an object that is no stream. */
function objectAt(text: string, offsets: readonly number[], number: number): string {
  const start = text.indexOf('obj', offsets[number]) + 'obj'.length
  return text.slice(start, text.indexOf('endobj', start)).trim()
}

const referenceIn = (dictionary: string, key: string): number => {
  const number = new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1]
  if (number === undefined) throw new Error(`The PDF has no ${key}.`)
  return Number(number)
}

/** The first leaf of the tree of pages. */
function firstPage(text: string, offsets: readonly number[], number: number): number {
  const kids = /\/Kids\s*\[\s*(\d+) 0 R/.exec(objectAt(text, offsets, number))?.[1]
  return kids === undefined ? number : firstPage(text, offsets, Number(kids))
}

const withEntry = (dictionary: string, entry: string): string => `${dictionary.slice(0, -2)} ${entry} >>`

const entryOf = (trailer: string, key: string): string =>
  new RegExp(`/${key} (?:\\d+ 0 R|\\[(?:\\((?:\\\\[\\s\\S]|[^\\\\)])*\\)|<[0-9A-Fa-f]*>|\\s)*\\])`).exec(
    trailer,
  )?.[0] ?? ''

/** A string in any script: UTF-16, in hex. */
const pdfString = (value: string): string =>
  `<FEFF${Buffer.from(value, 'utf16le').swap16().toString('hex').toUpperCase()}>`

/** D:20260305013000Z */
const pdfDate = (at: string): string => `D:${at.replaceAll(/[-:T]/g, '').slice(0, 14)}Z`
