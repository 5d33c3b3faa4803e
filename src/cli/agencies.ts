import { parseArgs } from 'node:util'
import { answerPage } from './answer-page.ts'
import { withApi } from './api.ts'
import type { Command } from './command.ts'

/** Looks agencies up in the directory of a running server. */
export const agencies: Command = {
  name: 'agencies',
  usage:
    'agencies [WORDS] [--division CODE] [--line LINE] [--kind KIND] [--level LEVEL] [--neighbour-of ID] [--limit N] [--cursor CURSOR]',
  help: {
    zh: '按名称、拼音首字母、代码、区划、业务条线或相邻关系查找机构。',
    en: 'Find agencies by name, pinyin initials, code, division, line of business or neighbour.',
  },
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        division: { type: 'string' },
        line: { type: 'string' },
        kind: { type: 'string' },
        level: { type: 'string' },
        'neighbour-of': { type: 'string' },
        limit: { type: 'string' },
        cursor: { type: 'string' },
      },
    })
    const { 'neighbour-of': neighbourOf, ...rest } = values
    const words = positionals.length > 0 ? positionals.join(' ') : undefined
    const page = (await withApi(io, (api) =>
      api.call({ path: '/agencies', query: { ...rest, neighbourOf, q: words } }),
    )) as Page
    const name = (agency: Agency) => (io.language === 'en' ? agency.nameEn : agency.name)
    const lineOf = (agency: Agency) => `${agency.code.padEnd(16)}${name(agency)}  ${agency.id}`
    answerPage(io, page, lineOf, { zh: '没有找到。', en: 'None found.' })
    return 0
  },
}

type Agency = { readonly id: string; readonly code: string; readonly name: string; readonly nameEn: string }
type Page = { readonly items: readonly Agency[]; readonly next: string | null }
