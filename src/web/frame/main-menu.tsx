import ApartmentOutlined from '@ant-design/icons/es/icons/ApartmentOutlined'
import ApiOutlined from '@ant-design/icons/es/icons/ApiOutlined'
import AuditOutlined from '@ant-design/icons/es/icons/AuditOutlined'
import BellOutlined from '@ant-design/icons/es/icons/BellOutlined'
import CalendarOutlined from '@ant-design/icons/es/icons/CalendarOutlined'
import ClockCircleOutlined from '@ant-design/icons/es/icons/ClockCircleOutlined'
import DashboardOutlined from '@ant-design/icons/es/icons/DashboardOutlined'
import FileAddOutlined from '@ant-design/icons/es/icons/FileAddOutlined'
import FileProtectOutlined from '@ant-design/icons/es/icons/FileProtectOutlined'
import FolderOpenOutlined from '@ant-design/icons/es/icons/FolderOpenOutlined'
import ProfileOutlined from '@ant-design/icons/es/icons/ProfileOutlined'
import TeamOutlined from '@ant-design/icons/es/icons/TeamOutlined'
import VideoCameraOutlined from '@ant-design/icons/es/icons/VideoCameraOutlined'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { workbenchQuery } from '../api/queries.ts'
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
  /** Among the five at the bottom of a phone. */
  readonly onPhone?: true
}

const working = ['handle', 'approve', 'open', 'oversee', 'designate', 'convene', 'lead']

const entries: readonly Entry[] = [
  { to: '/', words: 'workbench', icon: DashboardOutlined, powers: working, onPhone: true },
  { to: '/matters', words: 'matters', icon: ProfileOutlined, powers: working, onPhone: true },
  { to: '/cases', words: 'cases', icon: FolderOpenOutlined, powers: working },
  { to: '/new', words: 'newMatter', icon: FileAddOutlined, powers: ['open', 'refer'], onPhone: true },
  { to: '/inbox', words: 'inbox', icon: BellOutlined, powers: working, onPhone: true },
  { to: '/directory', words: 'directory', icon: ApartmentOutlined, onPhone: true },
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

/** The menu: a column beside the page, on a phone a bar below it. */
export function MainMenu() {
  const { t } = useWords()
  const { powers } = useSession()
  const mine = entries.filter(
    (entry) => !entry.powers || entry.powers.some((power) => powers.includes(power)),
  )
  return (
    <nav className="menu" aria-label={t('frame.mainMenu')}>
      <ul>
        {mine.map(({ to, words, icon: Icon, onPhone }) => (
          <li key={to} className={onPhone ? '' : 'wide-only'}>
            <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }} className="menu-entry">
              <Icon aria-hidden />
              <span>{t(`frame.${words}`)}</span>
              {to === '/inbox' ? <Unread /> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** How many news nobody of the agency has read. */
function Unread() {
  const { data } = useQuery(workbenchQuery({}))
  const count = data?.counts.unread ?? 0
  return count > 0 ? <span className="count">{count > 99 ? '99+' : count}</span> : null
}
