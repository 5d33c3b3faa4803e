import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useState } from 'react'
import type { AddressOf, AddressState } from '../../../features/notification/confirm-mail.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useWords } from '../../words/language.ts'
import { useAct } from './use-act.ts'

/** Below an address: whether it is confirmed, and the field for the code while it is not. */
export function MailCode({
  of,
  mail,
  state,
}: {
  readonly of: AddressOf
  readonly mail: string | null
  readonly state: AddressState
}) {
  const { t } = useWords()
  const [code, setCode] = useState('')
  const { act, problem, isBusy } = useAct()
  if (state === 'none' || mail === null) return null
  if (state === 'confirmed')
    return (
      <p>
        <span className="light light-green">{t('notifications.confirmed')}</span>
      </p>
    )
  // It stands inside another form, so it is no form of its own.
  const confirm = () =>
    void act('POST', {
      path: '/notification/mail/confirm',
      body: { of, code },
      done: t('notifications.isConfirmed'),
    })
  return (
    <div className="notice notice-amber mail-code">
      <span>{t('notifications.toConfirm', { mail })}</span>
      {problem ? <ProblemNotice error={problem} /> : null}
      <div className="row">
        <label htmlFor={`code-${of}`}>{t('notifications.code')}</label>
        <Input
          id={`code-${of}`}
          className="short"
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          // Pasted from a mail it may come with spaces or words around it.
          onChange={({ target }) => setCode(target.value.replaceAll(/\D/g, '').slice(0, 6))}
          onPressEnter={(event) => {
            event.preventDefault()
            if (code.length === 6) confirm()
          }}
        />
        <Button type="primary" disabled={code.length !== 6} loading={isBusy} onClick={confirm}>
          {t('notifications.confirm')}
        </Button>
        <Button
          onClick={() =>
            void act('POST', {
              path: '/notification/mail/code',
              body: { of },
              done: t('notifications.codeSent'),
            })
          }
        >
          {t('notifications.codeAgain')}
        </Button>
      </div>
    </div>
  )
}

/** What is said after saving: with a new address, that its code has to be entered, for that field may stand out of sight. */
export const savedWords = (mail: string | null, before: string | null, mailIsThere: boolean) =>
  mailIsThere && mail !== null && mail !== before ? 'notifications.savedToConfirm' : 'notifications.saved'
