import { parseArgs } from 'node:util'
import type { Words } from '../kernel/words.ts'
import { actionOf } from './actions.ts'
import { answerPage } from './answer-page.ts'
import { type Api, withApi } from './api.ts'
import { type CliIo, type Command, WrongUsage } from './command.ts'
import { download } from './download.ts'

/** The official letters of a matter of a running server, as the person or program that the environment names may read them. */
export const letters: Command = {
  name: 'letters',
  usage: `letters list MATTER
  xiezhi letters get LETTER [--form pdf|docx] [--to FILE]`,
  help: {
    zh: '列出事项的函件，或将其中一份存为文件：带签名的 PDF，或可编辑的 DOCX；存取会被记录。',
    en: 'List the letters of a matter, or write one to a file: the signed PDF, or the editable DOCX. Opening one is recorded.',
  },
  async run(args, io) {
    const [name = '', ...rest] = args
    await actionOf(actions, name)(rest, io)
    return 0
  },
}

const actions = {
  async list(args: readonly string[], io: CliIo): Promise<void> {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true })
    const id = theOne(positionals, { zh: '事项的编码', en: 'the id of the matter' })
    const found = await withApi(io, (api) => lettersOf(api, id))
    answerPage(io, found, (letter) => lineOf(letter, io), {
      zh: '这件事项还没有函件。',
      en: 'This matter has no letters yet.',
    })
  },

  async get(args: readonly string[], io: CliIo): Promise<void> {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { form: { type: 'string', default: 'pdf' }, to: { type: 'string' } },
    })
    const id = theOne(positionals, {
      zh: '函件的编码（见 letters list）',
      en: 'the id of the letter (see letters list)',
    })
    const { form, to } = values
    if (form !== 'pdf' && form !== 'docx')
      throw new WrongUsage({ zh: '--form 应为 pdf 或 docx。', en: '--form takes pdf or docx.' })
    const wanted = { path: `/letters/${encodeURIComponent(id)}/${form}`, name: `${id}.${form}`, to }
    const file = await withApi(io, (api) => download(api, wanted))
    io.answer({ file, form }, { zh: `已存为：${file}`, en: `Written to: ${file}` }[io.language])
  },
} as const

type Letter = {
  readonly id: string
  readonly number: string
  readonly day: string
  readonly title: string
  readonly issuer: string
  readonly to: readonly string[]
  readonly copies: readonly string[]
  readonly typeWords: Words
  readonly stateWords: Words
}

const lettersOf = async (api: Api, matterId: string) =>
  (await api.call({ path: `/matters/${encodeURIComponent(matterId)}/letters` })) as {
    readonly items: readonly Letter[]
  }

function lineOf(letter: Letter, { language }: CliIo): string {
  const copies = { zh: '抄送', en: 'copies' }[language]
  return [
    letter.id,
    letter.number,
    letter.day,
    letter.typeWords[language],
    letter.stateWords[language],
    `${letter.issuer} → ${letter.to.join('、')}`,
    ...(letter.copies.length > 0 ? [`${copies} ${letter.copies.join('、')}`] : []),
    letter.title,
  ].join('  ')
}

function theOne([value, ...more]: readonly string[], { zh, en }: Words): string {
  if (value !== undefined && more.length === 0) return value
  throw new WrongUsage({ zh: `请写明${zh}。`, en: `Name ${en}.` })
}
