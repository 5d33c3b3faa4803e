import MoonOutlined from '@ant-design/icons/es/icons/MoonOutlined'
import QuestionCircleOutlined from '@ant-design/icons/es/icons/QuestionCircleOutlined'
import SearchOutlined from '@ant-design/icons/es/icons/SearchOutlined'
import SunOutlined from '@ant-design/icons/es/icons/SunOutlined'
import UserOutlined from '@ant-design/icons/es/icons/UserOutlined'
import { Link, useNavigate } from '@tanstack/react-router'
import Dropdown from 'antd/es/dropdown'
import { type FormEvent, useSyncExternalStore } from 'react'
import { liveState } from '../live/live.ts'
import { useSession } from '../parts/use-session.ts'
import { agencyName } from '../words/agency-name.ts'
import { useWords } from '../words/language.ts'
import { choose, useChoices } from './choices.ts'
import { working } from './main-menu.tsx'
import { Mark } from './mark.tsx'
import { signOut, standIn } from './session-acts.ts'
import { askForHelp } from './shortcuts.tsx'
import { speakAs } from './speak-as.ts'

/** The bar on top: where one is, who one is, and how the page looks. */
export function TopBar() {
  const { t, language } = useWords()
  const session = useSession()
  const { dark, large } = useChoices()
  return (
    <header className="bar">
      <Link to="/" className="bar-product" aria-label={`${t('frame.product')} ${t('frame.workbench')}`}>
        <Mark />
        <strong>{t('frame.product')}</strong>
        <span className="bar-long">{t('frame.productLong')}</span>
      </Link>
      {working.some((power) => session.powers.includes(power)) ? (
        <SearchBox />
      ) : (
        <span className="bar-search" />
      )}
      <LiveMark />
      <button
        type="button"
        className="bar-button wide-only"
        aria-pressed={large}
        onClick={() => choose({ large: !large })}
      >
        {t('frame.large')}
      </button>
      <button
        type="button"
        className="bar-button wide-only"
        aria-pressed={dark}
        aria-label={t('frame.dark')}
        title={t('frame.dark')}
        onClick={() => choose({ dark: !dark })}
      >
        {dark ? <SunOutlined /> : <MoonOutlined />}
      </button>
      <button
        type="button"
        className="bar-button wide-only"
        aria-label={t('frame.languageLabel')}
        onClick={() => speakAs(language === 'zh' ? 'en' : 'zh')}
      >
        {t('frame.language')}
      </button>
      <button
        type="button"
        className="bar-button wide-only"
        aria-label={t('frame.shortcuts')}
        title={`${t('frame.shortcuts')} (?)`}
        onClick={askForHelp}
      >
        <QuestionCircleOutlined />
      </button>
      {session.standingInFor ? (
        <span className="bar-standing">{t('frame.standingIn', { name: session.standingInFor.name })}</span>
      ) : null}
      <PersonMenu />
    </header>
  )
}

/** Finds matters by what stands in them; the result is a list with its own address. */
function SearchBox() {
  const { t } = useWords()
  const navigate = useNavigate()
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const q = String(new FormData(event.currentTarget).get('q') ?? '').trim()
    if (q !== '') void navigate({ to: '/matters', search: { q } })
  }
  return (
    <search className="bar-search">
      <form onSubmit={search}>
        <SearchOutlined aria-hidden />
        <input
          name="q"
          id="search-matters"
          type="search"
          maxLength={100}
          autoComplete="off"
          aria-label={t('frame.search')}
          placeholder={t('frame.searchHint')}
        />
      </form>
    </search>
  )
}

/** Whether what one sees is fresh. */
function LiveMark() {
  const { t } = useWords()
  const state = useSyncExternalStore(liveState.watch, liveState.get)
  const words = state === 'live' ? 'frame.live' : state === 'polling' ? 'frame.polling' : 'frame.connecting'
  return (
    <span className={`bar-live bar-live-${state}`} role="status" title={t(words)}>
      <i aria-hidden />
      <span className="wide-only">{t(words)}</span>
    </span>
  )
}

function PersonMenu() {
  const { t, language } = useWords()
  const session = useSession()
  const navigate = useNavigate()
  const { dark, large } = useChoices()
  const items = [
    { key: 'account', label: t('frame.account'), onClick: () => void navigate({ to: '/account' }) },
    {
      key: 'notifications',
      label: t('notifications.title'),
      onClick: () => void navigate({ to: '/notifications' }),
    },
    ...(['lead', 'manage-accounts'].some((power) => session.powers.includes(power))
      ? [{ key: 'tokens', label: t('frame.tokens'), onClick: () => void navigate({ to: '/tokens' }) }]
      : []),
    ...session.delegations.map(({ id, from }) => ({
      key: id,
      label: t('frame.standInFor', { name: from.name }),
      onClick: () => void standIn(id),
    })),
    ...(session.standingInFor
      ? [{ key: 'self', label: t('frame.stopStandingIn'), onClick: () => void standIn(null) }]
      : []),
    { key: 'dark', label: t('frame.dark'), onClick: () => choose({ dark: !dark }) },
    { key: 'large', label: t('frame.large'), onClick: () => choose({ large: !large }) },
    { key: 'language', label: t('frame.language'), onClick: () => speakAs(language === 'zh' ? 'en' : 'zh') },
    { key: 'help', label: t('frame.shortcuts'), onClick: askForHelp },
    { type: 'divider' as const },
    { key: 'out', label: t('frame.signOut'), onClick: () => void signOut() },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <button
        type="button"
        className="bar-button bar-person"
        aria-label={t('frame.personMenu', {
          name: session.account.name,
          agency: agencyName(language, session.agency),
        })}
        aria-haspopup="menu"
      >
        <UserOutlined />
        <span className="bar-person-words">
          <strong title={session.account.name}>{session.account.name}</strong>
          <small title={session.agency.name}>{agencyName(language, session.agency)}</small>
        </span>
      </button>
    </Dropdown>
  )
}
