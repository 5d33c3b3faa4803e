import { refuseFaults } from '../../../../kernel/faults.ts'
import type { AgencyId } from '../../../../kernel/ids.ts'
import type { Fault } from '../../../../kernel/refusal.ts'
import { actsInNameOf, findAgency } from '../../../agencies/agencies.ts'
import type { EffectInput } from '../../kind.ts'
import { futureFaults } from '../future-faults.ts'
import { outOfOrder, requestArrived } from '../out-of-order.ts'
import { type LastingMeasure, overlongMeasures } from '../overlong-measures.ts'
import { unansweredEntries } from '../unanswered-entries.ts'
import { coerciveHelps, type ExecutionRequest, type Result } from './execution-help.contract.ts'
import { asksForCoercion } from './execution-help.materials.ts'
import { executionHelpWords } from './execution-help.words.ts'

/** What the forms of help with execution cannot see: everything that is wrong at once. */
export const executionHelpChecks = {
  submit: async (input: EffectInput) => {
    const dates = [
      ['decision', 'decidedOn'],
      ['decision', 'servedOn'],
    ]
    refuseFaults([
      ...futureFaults(input.body, dates, input.now),
      ...servedTooEarly(input.body as ExecutionRequest),
      ...(await powerless(input)),
    ])
  },
  report: async (input: EffectInput) => {
    const { helps } = input.matter.content as ExecutionRequest
    const results = input.body.results as readonly Result[]
    const happened = results.map((_, index) => ['results', index, 'at'])
    refuseFaults([
      ...futureFaults(input.body, happened, input.now),
      ...results.flatMap((result, index) =>
        'at' in result ? outOfOrder(['results', index, 'at'], result.at, [requestArrived(input.leg)]) : [],
      ),
      ...unansweredEntries(
        helps.map(({ kind }) => executionHelpWords.options['helps[].kind']?.[kind]?.zh ?? kind),
        results.map(({ help }) => help),
        'results',
      ),
      ...unfitOutcomes(helps, results),
      ...(await strangeNames(input, results)),
      ...(await overlongMeasures(input, takenMeasures(results))),
    ])
  },
} as const

/** Agencies that exercise no enforcement power of a place. */
const withoutPower: readonly string[] = ['partner', 'office', 'ministry']

/** A decision that is said to have been served before it was made. */
function servedTooEarly({ decision: { decidedOn, servedOn } }: ExecutionRequest): readonly Fault[] {
  if (servedOn === undefined || servedOn >= decidedOn) return []
  return [
    {
      path: ['decision', 'servedOn'],
      message: {
        zh: `决定 ${decidedOn} 才作出，送达不可能更早。请核对日期。`,
        en: `The decision was made on ${decidedOn}; it cannot have been served before. Check the day.`,
      },
    },
  ]
}

/** Says that an agency has no power to take the measure it is asked for; the power cannot be entrusted (行政强制法 Art. 17). */
async function powerless({ tx, body }: EffectInput): Promise<readonly Fault[]> {
  if (!asksForCoercion(body)) return []
  const [to] = (body as ExecutionRequest).to
  const agency = to && (await findAgency(tx, to))
  if (!agency || !withoutPower.includes(agency.kind)) return []
  return [
    {
      path: ['to'],
      message: {
        zh: `${agency.name}不能实施查封、扣押：只能由所在地有权的执法机关实施，不得委托（行政强制法第十七条）。请改选当地执法机关。`,
        en: `${agency.nameEn} cannot seal or seize: only the competent organ of the place can, and it cannot entrust it (Administrative Coercion Law, art. 17). Choose that organ.`,
      },
    },
  ]
}

/** Results that do not fit what was asked: a measure reported without its decision, or coercion nobody asked for. */
export function unfitOutcomes(
  helps: readonly { readonly kind: string }[],
  results: readonly Result[],
): readonly Fault[] {
  return results.flatMap(({ help, outcome }, index): Fault[] => {
    const kind = helps[help - 1]?.kind
    if (kind === undefined) return []
    const isCoercive = (coerciveHelps as readonly string[]).includes(kind)
    const path = ['results', index, 'outcome']
    if (isCoercive && (outcome === 'executed' || outcome === 'partly'))
      return [
        {
          path,
          message: {
            zh: '查封、扣押须登记决定书、名义机关和期限，请选择“已采取强制措施”或“未执行”。',
            en: 'A seizure is reported with its decision, in whose name it was taken and until when: choose "Measure taken" or "Not carried out".',
          },
        },
      ]
    if (!isCoercive && outcome === 'coerced')
      return [
        {
          path,
          message: {
            zh: '请求中没有要求对该项采取强制措施。确有必要的，由贵单位另行立案决定。',
            en: 'No measure was asked for here. Where one is needed, decide on it in a case of your own.',
          },
        },
      ]
    return []
  })
}

/** The measures taken, each with the end reported. */
const takenMeasures = (results: readonly Result[]): readonly LastingMeasure[] =>
  results.flatMap((result, index) =>
    result.outcome === 'coerced'
      ? [{ ruleId: 'SEIZE', from: result.at, until: result.until, path: ['results', index, 'until'] }]
      : [],
  )

/** Measures in another name than that of the agency of the place, or of the bureau in whose name it acts. */
async function strangeNames({ tx, leg }: EffectInput, results: readonly Result[]): Promise<readonly Fault[]> {
  const measures = results.flatMap((result, index) =>
    result.outcome === 'coerced' ? [{ index, name: result.inNameOf[0] }] : [],
  )
  if (measures.length === 0 || !leg.answerer_id) return []
  const own: readonly (string | null)[] = [
    leg.answerer_id,
    await actsInNameOf(tx, leg.answerer_id as AgencyId),
  ]
  return measures
    .filter(({ name = null }) => !own.includes(name))
    .map(({ index }) => ({
      path: ['results', index, 'inNameOf'],
      message: {
        zh: '强制措施只能以所在地有权机关的名义实施，即本机关或者本机关以其名义执法的主管部门。',
        en: 'A measure is taken in the name of the organ of the place: your own agency, or the bureau in whose name it acts.',
      },
    }))
}
