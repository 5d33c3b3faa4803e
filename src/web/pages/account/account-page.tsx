import { createLazyRoute } from '@tanstack/react-router'
import App from 'antd/es/app'
import Radio from 'antd/es/radio'
import Switch from 'antd/es/switch'
import { type Role, roles } from '../../../features/people/roles.ts'
import { choose, useChoices } from '../../frame/choices.ts'
import { speakAs } from '../../frame/speak-as.ts'
import { useSession } from '../../parts/use-session.ts'
import { useTitle } from '../../parts/use-title.ts'
import { agencyName } from '../../words/agency-name.ts'
import { useWords } from '../../words/language.ts'
import { Delegations } from './delegations.tsx'
import { OpenSessions } from './open-sessions.tsx'
import { PasswordForm } from './password-form.tsx'
import '../../form/form.css'
import '../directory/agency.css'

export const route = createLazyRoute('/inside/account')({ component: AccountPage })

/** One's own account: who one is, how the page looks, password, stand-ins, devices. */
function AccountPage() {
  const { t, say, list, language } = useWords()
  const { account, agency, roles: names } = useSession()
  const { dark, large } = useChoices()
  const { message } = App.useApp()
  useTitle(t('account.title'))
  return (
    <>
      <div className="page-head">
        <h1>{t('account.title')}</h1>
      </div>
      <div className="agency">
        <section className="card" aria-labelledby="who">
          <h2 id="who">{account.name}</h2>
          <dl className="shown">
            <div>
              <dt>{t('account.login')}</dt>
              <dd className="mono">{account.login}</dd>
            </div>
            <div>
              <dt>{t('account.agency')}</dt>
              <dd>{agencyName(language, agency)}</dd>
            </div>
            <div>
              <dt>{t('account.roles')}</dt>
              <dd>{list(names.map((name) => say(roles[name as Role]?.words)))}</dd>
            </div>
          </dl>
        </section>
        <section className="card" aria-labelledby="look">
          <h2 id="look">{t('account.look')}</h2>
          <div className="stack">
            <div className="row">
              <Switch id="look-dark" checked={dark} onChange={(next) => choose({ dark: next })} />
              <label htmlFor="look-dark">{t('account.dark')}</label>
            </div>
            <div className="row">
              <Switch id="look-large" checked={large} onChange={(next) => choose({ large: next })} />
              <label htmlFor="look-large">{t('account.large')}</label>
            </div>
            <Radio.Group
              aria-label={t('account.language')}
              value={language}
              onChange={({ target }) => speakAs(target.value === 'en' ? 'en' : 'zh')}
              options={[
                { value: 'zh', label: '中文' },
                { value: 'en', label: 'English' },
              ]}
            />
          </div>
        </section>
        <section className="card" aria-labelledby="own-password">
          <h2 id="own-password">{t('account.password')}</h2>
          <PasswordForm onDone={() => message.success(t('signIn.passwordChanged'))} />
        </section>
        <div>
          <Delegations />
          <OpenSessions />
        </div>
      </div>
    </>
  )
}
