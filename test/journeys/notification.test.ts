import { afterAll, expect, test, vi } from 'vitest'
import { noOutside } from '../../src/platform/config.ts'
import { anSmtpCatcher } from '../notification/smtp-catcher.ts'
import { aSystem, patience } from './browser.ts'

const smtp = await anSmtpCatcher()
afterAll(() => smtp[Symbol.asyncDispose]())
const system = await aSystem({
  outside: { ...noOutside, mailServer: { url: smtp.url, from: 'xiezhi@example.gov.cn' } },
})

/** The code in the mail to an address, once it has come. */
const codeTo = (address: string): Promise<string> =>
  vi.waitUntil(
    () => /验证码：(\d{6})/.exec(smtp.given.findLast(({ to }) => to === address)?.text ?? '')?.[1],
    { timeout: patience, interval: 100 },
  )

test('an address is confirmed by the code that was sent to it, and a wrong code says so', async () => {
  const { page, refusals } = await system.signedIn('tieling.leader', {
    viewport: { width: 360, height: 740 },
  })
  await page.getByRole('button', { name: /账号菜单$/ }).click()
  await page.getByRole('menuitem', { name: '提醒设置' }).click()
  await page.getByLabel('电子邮箱').fill('han@example.gov.cn')
  await page.getByRole('button', { name: '保存' }).first().click()
  const code = await codeTo('han@example.gov.cn')
  const wrong = code === '000000' ? '000001' : '000000'

  await page.getByLabel('验证码', { exact: true }).fill(wrong)
  await page.getByRole('button', { name: '验证', exact: true }).click()
  await page.getByText('验证码不正确').waitFor()
  const refused = refusals()
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  await page.getByLabel('验证码', { exact: true }).fill(code)
  await page.getByLabel('验证码', { exact: true }).press('Enter')

  await page.getByText('已验证', { exact: true }).waitFor()
  await page.getByRole('button', { name: '发送测试邮件' }).waitFor()
  expect(refused).toEqual(['POST /notification/mail/confirm 422'])
  expect(overflow).toBeLessThanOrEqual(0)
})

test('a leader says on a phone what to be told, subscribes to the deadlines and arranges the duty desk', async () => {
  const { page, refusals } = await system.signedIn('siping.leader', {
    viewport: { width: 360, height: 740 },
  })

  await page.getByRole('button', { name: /账号菜单$/ }).click()
  await page.getByRole('menuitem', { name: '提醒设置' }).click()
  await page.getByLabel('电子邮箱').fill('leader@example.gov.cn')
  await page.getByRole('radiogroup', { name: '逾期' }).getByText('汇总').click()
  await page.getByLabel('免打扰开始').fill('21:00')
  await page.getByRole('button', { name: '保存' }).first().click()
  await page.getByText('已保存。').waitFor()
  await page.getByRole('button', { name: '生成日历地址' }).click()
  const address = await page.getByRole('textbox', { name: '日历地址' }).inputValue()
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click()
  await page.getByLabel('值班邮箱').fill('zhiban@example.gov.cn')
  await page.getByLabel('无人查看多久后报负责人（分钟）').fill('3')
  await page.getByRole('button', { name: '保存' }).last().click()
  await page.getByRole('alert').getByText('无人查看多久后报负责人（分钟）：不能小于 5').waitFor()
  const refused = refusals()
  await page.getByLabel('无人查看多久后报负责人（分钟）').fill('10')
  await page.getByRole('button', { name: '保存' }).last().click()
  await page.getByText('已保存。').last().waitFor()
  await page.reload()

  await page.getByLabel('电子邮箱').waitFor()
  expect(refused).toEqual(['PUT /notification/agency 422'])
  expect(await page.getByLabel('电子邮箱').inputValue()).toBe('leader@example.gov.cn')
  expect(await page.getByLabel('免打扰开始').inputValue()).toBe('21:00')
  expect(await page.getByRole('radiogroup', { name: '逾期' }).getByLabel('汇总').isChecked()).toBe(true)
  expect(await page.getByLabel('值班邮箱').inputValue()).toBe('zhiban@example.gov.cn')
  const calendar = await fetch(`${system.url}${new URL(address).pathname}`)
  expect(await calendar.text()).toContain('BEGIN:VCALENDAR')
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
})
