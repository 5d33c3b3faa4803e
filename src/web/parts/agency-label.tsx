import { agencyName, agencyShortName, type NamedAgency } from '../words/agency-name.ts'
import { useWords } from '../words/language.ts'

type Props =
  | { readonly agency: NamedAgency & { readonly shortName: string }; readonly as: 'short' }
  /** `official` adds to the English name the Chinese one that stands on paper. */
  | { readonly agency: NamedAgency; readonly as: 'full' | 'official' }

/** An agency in the language of the reader. In English its official name is one hover, or a pair of brackets, away. */
export function AgencyLabel(props: Props) {
  const { language, aside } = useWords()
  const { agency } = props
  const name = props.as === 'short' ? agencyShortName(language, props.agency) : agencyName(language, agency)
  if (language === 'zh') return name
  return (
    <span className="agency-label" title={agency.name}>
      {name}
      {props.as === 'official' && name !== agency.name ? (
        <span lang="zh-CN" className="soft">
          {aside(agency.name)}
        </span>
      ) : null}
    </span>
  )
}
