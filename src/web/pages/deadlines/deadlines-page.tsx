import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, useNavigate } from '@tanstack/react-router'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import type { AllianceWithMembers } from '../../../features/agencies/alliances.ts'
import type { ListedRule } from '../../../features/rules/list-rules.ts'
import { wordsOfSpan } from '../../../kernel/term.ts'
import { rulesQuery } from '../../api/rule-queries.ts'
import { confidenceWords } from '../../parts/confidence-words.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loading } from '../../parts/loading.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useTitle } from '../../parts/use-title.ts'
import { WideTable } from '../../parts/wide-table.tsx'
import { useWords } from '../../words/language.ts'
import { AdoptDeadline } from './adopt-deadline.tsx'
import { Adopted } from './adopted.tsx'
import { Amounts } from './amounts.tsx'
import { DeadlineHistory } from './deadline-history.tsx'
import { DeadlineTrial } from './deadline-trial.tsx'
import { RuleScope } from './rule-scope.tsx'
import { useRuleScope } from './use-rule-scope.ts'
import './deadlines.css'

export const route = createLazyRoute('/inside/deadlines')({ component: DeadlinesPage })

/** Every deadline the platform counts, where it comes from, and a way to work one out. */
function DeadlinesPage() {
  const { t } = useWords()
  const navigate = useNavigate()
  const search = route.useSearch()
  const scope = useRuleScope()
  const alliance = scope.alliance
  const rules = useQuery({
    ...rulesQuery({
      ...(alliance ? { alliance: alliance.id } : {}),
      ...(search.on ? { day: search.on } : {}),
    }),
    enabled: scope.isReady,
  })
  const wanted = (search.q ?? '').toLowerCase()
  const fits = (rules.data ?? []).filter((rule) =>
    `${rule.id} ${rule.name.zh} ${rule.name.en} ${rule.basis.zh} ${rule.basis.en}`
      .toLowerCase()
      .includes(wanted),
  )
  useTitle(t('deadlines.title'))
  return (
    <>
      <div className="page-head">
        <h1>{t('deadlines.title')}</h1>
      </div>
      {rules.isError ? <ProblemNotice error={rules.error} onRetry={() => void rules.refetch()} /> : null}
      {rules.data ? <DeadlineTrial rules={rules.data} alliance={alliance?.id} /> : null}
      <section className="card" aria-label={t('deadlines.title')}>
        <RuleScope scope={scope} rules={rules.data ?? []} />
        <Input.Search
          className="table-search"
          aria-label={t('deadlines.q')}
          placeholder={t('deadlines.q')}
          defaultValue={search.q ?? ''}
          allowClear
          onSearch={(q) =>
            void navigate({
              to: '/deadlines',
              search: ({ q: _, ...now }) => (q.trim() === '' ? now : { ...now, q: q.trim() }),
              replace: true,
            })
          }
        />
        {rules.data ? (
          fits.length === 0 ? (
            <Empty title={t('deadlines.nothing')} />
          ) : (
            <Rules rules={fits} alliance={alliance} />
          )
        ) : rules.isError ? null : (
          <Loading rows={12} />
        )}
        <DeadlineHistory rules={rules.data ?? []} />
      </section>
      <Amounts />
      {alliance && scope.mayAdopt && rules.data ? (
        <AdoptDeadline key={alliance.id} alliance={alliance} rules={rules.data} />
      ) : null}
    </>
  )
}

type RulesProps = {
  readonly rules: readonly ListedRule[]
  readonly alliance: AllianceWithMembers | undefined
}

function Rules({ rules, alliance }: RulesProps) {
  const { t, say, aside } = useWords()
  const navigate = useNavigate()
  const lengthOf = (rule: ListedRule) => {
    const extension = rule.extension
      ? aside(
          t('deadlines.extension', {
            length: say(wordsOfSpan({ value: rule.extension.value, unit: rule.unit })),
          }),
        )
      : ''
    return `${say(wordsOfSpan(rule))}${extension}`
  }
  return (
    <WideTable label={t('deadlines.title')}>
      <thead>
        <tr>
          <th scope="col">{t('deadlines.rule')}</th>
          <th scope="col">{t('deadlines.length')}</th>
          <th scope="col">{t('deadlines.from')}</th>
          <th scope="col">{t('deadlines.basis')}</th>
          <th scope="col" className="no-print">
            {t('deadlines.compute')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.id}>
            <td>
              <strong>{say(rule.name)}</strong>
              <br />
              <span className="soft small mono">{rule.id}</span>
            </td>
            <td>
              {lengthOf(rule)}
              <Adopted rule={rule} alliance={alliance} />
            </td>
            <td>{say(rule.from)}</td>
            <td>
              {say(rule.basis)}
              <br />
              <span className="soft small">
                {say(confidenceWords[rule.confidence])}
                {aside(say(rule.source))}
              </span>
            </td>
            <td className="no-print">
              <Button
                size="small"
                aria-label={t('deadlines.tryRule', { rule: say(rule.name) })}
                onClick={() => {
                  void navigate({ to: '/deadlines', search: (now) => ({ ...now, rule: rule.id }) })
                  window.scrollTo({ top: 0 })
                }}
              >
                {t('deadlines.compute')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
