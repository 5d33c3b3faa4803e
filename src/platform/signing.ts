import {
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  randomUUID,
  sign,
} from 'node:crypto'
import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { promisify } from 'node:util'
import { Refusal } from '../kernel/refusal.ts'
import { keyIdOf, type SuiteName } from '../kernel/signature.ts'

/** How keys are made and used; how signatures are checked is pure and stands in `kernel/signature.ts`. */
type Signer = {
  /** What Node calls the sort of key. */
  readonly keyType: 'ed25519' | 'rsa'
  generate(): Promise<KeyObject>
  sign(key: KeyObject, bytes: Uint8Array): Buffer
}

const generate = promisify(generateKeyPair)

const suites: Readonly<Record<SuiteName, Signer>> = {
  'ed25519-sha256': {
    keyType: 'ed25519',
    generate: async () => (await generate('ed25519')).privateKey,
    sign: (key, bytes) => sign(null, bytes, key),
  },
  'rsa3072-sha256': {
    keyType: 'rsa',
    generate: async () => (await generate('rsa', { modulusLength: 3_072 })).privateKey,
    sign: (key, bytes) => sign('sha256', bytes, key),
  },
}

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

/** Names the file within the data folder: officers read this too, and need not know where that is. */
function unusable(file: string, why: { zh: string; en: string }): Refusal {
  const name = `${basename(dirname(file))}/${basename(file)}`
  return new Refusal('unavailable', {
    zh: `数据目录中的签名密钥文件 ${name} 不能使用：${why.zh}。请告知系统管理员。`,
    en: `The signing key ${name} in the data folder cannot be used: ${why.en}. Tell the system administrator.`,
  })
}
