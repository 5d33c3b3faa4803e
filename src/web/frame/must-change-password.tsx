import { useNavigate } from '@tanstack/react-router'
import { queries, sessionQuery } from '../api/queries.ts'
import { PasswordForm } from '../pages/account/password-form.tsx'
import { useTitle } from '../parts/use-title.ts'
import { useWords } from '../words/language.ts'

/** Nothing else opens before a first or expired password is replaced. */
export function MustChangePassword() {
  const { t } = useWords()
  const navigate = useNavigate()
  useTitle(t('signIn.mustChangeTitle'))
  const goOn = async () => {
    await queries.fetchQuery({ ...sessionQuery, staleTime: 0 })
    void navigate({ to: '.', replace: true })
  }
  return (
    <main className="sign-in">
      <section className="card sign-in-card">
        <h1>{t('signIn.mustChangeTitle')}</h1>
        <p>{t('signIn.mustChangeText')}</p>
        <PasswordForm onDone={() => void goOn()} />
      </section>
    </main>
  )
}
