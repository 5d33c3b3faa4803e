/**
 * SHA-256 of bytes, hex. The browser's own where it has one; without a secure context, as in many agencies' networks, there is none, and a few
 * lines do the same (FIPS 180-4).
 */
export async function sha256(bytes: ArrayBuffer): Promise<string> {
  if (globalThis.crypto?.subtle) return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
  return sha256Here(new Uint8Array(bytes))
}

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** The first 32 bits of the fractional parts of a root of the first primes. */
const roots = (count: number, root: (prime: number) => number): number[] => {
  const primes: number[] = []
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n)
  return primes.map((prime) => Math.floor((root(prime) % 1) * 2 ** 32) | 0)
}
const first = roots(8, Math.sqrt)
const constants = roots(64, Math.cbrt)
const turn = (value: number, by: number): number => (value >>> by) | (value << (32 - by))

/** The same without the browser's help. */
export function sha256Here(bytes: Uint8Array): string {
  const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0)
  const state = Int32Array.from(first)
  const words = new Int32Array(64)
  for (let block = 0; block < padded.length; block += 64) {
    for (let at = 0; at < 16; at++) words[at] = view.getInt32(block + at * 4)
    for (let at = 16; at < 64; at++) {
      const [one, two] = [words[at - 15] ?? 0, words[at - 2] ?? 0]
      words[at] =
        (words[at - 16] ?? 0) +
        (turn(one, 7) ^ turn(one, 18) ^ (one >>> 3)) +
        (words[at - 7] ?? 0) +
        (turn(two, 17) ^ turn(two, 19) ^ (two >>> 10))
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
    for (let at = 0; at < 64; at++) {
      const chosen = (e & f) ^ (~e & g)
      const most = (a & b) ^ (a & c) ^ (b & c)
      const up =
        (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + chosen + (constants[at] ?? 0) + (words[at] ?? 0)) | 0
      const down = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + most) | 0
      ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + up) | 0, c, b, a, (up + down) | 0]
    }
    for (const [at, value] of [a, b, c, d, e, f, g, h].entries()) state[at] = ((state[at] ?? 0) + value) | 0
  }
  return [...state].map((value) => (value >>> 0).toString(16).padStart(8, '0')).join('')
}
