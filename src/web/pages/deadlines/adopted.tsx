import type { AllianceWithMembers } from '../../../features/agencies/alliances.ts'
import type { ListedRule } from '../../../features/rules/list-rules.ts'
import { wordsOfSpan } from '../../../kernel/term.ts'
import { when } from '../../parts/when.ts'
import { useWords } from '../../words/language.ts'

/** Whether the alliance set a number of its own for the rule or for one of its variants. */
export function isAdopted(rule: ListedRule): boolean {
  return [rule, ...rule.variants].some(({ adopted }) => adopted !== undefined)
}

type Props = { readonly rule: ListedRule; readonly alliance: AllianceWithMembers | undefined }

/** What the alliance set for a rule: since when and by which decision. Nothing where the law holds. */
export function Adopted({ rule, alliance }: Props) {
  const { t, say, language } = useWords()
  if (!alliance) return null
  const name = language === 'en' ? alliance.nameEn || alliance.name : alliance.name
  return [rule, ...rule.variants].map((each) =>
    each.adopted ? (
      <div key={each.variant ?? ''}>
        <span className="light light-green">{t('deadlines.adoptedTag')}</span>
        <br />
        <span className="soft small">
          {each.variant ? `${say(each.name)}${t('frame.colon')}${say(wordsOfSpan(each))} · ` : ''}
          {t('deadlines.adopted', {
            alliance: name,
            since: when(each.adopted.since, language, 'day'),
            reason: each.adopted.reason,
          })}
        </span>
      </div>
    ) : null,
  )
}
