import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aSystem } from './browser.ts'
import { eventually } from './matter-page.ts'

const system = await aSystem({ stories: true })

const lastUsed = async (): Promise<string> =>
  (await sql<{ at: string }>`select max(last_used_at)::text as at from session`.execute(system.db)).rows[0]
    ?.at ?? ''

test('a desk nobody sits at is asked to sign in by itself, whatever the page asks meanwhile', async () => {
  const { page, refusals } = await system.signedIn('siping.dispatcher')
  await page.getByText('实时更新').waitFor()
  await page.getByRole('table', { name: '待我办理' }).getByRole('link').first().waitFor()
  await page.clock.install()
  /** A minute passes without a touch, and the page reads its lists anew. */
  const minutePasses = async () => {
    await page.clock.fastForward(61_000)
    const asked = page.waitForResponse((answer) => answer.url().includes('/api/v1/workbench'))
    await page.evaluate(() => {
      window.dispatchEvent(new Event('visibilitychange'))
    })
    await asked
  }
  // What was asked while somebody was still there is answered by then.
  await minutePasses()
  await sql`update session set last_used_at = now() - interval '29 minutes'`.execute(system.db)
  const before = await lastUsed()

  await minutePasses()

  expect(await lastUsed(), 'the page alone keeps no session alive').toBe(before)
  await page.mouse.click(5, 400)
  await page.getByRole('link', { name: '协作事项' }).click()
  await page.getByRole('table', { name: '协作事项' }).getByRole('link').first().waitFor()
  await eventually(lastUsed).not.toBe(before)
  await page.clock.resume()
  await sql`update session set last_used_at = now() - interval '31 minutes'`.execute(system.db)
  await page.getByRole('dialog', { name: '登录已过期' }).waitFor({ timeout: 40_000 })
  expect(await page.getByText('与服务器的连接已中断').count()).toBe(0)
  expect(new Set(refusals().map((refused) => refused.slice(-3)))).toEqual(new Set(['401']))
}, 90_000)
