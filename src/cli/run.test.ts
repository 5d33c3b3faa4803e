import { expect, test } from 'vitest'
import { xiezhi } from '../../test/command-line.ts'

test.each([
  [{}, '没有“fly”这个命令。'],
  [{ LANG: 'C.UTF-8' }, '没有“fly”这个命令。'],
  [{ LANG: 'zh_CN.UTF-8' }, '没有“fly”这个命令。'],
  [{ LANG: 'en_GB.UTF-8' }, 'There is no command "fly".'],
  [{ LANG: 'en_GB.UTF-8', XIEZHI_LANG: 'zh' }, '没有“fly”这个命令。'],
])('in the environment %j the command line answers in the language of its reader', async (env, sentence) => {
  const { code, err } = await xiezhi(['fly'], env)

  expect(code).toBe(2)
  expect(err).toContain(sentence)
})

test('every command explains itself in both languages', async () => {
  const chinese = await xiezhi(['--help'])
  const english = await xiezhi(['--help', '--lang', 'en'])

  for (const name of ['serve', 'work', 'migrate', 'demo', 'db', 'verify', 'deadline', 'backup', 'restore']) {
    const one = await xiezhi([name, '--help', '--lang=en'])
    expect(one.code).toBe(0)
    expect(one.out).toContain(`xiezhi ${name}`)
    expect(chinese.out).toMatch(new RegExp(`^  ${name} +\\p{Script=Han}`, 'mu'))
    expect(english.out).toMatch(new RegExp(`^  ${name} +[A-Z]`, 'm'))
  }
})

test('a command written wrongly ends with 2 and shows how to write it', async () => {
  for (const line of [[], ['db'], ['db', 'fly'], ['serve', '--fly'], ['backup'], ['restore', 'a', 'b']]) {
    const { code, out, err } = await xiezhi(line, { LANG: 'en_US' })
    expect([line, code]).toEqual([line, 2])
    expect(out + err).toContain(line[0] ? `xiezhi ${line[0]}` : 'Exit codes')
  }
})

test('a refusal ends with 1, as a sentence on stderr or, with --json, as a problem', async () => {
  const env = { XIEZHI_PORT: 'eighty' }

  const sentence = await xiezhi(['serve'], env)
  const problem = await xiezhi(['serve', '--json'], env)

  expect(sentence).toMatchObject({ code: 1, out: '' })
  expect(sentence.err).toContain('XIEZHI_PORT: 应为 0 至 65535 的整数，现为“eighty”。')
  expect(problem.code).toBe(1)
  expect(JSON.parse(problem.err)).toMatchObject({
    code: 'invalid-input',
    faults: [{ path: ['XIEZHI_PORT'] }],
  })
})

test('a database server that does not answer is a refusal and not a stack of calls', async () => {
  const { code, err } = await xiezhi(['migrate'], {
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    LANG: 'en',
  })

  expect(code).toBe(1)
  expect(err).toBe('The server cannot be reached (ECONNREFUSED). Check its address and whether it runs.')
})
