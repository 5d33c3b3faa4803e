import type { AgencyShort } from '../../features/matters/matter-views.ts'
import { agencyName, agencyShortName } from '../words/agency-name.ts'
import { useWords } from '../words/language.ts'

type Props = {
  readonly agency: AgencyShort
  /** `short` in lists; `full` where there is room; `official` adds the Chinese name that stands on paper. */
  readonly as: 'short' | 'full' | 'official'
}

/** An agency in the language of the reader. In English its official name is one hover, or a pair of brackets, away. */
export function AgencyLabel({ agency, as }: Props) {
  const { language } = useWords()
  if (language === 'zh') return as === 'short' ? agency.shortName : agency.name
  const name = as === 'short' ? agencyShortName(language, agency) : agencyName(language, agency)
  return (
    <span title={agency.name}>
      {name}
      {as === 'official' && name !== agency.name ? (
        <>
          {' '}
          <span lang="zh-CN" className="soft">
            ({agency.name})
          </span>
        </>
      ) : null}
    </span>
  )
}
