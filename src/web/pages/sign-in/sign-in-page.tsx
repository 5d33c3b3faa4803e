import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, useRouter } from '@tanstack/react-router'
import Input from 'antd/es/input'
import { useState } from 'react'
import { type Role, roles } from '../../../features/people/roles.ts'
import { demoAccountsQuery } from '../../api/queries.ts'
import { Door } from '../../frame/door.tsx'
import { AgencyLabel } from '../../parts/agency-label.tsx'
import { useTitle } from '../../parts/use-title.ts'
import { speak, useWords } from '../../words/language.ts'
import { SignInForm } from './sign-in-form.tsx'

export const route = createLazyRoute('/sign-in')({ component: SignInPage })

/** The door. In a demonstration the accounts lie beside it. */
function SignInPage() {
  const { t } = useWords()
  const router = useRouter()
  const { to } = route.useSearch()
  const [login, setLogin] = useState('')
  useTitle(t('signIn.title'))
  return (
    <Door>
      <section className="card sign-in-card">
        <h1>{t('signIn.title')}</h1>
        <SignInForm
          key={login}
          login={login}
          onDone={(session) => {
            void speak(session.language)
            router.history.push(isOwnAddress(to) ? to : '/')
          }}
        />
        <p className="soft">{t('signIn.help')}</p>
      </section>
      <DemoAccounts onChoose={setLogin} />
    </Door>
  )
}

/** Only an address of this page is gone back to, never one of another site. */
const isOwnAddress = (to: string | undefined): to is string =>
  to !== undefined && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in')

function DemoAccounts({ onChoose }: { readonly onChoose: (login: string) => void }) {
  const { t, say, list } = useWords()
  const { data } = useQuery(demoAccountsQuery)
  const [wanted, setWanted] = useState('')
  if (!data) return null
  const fits = data.accounts.filter(({ login, name, agency }) =>
    `${login} ${name} ${agency.name} ${agency.nameEn}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  )
  return (
    <section className="card sign-in-demo" aria-labelledby="demo-title">
      <h2 id="demo-title">{t('signIn.demoTitle')}</h2>
      <p className="soft">{t('signIn.demoText', { password: data.password })}</p>
      <Input
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
        aria-label={t('signIn.demoFind')}
        placeholder={t('signIn.demoFind')}
      />
      <ul className="demo-list" aria-labelledby="demo-title">
        {fits.map(({ login, name, agency, roles: names }) => (
          <li key={login}>
            <button
              type="button"
              onClick={() => onChoose(login)}
              data-login={login}
              aria-label={t('signIn.use', { name: `${name} ${login}` })}
            >
              <strong>{name}</strong>
              <span>{list(names.map((role) => say(roles[role as Role]?.words)))}</span>
              <span className="soft">
                <AgencyLabel agency={agency} as="full" />
              </span>
              <code>{login}</code>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
