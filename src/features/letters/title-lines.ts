/** What fits on a line of a title, in characters: 140 mm of 22 pt. */
const lineWidth = 18

/**
 * The lines of a title, of like length, so that none is of one character and each makes sense (GB/T 9704-2012 §7.3.1): the PDF and the
 * document break it alike.
 */
export function titleLines(title: string): readonly string[] {
  const pieces = titlePieces(title)
  let lines = broken(pieces, lineWidth)
  for (let width = lineWidth - 0.5; width >= lineWidth / 2; width -= 0.5) {
    const tighter = broken(pieces, width)
    if (tighter.length > lines.length) break
    lines = tighter
  }
  return lines
}

function broken(pieces: readonly string[], width: number): readonly string[] {
  const lines: string[] = []
  for (const piece of pieces) {
    const longer = `${lines.at(-1) ?? ''}${piece}`
    if (lines.length > 0 && widthOf(longer.trimEnd()) <= width) lines.splice(-1, 1, longer)
    else lines.push(piece)
  }
  return lines.map((line) => line.trim())
}

/** How wide text is in the heavy face of titles, in characters of Chinese, rather too wide than too narrow. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (width, character) => width + (/[A-Z@%mw]/.test(character) ? 1 : character < '\u0100' ? 0.6 : 1),
    0,
  )

/**
 * A title in the pieces no line break may part, so that each line makes sense (词意完整, GB/T 9704-2012 §7.3.1): words with the
 * punctuation that belongs to them. Joined together they are the title again.
 */
export function titlePieces(title: string): readonly string[] {
  const parted = Array.from(segmenter.segment(title), ({ segment }) => segment).join(gap)
  return unparted
    .reduce((text, places) => text.replaceAll(places, (place) => place.replaceAll(gap, '')), parted)
    .split(gap)
    .flatMap((piece) => ([...piece].length > longestPiece ? [...piece] : [piece]))
}

/** It knows general words and not the terms of the field: 超限 comes as two characters. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Between two words: the zero-width space, which no title has. */
const gap = '\u200b'

/** Where words are not parted after all, one rule after the other. */
const unparted: readonly RegExp[] = [
  // An opening bracket or quotation mark stays with what follows, other punctuation and 的 with what they follow.
  /[\p{Ps}\p{Pi}]\u200b/gu,
  /\u200b(?=[[\p{P}的]--[\p{Ps}\p{Pi}]])/gv,
  // Several characters alone are a term nobody knows; one is the end of the word before (决定书, 运输局).
  /(?<=^|\u200b|[\p{Ps}\p{Pi}])\p{sc=Han}(?:\u200b\p{sc=Han}(?=\u200b|\p{P}|$))+/gu,
  /\u200b\p{sc=Han}(?=\u200b|\p{P}|$)/gu,
]

/** What is longer may be parted anywhere: what is wider than a line would leave the page. */
const longestPiece = 12
