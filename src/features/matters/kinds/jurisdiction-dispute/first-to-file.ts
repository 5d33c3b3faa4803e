import { chinaInstant } from '../../../../kernel/day.ts'
import type { Words } from '../../../../kernel/words.ts'
import type { Statement } from '../../kind.ts'
import { chinaDay } from '../letter-facts.ts'

/**
 * The agency that filed first 最先立案 by what both sides state, if any filed; where several are competent it has the case unless
 * something else decides (行政处罚法 Art. 25). Of two who filed at the same instant neither was first.
 */
export function firstToFile(statements: readonly Statement[]): Statement | undefined {
  const filed = statements
    .filter(({ value }) => typeof value.filedAt === 'string')
    .sort((a, b) => filedAt(a) - filedAt(b))
  const [first, second] = filed
  return first && second && filedAt(first) === filedAt(second) ? undefined : first
}

/** The sentence that stands above the two positions; until both have stated theirs nobody was first. */
export function whoFiledFirst(
  statements: readonly Statement[],
  nameOf: (agencyId: string) => Words,
): Words | undefined {
  if (statements.length < 2)
    return {
      zh: '对方尚未陈述立场，还不能比较双方的立案时间。',
      en: 'The other side has not stated its position, so it is not known who filed first.',
    }
  if (statements.every(({ value }) => value.filedAt === undefined))
    return {
      zh: '双方都没有填写立案时间，不能按先立案确定管辖。',
      en: 'Neither side says when it filed, so filing decides nothing.',
    }
  const first = firstToFile(statements)
  if (!first) return { zh: '双方立案时间相同。', en: 'Both filed at the same moment.' }
  const { zh, en } = nameOf(first.agencyId)
  const at = momentWords(String(first.value.filedAt))
  return {
    zh: `${zh}于 ${at.zh} 最先立案；双方都有管辖权的，一般由其管辖（行政处罚法第二十五条）。`,
    en: `${en} filed first, at ${at.en}; where both are competent, as a rule it has the case (Art. 25, Administrative Penalty Law).`,
  }
}

/** A moment of filing in China's time, to the minute, as a sentence on the page has it. */
export function momentWords(instant: string): Words {
  const [day = '', time = ''] = chinaInstant(Date.parse(instant)).split('T')
  const clock = time.slice(0, 5)
  return { zh: `${chinaDay(day)} ${clock}`, en: `${day} ${clock}` }
}

const filedAt = ({ value }: Statement): number => Date.parse(String(value.filedAt))
