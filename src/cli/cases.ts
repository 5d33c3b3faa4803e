import { parseArgs } from 'node:util'
import { chinaClock } from '../kernel/day.ts'
import type { Words } from '../kernel/words.ts'
import { actionOf } from './actions.ts'
import { agencyName, type NamedAgency } from './agency-name.ts'
import { answerPage } from './answer-page.ts'
import { type Api, withApi } from './api.ts'
import type { CliIo, Command } from './command.ts'
import { exactly } from './matters.ts'

/** Looks at the cases of one's agency on a running server, with the same rights as the page; they are acted on with `matters act`. */
export const cases: Command = {
  name: 'cases',
  usage: `cases list [--q WORDS] [--plate PLATE] [--state STATE] [--behaviour BEHAVIOUR] [--outcome OUTCOME] [--settled true|false] [--scope own|subtree] [--limit N] [--cursor CURSOR]
  xiezhi cases show ID`,
  help: {
    zh: '查看本机关的案件：清单，或者一件案件的立案情况、决定条件、同一违法行为和抄告；办理用 matters act。',
    en: 'List your agency’s cases, or show one: its filing, what a decision still needs, the same act elsewhere, notices; act with matters act.',
  },
  async run(args, io) {
    const [name = '', ...rest] = args
    const action = actionOf(actions, name)
    await withApi(io, (api) => action(rest, io, api))
    return 0
  },
}

const text = { type: 'string' } as const

const actions = {
  async list(args: readonly string[], io: CliIo, api: Api): Promise<void> {
    const { values } = parseArgs({
      args: [...args],
      options: {
        q: text,
        plate: text,
        state: text,
        behaviour: text,
        outcome: text,
        settled: text,
        scope: text,
        limit: text,
        cursor: text,
      },
    })
    const page = (await api.call({ path: '/cases', query: values })) as Page
    answerPage(io, page, (row) => lineOf(row, io), { zh: '没有符合条件的案件。', en: 'No case matches.' })
  },

  async show(args: readonly string[], io: CliIo, api: Api): Promise<void> {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} })
    const [id = ''] = exactly(positionals, ['ID'])
    const standing = (await api.call({ path: `/cases/${encodeURIComponent(id)}/standing` })) as Standing
    const matter = (await api.call({ path: `/matters/${encodeURIComponent(id)}` })) as Matter
    const say = (words: Words) => words[io.language]
    const { filed, gates, acts, revision } = standing
    const lines = [
      `${filed?.caseNumber ?? matter.number}  ${matter.title}`,
      `${matter.legs.map(({ stateWords }) => say(stateWords)).join(' / ')} · ${filed ? chinaClock(filed.filedAt) : ''} · ${matter.id}`,
      ...gates.map((gate) => `${marks[gate.is]} ${say(gate.words)}: ${say(gate.why)} [${say(gate.basis)}]`),
      ...acts.map(
        ({ sameness, agency, number, at }) =>
          `${say(samenessWords[sameness])}  ${agencyName(agency, io.language)} ${number} ${chinaClock(at)}`,
      ),
      ...(revision
        ? [
            `${say(revision.resultWords)}: ${revision.organ} ${revision.revisionNumber}`,
            ...revision.notices.map(
              (notice) => `${say(noticeWords[notice.is])}  ${notice.number} ${notice.id}`,
            ),
          ]
        : []),
      ...matter.clocks
        .filter(({ stoppedAt }) => stoppedAt === null)
        .map((clock) => `⏱ ${say(clock.words)}: ${chinaClock(clock.dueAt)} ${say(clock.remaining)}`),
    ]
    io.answer({ ...matter, standing }, lines.join('\n'))
  },
} as const

/** Met, missing, and not asked for. */
const marks = { open: '✓', shut: '✗', 'not-needed': '–' } as const

const samenessWords = {
  same: { zh: '同一违法行为', en: 'The same act' },
  possible: { zh: '可能是同一违法行为', en: 'Possibly the same act' },
} as const satisfies Record<string, Words>

const noticeWords = {
  recall: { zh: '抄告待撤回', en: 'Notice to recall' },
  discard: { zh: '抄告未发出，请作废', en: 'Notice not sent: discard' },
  confirming: { zh: '抄告已撤回，待确认', en: 'Notice recalled, to be confirmed' },
  done: { zh: '抄告已处理', en: 'Notice done' },
} as const satisfies Record<string, Words>

type Row = {
  readonly id: string
  readonly caseNumber: string | null
  readonly number: string
  readonly title: string
  readonly stateWords: Words
  readonly outcomeWords: Words | null
  readonly nextClock: { readonly remaining: Words } | null
}
type Page = { readonly items: readonly Row[]; readonly next: string | null }
type Standing = {
  readonly filed: { readonly caseNumber: string; readonly filedAt: string } | null
  readonly gates: readonly {
    readonly is: keyof typeof marks
    readonly words: Words
    readonly why: Words
    readonly basis: Words
  }[]
  readonly acts: readonly {
    readonly sameness: keyof typeof samenessWords
    readonly agency: NamedAgency
    readonly number: string
    readonly at: string
  }[]
  readonly revision: {
    readonly resultWords: Words
    readonly organ: string
    readonly revisionNumber: string
    readonly notices: readonly {
      readonly id: string
      readonly number: string
      readonly is: keyof typeof noticeWords
    }[]
  } | null
}
type Matter = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly legs: readonly { readonly stateWords: Words }[]
  readonly clocks: readonly {
    readonly words: Words
    readonly dueAt: string
    readonly stoppedAt: string | null
    readonly remaining: Words
  }[]
}

function lineOf(row: Row, io: CliIo): string {
  return [
    row.id,
    row.caseNumber ?? row.number,
    row.stateWords[io.language],
    row.outcomeWords?.[io.language] ?? '',
    row.nextClock?.remaining[io.language] ?? '',
    row.title,
  ].join('  ')
}
