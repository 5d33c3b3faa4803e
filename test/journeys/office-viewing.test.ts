import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { aPdf, aPng } from '../../src/features/files/sample-files.fixture.ts'
import { signIn } from '../http.ts'
import { aSystem } from './browser.ts'
import { aDocx, anXlsx, cell, inside, outside, paragraph } from './office-files.ts'

const system = await aSystem()
const stage = (page: Page) => page.getByRole('dialog').locator('.viewer-stage')

/** A matter with these files, open in the page. */
async function looking(files: Readonly<Record<string, Buffer>>) {
  const officer = await signIn(system.url, 'tieling.officer')
  const { body } = await officer.post('/matters', { kind: 'clue' })
  for (const [name, bytes] of Object.entries(files)) {
    const added = await officer.upload(body.matter.id, { name }, bytes)
    expect(added.status, JSON.stringify(added.body)).toBe(201)
  }
  const window = await system.signedIn('tieling.officer')
  await window.open(`/matters/${body.matter.id}`)
  const look = async (name: string) => {
    await window.page.getByRole('button', { name: `查看 ${name}` }).click()
    await window.page.getByRole('dialog', { name }).waitFor()
  }
  const close = async () => {
    await window.page.keyboard.press('Escape')
    await window.page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  return { ...window, look, close }
}

test('a document and a table are read in the page', async () => {
  const { page, look, close } = await looking({
    '询问笔录.docx': aDocx(paragraph('问：车上装的什么？') + paragraph('答：玉米，约四十吨。')),
    '过磅记录.xlsx': anXlsx(
      `<row r="1">${cell('A1', '车号')}${cell('B1', '总质量')}</row><row r="2">${cell('A2', '辽C00001')}<c r="B2"><v>61.2</v></c></row>`,
    ),
  })

  await look('询问笔录.docx')
  await stage(page).frameLocator('iframe').getByText('答：玉米，约四十吨。').waitFor()
  await close()
  await look('过磅记录.xlsx')
  await stage(page).getByRole('tab', { name: '过磅记录' }).waitFor()
  const cells = await stage(page).getByRole('cell').allTextContents()
  expect(cells).toEqual(['车号', '总质量', '辽C00001', '61.2'])
}, 90_000)

test('what a hostile document wants to run, load or open does not happen', async () => {
  const asked: string[] = []
  const hostile = aDocx(
    `<w:p><w:hyperlink r:id="js"><w:r><w:t>点这里</w:t></w:r></w:hyperlink></w:p>
     <w:p><w:hyperlink r:id="out"><w:r><w:t>外部链接</w:t></w:r></w:hyperlink></w:p>
     <w:p><w:r><w:rPr><w:rFonts w:ascii="x&quot;;background:url(http://evil.example/a)}body{background:url(http://evil.example/b)}"/></w:rPr><w:t>&lt;script&gt;parent.hacked=1&lt;/script&gt;&lt;img src=x onerror=parent.hacked=1&gt;</w:t></w:r></w:p>
     <w:altChunk r:id="chunk"/>`,
    { 'word/chunk.html': '<script>parent.hacked = 1</script><img src="http://evil.example/c">' },
    [
      outside('js', 'hyperlink', 'javascript:parent.hacked=1'),
      outside('out', 'hyperlink', 'http://evil.example/d'),
      inside('chunk', 'aFChunk', 'chunk.html'),
    ],
  )
  const { page, look } = await looking({ '恶意.docx': hostile })
  page.on('request', (request) => asked.push(request.url()))

  await look('恶意.docx')
  const frame = stage(page).frameLocator('iframe')
  await frame.getByText('外部链接').waitFor()
  await frame.getByText('点这里').click()
  await frame.getByText('外部链接').click()

  expect(await stage(page).locator('iframe').getAttribute('sandbox')).toBe('')
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  expect(await frame.locator('a[href], script, iframe').count()).toBe(0)
  expect(asked.filter((url) => url.includes('evil'))).toEqual([])
  expect(await page.getByRole('dialog', { name: '恶意.docx' }).isVisible()).toBe(true)
}, 90_000)

test('broken and bloated files say what is wrong, and the page goes on', async () => {
  const { page, look, close } = await looking({
    '炸弹.docx': aDocx(paragraph('x'), { 'word/media/b.png': new Uint8Array(100 * 1_048_576) }),
    '实体.docx': aDocx('', { 'word/styles.xml': '<!DOCTYPE a [<!ENTITY b "ha">]><a>&b;</a>' }),
    '残缺.docx': aDocx(paragraph('x'), { 'word/document.xml': '<w:document><w:body>' }),
    '巨表.xlsx': anXlsx(`<row r="1048576">${cell('XFD1048576', 'x')}</row>`),
    '残缺.xlsx': anXlsx('', { 'xl/workbook.xml': '<workbook' }),
    '残缺.png': aPng().subarray(0, 40),
    '残缺.pdf': aPdf(1, 20_000).subarray(0, 10_000),
  })

  for (const [name, words] of [
    ['炸弹.docx', '文件内容太多'],
    ['实体.docx', '没有打开'],
    ['残缺.docx', '文件打不开'],
    ['巨表.xlsx', '文件内容太多'],
    ['残缺.xlsx', '文件打不开'],
    ['残缺.png', '图片打不开'],
    ['残缺.pdf', '这份 PDF 不完整'],
  ] as const) {
    await look(name)
    await stage(page).getByRole('alert').getByText(words).waitFor()
    await page.getByRole('dialog').getByText('下载（').waitFor()
    await close()
  }
}, 120_000)
