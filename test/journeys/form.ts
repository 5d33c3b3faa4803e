import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** What somebody types: text, a number, the words of an option, boxes to tick in a group, or a tick. */
export type Entry = string | number | readonly string[] | true

/**
 * Fills in a form as a person does who reads the labels: each label with what belongs there. Times are typed as China's wall
 * clock, options and agencies are chosen by their words.
 */
export async function fillIn(place: Locator, entries: Readonly<Record<string, Entry>>): Promise<void> {
  for (const [label, entry] of Object.entries(entries)) {
    const named = { name: label, exact: true }
    if (entry === true) await place.getByRole('checkbox', named).check()
    else if (typeof entry === 'object') {
      const boxes = place.getByRole('group', named).last()
      for (const name of entry) await boxes.getByRole('checkbox', { name, exact: true }).check()
    } else await fill(place, label, String(entry))
  }
}

async function fill(place: Locator, label: string, entry: string): Promise<void> {
  const named = { name: label, exact: true }
  const control = place
    .getByRole('textbox', named)
    .or(place.getByRole('spinbutton', named))
    .or(place.getByRole('combobox', named))
    .or(place.getByRole('radiogroup', named))
    .first()
  const role = await control.getAttribute('role')
  if (role === 'radiogroup') await control.getByRole('radio', { name: entry, exact: true }).check()
  else if (role === 'combobox') await choose(control, entry)
  else await type(control, entry)
}

async function type(control: Locator, text: string): Promise<void> {
  await control.fill(text)
  // A picker of days takes what was typed when one goes on to the next field.
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) await control.press('Tab')
  expect(await control.inputValue()).toBe(text)
}

/** Types what one looks for, takes the option found, and goes on. */
export async function choose(control: Locator, option: string): Promise<void> {
  const exactly = new RegExp(`^${option.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(（|$)`)
  await control.click()
  if (await control.isEditable()) await control.fill(option)
  await control.page().locator('.ant-select-item-option:visible').filter({ hasText: exactly }).first().click()
  await control.blur()
}

/** A file as it lies on somebody's desk. */
export type Paper = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

/** The button that chooses files for an item of the check-list. */
export const buttonFor = (material: string): string => `为“${material}”选择文件`

/** Chooses files with a button, and waits until they are listed. */
export async function attach(page: Page, button: string, ...papers: readonly Paper[]): Promise<void> {
  await chooseFiles(page, button, ...papers)
  for (const { name } of papers)
    await page
      .getByRole('button', { name: `查看 ${name}` })
      .first()
      .waitFor()
}

/** Chooses files with a button, whatever comes of it. */
export async function chooseFiles(page: Page, button: string, ...papers: readonly Paper[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button, exact: true }).last().click(),
  ])
  await chooser.setFiles([...papers])
}

/** So many minutes ago on China's clock, as one types it: `2026-11-22 09:30`. */
export function minutesAgo(minutes: number): string {
  const china = new Date(Date.now() + 8 * 3_600_000 - minutes * 60_000)
  return china.toISOString().slice(0, 16).replace('T', ' ')
}

/** Today in China, as one types it. */
export const today = (): string => minutesAgo(0).slice(0, 10)
