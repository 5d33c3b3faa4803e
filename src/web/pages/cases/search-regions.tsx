import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { type FormEvent, useState } from 'react'
import type { CaseElsewhere } from '../../../features/cases/case-views.ts'
import { plateColours } from '../../../kernel/identifiers/plate.ts'
import { asProblem, call, type Problem } from '../../api/call.ts'
import type { Page } from '../../api/shapes.ts'
import { AgencyLabel } from '../../parts/agency-label.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { emptyOf, SubmitButton } from '../../parts/submit-button.tsx'
import { useSession } from '../../parts/use-session.ts'
import { when } from '../../parts/when.ts'
import { WideTable } from '../../parts/wide-table.tsx'
import { useWords } from '../../words/language.ts'

const purposes = ['first-violation', 'same-act', 'repeat-offender'] as const
const searchers = ['open', 'approve', 'lead', 'oversee']

/** Looks for the cases of a vehicle in all regions, for a purpose that is recorded. */
export function SearchRegions() {
  const { t, say, language } = useWords()
  const { powers } = useSession()
  const [plate, setPlate] = useState('')
  const [colour, setColour] = useState('2')
  const [purpose, setPurpose] = useState<(typeof purposes)[number]>('first-violation')
  const [found, setFound] = useState<readonly CaseElsewhere[]>()
  const [problem, setProblem] = useState<Problem>()
  if (!powers.some((power) => searchers.includes(power))) return null
  const search = async (event: FormEvent) => {
    event.preventDefault()
    setProblem(undefined)
    setFound(undefined)
    try {
      const body = { plate, colour, purpose }
      setFound((await call<Page<CaseElsewhere>>('POST', '/cases/search', { body })).items)
    } catch (error) {
      setProblem(asProblem(error))
    }
  }
  return (
    <section className="card no-print" aria-labelledby="search-regions">
      <h2 id="search-regions">{t('cases.searchTitle')}</h2>
      <p className="soft">{t('cases.searchText')}</p>
      <form className="filters" onSubmit={(event) => void search(event)}>
        <Input
          className="filter case-plate"
          aria-label={t('cases.plate')}
          placeholder={t('cases.plate')}
          value={plate}
          maxLength={20}
          onChange={({ target }) => setPlate(target.value)}
        />
        <Select
          className="filter"
          aria-label={t('cases.colour')}
          value={colour}
          onChange={setColour}
          options={Object.entries(plateColours).map(([value, words]) => ({ value, label: say(words) }))}
        />
        <Select
          className="filter"
          aria-label={t('cases.purpose')}
          value={purpose}
          onChange={setPurpose}
          popupMatchSelectWidth={false}
          options={purposes.map((value) => ({ value, label: t(`cases.${value}`) }))}
        />
        <SubmitButton type="primary" missing={emptyOf({ [t('cases.plate')]: plate })}>
          {t('cases.search')}
        </SubmitButton>
      </form>
      {problem ? <ProblemNotice error={problem} /> : null}
      <div role="status">
        {found ? (
          <p>{found.length > 0 ? t('cases.found', { count: found.length }) : t('cases.foundNone')}</p>
        ) : null}
      </div>
      {found && found.length > 0 ? (
        <WideTable label={t('cases.searchTitle')}>
          <thead>
            <tr>
              <th scope="col">{t('cases.agency')}</th>
              <th scope="col">{t('cases.caseNumber')}</th>
              <th scope="col">{t('cases.filedAt')}</th>
              <th scope="col">{t('cases.behaviour')}</th>
              <th scope="col">{t('cases.outcome')}</th>
              <th scope="col">{t('cases.contact')}</th>
            </tr>
          </thead>
          <tbody>
            {found.map((row) => (
              <tr key={`${row.agency.id} ${row.number}`}>
                <td>
                  <AgencyLabel agency={row.agency} as="full" />
                </td>
                <td className="mono">{row.number}</td>
                <td className="short-cell">{when(row.filedAt, language, 'short')}</td>
                <td>{say(row.behaviourWords)}</td>
                <td>{row.outcomeWords ? say(row.outcomeWords) : t('cases.undecided')}</td>
                <td>{row.contact ? `${row.contact.name} ${row.contact.phone}` : '—'}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      ) : null}
    </section>
  )
}
