import type { Words } from '../../kernel/words.ts'
import { guessablePasswords, guessableWords } from './guessable-passwords.ts'
import { signInRules } from './sign-in-rules.ts'

/** Everything that is wrong with a new password, all at once; empty when it will do. The web page shows the same as one types. */
export function passwordFaults(password: string, login: string): Words[] {
  const { least, most } = signInRules.passwordLength
  const characters = [...password].length
  const faults: Words[] = []
  if (characters < least)
    faults.push({ zh: `密码至少 ${least} 位。`, en: `At least ${least} characters are needed.` })
  if (characters > most) faults.push({ zh: `密码最多 ${most} 位。`, en: `At most ${most} characters.` })
  if (kindsIn(password) < signInRules.passwordKinds)
    faults.push({
      zh: `大写字母、小写字母、数字、符号中至少包含 ${signInRules.passwordKinds} 种。`,
      en: `Use at least ${signInRules.passwordKinds} of upper case, lower case, digits and signs.`,
    })
  const folded = password.toLowerCase()
  if (folded.includes(login.toLowerCase()))
    faults.push({ zh: '密码不能包含账号。', en: 'The password must not contain the login.' })
  if (guessablePasswords.has(folded) || guessableWords.has(folded.replaceAll(/[^a-z]/g, '')))
    faults.push({
      zh: '这个密码太容易被猜到，请换一个。',
      en: 'This password is easily guessed; choose another.',
    })
  return faults
}

/** A character that is neither a Latin letter nor a digit counts as a sign, Chinese ones too. */
function kindsIn(password: string): number {
  return [/[A-Z]/, /[a-z]/, /\d/, /[^A-Za-z\d]/].filter((kind) => kind.test(password)).length
}
