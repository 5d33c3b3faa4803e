import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import Input from 'antd/es/input'
import { type FormEvent, useState } from 'react'
import type { AgencyNotification } from '../../../features/notification/agency-notification.ts'
import { type NoticeSort, noticeSorts } from '../../../features/notification/notice-sorts.ts'
import { Labelled } from '../../parts/labelled.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { ShownOnce } from '../../parts/shown-once.tsx'
import { when } from '../../parts/when.ts'
import { useWords } from '../../words/language.ts'
import { MailCode, savedWords } from './mail-code.tsx'
import { useAct } from './use-act.ts'

const sorts = Object.keys(noticeSorts) as NoticeSort[]

/** What a leader arranges for the agency: its program, its duty desk. */
export function AgencyForm({
  agency,
  mailIsThere,
}: {
  readonly agency: AgencyNotification
  readonly mailIsThere: boolean
}) {
  const { t, say, language } = useWords()
  const { webhookPausedAt, dutyMailState, ...arranged } = agency
  const [wanted, setWanted] = useState(arranged)
  const [secret, setSecret] = useState<string>()
  const { act, problem, isBusy } = useAct()
  const change = (part: Partial<typeof arranged>) => setWanted({ ...wanted, ...part })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await act<{ readonly secret: string | null }>('PUT', {
      path: '/notification/agency',
      body: wanted,
      done: t(savedWords(wanted.dutyMail, agency.dutyMail, mailIsThere)),
    })
    if (answer?.secret) setSecret(answer.secret)
  }
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim())
  return (
    <section className="card" aria-labelledby="agency-notification">
      <h2 id="agency-notification">{t('notifications.agency')}</h2>
      <form className="stack" onSubmit={(event) => void save(event)} noValidate>
        {webhookPausedAt ? (
          <div className="notice notice-amber row">
            <span>{t('notifications.webhookPaused', { at: when(webhookPausedAt, language) })}</span>
            <Button
              size="small"
              onClick={() =>
                void act('POST', {
                  path: '/notification/agency/resume',
                  done: t('notifications.webhookResumed'),
                })
              }
            >
              {t('notifications.webhookResume')}
            </Button>
          </div>
        ) : null}
        {problem ? (
          <ProblemNotice
            error={problem}
            names={{
              webhookUrl: t('notifications.webhook'),
              webhookSorts: t('notifications.webhookSorts'),
              dutyMail: t('notifications.dutyMail'),
              dutyMinutes: t('notifications.dutyMinutes'),
            }}
          />
        ) : null}
        <Labelled
          id="agency-webhook"
          label={t('notifications.webhook')}
          hint={t('notifications.webhookHint')}
        >
          <Input
            id="agency-webhook"
            type="url"
            maxLength={500}
            aria-describedby="agency-webhook-hint"
            value={wanted.webhookUrl ?? ''}
            onChange={({ target }) => change({ webhookUrl: orNull(target.value) })}
          />
        </Labelled>
        <div className="field">
          <span id="agency-sorts" className="field-label">
            {t('notifications.webhookSorts')}
          </span>
          <Checkbox.Group
            aria-labelledby="agency-sorts"
            value={wanted.webhookSorts}
            onChange={(values) => change({ webhookSorts: sorts.filter((sort) => values.includes(sort)) })}
            options={sorts.map((sort) => ({ value: sort, label: say(noticeSorts[sort]) }))}
          />
        </div>
        <Labelled id="agency-duty" label={t('notifications.dutyMail')} hint={t('notifications.dutyMailHint')}>
          <Input
            id="agency-duty"
            type="email"
            maxLength={255}
            aria-describedby="agency-duty-hint"
            value={wanted.dutyMail ?? ''}
            onChange={({ target }) => change({ dutyMail: orNull(target.value) })}
          />
          {mailIsThere ? <MailCode of="duty-desk" mail={agency.dutyMail} state={dutyMailState} /> : null}
        </Labelled>
        <Labelled id="agency-minutes" label={t('notifications.dutyMinutes')}>
          <Input
            id="agency-minutes"
            type="number"
            className="short"
            min={5}
            max={240}
            value={wanted.dutyMinutes}
            onChange={({ target }) => change({ dutyMinutes: Number(target.value) })}
          />
        </Labelled>
        <div className="row">
          <Button type="primary" htmlType="submit" loading={isBusy}>
            {t('notifications.save')}
          </Button>
          {agency.webhookUrl ? (
            <Button
              onClick={() =>
                void act('POST', {
                  path: '/notification/test',
                  body: { channel: 'webhook' },
                  done: t('notifications.tested'),
                })
              }
            >
              {t('notifications.webhookTest')}
            </Button>
          ) : null}
        </div>
      </form>
      {secret ? (
        <ShownOnce
          title={t('notifications.secretTitle')}
          text={t('notifications.secretText')}
          name={t('notifications.secretTitle')}
          secret={secret}
          onClose={() => setSecret(undefined)}
        />
      ) : null}
    </section>
  )
}
