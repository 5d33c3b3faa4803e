import { fileTypeFromBuffer } from 'file-type'

/** What the first bytes of a file say it is. */
export type Sign = {
  /** A word of `acceptedFileKinds[].signs`, or another format's, or `unknown`. */
  readonly sign: string
  /** The encoding of a text, as a browser names it. */
  readonly charset?: string
}

/** Says what a file is by its first bytes, whatever it is called. */
export async function signOf(head: Uint8Array): Promise<Sign> {
  const own = ownSigns.find(({ at = 0, bytes }) => startsWith(head.subarray(at), bytes))
  if (own) return { sign: own.sign }
  const found = await fileTypeFromBuffer(head)
  if (found && found.ext !== 'xml') return { sign: found.ext }
  const charset = charsetOf(head)
  if (!charset) return { sign: 'unknown' }
  const start = new TextDecoder(charset).decode(head.subarray(0, 4_096)).trimStart()
  if (/^#!/.test(start)) return { sign: 'script' }
  if (
    /^(<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*|<!doctype\s+(html|svg)[^>]*>\s*)*<(!doctype\s+(html|svg)|html|head|body|script|iframe|svg)\b/i.test(
      start,
    )
  )
    return { sign: 'markup' }
  return { sign: 'text', charset }
}

type OwnSign = { readonly sign: string; readonly bytes: string; readonly at?: number }

/** Formats that the library does not know, or names more finely than we need. */
const ownSigns: readonly OwnSign[] = [
  { sign: 'zip', bytes: 'PK\x03\x04' },
  { sign: 'dav', bytes: 'DHAV' },
  { sign: 'dav', bytes: 'DAHUA' },
  { sign: 'imkh', bytes: 'IMKH' },
  { sign: 'script', bytes: '@echo' },
]

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  Buffer.from(bytes.subarray(0, text.length)).toString('latin1') === text

/** The encoding of a text: UTF-16 by its mark, else UTF-8, else GB 18030 (what Windows in Chinese writes). */
function charsetOf(head: Uint8Array): string | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12))
    return undefined
  return ['utf-8', 'gb18030'].find((charset) => decodes(head, charset))
}

function decodes(head: Uint8Array, charset: string): boolean {
  try {
    // `stream`: the head may end in the middle of a character.
    new TextDecoder(charset, { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}
