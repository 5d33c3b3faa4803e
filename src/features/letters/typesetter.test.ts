import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { composeLetter, type LetterContent, type LetterFrame } from './compose-letter.ts'
import { defaultTemplates } from './default-templates.ts'
import { letterDocx } from './letter-docx.ts'
import { letterTypeNames } from './letter-types.ts'
import { pdfRuns, pdfText } from './pdf-text.fixture.ts'
import { printedLetter } from './printed-letter.ts'
import { openTypesetter } from './typesetter.ts'

vi.setConfig({ testTimeout: 60_000 })
const typesetter = openTypesetter()
afterAll(() => typesetter[Symbol.asyncDispose]())

const publicUrl = 'https://xiezhi.example'
const frame: LetterFrame = {
  number: '辽铁交执移函〔2026〕1号',
  code: 'ABCDEFGHJKMNPQRS',
  issuer: { id: '1', name: '铁岭市交通运输综合行政执法队' },
  to: [{ id: '2', name: '四平市交通运输综合行政执法支队' }],
  enclosures: ['案件调查报告', '现场笔录'],
  copies: [],
  day: '2026-03-05',
  at: '2026-03-05T01:30:00.000Z',
  matter: '案移-20260305-000001',
  template: 'default/1',
  stamp: null,
}
const aLetter = (facts: Record<string, unknown> = {}, more: Partial<LetterFrame> = {}): LetterContent =>
  composeLetter(
    'case-transfer',
    defaultTemplates['case-transfer'],
    {
      cause: '车辆超限运输',
      party: '四平试例物流有限公司',
      facts: '车货总质量62000千克。',
      ...facts,
    } as never,
    { ...frame, ...more },
  )
const setAs = async (letter: LetterContent) => typesetter.pdf(letter, { publicUrl })
const documentOf = async (letter: LetterContent): Promise<string> =>
  Buffer.from(unzipSync(await letterDocx(letter, { publicUrl }))['word/document.xml'] ?? []).toString()

/** What a word processor reads in it. */
const textOfDocument = async (letter: LetterContent): Promise<string> =>
  (await documentOf(letter)).replaceAll(/<[^>]+>/g, '')
const manyAgencies = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `${index}`, name: `试例第${index + 1}执法支队` }))

/** Where a line ends at the latest, in points: 26 mm from the right edge of A4, the red head of a letter 20 mm. */
const lineEnd = (size: number): number => 595.3 - ((size < 20 ? 26 : 20) * 72) / 25.4

