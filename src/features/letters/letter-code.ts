import { randomBytes } from 'node:crypto'

/** Crockford's digits: none is taken for another, read aloud or from paper. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The code of a letter for the public page: 80 random bits, so that nobody finds letters by trying. */
export const newLetterCode = (bytes: Uint8Array = randomBytes(16)): string =>
  [...bytes.subarray(0, 16)].map((byte) => digits[byte & 31]).join('')

/** A code as people type it, with blanks and hyphens, in any case, O for 0 and I or L for 1; undefined for what cannot be one. */
export function readLetterCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(code) ? code : undefined
}

/** A code in groups of four, as it is printed. */
export const shownCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code
