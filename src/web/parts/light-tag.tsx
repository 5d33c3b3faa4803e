import CheckCircleOutlined from '@ant-design/icons/es/icons/CheckCircleOutlined'
import ClockCircleOutlined from '@ant-design/icons/es/icons/ClockCircleOutlined'
import PauseCircleOutlined from '@ant-design/icons/es/icons/PauseCircleOutlined'
import WarningOutlined from '@ant-design/icons/es/icons/WarningOutlined'
import type { ClockView } from '../../features/matters/matter-views.ts'
import { useWords } from '../words/language.ts'
import { when } from './when.ts'

const icons = { red: WarningOutlined, amber: ClockCircleOutlined, green: CheckCircleOutlined } as const

/** The light of a deadline: colour, shape and words together, so that it also speaks in black and white. */
export function LightTag({ clock }: { readonly clock: Omit<ClockView, 'steps'> }) {
  const { say, language } = useWords()
  const Icon = clock.pausedAt ? PauseCircleOutlined : icons[clock.light]
  return (
    <span className={`light light-${clock.light}`} title={when(clock.dueAt, language)}>
      <Icon aria-hidden />
      {say(clock.remaining)}
    </span>
  )
}
