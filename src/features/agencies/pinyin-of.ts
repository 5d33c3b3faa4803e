import { pinyin } from 'pinyin-pro'

/** How a Chinese name is found by typing letters: `tielingshi` and `tls`. */
export type Sound = { readonly pinyin: string; readonly initials: string }

/** The sound of several spellings of one thing (its name and its short name), kept apart by `/`. */
export function soundOf(...names: readonly string[]): Sound {
  const sounds = names.map((name) =>
    pinyin(name, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' }),
  )
  return {
    pinyin: sounds.map((syllables) => plain(syllables.join(''))).join('/'),
    initials: sounds.map((syllables) => plain(syllables.map(initialOf).join(''))).join('/'),
  }
}

/** A number such as 102 stays whole: people type it as it is. */
const initialOf = (syllable: string): string => (/^\d+$/.test(syllable) ? syllable : syllable.slice(0, 1))

const plain = (letters: string): string => letters.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
