import LockOutlined from '@ant-design/icons/es/icons/LockOutlined'
import App from 'antd/es/app'
import Button from 'antd/es/button'
import type { LegView, MatterView } from '../../../features/matters/matter-views.ts'
import { kindBefore } from '../../../kernel/kind-before.ts'
import { AgencyLabel } from '../../parts/agency-label.tsx'
import { useSession } from '../../parts/use-session.ts'
import { when } from '../../parts/when.ts'
import { useWords } from '../../words/language.ts'

/** What the matter is, where it stands, and who leads it: the one answer nobody may have to look for. */
export function MatterHead({ matter, leg }: { readonly matter: MatterView; readonly leg: LegView }) {
  const { t, say, aside, language } = useWords()
  const { agency } = useSession()
  const { message } = App.useApp()
  const kind = say(kindBefore(matter.number, matter.kindWords))
  const copy = async () => {
    await navigator.clipboard?.writeText(location.href)
    message.success(t('frame.copied'))
  }
  return (
    <header className="matter-head">
      <div className="row row-apart">
        <p className="row soft">
          {kind ? <span>{kind}</span> : null}
          <span className="mono">{matter.number}</span>
        </p>
        <p className="row matter-tools no-print">
          {navigator.clipboard ? (
            <Button size="small" onClick={() => void copy()}>
              {t('matter.copyLink')}
            </Button>
          ) : null}
          <Button size="small" onClick={() => window.print()}>
            {t('matter.printMatter')}
          </Button>
        </p>
      </div>
      <h1>{matter.title}</h1>
      <p className="row">
        {matter.urgency === 'urgent' ? <span className="tag tag-urgent">{t('matter.urgent')}</span> : null}
        <span className="tag tag-state">{say(leg.stateWords)}</span>
        {matter.restricted ? (
          <span className="tag">
            <LockOutlined aria-hidden /> {t('matter.restricted')}
          </span>
        ) : null}
        <span className="matter-lead">
          {t('matter.leadLong')}
          {t('frame.colon')}
          <strong>
            <AgencyLabel agency={matter.lead} as="full" />
          </strong>
          {matter.lead.id === agency.id ? aside(t('matter.iLead')) : null}
        </span>
      </p>
      <dl className="facts">
        <div>
          <dt>{t('matter.opener')}</dt>
          <dd>
            <AgencyLabel agency={matter.opener} as="official" />
          </dd>
        </div>
        {leg.answerer ? (
          <div>
            <dt>{t('matter.answerer')}</dt>
            <dd>
              <AgencyLabel agency={leg.answerer} as="official" />
              {matter.legs.length > 1 ? aside(`${leg.no}/${matter.legs.length}`) : null}
            </dd>
          </div>
        ) : null}
        {leg.superior ? (
          <div>
            <dt>{t('matter.superior')}</dt>
            <dd>
              <AgencyLabel agency={leg.superior} as="official" />
            </dd>
          </div>
        ) : null}
        {leg.attending.length > 0 ? (
          <div>
            <dt>{t('matter.attending')}</dt>
            {leg.attending.map((agency) => (
              <dd key={agency.id}>
                <AgencyLabel agency={agency} as="official" />
              </dd>
            ))}
          </div>
        ) : null}
        <div>
          <dt>{t('matter.openedAt')}</dt>
          <dd>{when(matter.openedAt, language)}</dd>
        </div>
        {matter.settledAt ? (
          <div>
            <dt>{t('matter.settledAt')}</dt>
            <dd>{when(matter.settledAt, language)}</dd>
          </div>
        ) : null}
        {matter.alliance ? (
          <div>
            <dt>{t('matter.alliance')}</dt>
            <dd>
              <AgencyLabel agency={matter.alliance} as="full" />
            </dd>
          </div>
        ) : null}
      </dl>
    </header>
  )
}
