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

/** What is longer may be parted anywhere: a line holds some seventeen characters, and what is wider would leave the page. */
const longestPiece = 12
