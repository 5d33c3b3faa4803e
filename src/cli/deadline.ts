import { parseArgs } from 'node:util'
import {
  deadlineRules,
  explainDeadline,
  insistOnVariant,
  nearRuleIds,
  ruleAmong,
} from '../features/rules/rules.ts'
import { chinaInstant, type Instant, millisecondsOf, readChinaTime } from '../kernel/day.ts'
import type { Pause } from '../kernel/deadline.ts'
import { Refusal } from '../kernel/refusal.ts'
import { wordsOfSpan } from '../kernel/term.ts'
import { publishedCalendar } from '../kernel/working-days.ts'
import { type CliIo, type Command, WrongUsage } from './command.ts'

/**
 * Counts a deadline and tells why, without a database: by the law and the published calendar, without the numbers of an
 * alliance and without an administrator's corrections.
 */
export const deadline: Command = {
  name: 'deadline',
  usage:
    'deadline --rule ID --from TIME [--variant NAME] [--extended] [--pause FROM/TO]... [--json]\n  xiezhi deadline --list [--json]',
  help: {
    zh: '计算一项时限并逐步说明理由（不需要数据库）。时间写作 2026-02-13 10:00 或带时区，按北京时间计。',
    en: 'Count a deadline and tell why, step by step; needs no database. Times like 2026-02-13 10:00 are China time.',
  },
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        rule: { type: 'string' },
        from: { type: 'string' },
        variant: { type: 'string' },
        extended: { type: 'boolean', default: false },
        pause: { type: 'string', multiple: true, default: [] },
        list: { type: 'boolean', default: false },
      },
    })
    if (values.list) return list(io)
    if (!values.rule)
      throw wrong(
        '请用 --rule 指明时限规则，--list 列出全部。',
        'Name the rule with --rule; --list shows them all.',
      )
    if (!values.from)
      throw wrong(
        '请用 --from 写明起算时间，如 --from 2026-02-13T10:00。',
        'Say with --from when it begins, such as --from 2026-02-13T10:00.',
      )
    if (!isKnown(values.rule)) throw unknownRule(values.rule)
    const from = readTime(values.from)
    const pauses = values.pause.map(readPause)
    const answer = asUsage(() => {
      const rule = ruleAmong([], { ruleId: values.rule ?? '', variant: values.variant, on: from })
      return explainDeadline(
        insistOnVariant(rule, values.variant),
        { from, pauses, extended: values.extended },
        publishedCalendar,
      )
    })
    const lines = answer.steps.map(({ words }) => words[io.language])
    io.answer(answer, [`${answer.rule}  ${answer.name[io.language]}`, ...lines, answer.due].join('\n'))
    return 0
  },
}

function list(io: CliIo): number {
  const rows = deadlineRules.flatMap((rule) => [
    { id: rule.id, span: rule, name: rule.name, basis: rule.basis, confidence: rule.confidence },
    ...Object.entries(rule.variants ?? {}).map(([variant, its]) => ({
      id: `${rule.id} --variant ${variant}`,
      span: its,
      name: its.name,
      basis: its.basis ?? rule.basis,
      confidence: its.confidence ?? rule.confidence,
    })),
  ])
  const width = Math.max(...rows.map(({ id }) => id.length)) + 2
  const text = rows.map(
    ({ id, span, name, basis, confidence }) =>
      `${id.padEnd(width)}${wordsOfSpan(span)[io.language]}${span.extension ? ` (+${span.extension.value})` : ''}  ${name[io.language]}  [${confidence}] ${basis[io.language]}`,
  )
  io.answer({ rules: deadlineRules }, text.join('\n'))
  return 0
}

const isKnown = (ruleId: string): boolean => deadlineRules.some(({ id }) => id === ruleId)

function unknownRule(ruleId: string): WrongUsage {
  const near = nearRuleIds(ruleId)
  return near.length > 0
    ? wrong(
        `没有时限规则“${ruleId}”。是否想用：${near.join('、')}？`,
        `There is no deadline rule "${ruleId}". Did you mean ${near.join(', ')}?`,
      )
    : wrong(
        `没有时限规则“${ruleId}”。--list 列出全部。`,
        `There is no deadline rule "${ruleId}". --list shows them all.`,
      )
}

function readTime(typed: string): Instant {
  const instant = readChinaTime(typed)
  if (!instant)
    throw wrong(
      `看不懂时间“${typed}”。请写成 2026-02-13、2026-02-13T10:00 或 2026-02-13T10:00:00+08:00。`,
      `"${typed}" is not a time. Write 2026-02-13, 2026-02-13T10:00 or 2026-02-13T10:00:00+08:00.`,
    )
  return chinaInstant(millisecondsOf(instant))
}

function readPause(typed: string): Pause {
  const [from = '', to, ...rest] = typed.split('/')
  if (rest.length > 0)
    throw wrong(`看不懂暂停“${typed}”。请写成 开始/结束。`, `"${typed}" is not a pause. Write BEGIN/END.`)
  return { from: readTime(from), to: to ? readTime(to) : null }
}

/** What a person typed wrongly is a matter of usage here, also where the rules refuse it. */
function asUsage<T>(count: () => T): T {
  try {
    return count()
  } catch (reason) {
    if (reason instanceof Refusal && reason.code === 'invalid-input') throw new WrongUsage(reason.words)
    throw reason
  }
}

const wrong = (zh: string, en: string): WrongUsage => new WrongUsage({ zh, en })
