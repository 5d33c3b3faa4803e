import { chinaInstant, type Instant, millisecondsOf } from '../../kernel/day.ts'

/** One deadline in a calendar. */
export type CalendarDeadline = {
  /** The same for the whole life of the clock, so that calendars move the entry instead of adding one. */
  readonly uid: string
  /** Grows with each change of the time. */
  readonly sequence: number
  readonly summary: string
  readonly description: string
  readonly link: string
  readonly dueAt: Instant
  /** Periods of days end with a day; shown as an entry of the whole day. */
  readonly isWholeDay: boolean
  readonly alarms: readonly Instant[]
}

/** A calendar as RFC 5545 asks: CRLF, lines of at most 75 octets, escaped text, China's time zone. Pure. */
export function writeCalendar(name: string, deadlines: readonly CalendarDeadline[], now: Instant): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Xiezhi//Deadlines//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'X-WR-TIMEZONE:Asia/Shanghai',
    'REFRESH-INTERVAL;VALUE=DURATION:PT15M',
    'X-PUBLISHED-TTL:PT15M',
    'BEGIN:VTIMEZONE',
    'TZID:Asia/Shanghai',
    'BEGIN:STANDARD',
    'DTSTART:19910915T020000',
    'TZOFFSETFROM:+0900',
    'TZOFFSETTO:+0800',
    'TZNAME:CST',
    'END:STANDARD',
    'END:VTIMEZONE',
    ...deadlines.flatMap((deadline) => eventOf(deadline, now)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventOf(deadline: CalendarDeadline, now: Instant): string[] {
  const due = chinaInstant(millisecondsOf(deadline.dueAt))
  const day = due.slice(0, 10).replaceAll('-', '')
  return [
    'BEGIN:VEVENT',
    `UID:${deadline.uid}`,
    `DTSTAMP:${utc(now)}`,
    `SEQUENCE:${deadline.sequence}`,
    ...(deadline.isWholeDay
      ? [`DTSTART;VALUE=DATE:${day}`]
      : [`DTSTART;TZID=Asia/Shanghai:${day}T${due.slice(11, 19).replaceAll(':', '')}`]),
    `SUMMARY:${escaped(deadline.summary)}`,
    `DESCRIPTION:${escaped(deadline.description)}`,
    `URL:${deadline.link}`,
    'TRANSP:TRANSPARENT',
    ...deadline.alarms.flatMap((at) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(deadline.summary)}`,
      `TRIGGER;VALUE=DATE-TIME:${utc(at)}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ]
}

const utc = (instant: Instant): string =>
  `${new Date(millisecondsOf(instant)).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r?\n/g, '\\n')

/** Breaks a line so that no piece has more than 75 octets; a character is never cut in two. */
function folded(line: string): string {
  let piece = ''
  let octets = 0
  const pieces: string[] = []
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > 75) {
      pieces.push(piece)
      piece = ' '
      octets = 1
    }
    piece += character
    octets += size
  }
  return [...pieces, piece].join('\r\n')
}
