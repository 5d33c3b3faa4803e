import type { Words } from '../../kernel/words.ts'
import type { Access } from '../../platform/access-log.ts'
import { type Role, roles } from './roles.ts'

type Facts = Readonly<Record<string, unknown>>

/** Under which of its facts an entry may name an account. */
export const accountFacts = ['accountId', 'from', 'to', 'for'] as const

/**
 * Whom an entry of the access log is about, beside who did it: whose account was disabled, who stands in for whom. Undefined where
 * nobody else is concerned. Pure.
 * @param nameOf the name of an account; undefined when there is none
 */
export function accessAbout(
  what: Access,
  facts: Facts,
  nameOf: (accountId: string) => string | undefined,
): Words | undefined {
  const name = (fact: (typeof accountFacts)[number]): string => nameOf(String(facts[fact])) ?? '—'
  if (what === 'delegation-made' || what === 'delegation-ended')
    return facts.from
      ? { zh: `${name('from')} 委托 ${name('to')}`, en: `${name('from')} to ${name('to')}` }
      : undefined
  if (what === 'stood-in')
    return facts.for
      ? { zh: `代理 ${name('for')}`, en: `for ${name('for')}` }
      : { zh: '恢复以本人名义办理', en: 'for oneself again' }
  if (!facts.accountId) return undefined
  const whose = name('accountId')
  if (what !== 'roles-changed') return { zh: whose, en: whose }
  return {
    zh: `${whose}：${rolesIn('zh', facts.before)} → ${rolesIn('zh', facts.after)}`,
    en: `${whose}: ${rolesIn('en', facts.before)} → ${rolesIn('en', facts.after)}`,
  }
}

const rolesIn = (language: keyof Words, names: unknown): string =>
  (Array.isArray(names) ? names : [])
    .map((role) => roles[role as Role]?.words[language] ?? String(role))
    .join(language === 'zh' ? '、' : ', ')
