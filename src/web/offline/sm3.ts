/** SM3 (GB/T 32905-2016), for records that name it: no browser brings it. One message at once; events are small. */
export function sm3(message: Uint8Array): Uint8Array {
  const bits = message.length * 8
  const padded = new Uint8Array((((message.length + 8) >> 6) + 1) << 6)
  padded.set(message)
  padded[message.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bits / 0x1_0000_0000))
  view.setUint32(padded.length - 4, bits >>> 0)
  let state = [
    0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
  ] as State
  for (let at = 0; at < padded.length; at += 64) state = compressed(state, view, at)
  const digest = new DataView(new ArrayBuffer(32))
  for (const [index, word] of state.entries()) digest.setUint32(index * 4, word)
  return new Uint8Array(digest.buffer)
}

type State = [number, number, number, number, number, number, number, number]

/** One block of 64 bytes (§5.3). */
function compressed(before: State, view: DataView, at: number): State {
  const words = new Int32Array(68)
  for (let j = 0; j < 16; j++) words[j] = view.getInt32(at + j * 4)
  const w = (j: number) => words[j] ?? 0
  for (let j = 16; j < 68; j++)
    words[j] = permuted1(w(j - 16) ^ w(j - 9) ^ rotated(w(j - 3), 15)) ^ rotated(w(j - 13), 7) ^ w(j - 6)
  let [a, b, c, d, e, f, g, h] = before
  for (let j = 0; j < 64; j++) {
    const isEarly = j < 16
    const constant = rotated(isEarly ? 0x79cc4519 : 0x7a879d8a, j % 32)
    const ss1 = rotated((rotated(a, 12) + e + constant) | 0, 7)
    const ff = isEarly ? a ^ b ^ c : (a & b) | (a & c) | (b & c)
    const gg = isEarly ? e ^ f ^ g : (e & f) | (~e & g)
    const tt1 = (ff + d + (ss1 ^ rotated(a, 12)) + (w(j) ^ w(j + 4))) | 0
    const tt2 = (gg + h + ss1 + w(j)) | 0
    ;[a, b, c, d] = [tt1, a, rotated(b, 9), c]
    ;[e, f, g, h] = [permuted0(tt2), e, rotated(f, 19), g]
  }
  const after: State = [a, b, c, d, e, f, g, h]
  return after.map((word, index) => (word ^ (before[index] ?? 0)) >>> 0) as State
}

const rotated = (word: number, by: number): number => (word << by) | (word >>> (32 - by))
const permuted0 = (word: number): number => word ^ rotated(word, 9) ^ rotated(word, 17)
const permuted1 = (word: number): number => word ^ rotated(word, 15) ^ rotated(word, 23)
