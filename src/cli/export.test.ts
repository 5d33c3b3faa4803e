import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { aCase } from '../../test/a-case.ts'
import { aCapsule, nodeKey, otherKey } from '../../test/capsule-parts.ts'
import { xiezhi } from '../../test/command-line.ts'
import { aServer } from '../../test/http.ts'
import { demoPassword } from '../features/people/people.ts'

const server = await aServer()
const folder = await mkdtemp(join(tmpdir(), 'xiezhi-export-'))
afterAll(() => rm(folder, { recursive: true }))

describe('xiezhi export', () => {
  test('writes the capsule of a matter, which verify finds sound', async () => {
    const { id } = await aCase(server)
    const file = join(folder, 'whole.zip')

    const made = await xiezhi(['export', 'matter', id, '--to', file, '--purpose', 'handling'], officer)
    const checked = await xiezhi(['verify', file, '--lang', 'en'])

    expect(made).toMatchObject({ code: 0, out: expect.stringContaining('其中含有个人信息') })
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(checked).toMatchObject({ code: 0, out: expect.stringMatching(/Sound: nothing was altered\.$/) })
  })

  test('says the kind of the matter once beside its number, in the readable index as well', async () => {
    const writer = await server.signedIn('tieling.officer')
    const { body } = await writer.post('/matters', { kind: 'clue' })
    const file = join(folder, 'clue.zip')
    await xiezhi(['export', 'matter', body.matter.id, '--to', file], officer)
    const { id } = await aCase(server)
    const transfer = join(folder, 'transfer.zip')
    await xiezhi(['export', 'matter', id, '--to', transfer], officer)

    expect((await xiezhi(['verify', file])).out).toMatch(/^事项档案包：线索-/)
    expect((await xiezhi(['verify', transfer])).out).toMatch(/^事项档案包：案件移送 案移-/)
    expect((await xiezhi(['verify', transfer, '--lang', 'en'])).out).toMatch(
      /^Capsule of Case transfer 案移-/,
    )
    expect((await readFile(file)).toString()).toMatch(/<p>线索-\S+ <span lang="en">Clue<\/span><\/p>/)
  })

  test('masks without a purpose, and says so', async () => {
    const { id } = await aCase(server)
    const file = join(folder, 'masked.zip')

    const { code, out } = await xiezhi(['export', 'matter', id, '--to', file, '--json'], officer)

    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({ file, masked: true })
    expect((await xiezhi(['verify', file])).out).toContain('（个人信息已遮盖）')
  })

  test('hands out one event, which verify finds in a masked capsule and in no other', async () => {
    const { id } = await aCase(server)
    const { id: otherId } = await aCase(server)
    const [capsule, other, event] = ['c.zip', 'o.zip', 'e.json'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    await xiezhi(['export', 'matter', id, '--to', capsule], officer)
    await xiezhi(['export', 'matter', otherId, '--to', other], officer)

    const made = await xiezhi(['export', 'event', id, '2', '--to', event, '--purpose', 'service'], officer)

    expect(made).toMatchObject({ code: 0, out: expect.stringContaining(event) })
    expect(await xiezhi(['verify', capsule, '--event', event])).toMatchObject({
      code: 0,
      out: expect.stringContaining('单独出具的第 2 条记录：就是包中的那一条。'),
    })
    expect(await xiezhi(['verify', other, '--event', event, '--lang', 'en'])).toMatchObject({
      code: 1,
      out: expect.stringContaining(
        'event 2 that was handed out is not the one of the capsule. It belongs to another matter.',
      ),
    })
    expect(await xiezhi(['verify', capsule, '--event', capsule])).toMatchObject({
      code: 1,
      err: expect.stringContaining('不是单独出具的记录'),
    })
    expect((await xiezhi(['export', 'event', id, '2'], officer)).code).toBe(2)
    expect((await xiezhi(['verify', '--event', event])).code).toBe(2)
  })

  test('replaces no file, and leaves none when the matter is not one’s own', async () => {
    const { id } = await aCase(server)
    const file = join(folder, 'there.zip')
    await writeFile(file, 'mine')

    expect((await xiezhi(['export', 'matter', id, '--to', file], officer)).code).toBe(1)
    expect(await readFile(file, 'utf8')).toBe('mine')
    const stranger = { ...officer, XIEZHI_LOGIN: 'gaomi.officer' }
    const none = join(folder, 'none.zip')
    expect((await xiezhi(['export', 'matter', id, '--to', none], stranger)).code).toBe(1)
    await expect(stat(none)).rejects.toThrow()
    expect((await xiezhi(['export', id], officer)).code).toBe(2)
  })
})

describe('xiezhi verify FILE', () => {
  test('names the part that was altered, and exits with 1', async () => {
    const capsule = await aCapsule()
    const at = capsule.indexOf('照片的字节')
    capsule[at] = (capsule[at] ?? 0) ^ 1
    const file = join(folder, 'altered.zip')
    await writeFile(file, capsule)

    const { code, out } = await xiezhi(['verify', file])

    expect(code).toBe(1)
    expect(out).toContain('files/001 现场照片.jpg：内容被改动。')
    expect(out).toContain('核验未通过：发现 1 处问题。')
  })

  test('compares the key with those one names', async () => {
    const file = join(folder, 'sound.zip')
    await writeFile(file, await aCapsule())

    expect((await xiezhi(['verify', file])).out).toContain(nodeKey.keyId)
    expect((await xiezhi(['verify', file, '--key', nodeKey.keyId])).code).toBe(0)
    expect(await xiezhi(['verify', file, '--key', otherKey.keyId])).toMatchObject({
      code: 1,
      out: expect.stringContaining('由其他密钥签名'),
    })
  })

  test('refuses what is no capsule in words', async () => {
    const file = join(folder, 'letter.pdf')
    await writeFile(file, '%PDF-1.7')

    expect(await xiezhi(['verify', file])).toMatchObject({
      code: 1,
      err: expect.stringContaining('不是协执的事项档案包'),
    })
    expect((await xiezhi(['verify', join(folder, 'nothing')])).code).toBe(1)
    expect((await xiezhi(['verify', file, '--matter', 'x'])).code).toBe(2)
  })
})

const officer = { XIEZHI_URL: server.url, XIEZHI_LOGIN: 'tieling.officer', XIEZHI_PASSWORD: demoPassword }
