import { randomFillSync } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { signIn } from '../http.ts'
import { aSystem } from './browser.ts'
import { buttonFor } from './form.ts'

const system = await aSystem()
const folder = await mkdtemp(join(tmpdir(), 'xiezhi-large-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a large video that stopped half-way goes on from there when the same file is chosen again', async () => {
  const bytes = randomFillSync(Buffer.alloc(40 * 1_048_576))
  bytes.write('\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41', 'latin1')
  const video = join(folder, '执法记录仪.mp4')
  const other = join(folder, '另一段.mp4')
  await writeFile(video, bytes)
  await writeFile(other, bytes.subarray(0, 100_000))
  const officer = await signIn(system.url, 'tieling.officer')
  const { body } = await officer.post('/matters', { kind: 'clue' })
  const { page, open } = await system.signedIn('tieling.officer')
  await open(`/matters/${body.matter.id}`)
  const choose = async (button: string, path: string) => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: button, exact: true }).click(),
    ])
    await chooser.setFiles(path)
  }
  // The network swallows what comes after the first piece.
  await page.route('**/api/v1/uploads/*', async (route) => {
    const request = route.request()
    if (request.method() !== 'PATCH' || request.headers()['upload-offset'] === '0') await route.continue()
  })

  await choose(buttonFor('其他附件'), video)
  await page.getByText('正在上传 执法记录仪.mp4').waitFor()
  await expect
    .poll(async () => (await officer.get(`/matters/${body.matter.id}/uploads`)).body.items[0]?.offset, {
      timeout: 30_000,
    })
    .toBe(16_777_216)
  await page.getByRole('button', { name: '暂停上传 执法记录仪.mp4' }).click()
  await page.getByText('已暂停上传 执法记录仪.mp4').waitFor()
  await page.reload()
  await page.getByText('执法记录仪.mp4 上次传到 40%，请重新选择同一个文件').waitFor()
  await choose('选择文件继续上传 执法记录仪.mp4', other)
  await page.getByText('这不是同一个文件').waitFor()
  await page.unroute('**/api/v1/uploads/*')
  await choose('选择文件继续上传 执法记录仪.mp4', video)
  await page.getByRole('button', { name: '查看 执法记录仪.mp4' }).waitFor()

  expect(await page.getByText('上次传到').count()).toBe(0)
  const { items } = (await officer.get(`/matters/${body.matter.id}/files`)).body
  expect(items).toEqual([expect.objectContaining({ name: '执法记录仪.mp4', size: bytes.length })])
}, 120_000)
