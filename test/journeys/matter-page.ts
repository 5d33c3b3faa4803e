import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { patience } from './browser.ts'
import { type Entry, fillIn } from './form.ts'

/** Goes to a step of the writing assistant, fills it in, and goes on to the next. */
export async function writeStep(
  page: Page,
  step: string,
  write: (place: Locator) => Promise<void>,
): Promise<void> {
  await goToStep(page, step)
  await write(page.getByRole('form', { name: step, exact: true }))
  await page.getByRole('button', { name: '保存并继续' }).click()
  await page.getByRole('heading', { level: 2, name: step, exact: true }).waitFor({ state: 'hidden' })
}

/** Opens a step from the task list. */
export async function goToStep(page: Page, step: string): Promise<void> {
  await taskOf(page, step).click()
  await page.getByRole('heading', { level: 2, name: step, exact: true }).waitFor()
}

/** A line of the task list. */
export const taskOf = (page: Page, step: string): Locator =>
  page.getByRole('navigation', { name: '填写清单' }).getByRole('button', { name: step, exact: true })

/** Takes an action on the page of a matter: opens its form, fills it in, and sends it. */
export async function act(page: Page, action: string, filled: Filled = {}): Promise<void> {
  await send(await openAction(page, action), action, filled)
}

/** What goes into a form: its labels, or how to fill it in. */
type Filled = Readonly<Record<string, Entry>> | ((form: Locator) => Promise<void>)

async function send(form: Locator, action: string, filled: Filled): Promise<void> {
  if (typeof filled === 'function') await filled(form)
  else await fillIn(form, filled)
  await form.getByRole('button', { name: action, exact: true }).click()
  await form.waitFor({ state: 'hidden' })
}

/** Opens the form of an action that the page offers now. */
export async function openAction(page: Page, action: string): Promise<Locator> {
  await page
    .getByRole('region', { name: '现在可以办理' })
    .getByRole('button', { name: action, exact: true })
    .click()
  const form = page.getByRole('form', { name: action, exact: true })
  await form.waitFor()
  return form
}

/** Waits until the page says that the matter is in this state. */
export async function seesState(page: Page, state: string): Promise<void> {
  await page.locator('.matter-head .tag-state').getByText(state, { exact: true }).waitFor()
}

/** The number of the matter on the page. */
export async function numberOn(page: Page): Promise<string> {
  const number = await page.locator('.matter-head .mono').textContent()
  expect(number).toMatch(/^\S+-\d{8}-\d{6}$/)
  return number ?? ''
}

/** Waits until the page says that this agency leads. */
export async function seesLead(page: Page, agency: string): Promise<void> {
  await page.locator('.matter-lead').filter({ hasText: agency }).waitFor()
}

/** Who leads according to this page, at this moment. */
export const leadOn = (page: Page): Promise<string | null> =>
  page.locator('.matter-lead strong').textContent()

/** Takes one of the actions that stand behind the button for others. */
export async function otherAct(page: Page, action: string, filled: Filled): Promise<void> {
  await page.getByRole('button', { name: '其他操作' }).click()
  await page.getByRole('menuitem', { name: action, exact: true }).click()
  await send(page.getByRole('form', { name: action, exact: true }), action, filled)
}

/** Names two officers or more, with invented certificates. */
export async function fillInOfficers(form: Locator, ...names: readonly string[]): Promise<void> {
  for (const [index, name] of names.entries())
    await fillIn(form.getByRole('group', { name: `执法人员 第 ${index + 1} 项` }), {
      姓名: name,
      执法证号: `演示00000${index + 1}`,
    })
}

const entries = (page: Page): Locator => page.locator('.timeline > li')

/** The entries of the timeline, oldest first: what, when, and the hash. */
export async function timelineOf(page: Page): Promise<readonly string[]> {
  return Promise.all(
    (await entries(page).all()).map(async (entry) =>
      [
        await entry.locator('.entry-head strong').textContent(),
        await entry.locator('time').getAttribute('datetime'),
        await entry.locator('.entry-who .mono').textContent(),
      ].join(' '),
    ),
  )
}

/** When these steps were taken, as the timeline of the page says. */
export async function timesOf(page: Page, ...steps: readonly string[]): Promise<readonly string[]> {
  return Promise.all(
    steps.map(async (step) => {
      const exactly = page.locator('.entry-head strong').getByText(step, { exact: true })
      const entry = entries(page).filter({ has: exactly }).first()
      return (await entry.locator('time').getAttribute('datetime')) ?? ''
    }),
  )
}

/** The names of the entries of the timeline, oldest first. */
export const stepsOf = (page: Page): Promise<readonly string[]> =>
  page.locator('.timeline .entry-head strong').allTextContents()

/** Opens every deadline's derivation and answers how many there are; each has steps, a basis, and says how sure it is. */
export async function readDeadlines(page: Page): Promise<number> {
  const panel = page.getByRole('region', { name: '时限' })
  const ended = panel.locator('summary').filter({ hasText: '已结束的时限' })
  if (await ended.count()) await ended.click()
  const clocks = await panel.locator('ul.clocks > li').all()
  for (const clock of clocks) {
    await clock.locator('summary').click()
    await clock.locator('.derivation li').first().waitFor()
    const text = await clock.textContent()
    expect(text).toMatch(/依据：\S+/)
    expect(text).toMatch(/依据可靠程度：\S+/)
    expect(text).toMatch(/应由\S+办理/)
  }
  return clocks.length
}

/** Waits until something that is read from a page is as wanted. */
export const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: patience })