describe('a letter as PDF', () => {
  test('has the number, the addressee, the text, the Chinese date and the page number', async () => {
    const text = pdfText((await setAs(aLetter({ reasons: '不属于我单位管辖。'.repeat(80) }))).pdf)

    for (const said of [
      '辽铁交执移函〔2026〕1号',
      '四平市交通运输综合行政执法支队：',
      '62000',
      '2026年3月5日',
      '—2—',
      '附件：',
    ])
      expect(text.replaceAll(' ', '')).toContain(said)
    // The first page of a letter has no number (GB/T 9704 §10.1).
    expect(text.replaceAll(' ', '')).not.toContain('—1—')
  })

  test('is the same to the byte, whenever and by whichever thread it is set', async () => {
    await using other = openTypesetter()
    const first = await setAs(aLetter())
    await setAs(aLetter({ party: '另一家公司' }))

    expect((await setAs(aLetter())).pdf.equals(first.pdf)).toBe(true)
    expect((await other.pdf(aLetter(), { publicUrl })).pdf.equals(first.pdf)).toBe(true)
  })

  test('is an archival PDF/A-2b with its fonts inside', async () => {
    const { pdf } = await setAs(aLetter())

    expect(pdf.toString('latin1')).toMatch(/pdfaid:part>2</)
    expect(pdf.toString('latin1')).toMatch(/FontFile2/)
    expect(pdf.toString('latin1')).not.toMatch(/\/JavaScript|\/Launch|\/EmbeddedFile/)
  })

  test('takes what people typed for text and never for markup', async () => {
    const hostile =
      '#eval("1+1") #read("/etc/passwd") $x^2$ *粗* _斜_ `码` @引 <标签> \\u{41} // 注释 /* 块 */ #image("stamp.png") = 标题'

    const text = pdfText(
      (await setAs(aLetter({ party: hostile, facts: hostile }, { enclosures: [hostile] }))).pdf,
    )

    expect(text.replaceAll(' ', '').split(hostile.replaceAll(' ', '')).length - 1).toBe(3)
  })

  test('shows rare characters, surnames outside the basic plane and Mongolian script, none as an empty box', async () => {
    const names = '马赟喆、昇玥、㛃㬎、䶮、𬱖、𫍽𬘭、阿拉坦·乌力吉、ᠮᠣᠩᠭᠣᠯ、Müller、〇'

    const { pdf, missing } = await setAs(aLetter({ party: names }))

    expect(missing).toEqual([])
    expect(pdfText(pdf).replaceAll(/\s/g, '')).toContain(names)
    expect(pdfRuns(pdf).filter(({ glyphs }) => glyphs.includes(0))).toEqual([])
  })

  test('spells out a character that no font has, and says which it was', async () => {
    const { pdf, missing } = await setAs(aLetter({ party: '张\u{323AE}' }))

    expect(missing).toEqual(['\u{323AE}'])
    expect(pdfText(pdf).replaceAll(/\s/g, '')).toContain('张〓（U+323AE）')
  })

  test('says in a preview, in both languages, which characters no font has and what to do; the letter itself does not', async () => {
    const facts = { party: '张\u{323AE}' }
    const preview = pdfText((await setAs(aLetter(facts, { number: null, code: null }))).pdf).replaceAll(
      /\s/g,
      '',
    )
    const letter = pdfText((await setAs(aLetter(facts))).pdf).replaceAll(/\s/g, '')

    expect(preview).toContain('字库缺少以下字符，函件中以“〓”和代码代替：U+323AE。')
    expect(preview).toContain('Nofonthasthesecharacters')
    expect(letter).not.toContain('字库缺少')
    expect(pdfText((await setAs(aLetter({}, { number: null, code: null }))).pdf)).not.toContain('字库缺少')
  })

  test.each([
    ['Chinese', '试例'.repeat(150)],
    ['Latin without a blank', 'W'.repeat(300)],
    ['digits', '1234567890'.repeat(30)],
  ])('keeps a name of 300 characters within the page: %s', async (_, name) => {
    const { pdf } = await setAs(
      aLetter({ party: name, cause: name.slice(0, 100) }, { issuer: { id: '1', name } }),
    )

    for (const run of pdfRuns(pdf)) expect(run.x).toBeLessThan(lineEnd(run.size))
    for (const { size, text } of pdfRuns(pdf)) {
      const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
      if (han > 0) expect((han + 0.6 * (text.length - han)) * size).toBeLessThan(500)
    }
    expect(pdfText(pdf).split(name.at(0) ?? '').length - 1).toBeGreaterThanOrEqual(name.length / 10)
  })

  test('names at its foot who gets a copy', async () => {
    const letter = aLetter({}, { copies: [{ id: '3', name: '辽宁省交通运输厅' }] })

    expect(pdfText((await setAs(letter)).pdf).replaceAll(/\s/g, '')).toContain('抄送：辽宁省交通运输厅。')
    expect(await textOfDocument(letter)).toContain('抄送：辽宁省交通运输厅。')
  })

  test('names its addressees at the foot when the text would else not begin on the first page (GB/T 9704 §7.3.2)', async () => {
    const letter = aLetter({}, { to: manyAgencies(60) })

    const pages = (await setAs(letter)).pdf
    const text = pdfText(pages).replaceAll(/\s/g, '')
    const first = pdfRuns(pages)
      .filter(({ page }) => page === 1)
      .map((run) => run.text)
      .join('')
    for (const said of [text, await textOfDocument(letter)]) {
      expect(said).toContain('主送：试例第1执法支队、')
      expect(said).toContain('试例第60执法支队。')
      expect(said).not.toContain('试例第60执法支队：')
    }
    expect(first).toContain('车货总质量')
  })

  test('never leaves the signature alone on a page (GB/T 9704 §7.3.5)', async () => {
    for (let lines = 1; lines < 40; lines += 2) {
      const facts = Array.from({ length: lines }, (_, line) => `第${line + 1}行。`).join('\n')
      const runs = pdfRuns((await setAs(aLetter({ facts }, { enclosures: [] }))).pdf)
      const last = Math.max(...runs.map(({ page }) => page))
      const text = runs
        .filter(({ page }) => page === last)
        .map((run) => run.text)
        .join('')
      expect(text, `${lines} lines`).toContain('特此函告')
    }
  })

  test('moves the last words along with the signature, and a paragraph before them only where it is short', () => {
    const moved = (...texts: string[]) => {
      const parts = texts.map((text) => ({ sort: 'paragraph' as const, text }))
      return printedLetter({ ...aLetter(), parts, enclosures: [] }, { publicUrl })
        .parts.filter(({ stays }) => stays)
        .map((part) => texts.indexOf('text' in part ? part.text : ''))
    }

    expect(moved('事实。', '联系人：周启明。', '特此函告。')).toEqual([1, 2])
    expect(moved('事实。', '请你单位办结交接手续。'.repeat(6), '特此函告。')).toEqual([2])
  })

  test('breaks its title between words, into lines of like length (GB/T 9704 §7.3.1)', async () => {
    const cause = '未取得道路旅客运输经营许可擅自从事道路旅客运输经营'
    const runs = pdfRuns((await setAs(aLetter({ cause }))).pdf)
    const title = runs.filter(({ page, size }) => page === 1 && size === 22)
    const lines = Map.groupBy(title, ({ y }) => y).values()
    expect(Array.from(lines, (line) => line.map(({ text }) => text).join(''))).toEqual([
      '关于移送“未取得道路旅客运输经营许可',
      '擅自从事道路旅客运输经营”案件的函',
    ])
  })

  test('leaves no page half empty because of many enclosures: the last two go with the signature', async () => {
    for (const lines of [1, 9, 14, 19]) {
      const facts = Array.from({ length: lines }, (_, line) => `第${line + 1}行。`).join('\n')
      const enclosures = Array.from({ length: 25 }, (_, at) => `材料第${at + 1}份`)
      const runs = pdfRuns((await setAs(aLetter({ facts }, { enclosures }))).pdf)
      const last = Math.max(...runs.map(({ page }) => page))
      const on = (page: number) =>
        runs
          .filter((run) => run.page === page)
          .map(({ text }) => text)
          .join('')
      expect(on(last), `${lines} lines`).toContain('材料第24份')
      // A page holds 22 lines: the signature with what goes with it takes the last, none before it stands open.
      for (let page = 2; page < last; page += 1)
        expect(
          runs.filter((run) => run.page === page).length,
          `${lines} lines, page ${page}`,
        ).toBeGreaterThan(15)
    }
  })

  test('that is only looked at has no number and no code, and is marked 样稿', async () => {
    const text = pdfText((await setAs(aLetter({}, { number: null, code: null }))).pdf)

    expect(text).toContain('样稿')
    expect(text).toContain('（发出时编号）')
    expect(text).not.toContain('核验')
  })

  test.each(letterTypeNames)(
    'can be set with the default template of %s, whatever is missing',
    async (type) => {
      const letter = composeLetter(type, defaultTemplates[type], { cause: '超限' }, frame)

      expect((await setAs(letter)).pdf.length).toBeGreaterThan(10_000)
    },
  )

  test('bears a seal where it has one, and a picture that is none fails alone', async () => {
    const broken = Buffer.from('this is no picture')

    await expect(typesetter.pdf(aLetter(), { publicUrl, stamp: broken })).rejects.toThrow(/could not be set/)
    expect((await setAs(aLetter())).pdf.length).toBeGreaterThan(10_000)
  })

  test('finds fonts an agency puts into its own folder, and does without the folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'xiezhi-fonts-'))
    await using other = openTypesetter(folder)
    await using third = openTypesetter(join(folder, 'nowhere'))

    expect((await other.pdf(aLetter(), { publicUrl })).missing).toEqual([])
    expect((await third.pdf(aLetter(), { publicUrl })).missing).toEqual([])
    await rm(folder, { recursive: true })
  })
})

