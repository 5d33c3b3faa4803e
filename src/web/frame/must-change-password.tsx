import { useNavigate } from '@tanstack/react-router'
import Button from 'antd/es/button'
import { queries, sessionQuery } from '../api/queries.ts'
import { PasswordForm } from '../pages/account/password-form.tsx'
import { useSession } from '../parts/use-session.ts'
import { useTitle } from '../parts/use-title.ts'
import { useWords } from '../words/language.ts'
import { Door } from './door.tsx'
import { signOut } from './session-acts.ts'

/** Nothing else opens before a first or expired password is replaced. */
export function MustChangePassword() {
  const { t } = useWords()
  const { account } = useSession()
  const navigate = useNavigate()
  useTitle(t('signIn.mustChangeTitle'))
  const goOn = async () => {
    await queries.fetchQuery({ ...sessionQuery, staleTime: 0 })
    void navigate({ to: '.', replace: true })
  }
  return (
    <Door>
      <section className="card sign-in-card">
        <h1>{t('signIn.mustChangeTitle')}</h1>
        <p>
          {account.name} <span className="mono">{account.login}</span>
        </p>
        <p>{t('signIn.mustChangeText')}</p>
        <PasswordForm onDone={() => void goOn()} />
        <Button type="link" onClick={() => void signOut()}>
          {t('frame.signOut')}
        </Button>
      </section>
    </Door>
  )
}
