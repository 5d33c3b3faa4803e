import { customPinyin, pinyin } from 'pinyin-pro'
import { placeSounds } from './place-sounds.ts'

customPinyin({ ...placeSounds })

/** How a Chinese name is found by typing letters: `tielingshi` and `tls`. */
export type Sound = { readonly pinyin: string; readonly initials: string }

/** The syllables of a name without tones, one for each Chinese character; ü is v, as one types it. */
export const syllablesOf = (name: string): string[] =>
  pinyin(name, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' }).map((syllable) =>
    syllable.trim(),
  )

/** The sound of several spellings of one thing (its name and its short name), kept apart by `/`. */
export function soundOf(...names: readonly string[]): Sound {
  const sounds = names.map(syllablesOf)
  return {
    pinyin: sounds.map((syllables) => plain(syllables.join(''))).join('/'),
    initials: sounds.map((syllables) => plain(syllables.map(initialOf).join(''))).join('/'),
  }
}

/** A number such as 102 stays whole: people type it as it is. */
const initialOf = (syllable: string): string => (/^\d+$/.test(syllable) ? syllable : syllable.slice(0, 1))

const plain = (letters: string): string => letters.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
