import type { CalendarDay } from '../../../features/rules/calendar-year.ts'
import { todayInChina } from '../../parts/when.ts'
import { useWords } from '../../words/language.ts'

const weekdays = {
  zh: ['一', '二', '三', '四', '五', '六', '日'],
  en: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
} as const

type Props = { readonly year: number; readonly month: number; readonly days: readonly CalendarDay[] }

/** One month, Monday first; days off and made-up days say so in a character, not only in a colour. */
export function Month({ year, month, days }: Props) {
  const { language } = useWords()
  const first = new Date(Date.UTC(year, month, 1))
  const lead = (first.getUTCDay() + 6) % 7
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const cells = Array.from({ length: Math.ceil((lead + length) / 7) * 7 }, (_, cell) => cell - lead + 1)
  const name = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    month: 'long',
    timeZone: 'UTC',
  }).format(first)
  return (
    <div className="month">
      <table>
        <caption>{name}</caption>
        <thead>
          <tr>
            {weekdays[language].map((weekday) => (
              <th key={weekday} scope="col">
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: cells.length / 7 }, (_, week) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the weeks of a month never move.
            <tr key={week}>
              {cells.slice(week * 7, week * 7 + 7).map((number) => (
                <Cell key={number} year={year} month={month} number={number} length={length} days={days} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({
  year,
  month,
  number,
  length,
  days,
}: Props & { readonly number: number; readonly length: number }) {
  const { say } = useWords()
  if (number < 1 || number > length) return <td />
  const day = `${year}-${String(month + 1).padStart(2, '0')}-${String(number).padStart(2, '0')}`
  const special = days.find((each) => each.day === day)
  const isWeekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
  const tone = special ? (special.working ? 'day-work' : 'day-off') : isWeekend ? 'day-weekend' : ''
  return (
    <td
      className={`${tone} ${day === todayInChina() ? 'day-today' : ''}`}
      title={special ? say(special.reason) : undefined}
    >
      {number}
      <small>
        {special ? say(special.working ? { zh: '班', en: 'work' } : { zh: '休', en: 'off' }) : ' '}
      </small>
    </td>
  )
}
