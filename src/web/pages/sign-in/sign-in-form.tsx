import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { type FormEvent, useState } from 'react'
import type { SessionView } from '../../../features/people/session-view.ts'
import type { Words } from '../../../kernel/words.ts'
import { asProblem } from '../../api/call.ts'
import { signInAs } from '../../frame/session-acts.ts'
import { Labelled } from '../../parts/labelled.tsx'
import { useWords } from '../../words/language.ts'

type Props = {
  /** The account to begin with. */
  readonly login?: string
  readonly onDone: (session: SessionView) => void
}

/** Account and password. What the server says no with stands above the fields until one tries again. */
export function SignInForm({ login: first = '', onDone }: Props) {
  const { t, say } = useWords()
  const [login, setLogin] = useState(first)
  const [password, setPassword] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Words | 'missing'>()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (login.trim() === '' || password === '') return setProblem('missing')
    setBusy(true)
    setProblem(undefined)
    try {
      onDone(await signInAs(login.trim(), password))
    } catch (error) {
      setProblem(asProblem(error).words)
      setPassword('')
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      {problem ? (
        <div className="notice notice-red" role="alert">
          <strong>{t('signIn.failed')}</strong>
          <span>{problem === 'missing' ? t('signIn.missing') : say(problem)}</span>
        </div>
      ) : null}
      <Labelled id="sign-in-login" label={t('signIn.login')}>
        <Input
          id="sign-in-login"
          size="large"
          value={login}
          autoComplete="username"
          autoCapitalize="none"
          maxLength={64}
          onChange={(event) => setLogin(event.target.value)}
        />
      </Labelled>
      <Labelled id="sign-in-password" label={t('signIn.password')}>
        <Input
          id="sign-in-password"
          size="large"
          type="password"
          value={password}
          autoComplete="current-password"
          maxLength={200}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Labelled>
      <Button type="primary" htmlType="submit" size="large" loading={isBusy} block>
        {t('signIn.submit')}
      </Button>
    </form>
  )
}
