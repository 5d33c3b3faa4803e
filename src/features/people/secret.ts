import { createHash, randomBytes, randomInt } from 'node:crypto'

/** 256 random bits as text: what a browser or a program shows to be let in. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is kept of a secret. A plain digest is enough: 256 random bits cannot be guessed, however fast one hashes. */
export const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789'

/** A password for one sign-in, easy to read out: no letters that look like digits. About 90 bits. */
export function newOneTimePassword(): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return `${group()}-${group()}-${group()}-${group()}`
}
