import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** Argon2id (the package's default variant) with 19 MiB and two passes, the floor that OWASP gives for one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The salted hash that is kept instead of a password. The same character typed on different keyboards counts as the same. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost)
}

/**
 * Whether the password belongs to the hash. Without a hash (no such account) it works just as long and says no, so that
 * the time taken tells nobody which accounts exist.
 */
export async function isPasswordOf(passwordHash: string | undefined, password: string): Promise<boolean> {
  unknownHash ??= hashPassword(randomBytes(16).toString('hex'))
  const matches = await verify(passwordHash ?? (await unknownHash), password.normalize('NFKC'))
  return passwordHash !== undefined && matches
}

let unknownHash: Promise<string> | undefined
