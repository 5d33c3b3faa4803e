import ApartmentOutlined from '@ant-design/icons/es/icons/ApartmentOutlined'
import ApiOutlined from '@ant-design/icons/es/icons/ApiOutlined'
import AuditOutlined from '@ant-design/icons/es/icons/AuditOutlined'
import BellOutlined from '@ant-design/icons/es/icons/BellOutlined'
import CalendarOutlined from '@ant-design/icons/es/icons/CalendarOutlined'
import ClockCircleOutlined from '@ant-design/icons/es/icons/ClockCircleOutlined'
import DashboardOutlined from '@ant-design/icons/es/icons/DashboardOutlined'
import EllipsisOutlined from '@ant-design/icons/es/icons/EllipsisOutlined'
import FileAddOutlined from '@ant-design/icons/es/icons/FileAddOutlined'
import FileProtectOutlined from '@ant-design/icons/es/icons/FileProtectOutlined'
import FolderOpenOutlined from '@ant-design/icons/es/icons/FolderOpenOutlined'
import ProfileOutlined from '@ant-design/icons/es/icons/ProfileOutlined'
import TeamOutlined from '@ant-design/icons/es/icons/TeamOutlined'
import VideoCameraOutlined from '@ant-design/icons/es/icons/VideoCameraOutlined'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useRouterState } from '@tanstack/react-router'
import Dropdown from 'antd/es/dropdown'
import type { ComponentType } from 'react'
import { matterQuery, workbenchQuery } from '../api/queries.ts'
import { counted } from '../parts/counted.ts'
import { useSession } from '../parts/use-session.ts'
import { useWords } from '../words/language.ts'

type Entry = {
  readonly to:
    | '/'
    | '/matters'
    | '/cases'
    | '/inbox'
    | '/new'
    | '/directory'
    | '/deadlines'
    | '/calendar'
    | '/accounts'
    | '/tokens'
    | '/access-log'
    | '/letters'
    | '/retention'
  readonly words:
    | 'workbench'
    | 'matters'
    | 'cases'
    | 'inbox'
    | 'newMatter'
    | 'directory'
    | 'deadlines'
    | 'calendar'
    | 'accounts'
    | 'tokens'
    | 'accessLog'
    | 'letterSettings'
    | 'retention'
  readonly icon: ComponentType<{ readonly 'aria-hidden'?: boolean }>
  /** Whoever has one of these sees the entry; everybody when absent. */
  readonly powers?: readonly string[]
  /** What one reaches for on the road: stays in the bar of a phone when not everything fits. */
  readonly onPhone?: true
}

/** Who has to do with matters; administrators have not. */
export const working = ['handle', 'approve', 'open', 'oversee', 'designate', 'convene', 'lead']

/** Who works in an agency that keeps cases, or above one. */
const keeping = working.filter((power) => power !== 'handle')

const entries: readonly Entry[] = [
  { to: '/', words: 'workbench', icon: DashboardOutlined, powers: working, onPhone: true },
  { to: '/matters', words: 'matters', icon: ProfileOutlined, powers: working, onPhone: true },
  // A partner department keeps no cases here: it refers, and is referred to.
  { to: '/cases', words: 'cases', icon: FolderOpenOutlined, powers: keeping },
  { to: '/new', words: 'newMatter', icon: FileAddOutlined, powers: ['open', 'refer'], onPhone: true },
  { to: '/inbox', words: 'inbox', icon: BellOutlined, powers: working, onPhone: true },
  { to: '/directory', words: 'directory', icon: ApartmentOutlined },
  { to: '/deadlines', words: 'deadlines', icon: ClockCircleOutlined },
  { to: '/calendar', words: 'calendar', icon: CalendarOutlined },
  {
    to: '/letters',
    words: 'letterSettings',
    icon: FileProtectOutlined,
    powers: ['lead', 'stamp', 'convene', 'manage-system'],
  },
  { to: '/retention', words: 'retention', icon: VideoCameraOutlined, powers: ['lead'] },
  { to: '/accounts', words: 'accounts', icon: TeamOutlined, powers: ['manage-accounts'], onPhone: true },
  { to: '/tokens', words: 'tokens', icon: ApiOutlined, powers: ['lead', 'manage-accounts'] },
  { to: '/access-log', words: 'accessLog', icon: AuditOutlined, powers: ['audit'], onPhone: true },
]

/** As many as can be read and hit side by side on 360 pixels. */
const mostInBar = 5

/** The menu: a column beside the page, on a phone a bar below it with the rest behind its last button. */
export function MainMenu() {
  const { t } = useWords()
  const { powers } = useSession()
  const mine = entries.filter(
    (entry) => !entry.powers || entry.powers.some((power) => powers.includes(power)),
  )
  const here = useHere()
  const rest = mine.length > mostInBar ? mine.filter(({ onPhone }) => !onPhone) : []
  return (
    <nav className="menu" aria-label={t('frame.mainMenu')}>
      <ul>
        {mine.map((entry) => (
          <li key={entry.to} className={rest.includes(entry) ? 'wide-only' : ''}>
            <Link
              to={entry.to}
              activeOptions={{ exact: true, includeSearch: false }}
              activeProps={{}}
              aria-current={entry.to === here ? 'page' : undefined}
              className={`menu-entry ${entry.to === here ? 'active' : ''}`}
            >
              <entry.icon aria-hidden />
              <span>{t(`frame.${entry.words}`)}</span>
              {entry.to === '/inbox' ? <Unread /> : null}
            </Link>
          </li>
        ))}
        {rest.length > 0 ? (
          <li className="narrow-only">
            <More entries={rest} />
          </li>
        ) : null}
      </ul>
    </nav>
  )
}

/** The entry one is at, by the address; a case is a matter, but its page belongs to the cases. */
function useHere(): Entry['to'] | undefined {
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const [, matterId = ''] = /^\/matters\/([^/]+)/.exec(path) ?? []
  const { data: matter } = useQuery({ ...matterQuery(matterId), enabled: false })
  if (matter?.kind === 'case') return '/cases'
  return entries.find(({ to }) => (to === '/' ? path === to : path.startsWith(to)))?.to
}

/** What does not fit into the bar of a phone. */
function More({ entries }: { readonly entries: readonly Entry[] }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const here = useHere()
  const items = entries.map(({ to, words, icon: Icon }) => ({
    key: to,
    icon: <Icon aria-hidden />,
    label: t(`frame.${words}`),
    onClick: () => void navigate({ to }),
  }))
  const shown = entries.find(({ to }) => to === here)
  return (
    <Dropdown
      menu={{ items, selectedKeys: shown ? [shown.to] : [] }}
      trigger={['click']}
      placement="topRight"
      classNames={{ root: 'menu-rest' }}
    >
      <button type="button" className={`menu-entry ${shown ? 'active' : ''}`} aria-haspopup="menu">
        <EllipsisOutlined aria-hidden />
        <span>{t('frame.more')}</span>
      </button>
    </Dropdown>
  )
}

/** How many news nobody of the agency has read. */
function Unread() {
  const { t } = useWords()
  const { data } = useQuery(workbenchQuery({ scope: 'agency' }))
  if (!data || data.counts.unread === 0) return null
  const { unread: count, unreadMore } = data.counts
  return (
    <span className="count" title={unreadMore ? t('workbench.unreadMore', { count }) : undefined}>
      {counted(count, unreadMore)}
    </span>
  )
}
