import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { aSystem } from './browser.ts'
import { choose, fillIn, minutesAgo } from './form.ts'

const system = await aSystem()

const title = '登记本省或本协作区域的数额'
const tomorrow = minutesAgo(-24 * 60).slice(0, 10)
const organisation = '对单位的罚款或没收达到此数，应当告知听证权利'
const citizen = '对公民的罚款或没收达到此数，应当告知听证权利'

/** Proposes a number and asks what it would change. */
async function propose(form: Locator, rule: string, amount: number, basis: string): Promise<void> {
  await choose(form.getByRole('combobox', { name: `${title} 规则` }), rule)
  await fillIn(form, { 数额: amount, '依据（条文、会议、文件）': basis })
  await choose(form.getByRole('combobox', { name: `${title} 可靠程度` }), '地方规定原文')
  await form.getByRole('button', { name: '预览' }).click()
}

test('the leader of a province’s department adopts an amount: told what the law forbids, shown what will hold, recorded by name', async () => {
  const leader = await system.signedIn('liaoning.leader')
  const { page } = leader
  await leader.open('/deadlines')
  const form = page.getByRole('region', { name: title })

  await propose(form, '对公民当场处罚的最高罚款', 500, '辽交规〔2026〕1号第二条')
  expect(await form.getByRole('alert').textContent()).toMatch(/200 元.*只能更严.*不高于 200/)
  expect(leader.refusals()).toEqual(['POST /provinces/21/amount-rules/SPOT_FINE_PERSON/preview 422'])

  await propose(form, organisation, 50_000, '辽宁省行政处罚听证规定第五条')
  const shown = form.getByRole('table', { name: '预览' }).getByRole('row').filter({ hasText: '辽宁省' })
  await shown.waitFor()
  expect(await shown.getByRole('cell').allTextContents()).toEqual([
    expect.stringContaining('辽宁省'),
    '100000 元',
    '50000 元',
  ])
  await form.getByRole('button', { name: '确认登记' }).click()

  const amounts = page.getByRole('table', { name: '数额标准' })
  const row = amounts.getByRole('row').filter({ hasText: organisation })
  await row.getByText('本省自').waitFor()
  expect(await row.textContent()).toMatch(/50000 元.*辽宁省行政处罚听证规定第五条.*地方规定原文/)
  expect(new URL(page.url()).searchParams.get('on')).toBe(tomorrow)
  await page.getByText('历次规定和约定（1）').click()
  const decision = page.getByRole('table', { name: '历次规定和约定' }).getByRole('row').last()
  expect(await decision.textContent()).toMatch(/辽宁省.*50000 元.*辽宁省行政处罚听证规定第五条.*鲍振东/)

  // The agencies of the province read it, from that day on, and cannot set one.
  const officer = await system.signedIn('tieling.officer')
  await officer.open(`/deadlines?on=${tomorrow}`)
  const there = officer.page.getByRole('table', { name: '数额标准' }).getByRole('row')
  await there.filter({ hasText: organisation }).getByText('50000 元').waitFor()
  expect(await officer.page.getByRole('region', { name: title }).count()).toBe(0)
  await officer.open('/deadlines')
  await there.filter({ hasText: organisation }).getByText('100000 元').waitFor()
}, 120_000)

test('the joint office sees member by member what a stricter amount would change, in either language', async () => {
  const { page, open, refusals } = await system.signedIn('office.secretary')
  await open('/deadlines')
  const form = page.getByRole('region', { name: title })

  await propose(form, citizen, 20_000, '联席会议第3次会议')
  await form.getByRole('alert').getByText('不高于 10000').waitFor()
  expect(refusals()).toHaveLength(1)
  await page.getByRole('button', { name: 'English' }).click()
  const english = page.getByRole('region', { name: 'Adopt an amount of your own' })
  await english.getByRole('alert').getByText('give no more than 10000').waitFor()
  await english.getByRole('textbox', { name: 'Amount' }).fill('8000')
  await english.getByRole('button', { name: 'Preview' }).click()

  const members = english.getByRole('table', { name: 'Preview' }).getByRole('row')
  for (const member of ['Liaoning', 'Jilin', 'Heilongjiang'])
    expect(await members.filter({ hasText: member }).first().textContent()).toContain('10,000 yuan8,000 yuan')
  await english.getByRole('button', { name: 'Adopt' }).click()
  const amounts = page.getByRole('table', { name: 'Amounts' }).getByRole('row')
  await amounts.filter({ hasText: 'citizen has a right' }).getByText('Set by the alliance from').waitFor()
}, 120_000)
