import { copyFile, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { aCapsule, aCapsuleModel, nodeKey, otherKey } from '../capsule-parts.ts'
import { signIn } from '../http.ts'
import { aSystem, patience } from './browser.ts'

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

test('an officer hands out one entry, and the page shows that it is the one a masked capsule holds', async () => {
  const { page, open } = await system.signedIn('tieling.officer')
  const officer = await signIn(system.url, 'tieling.officer')
  const { body } = await officer.post('/matters', { kind: 'clue' })
  await officer.act(body.matter.id, 'note', { text: '请核实车主陈某的电话。' })
  await open(`/matters/${body.matter.id}`)
  const taken = async (link: string, name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('dialog').getByRole('link', { name: link }).click(),
    ])
    await download.saveAs(join(folder, name))
    return download.suggestedFilename()
  }

  await page.getByRole('button', { name: '导出档案包' }).click()
  await page.getByRole('radio', { name: /不含个人信息/ }).click()
  await taken('导出档案包', 'masked.zip')
  await page.getByRole('button', { name: '单独出具一条记录' }).click()
  await page.getByRole('combobox', { name: '哪一条记录' }).click()
  await page.locator('.ant-select-item-option:visible').filter({ hasText: '#2 ' }).click()
  await page.getByRole('radio', { name: '执法监督' }).click()
  const name = await taken('出具', 'entry.json')
  await open('/verify.html')
  await page.context().setOffline(true)
  await page.locator('#events').setInputFiles(join(folder, 'entry.json'))
  await page.locator('#file').setInputFiles(join(folder, 'masked.zip'))

  await page.getByText('就是档案包中的那一条记录').waitFor()
  expect(name).toBe(`${body.matter.number} 第2条记录.json`)
  expect(await page.locator('#result').textContent()).toContain('请核实车主陈某的电话。')
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
    // It goes with a letter or on a stick, and is opened on old machines.
    expect((await stat(join(folder, 'xiezhi-verify.html'))).size).toBeLessThan(200_000)

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
    // The browser writes what is remembered in its own time; a page opened in the same moment may read what was before.
    await vi.waitUntil(
      async () => {
        await page.reload()
        return (await page.getByLabel('节点密钥指纹').inputValue()) === otherKey.keyId
      },
      { timeout: patience, interval: 100 },
    )

    await page.getByLabel('节点密钥指纹').fill(nodeKey.keyId)
    await given(page, await aCapsule())
    expect(await page.locator('#result').textContent()).toContain('签名密钥是您指定的')
  })

  test('takes events handed out by themselves, shows what they say, and that they are the capsule’s or what does not fit', async () => {
    const { page, asked } = await saved()
    const [, , withheld, fourth] = aCapsuleModel().events
    const files = {
      '第3条.json': { event: withheld },
      '改过.json': { event: { ...withheld, body: { form: { text: '另一种意见' } } } },
      '别的事项.json': { event: { ...fourth, matter: '0190a5f0-7c3e-7b1a-9c55-0000000000ff' } },
      '清单.json': { format: 'xiezhi.capsule.v1' },
    }
    const paths = await Promise.all(
      Object.entries(files).map(async ([name, content]) => {
        await writeFile(join(folder, name), JSON.stringify(content))
        return join(folder, name)
      }),
    )
    const said = (name: string) => page.locator('.event').filter({ hasText: name })

    await page.getByLabel('单独出具的记录').setInputFiles(paths)
    expect(await page.locator('#result').textContent()).toContain('请再选择这条记录所属的档案包')
    await given(page, await aCapsule())

    expect(await verdictOf(page)).toBe('核验通过：未发现改动')
    expect(await said('第3条.json').textContent()).toMatch(/就是档案包中的那一条记录.*say.*内部意见（示例）/s)
    expect(await said('改过.json').textContent()).toMatch(/不是档案包中的记录.*被改动过.*另一种意见/s)
    expect(await said('别的事项.json').textContent()).toMatch(/不是档案包中的记录.*属于另一件事项/s)
    expect(await said('清单.json').textContent()).toContain('不是单独出具的记录')
    await page.getByRole('button', { name: 'English' }).click()
    expect(await said('改过.json').textContent()).toContain('altered after it was handed out')
    expect(asked.filter((url) => !/^(file|blob):/.test(url))).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })

  test('believes no event by a capsule that was altered itself', async () => {
    const { page } = await saved()
    const path = join(folder, '记录.json')
    await writeFile(path, JSON.stringify({ event: aCapsuleModel().events[2] }))
    const capsule = await aCapsule()
    const at = capsule.indexOf('笔录的字节')
    capsule[at] = (capsule[at] ?? 0) ^ 1

    await page.getByLabel('单独出具的记录').setInputFiles(path)
    await given(page, capsule)

    expect(await page.locator('.event').textContent()).toContain('档案包本身核验未通过')
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
