import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { createLazyRoute, Link, useNavigate } from '@tanstack/react-router'
import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { agencyKinds, agencyLevels } from '../../../features/agencies/agency-kinds.ts'
import { linesOfBusiness } from '../../../features/agencies/lines-of-business.ts'
import type { FoundAgency } from '../../../features/agencies/search-agencies.ts'
import { directoryQuery, divisionsQuery } from '../../api/agency-queries.ts'
import { AgencyLabel } from '../../parts/agency-label.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Loading } from '../../parts/loading.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useNarrow } from '../../parts/use-narrow.ts'
import { useSession } from '../../parts/use-session.ts'
import { useTitle } from '../../parts/use-title.ts'
import { agencyName } from '../../words/agency-name.ts'
import { useWords } from '../../words/language.ts'

export const route = createLazyRoute('/inside/directory')({ component: DirectoryPage })

/** Who takes part: found by name, pinyin initials, place, line of business, or as a neighbour. */
function DirectoryPage() {
  const { t } = useWords()
  const search = route.useSearch()
  const found = useInfiniteQuery(directoryQuery(search))
  const rows = found.data?.pages.flatMap(({ items }) => items)
  useTitle(t('directory.title'))
  return (
    <>
      <div className="page-head">
        <h1>{t('directory.title')}</h1>
      </div>
      <section className="card" aria-label={t('directory.title')}>
        <DirectoryFilters />
        {found.isError ? <ProblemNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
        {rows === undefined && !found.isError ? <Loading rows={12} /> : null}
        {rows?.length === 0 ? (
          <Empty title={t('directory.nothing')}>{t('directory.nothingText')}</Empty>
        ) : null}
        {rows && rows.length > 0 ? <Agencies rows={rows} /> : null}
        {found.hasNextPage ? (
          <p className="list-more row">
            <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
              {t('frame.loadMore')}
            </Button>
          </p>
        ) : null}
      </section>
    </>
  )
}

function Agencies({ rows }: { readonly rows: readonly FoundAgency[] }) {
  const { t, say, list, language } = useWords()
  const nameOf = (agency: FoundAgency) => agencyName(language, agency)
  if (useNarrow())
    return (
      <ul className="cards" aria-label={t('directory.title')}>
        {rows.map((agency) => (
          <li key={agency.id}>
            <Link to="/directory/$agencyId" params={{ agencyId: agency.id }} className="row-title">
              {nameOf(agency)}
            </Link>
            <span className="soft">
              {say(agencyKinds[agency.kind])} · {say(agencyLevels[agency.level])}
            </span>
          </li>
        ))}
      </ul>
    )
  return (
    <div className="table-scroll">
      <table className="grid-table" aria-label={t('directory.title')}>
        <thead>
          <tr>
            <th scope="col">{t('directory.name')}</th>
            <th scope="col">{t('directory.kind')}</th>
            <th scope="col">{t('directory.level')}</th>
            <th scope="col">{t('directory.lines')}</th>
            <th scope="col">{t('directory.code')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((agency) => (
            <tr key={agency.id}>
              <td>
                <Link to="/directory/$agencyId" params={{ agencyId: agency.id }} className="row-title">
                  <AgencyLabel agency={agency} as="official" />
                </Link>
              </td>
              <td>{say(agencyKinds[agency.kind])}</td>
              <td className="nowrap">{say(agencyLevels[agency.level])}</td>
              <td>{list(agency.lines.map((line) => say(linesOfBusiness[line])))}</td>
              <td className="mono nowrap">{agency.code}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function DirectoryFilters() {
  const { t, say } = useWords()
  const search = route.useSearch()
  const navigate = useNavigate()
  const { agency } = useSession()
  const provinces = useQuery(divisionsQuery()).data?.items ?? []
  const narrow = (change: { readonly [Name in keyof typeof search]?: string | undefined }) => {
    const kept = Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value))
    void navigate({ to: '/directory', search: kept, replace: true })
  }
  const choice = (
    name: 'division' | 'line' | 'kind' | 'level',
    label: string,
    options: readonly { readonly value: string; readonly label: string }[],
  ) => (
    <Select
      aria-label={label}
      className="filter"
      value={search[name] ?? ''}
      onChange={(value) => narrow({ [name]: value })}
      options={[{ value: '', label: `${label}${t('frame.colon')}${t('directory.any')}` }, ...options]}
      popupMatchSelectWidth={false}
    />
  )
  const optionsOf = (words: Readonly<Record<string, { readonly zh: string; readonly en: string }>>) =>
    Object.entries(words).map(([value, each]) => ({ value, label: say(each) }))
  return (
    <search className="filters no-print" aria-label={t('lists.filters')}>
      <Input.Search
        key={search.q ?? ''}
        className="filter-wide"
        aria-label={t('directory.q')}
        placeholder={t('directory.q')}
        defaultValue={search.q ?? ''}
        allowClear
        maxLength={100}
        onSearch={(q) => narrow({ q: q.trim() })}
      />
      {choice(
        'division',
        t('directory.province'),
        provinces.map(({ code, name }) => ({ value: code, label: name })),
      )}
      {choice('line', t('directory.line'), optionsOf(linesOfBusiness))}
      {choice('kind', t('directory.kind'), optionsOf(agencyKinds))}
      {choice('level', t('directory.level'), optionsOf(agencyLevels))}
      <Checkbox
        checked={search.neighbourOf === agency.id}
        onChange={({ target }) => narrow({ neighbourOf: target.checked ? agency.id : undefined })}
      >
        {t('directory.neighbours')}
      </Checkbox>
    </search>
  )
}
