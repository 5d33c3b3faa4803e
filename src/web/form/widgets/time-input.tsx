import DatePicker from 'antd/es/date-picker'
import dayjs from 'dayjs'
import { useMemo } from 'react'
import { wallClock } from '../../parts/when.ts'
import { useWords } from '../../words/language.ts'
import { type Aria, statusOf } from './aria.ts'

type Props = {
  readonly id: string
  readonly aria: Aria
  readonly isDay: boolean
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onLeave: () => void
}

/** A day, or a time to the minute. What is typed is China's wall clock, wherever the browser believes to be. */
export function TimeInput({ id, aria, isDay, value, onChange, onLeave }: Props) {
  const { t } = useWords()
  // The same object while the value is the same: given another, the picker forgets what is being typed.
  const shown = useMemo(() => (value === '' ? null : dayjs(isDay ? value : wallClock(value))), [value, isDay])
  return (
    <DatePicker
      id={id}
      {...aria}
      status={statusOf(aria)}
      className="time-input"
      value={shown?.isValid() ? shown : null}
      format={isDay ? 'YYYY-MM-DD' : 'YYYY-MM-DD HH:mm'}
      placeholder={t(isDay ? 'form.dayPattern' : 'form.timePattern')}
      showTime={isDay ? false : { format: 'HH:mm' }}
      needConfirm={false}
      onChange={(chosen) =>
        onChange(
          chosen ? (isDay ? chosen.format('YYYY-MM-DD') : chosen.format('YYYY-MM-DDTHH:mm:00+08:00')) : '',
        )
      }
      onBlur={onLeave}
    />
  )
}
