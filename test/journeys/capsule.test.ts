import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { aCapsule, nodeKey, otherKey } from '../capsule-parts.ts'
import { signIn } from '../http.ts'
import { aSystem } from './browser.ts'

const system = await aSystem()
const folder = await mkdtemp(join(tmpdir(), 'xiezhi-offline-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const verdictOf = (page: Page) => page.locator('.verdict').textContent()

test('an officer exports a matter for a purpose, and the page verifies it with the network cut', async () => {
  const officer = await signIn(system.url, 'tieling.officer')
  const { body } = await officer.post('/matters', { kind: 'clue' })
  const { page, open } = await system.signedIn('tieling.officer')
  await open(`/matters/${body.matter.id}`)

  await page.getByRole('button', { name: '导出档案包' }).click()
  await page.getByRole('radio', { name: '执法监督' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('link', { name: '导出档案包' }).click(),
  ])
  const file = join(folder, 'exported.zip')
  await download.saveAs(file)
  await open('/verify.html')
  await page.context().setOffline(true)
  await page.locator('#file').setInputFiles(file)

  await page.locator('.verdict').waitFor()
  expect(download.suggestedFilename()).toMatch(/事项档案包\.zip$/)
  expect(await verdictOf(page)).toBe('核验通过：未发现改动')
  expect(await page.locator('#result').textContent()).toContain(body.matter.number)
}, 90_000)

describe('the offline page, saved and opened from a folder with the network cut', () => {
  const saved = async () => {
    const path = join(folder, 'xiezhi-verify.html')
    await copyFile(fileURLToPath(new URL('../../dist/web/verify.html', import.meta.url)), path)
    const { page } = await system.window({ offline: true, viewport: { width: 360, height: 740 } })
    const asked: string[] = []
    page.on('request', (request) => void asked.push(request.url()))
    await page.goto(pathToFileURL(path).href)
    return { page, asked }
  }
  const given = async (page: Page, bytes: Uint8Array, name = 'capsule.zip') => {
    const path = join(folder, name)
    await writeFile(path, bytes)
    await page.locator('#file').setInputFiles(path)
    await page.locator('.verdict').waitFor()
  }

  test('finds a sound capsule sound and asks nobody for anything', async () => {
    const { page, asked } = await saved()

    await given(page, await aCapsule())

    expect(await verdictOf(page)).toBe('核验通过：未发现改动')
    expect(await page.locator('#keys').textContent()).toContain(nodeKey.keyId.slice(0, 8))
    expect(asked.filter((url) => !/^(file|blob):/.test(url))).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })

  test('names the part that was altered, in both languages', async () => {
    const { page } = await saved()
    const capsule = await aCapsule()
    const at = capsule.indexOf('笔录的字节')
    capsule[at] = (capsule[at] ?? 0) ^ 1

    await given(page, capsule)

    expect(await verdictOf(page)).toBe('核验未通过')
    expect(await page.locator('#faults').textContent()).toBe(
      'files/002 询问笔录.txt：内容被改动。内容与清单中的摘要不符。',
    )
    await page.getByRole('button', { name: 'English' }).click()
    expect(await page.locator('#faults').textContent()).toContain('files/002 询问笔录.txt: altered.')
  })

  test('accepts only the key one named, and remembers it', async () => {
    const { page } = await saved()
    await page.getByLabel('节点密钥指纹').fill(otherKey.keyId)
    await page.getByLabel('在这台电脑上记住').check()

    await given(page, await aCapsule())
    expect(await page.locator('#result').textContent()).toContain('签名密钥不是您指定的')
    await page.reload()
    expect(await page.getByLabel('节点密钥指纹').inputValue()).toBe(otherKey.keyId)

    await page.getByLabel('节点密钥指纹').fill(nodeKey.keyId)
    await given(page, await aCapsule())
    expect(await page.locator('#result').textContent()).toContain('签名密钥是您指定的')
  })

  test('refuses what is no capsule, and runs nothing that stands in one', async () => {
    const { page } = await saved()

    await given(
      page,
      Buffer.from('<script>document.title = "x"</script>'),
      '<img src=x onerror=alert(1)>.zip',
    )

    expect(await verdictOf(page)).toBe('无法核验')
    expect(await page.title()).toBe('离线核验事项档案包')
  })
})
