import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Locator, Page } from 'playwright-core'
import { smallerPng } from './smaller-png.ts'

const folder = fileURLToPath(new URL('../../docs/guide/pictures/', import.meta.url))

/** Takes a picture of a page or a part of it for the user's guide, only when asked for with `XIEZHI_GUIDE=1`. */
export async function picture(of: Page | Locator, name: string): Promise<void> {
  if (process.env.XIEZHI_GUIDE !== '1') return
  await mkdir(folder, { recursive: true })
  const page = 'page' in of ? of.page() : of
  // Passing messages would stand over what is to be seen.
  await page.addStyleTag({ content: '.ant-message { display: none }' })
  const png = await of.screenshot({ animations: 'disabled', caret: 'hide' })
  await writeFile(`${folder}${name}.png`, smallerPng(png))
}
