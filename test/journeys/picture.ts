import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Locator, Page } from 'playwright-core'
import { smallerPng } from './smaller-png.ts'

const folder = fileURLToPath(new URL('../../docs/guide/pictures/', import.meta.url))

/**
 * Takes a picture of a page or a part of it for the user's guide, only when asked for: all with `XIEZHI_GUIDE=1`, or some by name, as
 * `XIEZHI_GUIDE=matter,list`.
 */
export async function picture(of: Page | Locator, name: string): Promise<void> {
  const wanted = process.env.XIEZHI_GUIDE?.split(',') ?? []
  if (!wanted.includes('1') && !wanted.includes(name)) return
  await mkdir(folder, { recursive: true })
  const page = 'page' in of ? of.page() : of
  // Passing messages would stand over what is to be seen. Ant Design's own rule for them names two classes and would win.
  await page.addStyleTag({ content: '.ant-message { display: none !important }' })
  const png = await of.screenshot({ animations: 'disabled', caret: 'hide' })
  await writeFile(`${folder}${name}.png`, smallerPng(png))
}
