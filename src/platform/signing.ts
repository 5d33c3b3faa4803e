import {
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  randomUUID,
  sign,
  verify,
} from 'node:crypto'
import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { digest, type HashSuite } from '../kernel/hash-suite.ts'
import { Refusal } from '../kernel/refusal.ts'

/**
 * A signature algorithm with the hash that belongs to it. Another one (SM2 with SM3, GB/T 32918) is one more entry of
 * `suites`; `crypto.sign` of Node with an SM2 key does not make the standard signature, so it needs a library of its own.
 */
type SignatureSuite = {
  readonly hash: HashSuite
  /** What Node calls the sort of key. */
  readonly keyType: 'ed25519' | 'rsa'
  generate(): Promise<KeyObject>
  sign(key: KeyObject, bytes: Uint8Array): Buffer
  verify(key: KeyObject, bytes: Uint8Array, signature: Uint8Array): boolean
}

const generate = promisify(generateKeyPair)

const suites = {
  'ed25519-sha256': {
    hash: 'sha256',
    keyType: 'ed25519',
    generate: async () => (await generate('ed25519')).privateKey,
    sign: (key, bytes) => sign(null, bytes, key),
    verify: (key, bytes, signature) => verify(null, bytes, key, signature),
  },
  // For documents: every PDF reader checks it, and PKCS #1 v1.5 signs the same bytes with the same signature.
  'rsa3072-sha256': {
    hash: 'sha256',
    keyType: 'rsa',
    generate: async () => (await generate('rsa', { modulusLength: 3_072 })).privateKey,
    sign: (key, bytes) => sign('sha256', bytes, key),
    verify: (key, bytes, signature) => verify('sha256', bytes, key, signature),
  },
} as const satisfies Record<string, SignatureSuite>

/** The name of a signature suite, as seals and keys carry it. */
export type SuiteName = keyof typeof suites

/** True for a suite that this program knows. */
export const isSuite = (name: string): name is SuiteName => Object.hasOwn(suites, name)

/** The hash function of a suite. */
export const hashOf = (suite: SuiteName): HashSuite => suites[suite].hash

/** A key that can sign. The secret stays inside. */
export type SigningKey = {
  /** Fingerprint of the public key: whoever knows it cannot be given another key under the same name. */
  readonly keyId: string
  readonly suite: SuiteName
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Buffer
  sign(bytes: Uint8Array): Buffer
}

/**
 * A signing key from its file, made on first use: the node's, unless another suite is asked for. Only the account that runs the server may read the file
 * (0600), and a file that others may read is refused. Two processes that start at the same moment get the same key.
 * @throws Refusal `unavailable` that says how to mend the file
 */
export async function openSigningKey(file: string, suite: SuiteName = 'ed25519-sha256'): Promise<SigningKey> {
  const secret = (await readSecret(file, suite)) ?? (await makeSecret(file, suite))
  return signingKey(secret, suite)
}

/** A key that lives only in memory, for vectors and tests, or from a secret kept elsewhere. */
export function signingKey(secret: KeyObject, suite: SuiteName = 'ed25519-sha256'): SigningKey {
  const publicKey = createPublicKey(secret).export({ type: 'spki', format: 'der' })
  return { keyId: keyIdOf(publicKey), suite, publicKey, sign: (bytes) => suites[suite].sign(secret, bytes) }
}

/** SHA-256 of the public key (SubjectPublicKeyInfo, DER), in hex. */
export const keyIdOf = (publicKey: Uint8Array): string => digest('sha256', publicKey).toString('hex')

/** True when the signature over the bytes was made with the secret that belongs to the public key; false for any nonsense. */
export function isSignedBy(
  suite: SuiteName,
  publicKey: Uint8Array,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey), type: 'spki', format: 'der' })
    return suites[suite].verify(key, bytes, signature)
  } catch {
    return false
  }
}

async function readSecret(file: string, suite: SuiteName): Promise<KeyObject | undefined> {
  const found = await stat(file).catch(() => undefined)
  if (!found) return undefined
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) {
    throw unusable(file, {
      zh: '其他账号可以读取它，请执行 chmod 600',
      en: 'other accounts may read it; run chmod 600 on it',
    })
  }
  try {
    const key = createPrivateKey(await readFile(file))
    if (key.asymmetricKeyType === suites[suite].keyType) return key
  } catch {
    // Told below, like a key of another kind.
  }
  throw unusable(file, {
    zh: `它不是 ${suite} 私钥，请从备份恢复该文件；移走它则会生成新密钥，旧签名仍可用旧公钥核验`,
    en: `it holds no ${suite} key; restore it from the backup, or move it away and a new key is made (old signatures stay verifiable)`,
  })
}

/** Writes aside and links into place, which fails when another process was first: then its key is the one. */
async function makeSecret(file: string, suite: SuiteName): Promise<KeyObject> {
  const aside = `${file}.${randomUUID()}`
  await mkdir(dirname(file), { recursive: true })
  const made = await suites[suite].generate()
  const pem = made.export({ type: 'pkcs8', format: 'pem' })
  await writeFile(aside, pem, { mode: 0o600, flag: 'wx', flush: true })
  try {
    await link(aside, file)
  } catch (reason) {
    if ((reason as NodeJS.ErrnoException).code !== 'EEXIST') throw reason
  } finally {
    await rm(aside, { force: true })
  }
  return (await readSecret(file, suite)) ?? createPrivateKey(pem)
}

function unusable(file: string, why: { zh: string; en: string }): Refusal {
  return new Refusal('unavailable', {
    zh: `签名密钥文件 ${file} 不能使用：${why.zh}。`,
    en: `The signing key ${file} cannot be used: ${why.en}.`,
  })
}
