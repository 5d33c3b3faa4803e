import type { z } from 'zod'
import { type Fault, Refusal } from './refusal.ts'
import type { Words } from './words.ts'

type Issue = z.core.$ZodIssue

/**
 * Turns what a schema found wrong into faults a person can mend, in both languages. The web page uses it as one types,
 * the server at its border, the command line before it prints.
 */
export function faultsOf(error: z.ZodError | z.core.$ZodError): Fault[] {
  return error.issues.map((issue) => ({
    path: issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
    message: wordsOf(issue),
  }))
}

/** Checks an input against a schema and refuses it with every fault at once. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.infer<S> {
  // The input tells a missing field from a wrong one; it goes into no message.
  const result = schema.safeParse(input, { reportInput: true })
  if (result.success) return result.data
  throw invalidInput(faultsOf(result.error))
}

/** The refusal of an input with its faults. */
export function invalidInput(faults: readonly Fault[]): Refusal {
  return new Refusal(
    'invalid-input',
    {
      zh: `有 ${faults.length} 处内容需要更正，请按提示修改后重新提交。已填写的内容不会丢失。`,
      en: `${faults.length} ${faults.length === 1 ? 'entry needs' : 'entries need'} correcting: change as indicated and submit again. Nothing you typed is lost.`,
    },
    { faults },
  )
}

/** Refuses an input in which something was found wrong, with all of it at once. */
export function refuseFaults(faults: readonly Fault[]): void {
  if (faults.length > 0) throw invalidInput(faults)
}

/**
 * Makes all of these checks, one after the other, and refuses with every fault they find at once. What is refused for another reason
 * than faults of the input is refused as it is.
 */
export async function refuseTogether(...checks: readonly (() => void | Promise<void>)[]): Promise<void> {
  const faults: Fault[] = []
  for (const check of checks) {
    try {
      await check()
    } catch (error) {
      if (!(error instanceof Refusal) || error.faults.length === 0) throw error
      faults.push(...error.faults)
    }
  }
  refuseFaults(faults)
}

const typeNames: Record<string, Words> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是或否', en: 'yes or no' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '一组字段', en: 'a group of fields' },
  date: { zh: '日期', en: 'a date' },
}

function wordsOf(issue: Issue): Words {
  switch (issue.code) {
    case 'invalid_type': {
      if (issue.input === undefined || issue.input === null)
        return issue.expected === 'array'
          ? { zh: '请选择或填写，至少一项。', en: 'Choose or fill in one at least.' }
          : { zh: '请填写这一项。', en: 'Fill this in.' }
      const wanted = typeNames[issue.expected] ?? { zh: issue.expected, en: issue.expected }
      return { zh: `应为${wanted.zh}。`, en: `This must be ${wanted.en}.` }
    }
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum))
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum), issue.input)
    case 'invalid_format':
      return formatWords(issue.format)
    case 'invalid_value':
      if (issue.values.length === 1 && issue.values[0] === true)
        return { zh: '请确认这一项。', en: 'Confirm this.' }
      if ('input' in issue && (issue.input === undefined || issue.input === null))
        return { zh: '请选择一项。', en: 'Choose one.' }
      return {
        zh: `请从下列选项中选择：${issue.values.join('、')}。`,
        en: `Choose one of: ${issue.values.join(', ')}.`,
      }
    case 'unrecognized_keys':
      return {
        zh: `没有这些字段：${issue.keys.join('、')}。请删去，或核对名称。`,
        en: `Unknown fields: ${issue.keys.join(', ')}. Remove them or check their names.`,
      }
    case 'not_multiple_of':
      return { zh: `应为 ${issue.divisor} 的整数倍。`, en: `This must be a multiple of ${issue.divisor}.` }
    case 'custom':
      return isWords(issue.params?.words)
        ? issue.params.words
        : { zh: '内容不符合要求。', en: 'This is not acceptable.' }
    case 'invalid_union':
      return {
        zh: '请先选择类别，再填写其余内容。',
        en: 'Choose the kind first; the other fields depend on it.',
      }
    default:
      return { zh: '内容不符合要求，请核对。', en: 'This is not acceptable; please check it.' }
  }
}

function tooSmall(origin: string, minimum: number): Words {
  if (origin === 'string')
    return minimum <= 1
      ? { zh: '请填写这一项。', en: 'Fill this in.' }
      : { zh: `至少 ${minimum} 个字。`, en: `At least ${minimum} characters.` }
  if (origin === 'array' || origin === 'set')
    return { zh: `至少要有 ${minimum} 项。`, en: `At least ${minimum} needed.` }
  return { zh: `不能小于 ${minimum}。`, en: `Not below ${minimum}.` }
}

function tooBig(origin: string, maximum: number, input: unknown): Words {
  if (origin === 'string') return tooLong(maximum, typeof input === 'string' ? input.length : undefined)
  if (origin === 'array' || origin === 'set') return { zh: `最多 ${maximum} 项。`, en: `At most ${maximum}.` }
  return { zh: `不能大于 ${maximum}。`, en: `Not above ${maximum}.` }
}

/** How long a text may be, and how long it is where that is known. */
export const tooLong = (most: number, length?: number): Words => ({
  zh: `最多 ${most} 个字，${length === undefined ? '' : `现有 ${length} 个，`}请缩短。`,
  en: `At most ${most} characters${length === undefined ? '' : `, these are ${length}`}; shorten it.`,
})

const formats: Record<string, Words> = {
  uuid: { zh: '编号格式不对，应为 UUID。', en: 'This must be a UUID.' },
  datetime: {
    zh: '时间格式不对，应如 2026-03-05T09:30:00+08:00。',
    en: 'Write the time like 2026-03-05T09:30:00+08:00.',
  },
  date: { zh: '日期格式不对，应如 2026-03-05。', en: 'Write the date like 2026-03-05.' },
  email: { zh: '电子邮箱格式不对。', en: 'This is not an e-mail address.' },
  url: { zh: '网址格式不对。', en: 'This is not a web address.' },
}

function formatWords(format: string): Words {
  return formats[format] ?? { zh: '格式不对，请核对。', en: 'The format is wrong; please check it.' }
}

function isWords(value: unknown): value is Words {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
}
