/** File systems take names of 255 bytes, eighty Chinese characters; browsers add to them while they download, or for a second copy. */
const mostBytes = 240

/**
 * A file name that is safe to store, to show and to save anywhere: Unicode NFC, one line, no path, no control or
 * direction-changing characters (which make `gpj.exe` look like `exe.jpg`), no reserved or hidden name, at most 240
 * bytes of UTF-8 with the extension kept.
 *
 * Rare characters 生僻字 (also those beyond the basic plane, with variation selectors, or in the private use area of
 * GB 18030) and the joiners, vowel separators and variation selectors of Mongolian stay as they are.
 */
export function safeName(given: string): string {
  const cleaned = given
    .toWellFormed()
    .normalize('NFC')
    .replace(lineBreaks, ' ')
    .replace(invisible, '')
    .replace(forbidden, '_')
    .trim()
  const { stem, extension } = splitName(cleaned)
  const bareStem = stem.replace(/^[.\s]+/, '').replace(/[.\s]+$/, '')
  const named = bareStem === '' ? '未命名' : reserved.test(bareStem) ? `_${bareStem}` : bareStem
  return `${shorten(named, mostBytes - Buffer.byteLength(extension))}${extension}`
}

/** The extension of a safe name, lower case without the dot; empty when it has none. */
export const extensionOf = (name: string): string => splitName(name).extension.slice(1).toLowerCase()

function splitName(name: string): { stem: string; extension: string } {
  const bare = name.replace(/[.\s]+$/, '')
  const extension = /\.[0-9A-Za-z]{1,10}$/.exec(bare)?.[0] ?? ''
  return { stem: bare.slice(0, bare.length - extension.length), extension }
}

const lineBreaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g

// Controls; soft hyphen; Arabic letter mark; directional marks, embeddings, overrides and isolates; zero-width space, word
// joiner and byte-order mark; interlinear annotation; tag characters; non-characters; the replacement character.
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what it looks for.
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF0-\uFFFD\uFFFE\uFFFF\u{E0000}-\u{E007F}]/gu

// Path separators of every system, and what Windows forbids.
const forbidden = /[/\\:*?"<>|]/g

const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** Cuts to so many bytes between characters as people see them, never inside one. */
function shorten(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text
  let kept = ''
  let length = 0
  for (const { segment } of segmenter.segment(text)) {
    length += Buffer.byteLength(segment)
    if (length > most) break
    kept += segment
  }
  return kept.trimEnd()
}
