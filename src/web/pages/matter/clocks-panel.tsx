import type { ClockView, LegView, MatterView } from '../../../features/matters/matter-views.ts'
import { confidenceWords } from '../../parts/confidence-words.ts'
import { LightTag } from '../../parts/light-tag.tsx'
import { when } from '../../parts/when.ts'
import { agencyShortName } from '../../words/agency-name.ts'
import { useWords } from '../../words/language.ts'

/** Every deadline with its light, who owes it, and how it came about, line by line. */
export function ClocksPanel({ matter, leg }: { readonly matter: MatterView; readonly leg: LegView }) {
  const { t } = useWords()
  const own = matter.clocks.filter((clock) => clock.leg === leg.no || matter.legs.length === 1)
  const running = own.filter(({ stoppedAt }) => stoppedAt === null)
  const ended = own.filter(({ stoppedAt }) => stoppedAt !== null)
  return (
    <section className="card" aria-labelledby="clocks">
      <h2 id="clocks">{t('matter.clocks')}</h2>
      {running.length === 0 ? <p className="soft">{t('matter.noClocks')}</p> : null}
      <ul className="clocks">
        {running.map((clock) => (
          <Clock key={clock.id} clock={clock} />
        ))}
      </ul>
      {ended.length > 0 ? (
        <details className="ended-clocks">
          <summary>{t('matter.doneClocks', { count: ended.length })}</summary>
          <ul className="clocks">
            {ended.map((clock) => (
              <Clock key={clock.id} clock={clock} />
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}

function Clock({ clock }: { readonly clock: ClockView }) {
  const { t, say, aside, language } = useWords()
  const confidence = confidenceWords[clock.confidence]
  return (
    <li>
      <div className="row row-apart">
        <strong>{say(clock.words)}</strong>
        {clock.stoppedAt === null ? (
          <LightTag clock={clock} />
        ) : (
          <span className="tag">{say(clock.remaining)}</span>
        )}
      </div>
      <p className="soft">
        {clock.endsByItself
          ? t('matter.endsByItself')
          : t('matter.owes', { who: agencyShortName(language, clock.owes) })}{' '}
        · {t('matter.dueAt', { at: when(clock.dueAt, language) })}
        {clock.pausedAt ? ` · ${t('matter.paused')}` : ''}
        {clock.extended ? ` · ${t('matter.extended')}` : ''}
      </p>
      <details>
        <summary aria-label={`${t('matter.howComputed')}${t('frame.colon')}${say(clock.words)}`}>
          {t('matter.howComputed')}
        </summary>
        <ol className="derivation">
          {(clock.steps ?? []).map((step) => (
            <li key={step.words.zh}>{say(step.words)}</li>
          ))}
        </ol>
        <p>
          {t('matter.basis')}
          {t('frame.colon')}
          {say(clock.basis)}
        </p>
        <p className="soft">
          {t('matter.confidence')}
          {t('frame.colon')}
          {confidence ? say(confidence) : clock.confidence}
          {clock.source ? aside(say(clock.source)) : ''}
        </p>
      </details>
    </li>
  )
}
