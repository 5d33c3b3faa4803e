import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { type FormEvent, useState } from 'react'
import type { Words } from '../../../kernel/words.ts'
import { asProblem, call } from '../../api/call.ts'
import { Labelled } from '../../parts/labelled.tsx'
import { useWords } from '../../words/language.ts'

/** Replaces one's own password; the rules stand beside the field, what is wrong with it above. */
export function PasswordForm({ onDone }: { readonly onDone: () => void }) {
  const { t, say } = useWords()
  const [faults, setFaults] = useState<readonly Words[]>([])
  const [differs, setDiffers] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const typed = new FormData(form)
    const next = String(typed.get('next') ?? '')
    setDiffers(next !== typed.get('repeat'))
    setFaults([])
    if (next !== typed.get('repeat')) return
    setBusy(true)
    try {
      await call('POST', '/session/password', { body: { current: String(typed.get('current') ?? ''), next } })
      form.reset()
      onDone()
    } catch (error) {
      const problem = asProblem(error)
      setFaults(problem.faults.length > 0 ? problem.faults.map(({ message }) => message) : [problem.words])
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      {faults.length > 0 || differs ? (
        <div className="notice notice-red" role="alert">
          {differs ? <span>{t('signIn.notSame')}</span> : null}
          {faults.map((fault) => (
            <span key={fault.zh}>{say(fault)}</span>
          ))}
        </div>
      ) : null}
      <Labelled id="password-current" label={t('signIn.currentPassword')}>
        <Input
          id="password-current"
          name="current"
          type="password"
          autoComplete="current-password"
          maxLength={200}
        />
      </Labelled>
      <Labelled id="password-next" label={t('signIn.nextPassword')} hint={t('signIn.passwordHint')}>
        <Input
          id="password-next"
          name="next"
          type="password"
          autoComplete="new-password"
          maxLength={200}
          aria-describedby="password-next-hint"
        />
      </Labelled>
      <Labelled id="password-repeat" label={t('signIn.repeatPassword')}>
        <Input
          id="password-repeat"
          name="repeat"
          type="password"
          autoComplete="new-password"
          maxLength={200}
        />
      </Labelled>
      <Button type="primary" htmlType="submit" loading={isBusy}>
        {t('signIn.changePassword')}
      </Button>
    </form>
  )
}
