import App from 'antd/es/app'
import Button from 'antd/es/button'
import { useState } from 'react'
import type { CalendarFeed } from '../../../features/notification/calendar-feed.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { ShownOnce } from '../../parts/shown-once.tsx'
import { when } from '../../parts/when.ts'
import { useWords } from '../../words/language.ts'
import { useAct } from './use-act.ts'

/** The secret address of the person's deadlines: make, replace, revoke. */
export function CalendarAddress({ feed }: { readonly feed: CalendarFeed | null }) {
  const { t, language } = useWords()
  const { modal } = App.useApp()
  const { act, problem, isBusy } = useAct()
  const [address, setAddress] = useState<string>()
  const make = async () => {
    const made = await act<{ readonly address: string }>('POST', { path: '/notification/calendar', done: '' })
    if (made) setAddress(made.address)
  }
  const renew = () =>
    modal.confirm({
      title: t('notifications.calendarRenew'),
      content: t('notifications.calendarRenewText'),
      okText: t('notifications.calendarRenew'),
      onOk: make,
    })
  return (
    <section className="card" aria-labelledby="calendar-address">
      <h2 id="calendar-address">{t('notifications.calendar')}</h2>
      <div className="stack">
        <p className="soft">{t('notifications.calendarText')}</p>
        {problem ? <ProblemNotice error={problem} /> : null}
        <p>
          {feed
            ? `${t('notifications.calendarMade', { at: when(feed.madeAt, language) })} · ${
                feed.lastReadAt
                  ? t('notifications.calendarRead', { at: when(feed.lastReadAt, language) })
                  : t('notifications.calendarNever')
              }`
            : t('notifications.calendarNone')}
        </p>
        <div className="row">
          {feed ? (
            <>
              <Button loading={isBusy} onClick={renew}>
                {t('notifications.calendarRenew')}
              </Button>
              <Button
                danger
                onClick={() =>
                  void act('DELETE', {
                    path: '/notification/calendar',
                    done: t('notifications.calendarRevoked'),
                  })
                }
              >
                {t('notifications.calendarRevoke')}
              </Button>
            </>
          ) : (
            <Button loading={isBusy} onClick={() => void make()}>
              {t('notifications.calendarMake')}
            </Button>
          )}
        </div>
      </div>
      {address ? (
        <ShownOnce
          title={t('notifications.calendarTitle')}
          text={t('notifications.calendarShown')}
          name={t('notifications.calendarTitle')}
          secret={address}
          onClose={() => setAddress(undefined)}
        />
      ) : null}
    </section>
  )
}
