import LockOutlined from '@ant-design/icons/es/icons/LockOutlined'
import type { EventView, KindView, MatterView } from '../../../features/matters/matter-views.ts'
import type { Words } from '../../../kernel/words.ts'
import { carriesForm } from '../../acts/answered-record.ts'
import { RecordForm } from '../../acts/record-form.tsx'
import { isGroup } from '../../form/form-schema.ts'
import { AgencyLabel } from '../../parts/agency-label.tsx'
import { when } from '../../parts/when.ts'
import { useWords } from '../../words/language.ts'

type Props = {
  readonly events: readonly EventView[]
  readonly matter: MatterView
  readonly kind: KindView
}

/** Everything that happened, newest last, with who, when, and from which agency. Internal notes look different. */
export function Timeline({ events, matter, kind }: Props) {
  return (
    <ol className="timeline" aria-labelledby="timeline">
      {events.map((event) => (
        <Entry key={event.seq} event={event} matter={matter} kind={kind} />
      ))}
    </ol>
  )
}

function Entry({ event, matter, kind }: Omit<Props, 'events'> & { readonly event: EventView }) {
  const { t, say, aside, language } = useWords()
  const isSpoken = event.type === 'say' || event.type === 'note'
  const text = isGroup(event.body.form) ? event.body.form.text : undefined
  const leg = matter.legs.length > 1 ? matter.legs.find(({ no }) => no === event.leg)?.answerer : undefined
  const who = event.person
    ? event.person.name
    : event.machine === null
      ? ''
      : t(event.machine === 'API' ? 'matter.machine' : 'matter.system')
  return (
    <li className={`entry ${event.internal ? 'entry-internal' : ''} ${isSpoken ? 'entry-spoken' : ''}`}>
      <div className="entry-head">
        <strong>{say(event.words)}</strong>
        {leg ? (
          <span className="tag">
            <AgencyLabel agency={leg} as="short" />
          </span>
        ) : null}
        {event.internal ? (
          <span className="tag entry-inside">
            <LockOutlined aria-hidden /> {t('matter.internal')}
          </span>
        ) : null}
        {event.withoutEffect ? <span className="tag tag-urgent">{t('matter.withoutEffect')}</span> : null}
      </div>
      <p className="soft small entry-who">
        <time dateTime={event.at}>{when(event.at, language)}</time>
        {event.agency ? (
          <>
            {' · '}
            <AgencyLabel agency={event.agency} as="full" />
          </>
        ) : null}
        {who === '' ? '' : ` · ${who}`}
        {event.standingInFor ? aside(t('matter.standingIn', { name: event.standingInFor.name })) : ''}
        {' · '}
        <span className="mono" title={`${t('matter.hash')} ${event.hash}`}>
          #{event.seq} {event.hash.slice(0, 8)}
        </span>
      </p>
      {isSpoken && typeof text === 'string' ? (
        <p className="entry-text">{text}</p>
      ) : carriesForm(event, kind) ? (
        <RecordForm event={event} kind={kind} />
      ) : (
        <FileName event={event} />
      )}
      <Findings of={event} />
      <Letters of={event} />
    </li>
  )
}

/** What the platform worked out from what was entered, such as the date of service. */
function Findings({ of: { body } }: { readonly of: EventView }) {
  const { say } = useWords()
  const findings = Array.isArray(body.findings) ? (body.findings as readonly Words[]) : []
  return findings.map((finding) => (
    <p key={finding.zh} className="entry-finding">
      {say(finding)}
    </p>
  ))
}

/** The letters the move wrote; each stands in its own panel. */
function Letters({ of: { body } }: { readonly of: EventView }) {
  const { t } = useWords()
  const letters = Array.isArray(body.letters)
    ? (body.letters as readonly { readonly id: string; readonly number: string }[])
    : []
  return letters.map(({ id, number }) => (
    <p key={id} className="entry-finding">
      {t('letters.letter')}
      {t('frame.colon')}
      <a href={`#letter-${id}`}>{number}</a>
    </p>
  ))
}

function FileName({ event }: { readonly event: EventView }) {
  const file = isGroup(event.body.file) ? event.body.file : event.body
  return typeof file.name === 'string' ? <p>{file.name}</p> : null
}
