import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { aClue } from '../../test/a-case.ts'
import { xiezhi } from '../../test/command-line.ts'
import { aServer } from '../../test/http.ts'
import { demoPassword } from '../features/people/people.ts'

const server = await aServer()
const folder = await mkdtemp(join(tmpdir(), 'xiezhi-letters-'))
afterAll(() => rm(folder, { recursive: true }))

const pushed = () => aClue(server, server.agencyOf('siping.officer'))
const firstLetterOf = async (matterId: string) =>
  JSON.parse((await xiezhi(['letters', 'list', matterId, '--json'], officer)).out).items[0]

describe('xiezhi letters', () => {
  test('lists the letters of a matter in the reader’s language: number, day, type, whether it stands, from whom to whom', async () => {
    const id = await pushed()

    const chinese = await xiezhi(['letters', 'list', id], officer)
    const english = await xiezhi(['letters', 'list', id, '--lang', 'en'], officer)

    expect(chinese.out).toMatch(/线函〔\d{4}〕\d+号 {2}\d{4}-\d\d-\d\d {2}线索移送函 {2}有效 {2}.+ → .+/)
    expect(english.out).toContain('Clue letter  Valid')
  })

  test('writes one to a file, as the signed PDF or as DOCX, readable by nobody else', async () => {
    const letter = await firstLetterOf(await pushed())
    const [pdf, docx] = [join(folder, 'one.pdf'), join(folder, 'one.docx')]

    const made = await xiezhi(['letters', 'get', letter.id, '--to', pdf], officer)
    const edited = await xiezhi(
      ['letters', 'get', letter.id, '--form', 'docx', '--to', docx, '--json'],
      officer,
    )

    expect(made).toMatchObject({ code: 0, out: `已存为：${pdf}` })
    expect(JSON.parse(edited.out)).toEqual({ file: docx, form: 'docx' })
    expect((await readFile(pdf)).toString('latin1')).toContain('ETSI.CAdES.detached')
    expect((await readFile(docx)).subarray(0, 2).toString()).toBe('PK')
    expect((await stat(pdf)).mode & 0o777).toBe(0o600)
  })

  test('replaces no file, and gives a stranger neither list nor letter', async () => {
    const id = await pushed()
    const letter = await firstLetterOf(id)
    const file = join(folder, 'there.pdf')
    await writeFile(file, 'mine')
    const stranger = { ...officer, XIEZHI_LOGIN: 'gaomi.officer' }
    const none = join(folder, 'none.pdf')

    expect((await xiezhi(['letters', 'get', letter.id, '--to', file], officer)).code).toBe(1)
    expect(await readFile(file, 'utf8')).toBe('mine')
    expect(await xiezhi(['letters', 'get', letter.id, '--to', none], stranger)).toMatchObject({
      code: 1,
      err: expect.stringContaining('没有这份函件'),
    })
    await expect(stat(none)).rejects.toThrow()
    expect((await xiezhi(['letters', 'list', id], stranger)).out).not.toContain(letter.id)
  })

  test('written wrongly says how to write it', async () => {
    for (const line of [
      ['letters'],
      ['letters', 'list'],
      ['letters', 'get'],
      ['letters', 'get', 'x', '--form', 'odt'],
    ])
      expect(await xiezhi(line, officer)).toMatchObject({
        code: 2,
        err: expect.stringContaining('xiezhi letters'),
      })
  })
})

const officer = { XIEZHI_URL: server.url, XIEZHI_LOGIN: 'tieling.officer', XIEZHI_PASSWORD: demoPassword }
