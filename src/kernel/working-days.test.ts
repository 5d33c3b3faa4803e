import { describe, expect, test } from 'vitest'
import { type CalendarCorrection, calendarWith, publishedCalendar } from './working-days.ts'

const correction = (day: string, working: boolean): CalendarCorrection => ({
  day,
  working,
  reason: '国务院办公厅补充通知',
  source: '国办发明电',
})

describe('the working days of China', () => {
  test.each([
    ['2026-02-13', true, '周五'],
    ['2026-02-14', true, '春节调休上班'],
    ['2026-02-15', false, '春节放假'],
    ['2026-02-23', false, '春节放假'],
    ['2026-02-24', true, '周二'],
    ['2026-02-28', true, '春节调休上班'],
    ['2026-03-01', false, '周日'],
    ['2026-01-04', true, '元旦调休上班'],
    ['2026-09-20', true, '国庆节调休上班'],
    ['2026-09-25', false, '中秋放假'],
    ['2026-10-10', true, '国庆节调休上班'],
    ['2025-10-06', false, '中秋放假'],
  ])('%s is worked: %s, because %s', (day, working, reason) => {
    expect(publishedCalendar.isWorkingDay(day)).toBe(working)
    expect(publishedCalendar.reasonOf(day).zh).toBe(reason)
  })

  test('a year the State Council has not announced has only its weekends off, and says that it is not published', () => {
    expect(publishedCalendar.isPublished(2026)).toBe(true)
    expect(publishedCalendar.isPublished(2099)).toBe(false)
    expect(publishedCalendar.isWorkingDay('2099-10-01')).toBe(true)
    expect(publishedCalendar.isWorkingDay('2099-10-03')).toBe(false)
  })
})

describe('an administrator’s correction', () => {
  test('overrules what was published, in both directions, and gives its reason', () => {
    const calendar = calendarWith([correction('2026-02-24', false), correction('2026-02-15', true)])
    expect(calendar.isWorkingDay('2026-02-24')).toBe(false)
    expect(calendar.isWorkingDay('2026-02-15')).toBe(true)
    expect(calendar.kindOf('2026-02-15')).toBe('make-up')
    expect(calendar.reasonOf('2026-02-24').zh).toBe('国务院办公厅补充通知（管理员更正）')
    expect(calendar.isWorkingDay('2026-02-25')).toBe(true)
  })

  test('of two corrections of one day the later in the list stands', () => {
    const calendar = calendarWith([correction('2026-02-24', false), correction('2026-02-24', true)])
    expect(calendar.isWorkingDay('2026-02-24')).toBe(true)
  })

  test('a year entered by hand with its New Year and its National Day counts as published', () => {
    expect(calendarWith([correction('2099-01-01', false)]).isPublished(2099)).toBe(false)
    const whole = calendarWith([correction('2099-01-01', false), correction('2099-10-01', false)])
    expect(whole.isPublished(2099)).toBe(true)
  })
})
