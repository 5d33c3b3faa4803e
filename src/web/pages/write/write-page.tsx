import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, Link, useNavigate } from '@tanstack/react-router'
import Button from 'antd/es/button'
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import type {
  DraftView,
  KindView,
  MatterView,
  SuggestedAddresseeView,
} from '../../../features/matters/matter-views.ts'
import { notApplicableField } from '../../../kernel/materials.ts'
import type { Fault } from '../../../kernel/refusal.ts'
import { ChangesSince } from '../../acts/changes-since.tsx'
import { LetterPreview } from '../../acts/letter-preview.tsx'
import { useAct } from '../../acts/use-act.ts'
import { useProblemInView } from '../../acts/use-problem-in-view.ts'
import { contentAction } from '../../api/content-action.ts'
import { offered } from '../../api/move.ts'
import { draftQuery, matterQuery } from '../../api/queries.ts'
import { suggestedAddresseeQuery } from '../../api/suggested-addressee-query.ts'
import { completed, firstAnswers } from '../../form/begins-with.ts'
import { DraftConflict } from '../../form/draft-conflict.tsx'
import { DraftStatus } from '../../form/draft-status.tsx'
import { FaultSummary } from '../../form/fault-summary.tsx'
import { Field } from '../../form/fields.tsx'
import { FormProvider } from '../../form/form-context.ts'
import { type FormSchema, fieldKind } from '../../form/form-schema.ts'
import { useDraft } from '../../form/use-draft.ts'
import { useFormState } from '../../form/use-form-state.ts'
import { Loading } from '../../parts/loading.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { ProblemPage } from '../../parts/problem-page.tsx'
import { useKind } from '../../parts/use-kind.ts'
import { useSession } from '../../parts/use-session.ts'
import { useTitle } from '../../parts/use-title.ts'
import { useWords } from '../../words/language.ts'
import { Precedents } from '../matter/precedents.tsx'
import { CheckAnswers } from './check-answers.tsx'
import { faultsOfMaterials, reasonsOf } from './draft-materials.ts'
import { MaterialsStep } from './materials-step.tsx'
import { SentBack } from './sent-back.tsx'
import { StepList } from './step-list.tsx'
import { useStepTitle } from './use-step-title.ts'
import { useSuggestedAddressee } from './use-suggested-addressee.ts'
import { faultsOfStep, inOrderOfSteps, writingSteps } from './writing-steps.ts'
import './write.css'

export const route = createLazyRoute('/inside/matters/$matterId/write')({ component: WritePage })

/** Writing the content of a matter, step by step, with a list of what is still missing. */
function WritePage() {
  const { matterId } = route.useParams()
  const { t } = useWords()
  const { account } = useSession()
  const matter = useQuery(matterQuery(matterId))
  const kind = useKind(matter.data?.kind ?? '')
  const action = kind ? contentAction(kind) : ''
  const draft = useQuery({ ...draftQuery(matterId, action, 0), enabled: action !== '' })
  const addressee = useQuery({
    ...suggestedAddresseeQuery(matterId, null),
    enabled: kind?.suggestsAddressee === true,
  })
  const [finished, setFinished] = useState(false)
  const problem = matter.error ?? draft.error
  if (problem && !(matter.data && draft.data))
    return (
      <ProblemPage
        error={problem}
        onRetry={() => {
          void matter.refetch()
          void draft.refetch()
        }}
      />
    )
  if (!matter.data || !kind || !draft.data || addressee.isLoading) return <Loading rows={12} />
  const offer = offered(matter.data, 1, action)
  if (!offer?.open && !finished)
    return (
      <section className="card empty">
        <p className="empty-title">{offer?.whyWords ? <Why offer={offer} /> : t('form.openFinished')}</p>
        <Link to="/matters/$matterId" params={{ matterId }} className="button">
          {t('form.toMatter')}
        </Link>
      </section>
    )
  return (
    <Writing
      key={matterId}
      matter={matter.data}
      kind={kind}
      action={action}
      first={completed(draft.data, {
        ...firstAnswers((kind.forms[action] ?? {}) as FormSchema, account),
        ...suggestedTo(addressee.data),
      })}
      onFinished={() => setFinished(true)}
    />
  )
}

/** The addressee there is no doubt about, which then need not be looked for. */
const suggestedTo = (suggestion: SuggestedAddresseeView | null | undefined) =>
  suggestion?.agency && !suggestion.isDoubtful ? { to: [suggestion.agency.id] } : {}

function Why({ offer }: { readonly offer: NonNullable<ReturnType<typeof offered>> }) {
  const { say } = useWords()
  return <>{say(offer.whyWords)}</>
}

type WritingProps = {
  readonly matter: MatterView
  readonly kind: KindView
  readonly action: string
  readonly first: DraftView
  readonly onFinished: () => void
}

