import { defineKind } from '../../kind.ts'
import { overloadFindings } from '../overload-findings.ts'
import { caseChart } from './case.chart.ts'
import { caseChecks } from './case.checks.ts'
import { caseCloses } from './case.closes.ts'
import { caseForms, type Registration } from './case.contract.ts'
import { caseWords } from './case.words.ts'
import { groundBorneOut } from './case-end.checks.ts'
import { caseFollowUps } from './case-follow-ups.ts'
import { inOrder } from './case-order.ts'
import { firstViolationFinding } from './earlier-violations.ts'

type Written = Partial<Registration>

/** A case 案件: the affair of one agency, and what collaboration begins from. */
export const caseKind = defineKind({
  name: 'case',
  chart: caseChart,
  forms: caseForms,
  words: caseWords,
  numberPrefix: '案件',
  mostAddressees: 0,
  filesRestIn: ['registered', 'reviewing'],
  titleOf: (content) => titleOf(content as Written),
  urgencyOf: () => 'normal',
  // The case number comes with filing; there `file_act` keeps it apart.
  subjectKeyOf: () => null,
  materialsOf: () => [],
  begins: { close: groundBorneOut },
  closes: caseCloses,
  checks: inOrder(caseChecks),
  finds: {
    register: async ({ body }) => {
      const { overload, about } = body as Registration
      return overload ? overloadFindings({ ...overload, at: about.discoveredAt }) : []
    },
    decideWithoutPenalty: firstViolationFinding,
    spareOnSpot: firstViolationFinding,
  },
  followUps: caseFollowUps,
})

/** `车辆超限运输（吉C12345）`. A natural person is never named in a title. */
function titleOf({ about, party, vehicle, ship }: Written): string {
  if (!about?.cause) return caseWords.name.zh
  const of = [party?.kind === 'organisation' ? party.name : undefined, vehicle?.plate ?? ship?.name].filter(
    (part) => part !== undefined,
  )
  return of.length > 0 ? `${about.cause}（${of.join('，')}）` : about.cause
}
