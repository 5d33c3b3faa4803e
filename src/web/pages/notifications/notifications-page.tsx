import { useQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { Loading } from '../../parts/loading.tsx'
import { ProblemPage } from '../../parts/problem-page.tsx'
import { usePower } from '../../parts/use-session.ts'
import { useTitle } from '../../parts/use-title.ts'
import { useWords } from '../../words/language.ts'
import { AgencyForm } from './agency-form.tsx'
import { CalendarAddress } from './calendar-address.tsx'
import { ChoiceForm } from './choice-form.tsx'
import { Deliveries } from './deliveries.tsx'
import { notificationQuery } from './notification-query.ts'
import '../../form/form.css'
import '../directory/agency.css'
import './notifications.css'

export const route = createLazyRoute('/inside/notifications')({ component: NotificationsPage })

/** How one is told outside the page, what one's agency has arranged, and what was sent. */
function NotificationsPage() {
  const { t } = useWords()
  const isSecurity = usePower('manage-accounts')
  const settings = useQuery({ ...notificationQuery, enabled: !isSecurity })
  useTitle(t('notifications.title'))
  if (settings.isError && !settings.data)
    return <ProblemPage error={settings.error} onRetry={() => void settings.refetch()} />
  return (
    <>
      <div className="page-head">
        <h1>{t('notifications.title')}</h1>
      </div>
      {isSecurity ? null : settings.data ? (
        <div className="agency">
          <section className="card" aria-labelledby="own-notification">
            <h2 id="own-notification">{t('notifications.mine')}</h2>
            <p className="soft">{t('notifications.text')}</p>
            <ChoiceForm
              choice={settings.data.choice}
              mailState={settings.data.mailState}
              mailIsThere={settings.data.mailIsThere}
            />
          </section>
          <div>
            <CalendarAddress feed={settings.data.calendar} />
            {settings.data.agency ? (
              <AgencyForm agency={settings.data.agency} mailIsThere={settings.data.mailIsThere} />
            ) : null}
          </div>
        </div>
      ) : (
        <Loading rows={6} />
      )}
      <Deliveries />
    </>
  )
}
