import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { chinaDayOf } from '../../src/kernel/day.ts'
import { aSystem } from './browser.ts'
import { fillIn } from './form.ts'
import { openAction } from './matter-page.ts'

const system = await aSystem({ stories: true })
const daysAgo = (days: number) => chinaDayOf(new Date(Date.now() - days * 86_400_000).toISOString())

test('who enters a filing late reads beside the date that the time is up already, and may go on', async () => {
  const { rows } = await sql<{ id: string }>`
    select leg.matter_id as id from leg join agency on agency.id = leg.answerer_id
    where leg.kind = 'case-transfer' and state = 'accepted' and agency.code = '220300-ZF' limit 1`.execute(
    system.db,
  )
  const { page, open } = await system.signedIn('siping.officer')
  await open(`/matters/${rows[0]?.id}`)
  const form = await openAction(page, '立案')
  const remark = form.getByRole('status').filter({ hasText: '办案期限' })

  await fillIn(form, { 立案时间: `${daysAgo(120)} 09:00` })
  await remark.filter({ hasText: /已逾期 \d+ 天/ }).waitFor()
  expect(await form.getByRole('button', { name: '立案', exact: true }).isEnabled()).toBe(true)

  // What is typed stays while the page tells of other things, such as the draft being saved.
  const time = form.getByLabel('立案时间', { exact: true })
  await time.fill(`${daysAgo(1)} 09:00`)
  await form.getByText('草稿已保存').waitFor()
  await time.press('Tab')
  expect(await time.inputValue()).toBe(`${daysAgo(1)} 09:00`)
  await remark.filter({ hasText: '届满。' }).waitFor()
  expect(await form.getByText('已逾期').count()).toBe(0)
}, 120_000)
