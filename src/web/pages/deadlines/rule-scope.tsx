import { useNavigate, useSearch } from '@tanstack/react-router'
import Select from 'antd/es/select'
import type { ListedRule } from '../../../features/rules/list-rules.ts'
import { TimeInput } from '../../form/widgets/time-input.tsx'
import { Labelled } from '../../parts/labelled.tsx'
import { todayInChina } from '../../parts/when.ts'
import { useWords } from '../../words/language.ts'
import { isAdopted } from './adopted.tsx'
import { lawAlone, type Scope } from './use-rule-scope.ts'

/** Chooses the alliance and the day for which the deadlines are shown, and says how many the alliance changed. */
export function RuleScope({
  scope,
  rules,
}: {
  readonly scope: Scope
  readonly rules: readonly ListedRule[]
}) {
  const { t, language } = useWords()
  const navigate = useNavigate()
  const { on } = useSearch({ from: '/inside/deadlines' })
  const { alliance, alliances } = scope
  const nameOf = (each: { readonly name: string; readonly nameEn: string }) =>
    language === 'en' ? each.nameEn || each.name : each.name
  const go = (change: { readonly alliance?: string; readonly on?: string }) =>
    void navigate({ to: '/deadlines', search: (before) => ({ ...before, ...change }), replace: true })
  const count = rules.filter(isAdopted).length
  return (
    <>
      <div className="fields-beside no-print">
        <Labelled id="rule-alliance" label={t('deadlines.scope')}>
          <Select
            id="rule-alliance"
            aria-labelledby="rule-alliance-label"
            value={alliance?.code ?? lawAlone}
            onChange={(code) => go({ alliance: code })}
            options={[
              ...alliances.map((each) => ({ value: each.code, label: nameOf(each) })),
              { value: lawAlone, label: t('deadlines.lawAlone') },
            ]}
          />
        </Labelled>
        <Labelled id="rule-day" label={t('deadlines.asOn')}>
          <TimeInput
            id="rule-day"
            aria={{ 'aria-required': false, 'aria-invalid': false }}
            isDay
            value={on ?? todayInChina()}
            onChange={(day) => go({ on: day })}
            onLeave={() => {}}
          />
        </Labelled>
      </div>
      {alliance && rules.length > 0 ? (
        <p className="soft rule-changes">
          {count > 0
            ? t('deadlines.changedCount', { alliance: nameOf(alliance), count })
            : t('deadlines.changedNone', { alliance: nameOf(alliance) })}
        </p>
      ) : null}
    </>
  )
}
