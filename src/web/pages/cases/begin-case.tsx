import { useNavigate } from '@tanstack/react-router'
import Button from 'antd/es/button'
import { useState } from 'react'
import type { MatterView, MoveResult } from '../../../features/matters/matter-views.ts'
import { asProblem, call, freshKey, type Problem } from '../../api/call.ts'
import { refreshMatter } from '../../api/queries.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useKinds } from '../../parts/use-kind.ts'
import { usePower } from '../../parts/use-session.ts'
import { useWords } from '../../words/language.ts'

/** While a matter that was sent to one's agency is to be filed: begins the case it leads to, with what was sent filled in. */
export function BeginCase({ matter }: { readonly matter: MatterView }) {
  const { t } = useWords()
  const files = useKinds().find(({ kind }) => kind === matter.kind)?.filesCaseBy
  const navigate = useNavigate()
  const mayOpen = usePower('open')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const isToBeFiled = matter.legs.some(({ openActions }) =>
    openActions.some(({ action, open }) => action === files && open),
  )
  if (!mayOpen || !isToBeFiled) return null
  const begin = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      const begun = await call<MoveResult>('POST', `/matters/${matter.id}/case`, { key: freshKey() })
      refreshMatter(matter.id)
      void navigate({ to: '/matters/$matterId/write', params: { matterId: begun.matter.id } })
    } catch (error) {
      setProblem(asProblem(error))
      setBusy(false)
    }
  }
  return (
    <section className="card no-print" aria-labelledby="begin-case">
      <h2 id="begin-case">{t('cases.beginCase')}</h2>
      <p className="soft">{t('cases.beginCaseText')}</p>
      {problem ? <ProblemNotice error={problem} /> : null}
      <div className="row">
        <Button loading={busy} onClick={() => void begin()}>
          {t('cases.begin')}
        </Button>
      </div>
    </section>
  )
}
