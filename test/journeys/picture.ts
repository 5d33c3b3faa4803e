import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

const folder = fileURLToPath(new URL('../../docs/guide/pictures/', import.meta.url))

/** Takes a picture for the user's guide, only when asked for with `XIEZHI_GUIDE=1`; otherwise does nothing. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.XIEZHI_GUIDE !== '1') return
  await mkdir(folder, { recursive: true })
  await page.evaluate(() => {
    for (const message of document.querySelectorAll('.ant-message')) message.remove()
  })
  await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled', caret: 'hide' })
}
