import { Link } from '@tanstack/react-router'
import type { CaseRow } from '../../../features/cases/case-views.ts'
import { AgencyLabel } from '../../parts/agency-label.tsx'
import { LightTag } from '../../parts/light-tag.tsx'
import { rowTitle } from '../../parts/row-title.ts'
import { useKind } from '../../parts/use-kind.ts'
import { when } from '../../parts/when.ts'
import { WideTable } from '../../parts/wide-table.tsx'
import { useWords } from '../../words/language.ts'

/** Cases as a table, on a phone as cards. */
export function CaseRows({ rows }: { readonly rows: readonly CaseRow[] }) {
  const { t, say, language } = useWords()
  const options = useKind('case')?.words.options
  return (
    <WideTable label={t('cases.title')}>
      <thead>
        <tr>
          <th scope="col">{t('cases.theCase')}</th>
          <th scope="col">{t('lists.state')}</th>
          <th scope="col">{t('cases.behaviour')}</th>
          <th scope="col">{t('cases.outcome')}</th>
          <th scope="col">{t('lists.due')}</th>
          <th scope="col">{t('cases.filedAt')}</th>
          <th scope="col">{t('cases.agency')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className="title-cell">
              <Link to="/matters/$matterId" params={{ matterId: row.id }} {...rowTitle(row.title)}>
                {row.title}
              </Link>
              <br />
              <span className="soft small mono">{row.caseNumber ?? row.number}</span>
            </td>
            <td>
              <span className="tag tag-state">{say(row.stateWords)}</span>
            </td>
            <td className="behaviour-cell">
              {say(options?.['about.behaviour']?.[row.behaviour ?? '']) || '—'}
            </td>
            <td>{row.outcomeWords ? say(row.outcomeWords) : '—'}</td>
            <td>{row.nextClock ? <LightTag clock={row.nextClock} /> : '—'}</td>
            <td className="short-cell">
              {row.filedAt ? when(row.filedAt, language, 'short') : t('cases.notFiledYet')}
            </td>
            <td className="short-cell">
              <AgencyLabel agency={row.agency} as="short" />
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