function Writing({ matter, kind, action, first, onFinished }: WritingProps) {
  const { t, say } = useWords()
  const titleOf = useStepTitle(kind)
  const navigate = useNavigate({ from: '/matters/$matterId/write' })
  const search = route.useSearch()
  const schema = (kind.forms[action] ?? {}) as FormSchema
  const draft = useDraft({ matterId: matter.id, action, leg: 0 }, first)
  const act = useAct({ matter, action, leg: undefined })
  const top = useProblemInView<HTMLElement>(act.problem)
  const { value, materials } = draft
  const lacking = useMemo(() => faultsOfMaterials({ value, materials }, matter), [value, materials, matter])
  const state = useFormState({
    prefix: 'write',
    words: kind.words,
    schema,
    value: draft.value,
    onChange: draft.change,
    beside: lacking,
  })
  const adviceAt = useSuggestedAddressee({ matterId: matter.id, kind, savedAt: draft.savedAt })
  const [attempt, setAttempt] = useState(0)
  const steps = useMemo(
    () => writingSteps(schema, draft.materials.length > 0),
    [schema, draft.materials.length],
  )
  const faults = useMemo(() => inOrderOfSteps(steps, state.faults), [steps, state.faults])
  const at = Math.max(
    0,
    steps.findIndex(({ name }) => name === search.step),
  )
  const step = steps[at] ?? steps[0]
  useTitle(t('form.writing', { kind: say(kind.words.name) }))
  const heading = useRef<HTMLHeadingElement>(null)
  const shownBefore = useRef(at)
  useEffect(() => {
    // Whoever goes on with the keyboard begins at the new step, not at the end of the old one.
    if (shownBefore.current !== at && attempt === 0) heading.current?.focus({ preventScroll: true })
    shownBefore.current = at
  }, [at, attempt])
  const { takeServerFaults } = state
  useEffect(() => {
    if (act.problem && act.problem.faults.length > 0) takeServerFaults(act.problem.faults)
  }, [act.problem, takeServerFaults])
  if (!step) return null

  const goTo = (name: string | undefined) => {
    setAttempt(0)
    void navigate({ search: name ? { step: name } : {} })
    window.scrollTo({ top: 0 })
  }
  const goOn = (event: FormEvent) => {
    event.preventDefault()
    void draft.flush()
    goTo(steps[at + 1]?.name)
  }
  const submit = async () => {
    setAttempt((count) => count + 1)
    if (!state.isSound) return state.showAll()
    takeServerFaults([])
    await draft.flush()
    const result = await act.take(draft.value)
    if (!result) return
    draft.forget()
    onFinished()
    void navigate({ to: '/matters/$matterId/done', params: { matterId: matter.id }, replace: true })
  }
  /** Materials have no field of their own name. */
  const placeOf = ({ path: [field, which] }: Fault): string | undefined => {
    if (field === 'materials') return t('form.materials')
    if (field !== notApplicableField || typeof which !== 'number') return undefined
    const item = [...reasonsOf(draft).keys()][which]
    return t('form.reasonFor', { what: say(materials.find((each) => each.item === item)?.words) })
  }
  const reachStep = (fault: Fault) => {
    const wanted = steps.find((each) => faultsOfStep(each, [fault]).length > 0)
    if (wanted) void navigate({ search: { step: wanted.name } })
  }
  return (
    <FormProvider value={{ ...state.form, adviceAt }}>
      <div className="page-head">
        <h1>{t('form.writing', { kind: say(kind.words.name) })}</h1>
        <span className="row">
          <span className="soft mono">{matter.number}</span>
          <DraftStatus draft={draft} />
        </span>
      </div>
      {draft.wasRestored ? <p className="notice notice-green write-notice">{t('form.restored')}</p> : null}
      <SentBack {...{ matter, kind, action }} />
      <div className="write">
        <StepList {...{ steps, at, kind, draft, faults }} onGo={goTo} />
        <section ref={top} className="card write-step" aria-labelledby="step-title">
          <p className="soft">{t('form.step', { number: at + 1, count: steps.length })}</p>
          <h2 id="step-title" tabIndex={-1} ref={heading}>
            {titleOf(step)}
          </h2>
          <FaultSummary
            form={state.form}
            faults={faults}
            attempt={attempt}
            onReach={reachStep}
            placeOf={placeOf}
          />
          {step.type === 'check' ? (
            <>
              <ChangesSince matter={matter} act={act} isOpen hasFields />
              {/* What has faults now is no longer what was refused. */}
              {act.problem && act.problem.faults.length === 0 && state.isSound ? (
                <ProblemNotice error={act.problem} />
              ) : null}
              <CheckAnswers {...{ steps, kind, matter, draft, schema, faults }} onGo={goTo} />
              <div className="row">
                <Button onClick={() => goTo(steps[at - 1]?.name)}>{t('form.back')}</Button>
                <Button type="primary" size="large" loading={act.isBusy} onClick={() => void submit()}>
                  {say(kind.words.actions[action])}
                </Button>
                {kind.letters[action] ? (
                  <LetterPreview
                    matterId={matter.id}
                    action={action}
                    leg={undefined}
                    body={draft.value}
                    type={kind.letters[action]}
                  />
                ) : null}
                <span className="soft">{say(kind.words.actions[action]?.means)}</span>
              </div>
            </>
          ) : (
            <form className="stack" onSubmit={goOn} noValidate aria-labelledby="step-title">
              {step.type === 'materials' ? (
                <MaterialsStep matter={matter} draft={draft} schema={schema} />
              ) : step.schema ? (
                <Field
                  key={step.name}
                  schema={step.schema}
                  path={[step.name]}
                  isRequired={step.isRequired}
                  isBare={['group', 'variants', 'list'].includes(fieldKind(step.schema))}
                />
              ) : null}
              <div className="row">
                {at > 0 ? <Button onClick={() => goTo(steps[at - 1]?.name)}>{t('form.back')}</Button> : null}
                <Button type="primary" htmlType="submit">
                  {t('form.next')}
                </Button>
              </div>
            </form>
          )}
        </section>
        <Precedents matter={matter} kind={kind} savedAt={draft.savedAt} />
      </div>
      <DraftConflict draft={draft} schema={schema} words={kind.words} />
    </FormProvider>
  )
}
