import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { chinaClock } from '../kernel/day.ts'
import { numberWithKind } from '../kernel/kind-before.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Language, Words } from '../kernel/words.ts'
import { actionOf } from './actions.ts'
import { agencyName, type NamedAgency } from './agency-name.ts'
import { answerPage } from './answer-page.ts'
import { type Api, withApi } from './api.ts'
import { type CliIo, type Command, WrongUsage } from './command.ts'

/** Works on matters of a running server, with the same rights and the same door as the page. */
export const matters: Command = {
  name: 'matters',
  usage: `matters list [--q WORDS] [--kind KIND] [--state STATE] [--side SIDE] [--light LIGHT] [--settled true|false] [--limit N] [--cursor CURSOR]
  xiezhi matters show ID [--events]
  xiezhi matters open KIND [--title TITLE] [--key KEY]
  xiezhi matters act ID ACTION [FILE|-] [--leg N] [--expect VERSION] [--key KEY]`,
  help: {
    zh: '查看和办理协作事项；办理内容为 JSON，来自文件或标准输入（-）。',
    en: 'List, show and act on matters; the form of an action is JSON from a file or from standard input (-).',
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
        kind: text,
        state: text,
        side: text,
        light: text,
        settled: text,
        limit: text,
        cursor: text,
      },
    })
    const page = (await api.call({ path: '/matters', query: values })) as Page
    answerPage(io, page, (row) => lineOf(row, io), { zh: '没有符合条件的事项。', en: 'No matter matches.' })
  },

  async show(args: readonly string[], io: CliIo, api: Api): Promise<void> {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { events: { type: 'boolean' } },
    })
    const [id] = exactly(positionals, ['ID'])
    const path = `/matters/${encodeURIComponent(id ?? '')}`
    const matter = (await api.call({ path })) as Matter
    const events = values.events
      ? ((await api.call({ path: `${path}/events` })) as { items: Event[] }).items
      : undefined
    const lines = [
      `${numberWithKind(matter.number, matter.kindWords)[io.language]}  ${matter.title}`,
      `v${matter.version} · ${matter.id}`,
      ...matter.legs.flatMap((leg) => [
        `${leg.no}. ${[leg.asker, leg.answerer].flatMap((side) => (side ? agencyName(side, io.language) : [])).join(' → ')}: ${leg.stateWords[io.language]}`,
        ...leg.openActions
          .filter(({ open }) => open)
          .map(({ action, words }) => `   ${action}  ${words[io.language]}`),
      ]),
      ...matter.clocks.map(
        (clock) =>
          `⏱ ${clock.words[io.language]}: ${chinaClock(clock.dueAt)} ${clock.remaining[io.language]}`,
      ),
      ...(events ?? []).map((event) =>
        [event.seq, chinaClock(event.at), event.words[io.language], ...by(event, io.language)].join('  '),
      ),
    ]
    io.answer(events ? { ...matter, events } : matter, lines.join('\n'))
  },

  async open(args: readonly string[], io: CliIo, api: Api): Promise<void> {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { title: text, key: text },
    })
    const [kind] = exactly(positionals, ['KIND'])
    const body = values.title === undefined ? { kind } : { kind, title: values.title }
    tell(io, await api.call({ method: 'POST', path: '/matters', body, idempotencyKey: values.key }))
  },

  async act(args: readonly string[], io: CliIo, api: Api): Promise<void> {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { leg: text, expect: text, key: text },
    })
    const [id = '', action] = positionals.length === 3 ? positionals : exactly(positionals, ['ID', 'ACTION'])
    const body = {
      action,
      body: positionals[2] === undefined ? {} : await readForm(positionals[2], io),
      ...(values.leg === undefined ? {} : { leg: wholeNumber('--leg', values.leg) }),
      ...(values.expect === undefined ? {} : { expectedVersion: wholeNumber('--expect', values.expect) }),
    }
    const path = `/matters/${encodeURIComponent(id)}/moves`
    tell(io, await api.call({ method: 'POST', path, body, idempotencyKey: values.key }))
  },
} as const

type Row = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly legs: readonly { readonly stateWords: Words; readonly answerer: NamedAgency | null }[]
  readonly nextClock: { readonly remaining: Words } | null
}
type Page = { readonly items: readonly Row[]; readonly next: string | null }
type Event = {
  readonly seq: number
  readonly at: string
  readonly words: Words
  readonly agency: NamedAgency | null
  readonly person: { readonly name: string } | null
}
type Matter = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly version: number
  readonly kindWords: Words
  readonly legs: readonly {
    readonly no: number
    readonly asker: NamedAgency
    readonly answerer: NamedAgency | null
    readonly stateWords: Words
    readonly openActions: readonly {
      readonly action: string
      readonly open: boolean
      readonly words: Words
    }[]
  }[]
  readonly clocks: readonly { readonly words: Words; readonly dueAt: string; readonly remaining: Words }[]
}

function lineOf(row: Row, io: CliIo): string {
  const states = row.legs.map((leg) =>
    `${leg.answerer ? agencyName(leg.answerer, io.language) : ''} ${leg.stateWords[io.language]}`.trim(),
  )
  return [
    row.id,
    row.number,
    states.join(' / '),
    row.nextClock?.remaining[io.language] ?? '',
    row.title,
  ].join('  ')
}

/** Who did it; nobody where the platform did. */
const by = ({ agency, person }: Event, language: Language): readonly string[] => [
  ...(agency ? [agencyName(agency, language)] : []),
  ...(person ? [person.name] : []),
]

function tell(io: CliIo, result: unknown): void {
  io.answer(result, JSON.stringify(result, null, 2))
}

/** The positional arguments, which have to be exactly these. */
export function exactly(given: readonly string[], wanted: readonly string[]): readonly string[] {
  if (given.length === wanted.length) return given
  throw new WrongUsage({ zh: `请写明 ${wanted.join(' 和 ')}。`, en: `Name ${wanted.join(' and ')}.` })
}

function wholeNumber(option: string, value: string): number {
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value)
  throw new WrongUsage({ zh: `${option} 应为正整数。`, en: `${option} takes a positive whole number.` })
}

/** The form of an action, from a file or from standard input. */
async function readForm(source: string, io: CliIo): Promise<unknown> {
  const read = source === '-' ? wholeOf(io.stdin) : readFile(source, 'utf8')
  const content = await read.catch(() => {
    throw new Refusal('not-found', { zh: `读不到文件 ${source}。`, en: `The file ${source} cannot be read.` })
  })
  try {
    return JSON.parse(content)
  } catch {
    throw new Refusal('invalid-input', {
      zh: `${source} 的内容不是有效的 JSON，请核对后重试。`,
      en: `${source} is not valid JSON; check it and try again.`,
    })
  }
}

async function wholeOf(stream: CliIo['stdin']): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces).toString('utf8')
}
