import type { Language } from '../../kernel/words.ts'
import { call } from '../api/call.ts'
import { speak } from '../words/language.ts'

/** Switches the language of the page and keeps it with the account. */
export function speakAs(language: Language): void {
  void speak(language)
  call('PUT', '/preferences/language', { body: { value: language } }).catch(() => {})
}
