import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Radio from 'antd/es/radio'
import { type FormEvent, useState } from 'react'
import type { NotificationChoice } from '../../../features/notification/choice.ts'
import type { AddressState } from '../../../features/notification/confirm-mail.ts'
import { type NoticeSort, noticeSorts } from '../../../features/notification/notice-sorts.ts'
import { Labelled } from '../../parts/labelled.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useWords } from '../../words/language.ts'
import { MailCode, savedWords } from './mail-code.tsx'
import { useAct } from './use-act.ts'

const sorts = Object.keys(noticeSorts) as NoticeSort[]

/** What a person wants to be told by mail, and when. */
export function ChoiceForm({
  choice,
  mailState,
  mailIsThere,
}: {
  readonly choice: NotificationChoice
  readonly mailState: AddressState
  readonly mailIsThere: boolean
}) {
  const { t, say } = useWords()
  const [wanted, setWanted] = useState(choice)
  const { act, problem, isBusy } = useAct()
  const change = (part: Partial<NotificationChoice>) => setWanted({ ...wanted, ...part })
  const save = (event: FormEvent) => {
    event.preventDefault()
    void act('PUT', {
      path: '/notification',
      body: wanted,
      done: t(savedWords(wanted.mail, choice.mail, mailIsThere)),
    })
  }
  const time = (name: 'quietFrom' | 'quietUntil' | 'digestAt') => (
    <Input
      id={`choice-${name}`}
      type="time"
      className="short"
      value={wanted[name] ?? ''}
      onChange={({ target }) =>
        change({ [name]: target.value === '' && name !== 'digestAt' ? null : target.value })
      }
    />
  )
  return (
    <form className="stack" onSubmit={save} noValidate>
      {mailIsThere ? null : <p className="notice notice-amber">{t('notifications.noMailServer')}</p>}
      {problem ? (
        <ProblemNotice
          error={problem}
          names={{
            mail: t('notifications.mail'),
            quietFrom: t('notifications.quietFrom'),
            quietUntil: t('notifications.quietUntil'),
            digestAt: t('notifications.digestAt'),
          }}
        />
      ) : null}
      <Labelled id="choice-mail" label={t('notifications.mail')} hint={t('notifications.mailHint')}>
        <Input
          id="choice-mail"
          type="email"
          autoComplete="email"
          maxLength={255}
          aria-describedby="choice-mail-hint"
          value={wanted.mail ?? ''}
          onChange={({ target }) => change({ mail: target.value.trim() === '' ? null : target.value.trim() })}
        />
        {mailIsThere ? <MailCode of="person" mail={choice.mail} state={mailState} /> : null}
      </Labelled>
      <fieldset className="choices">
        <legend>{t('notifications.bySort')}</legend>
        {sorts.map((sort) => (
          <div key={sort} className="row row-apart">
            <span id={`sort-${sort}`}>{say(noticeSorts[sort])}</span>
            <Radio.Group
              aria-labelledby={`sort-${sort}`}
              value={wanted.byMail[sort]}
              onChange={({ target }) => change({ byMail: { ...wanted.byMail, [sort]: target.value } })}
              options={[
                { value: 'at-once', label: t('notifications.atOnce') },
                { value: 'digest', label: t('notifications.digest') },
                { value: 'off', label: t('notifications.off') },
              ]}
            />
          </div>
        ))}
      </fieldset>
      <div className="field">
        <span id="choice-about" className="field-label">
          {t('notifications.about')}
        </span>
        <Radio.Group
          aria-labelledby="choice-about"
          value={wanted.about}
          onChange={({ target }) => change({ about: target.value })}
          options={[
            { value: 'mine', label: t('notifications.aboutMine') },
            { value: 'agency', label: t('notifications.aboutAgency') },
          ]}
        />
      </div>
      <fieldset className="choices">
        <legend>{t('notifications.quiet')}</legend>
        <p className="field-hint">{t('notifications.quietHint')}</p>
        <div className="row">
          <span className="row">
            <label htmlFor="choice-quietFrom">{t('notifications.quietFrom')}</label>
            {time('quietFrom')}
          </span>
          <span className="row">
            <label htmlFor="choice-quietUntil">{t('notifications.quietUntil')}</label>
            {time('quietUntil')}
          </span>
        </div>
      </fieldset>
      <Labelled id="choice-digestAt" label={t('notifications.digestAt')}>
        {time('digestAt')}
      </Labelled>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {t('notifications.save')}
        </Button>
        {mailIsThere && mailState === 'confirmed' ? (
          <Button
            onClick={() =>
              void act('POST', {
                path: '/notification/test',
                body: { channel: 'mail' },
                done: t('notifications.tested'),
              })
            }
          >
            {t('notifications.test')}
          </Button>
        ) : null}
      </div>
    </form>
  )
}