describe('a letter as DOCX', () => {
  test('is the same to the byte, and says the same as the PDF', async () => {
    const first = await letterDocx(aLetter(), { publicUrl })

    expect((await letterDocx(aLetter(), { publicUrl })).equals(first)).toBe(true)
    const text = (await documentOf(aLetter())).replaceAll(/<[^>]+>/g, '')
    for (const said of [
      '辽铁交执移函〔2026〕1号',
      '四平试例物流有限公司',
      '2026年3月5日',
      '车货总质量62000千克',
    ])
      expect(text).toContain(said)
  })

  test('takes what people typed for text: no markup of a document gets in', async () => {
    const xml = await documentOf(
      aLetter({ party: '</w:t></w:r><w:instrText>INCLUDETEXT "c:\\x"</w:instrText>&lt;' }),
    )

    expect(xml).not.toContain('<w:instrText>INCLUDETEXT')
    expect(xml).toContain('&lt;w:instrText&gt;INCLUDETEXT')
  })

  test.each([
    ['Chinese', '试例'.repeat(150)],
    ['rare characters', '䶮㛃𬱖'.repeat(100)],
    ['Latin', 'W'.repeat(300)],
  ])('keeps a name of 300 characters, in %s', async (_, name) => {
    const text = await textOfDocument(
      aLetter({ party: name }, { issuer: { id: '1', name }, to: [{ id: '2', name }] }),
    )

    expect(text.split(name).length - 1).toBeGreaterThanOrEqual(4)
  })

  test('has no gap between Chinese and digits or Latin letters: the one style of all its paragraphs says so, and none says otherwise', async () => {
    const files = unzipSync(
      await letterDocx(aLetter({}, { copies: [{ id: '3', name: '试例' }] }), { publicUrl }),
    )
    const textOf = (name: string) => Buffer.from(files[name] ?? []).toString()

    const [style] = /<w:style [^>]*w:default="1"[^>]*>.*?<\/w:style>/.exec(textOf('word/styles.xml')) ?? ['']
    const paragraphs = Object.keys(files)
      .filter((name) => /^word\/(document|header|footer)/.test(name))
      .map(textOf)
      .join('')

    expect(style).toMatch(/^<w:style w:type="paragraph"/)
    expect(style).toContain('<w:pPr><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr>')
    expect(paragraphs).not.toMatch(/<w:pStyle|autoSpace/)
  })

  test('sets Mongolian in a face that has it, letters as they were typed', async () => {
    const xml = await documentOf(aLetter({ party: '阿拉坦ᠮᠣᠩᠭᠣᠯ乌力吉' }))

    expect(xml).toMatch(
      /"Mongolian Baiti"[^/]*\/>(<w:sz(Cs)? w:val="32"\/>)*<\/w:rPr><w:t xml:space="preserve">ᠮᠣᠩᠭᠣᠯ<\/w:t>/,
    )
    expect(xml.replaceAll(/<[^>]+>/g, '')).toContain('阿拉坦ᠮᠣᠩᠭᠣᠯ乌力吉')
  })
})
