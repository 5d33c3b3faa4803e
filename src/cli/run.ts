import { Refusal } from '../kernel/refusal.ts'
import type { Language, Words } from '../kernel/words.ts'
import { databaseTrouble } from '../platform/as-actor.ts'
import { type CliIo, type Command, WrongUsage } from './command.ts'
import { commands } from './commands.ts'

/** What the process gives to a run: where lines go and when to stop. */
export type CliWorld = Pick<CliIo, 'env' | 'stdin' | 'stopped'> & {
  out(line: string): void
  err(line: string): void
}

/**
 * Runs one command line and resolves to its exit code: 0 done, 1 refused, 2 written wrongly.
 * A refusal is a sentence on stderr in the person's language, and with `--json` a problem like the one of the HTTP API.
 */
export async function runCommandLine(line: readonly string[], world: CliWorld): Promise<number> {
  const { words, json, language, wantsHelp } = readOptions(line, world.env)
  const io: CliIo = {
    env: world.env,
    stdin: world.stdin,
    stopped: world.stopped,
    language,
    json,
    say: world.out,
    note: world.err,
    answer: (value, text) => world.out(json ? JSON.stringify(value) : text),
  }
  const [name, ...args] = words
  if (name === undefined || name === 'help') {
    world.out(await overview(language))
    return name === undefined && !wantsHelp ? 2 : 0
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) {
    const unknown = { zh: `没有“${name}”这个命令。`, en: `There is no command "${name}".` }
    world.err(json ? JSON.stringify(problem('usage', unknown)) : unknown[language])
    if (!json) world.err(await overview(language))
    return 2
  }
  const command = await load()
  if (wantsHelp) {
    world.out(helpOf(command, language))
    return 0
  }
  try {
    return await command.run(args, io)
  } catch (reason) {
    return explain(reason, command, io)
  }
}

/** Tells a person why a command failed; anything that is neither a refusal nor wrong usage is a bug and shows its stack. */
function explain(reason: unknown, command: Command, io: CliIo): number {
  const wrong = asWrongUsage(reason)
  if (wrong) {
    io.note(io.json ? JSON.stringify(problem('usage', wrong)) : wrong[io.language])
    if (!io.json) io.note(helpOf(command, io.language))
    return 2
  }
  const refusal = reason instanceof Refusal ? reason : (asUnreachable(reason) ?? databaseTrouble(reason))
  if (!refusal) {
    io.note(io.json ? JSON.stringify(problem('bug', bugWords)) : bugWords[io.language])
    io.note(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason))
    return 1
  }
  const { code, words, faults, facts } = refusal
  io.note(io.json ? JSON.stringify(problem(code, words, { faults, facts })) : words[io.language])
  if (!io.json) {
    for (const { path, message } of faults) io.note(`  ${path.join('.')}: ${message[io.language]}`)
  }
  return 1
}

const problem = (code: string, words: Words, more: object = {}) => ({
  code,
  detail: words.en,
  words,
  ...more,
})

const bugWords: Words = {
  zh: '程序内部错误，没有完成。请把下面的内容交给系统管理员。',
  en: 'An internal error; the work is not done. Give the following to the system administrator.',
}

/** Node's own argument parser throws errors of its own kind for an unknown or incomplete option. */
function asWrongUsage(reason: unknown): Words | undefined {
  if (reason instanceof WrongUsage) return reason.words
  const isParser =
    reason instanceof Error && String((reason as { code?: string }).code).startsWith('ERR_PARSE_ARGS')
  return isParser ? { zh: `参数有误：${reason.message}`, en: reason.message } : undefined
}

/** A server that cannot be reached is not a bug: the person can start it or correct the address. */
function asUnreachable(reason: unknown): Refusal | undefined {
  const code = String((reason as { code?: string } | undefined)?.code)
  if (['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', 'EAI_AGAIN'].includes(code)) {
    return new Refusal('unavailable', {
      zh: `连不上服务器（${code}）。请检查地址和服务器是否已启动。`,
      en: `The server cannot be reached (${code}). Check its address and whether it runs.`,
    })
  }
  // 28P01 and 28000: wrong password or account; 3D000: no such database.
  if (['28P01', '28000', '3D000'].includes(code) && reason instanceof Error) {
    return new Refusal('unavailable', {
      zh: `数据库拒绝连接：${reason.message}。请检查 DATABASE_URL 的用户、口令和库名。`,
      en: `The database refuses the connection: ${reason.message}. Check user, password and database in DATABASE_URL.`,
    })
  }
  return undefined
}

/** Takes the options every command understands out of the line, wherever they stand. */
function readOptions(line: readonly string[], env: CliWorld['env']) {
  const words: string[] = []
  let json = false
  let wantsHelp = false
  let language = languageOf(env.XIEZHI_LANG ?? env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG)
  for (let at = 0; at < line.length; at++) {
    const word = line[at] ?? ''
    if (word === '--json') json = true
    else if (word === '--help' || word === '-h') wantsHelp = true
    else if (word === '--lang') language = languageOf(line[++at])
    else if (word.startsWith('--lang=')) language = languageOf(word.slice('--lang='.length))
    else words.push(word)
  }
  return { words, json, wantsHelp, language }
}

/** English for a locale that says so; Chinese for every other, because that is what our users read. */
const languageOf = (locale: string | undefined): Language => (/^en/i.test(locale ?? '') ? 'en' : 'zh')

const general: Words = {
  zh: '通用选项：--json 以 JSON 输出；--lang zh|en 语言；--help 帮助。\n退出码：0 完成，1 被拒绝，2 用法有误。',
  en: 'Everywhere: --json answers in JSON; --lang zh|en; --help.\nExit codes: 0 done, 1 refused, 2 wrong usage.',
}

function helpOf(command: Command, language: Language): string {
  return `${command.help[language]}\n\n  xiezhi ${command.usage}\n\n${general[language]}`
}

async function overview(language: Language): Promise<string> {
  const title = {
    zh: '协执 Xiezhi：区域交通运输执法协作',
    en: 'Xiezhi 协执: agencies of different regions enforcing transport law together',
  }
  const all = await Promise.all(Object.values(commands).map((load) => load()))
  const width = Math.max(...all.map(({ name }) => name.length)) + 2
  const lines = all.map(({ name, help }) => `  ${name.padEnd(width)}${help[language]}`)
  return [title[language], '', ...lines, '', general[language]].join('\n')
}
