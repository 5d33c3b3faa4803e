import { useQuery } from '@tanstack/react-query'
import App from 'antd/es/app'
import Button from 'antd/es/button'
import Drawer from 'antd/es/drawer'
import { type FormEvent, type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import type { DraftView, KindView, LegView, MatterView } from '../../features/matters/matter-views.ts'
import { contentAction } from '../api/content-action.ts'
import { draftQuery, eventsQuery } from '../api/queries.ts'
import { AnsweredEntriesProvider, answeredEntries } from '../form/answered-entries.ts'
import { WrittenContentProvider } from '../form/answered-entry.tsx'
import { answerBegins, begun, onlyEntries, saidBefore } from '../form/begins-with.ts'
import { DraftConflict } from '../form/draft-conflict.tsx'
import { DraftStatus } from '../form/draft-status.tsx'
import { MatterContentProvider } from '../form/entries-of.ts'
import { FaultSummary } from '../form/fault-summary.tsx'
import { Field, Fields } from '../form/fields.tsx'
import { FormProvider } from '../form/form-context.ts'
import { type FormSchema, fieldKind, propertiesOf } from '../form/form-schema.ts'
import { listsToAnswer } from '../form/one-for-each.ts'
import { RunningClocksProvider } from '../form/running-items.ts'
import { useDraft } from '../form/use-draft.ts'
import { useFormState } from '../form/use-form-state.ts'
import { VariantBeginsProvider } from '../form/variant-begins.ts'
import { Loading } from '../parts/loading.tsx'
import { ProblemNotice } from '../parts/problem-notice.tsx'
import { useSession } from '../parts/use-session.ts'
import { when } from '../parts/when.ts'
import { agencyName } from '../words/agency-name.ts'
import { useWords } from '../words/language.ts'
import { answeredRecord } from './answered-record.ts'
import { AnsweredRecordPanel } from './answered-record-panel.tsx'
import { ChangesSince } from './changes-since.tsx'
import { LetterPreview } from './letter-preview.tsx'
import { useAct } from './use-act.ts'
import { useClocksAhead } from './use-clocks-ahead.ts'
import { useProblemInView } from './use-problem-in-view.ts'
import { wordsOfAction } from './words-of-action.ts'

type Props = {
  readonly matter: MatterView
  readonly kind: KindView
  readonly leg: LegView
  readonly action: string
  readonly onClose: () => void
}

/** The form of an action, whatever the action: what it means, its fields, and one button. What is typed saves itself. */
export function ActionDrawer({ matter, kind, leg, action, onClose }: Props) {
  const { say, t } = useWords()
  const session = useSession()
  const words = kind.words.actions[action]
  const isTogether = isTakenTogether(kind, action)
  const draftLeg = isTogether ? 0 : leg.no
  const draft = useQuery(draftQuery(matter.id, action, draftLeg))
  const events = useQuery(eventsQuery(matter.id))
  const schema = (kind.forms[action] ?? {}) as FormSchema
  const lists = useMemo(
    () => events.data && listsToAnswer(schema, matter.content, events.data, leg.no),
    [schema, matter.content, events.data, leg.no],
  )
  const running = useMemo(
    () => matter.clocks.filter((clock) => clock.leg === leg.no && clock.stoppedAt === null),
    [matter.clocks, leg.no],
  )
  const answered = useMemo(
    () => answeredEntries(schema, action, events.data ?? [], leg.no),
    [schema, action, events.data, leg.no],
  )
  const variantBegins = useCallback(
    (variant: FormSchema) => ({
      ...onlyEntries(variant, lists ?? {}, answered),
      ...saidBefore(variant, matter.content, events.data ?? [], leg.no),
    }),
    [lists, answered, matter.content, events.data, leg.no],
  )
  const written = useMemo(
    () => ({ schema: (kind.forms[contentAction(kind)] ?? {}) as FormSchema, content: matter.content }),
    [kind, matter.content],
  )
  const about = answeredRecord(events.data ?? [], { kind, leg, action, personId: session.account.id })
  const failed = [draft, events].find(({ isError }) => isError)
  // A form opened right after a step begins with what that step changed; once begun it stays, whatever is read anew.
  const [hasBegun, setBegun] = useState(false)
  if (!hasBegun && draft.data && lists && !events.isFetching) setBegun(true)
  return (
    <Drawer
      open
      size={640}
      title={say(words)}
      onClose={onClose}
      closable={{ 'aria-label': t('frame.close') }}
      className="action-drawer"
    >
      {hasBegun && draft.data && lists ? (
        <WrittenContentProvider value={written}>
          <MatterContentProvider value={lists}>
            <RunningClocksProvider value={running}>
              <AnsweredEntriesProvider value={answered}>
                <VariantBeginsProvider value={variantBegins}>
                  <ActionForm
                    matter={matter}
                    kind={kind}
                    leg={leg}
                    action={action}
                    isTogether={isTogether}
                    about={about && <AnsweredRecordPanel {...about} kind={kind} />}
                    first={begun(
                      draft.data,
                      answerBegins(schema, {
                        session,
                        matter,
                        lists,
                        running,
                        records: events.data ?? [],
                        leg: leg.no,
                      }),
                    )}
                    onClose={onClose}
                  />
                </VariantBeginsProvider>
              </AnsweredEntriesProvider>
            </RunningClocksProvider>
          </MatterContentProvider>
        </WrittenContentProvider>
      ) : failed ? (
        <ProblemNotice error={failed.error} onRetry={() => void failed.refetch()} />
      ) : (
        <Loading />
      )}
    </Drawer>
  )
}

/** Who is who, where the form speaks of the two sides: to whoever sits on neither, and where their positions are compared. */
function Sides({ matter, leg }: Pick<Props, 'matter' | 'leg'>) {
  const { t, language } = useWords()
  const isBetween = leg.mySides.every((side) => side === 'superior')
  if (!leg.answerer || !(isBetween || matter.statements)) return null
  return (
    <p className="soft">
      {t('matter.sides', {
        asker: agencyName(language, leg.asker),
        answerer: agencyName(language, leg.answerer),
      })}
    </p>
  )
}

/** Until when the deadlines would run that an action extends. */
function Extension({ matter, kind, leg, action }: Omit<Props, 'onClose'>) {
  const { t, say, language } = useWords()
  const step = kind.chart.states[leg.state]?.[action]
  return matter.clocks.map((clock) =>
    clock.leg === leg.no && clock.name === step?.extends && clock.extendedDueAt ? (
      <p key={clock.id} className="soft">
        {t('matter.extendsTo', { clock: say(clock.words), at: when(clock.extendedDueAt, language) })}
      </p>
    ) : null,
  )
}

/**
 * True for an action that is taken for all addressees at once, in whatever state: what somebody types keeps its place when somebody
 * else has moved the matter on meanwhile.
 */
const isTakenTogether = ({ chart }: KindView, action: string): boolean =>
  Object.values(chart.states).some((steps) => steps[action]?.together)

type FormProps = Props & {
  readonly first: DraftView
  readonly isTogether: boolean
  /** What the action answers. */
  readonly about: ReactNode
}

function ActionForm({ matter, kind, leg, action, isTogether, about, first, onClose }: FormProps) {
  const { t, say, sentences } = useWords()
  const { message } = App.useApp()
  const schema = (kind.forms[action] ?? {}) as FormSchema
  const words = kind.words.actions[action]
  const formWords = useMemo(() => wordsOfAction(kind.words, action), [kind.words, action])
  const offer = leg.openActions.find((open) => open.action === action)
  const draft = useDraft({ matterId: matter.id, action, leg: isTogether ? 0 : leg.no }, first)
  const act = useAct({ matter, action, leg: isTogether ? undefined : leg.no })
  const { form, faults, isSound, showAll, takeServerFaults } = useFormState({
    prefix: `act-${action}`,
    words: formWords,
    schema,
    value: draft.value,
    onChange: draft.change,
  })
  const adviceAt = useClocksAhead({ matter, kind, leg, action, value: draft.value })
  const top = useProblemInView<HTMLFormElement>(act.problem)
  const [attempt, setAttempt] = useState(0)
  const hasFields = fieldKind(schema) === 'variants' || propertiesOf(schema, {}).length > 0

  useEffect(() => {
    if (act.problem && act.problem.faults.length > 0) takeServerFaults(act.problem.faults)
  }, [act.problem, takeServerFaults])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setAttempt((count) => count + 1)
    if (!isSound) return showAll()
    takeServerFaults([])
    const result = await act.take(draft.value)
    if (!result) return
    draft.forget()
    message.success(t('matter.actionDone', { what: say(words) }))
    onClose()
  }
  return (
    <FormProvider value={{ ...form, adviceAt }}>
      <form
        ref={top}
        className="stack"
        onSubmit={(event) => void submit(event)}
        noValidate
        aria-label={say(words)}
      >
        {words?.means ? <p className="notice">{say(words.means)}</p> : null}
        <Sides matter={matter} leg={leg} />
        <Extension matter={matter} kind={kind} leg={leg} action={action} />
        {about}
        <ChangesSince matter={matter} act={act} isOpen={offer?.open ?? false} hasFields={hasFields} />
        {act.problem && act.problem.faults.length === 0 && act.problem.code !== 'already-changed' ? (
          <ProblemNotice error={act.problem} />
        ) : null}
        <FaultSummary form={form} faults={faults} attempt={attempt} />
        {fieldKind(schema) === 'variants' ? (
          <Field schema={schema} path={[]} isRequired isBare />
        ) : (
          <Fields schema={schema} path={[]} />
        )}
        {/* Beside the button it explains: on a phone the head of the form is out of sight. */}
        {offer?.open || act.isBusy || act.problem?.code === 'not-now' ? null : (
          <div className="notice notice-amber" role="alert">
            {offer
              ? t('matter.closedNow', { why: say(offer.whyWords) })
              : sentences([t('matter.goneNow'), ...(hasFields ? [t('matter.typedStays')] : [])])}
          </div>
        )}
        <div className="row drawer-foot">
          <Button type="primary" htmlType="submit" loading={act.isBusy} disabled={!offer?.open}>
            {say(words)}
          </Button>
          {kind.letters[action] ? (
            <LetterPreview
              matterId={matter.id}
              action={action}
              leg={isTogether ? undefined : leg.no}
              body={draft.value}
              type={kind.letters[action]}
              onFaults={takeServerFaults}
            />
          ) : null}
          <Button onClick={onClose}>{t('frame.cancel')}</Button>
          {hasFields ? <DraftStatus draft={draft} /> : null}
        </div>
      </form>
      <DraftConflict draft={draft} schema={schema} words={formWords} />
    </FormProvider>
  )
}
