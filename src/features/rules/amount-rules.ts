import type { AmountRule } from './amount-rule.ts'
import { penaltyLaw, read, since, words } from './basis-of-rules.ts'

// The registry of amounts: every number of law that is no deadline, with where it comes from, how sure it is, and since when it holds.
// A corrected number is a new version beside the old one, because cases of that time were bound by it.

const hearing = {
  unit: 'yuan',
  limit: 'at-most',
  basis: words(
    '行政处罚法第六十三条未定数额，由各省规定；交通运输部门的做法',
    'Administrative Penalty Law, art. 63, sets no number, each province does; practice of the transport line',
  ),
  confidence: 'M',
  source: words('来源转述，尚待核对原文', 'retold by a source, to be checked'),
  effectiveFrom: null,
  effectiveTo: null,
  editable: 'by-province',
} as const satisfies Partial<AmountRule>

const onTheSpot = {
  unit: 'yuan',
  limit: 'at-most',
  basis: penaltyLaw(51),
  confidence: 'V',
  source: read.statute,
  effectiveFrom: since.penaltyLaw,
  effectiveTo: null,
  editable: 'to-tighten',
} as const satisfies Partial<AmountRule>

/** All amounts, in every version. */
export const amountRules: readonly AmountRule[] = [
  {
    id: 'HEARING_PERSON',
    name: words(
      '对公民的罚款或没收达到此数，应当告知听证权利',
      'a fine or confiscation from which a citizen has a right to a hearing',
    ),
    value: 10_000,
    ...hearing,
  },
  {
    id: 'HEARING_ORGANISATION',
    name: words(
      '对单位的罚款或没收达到此数，应当告知听证权利',
      'a fine or confiscation from which an organisation has a right to a hearing',
    ),
    value: 100_000,
    ...hearing,
  },
  {
    id: 'SPOT_FINE_PERSON',
    name: words('对公民当场处罚的最高罚款', 'the highest fine of a citizen on the spot'),
    value: 200,
    ...onTheSpot,
  },
  {
    id: 'SPOT_FINE_ORGANISATION',
    name: words('对单位当场处罚的最高罚款', 'the highest fine of an organisation on the spot'),
    value: 3_000,
    ...onTheSpot,
  },
  {
    id: 'CASE_OFFICERS',
    name: words('办案的持证执法人员', 'certified officers on a case'),
    value: 2,
    unit: 'person',
    limit: 'at-least',
    basis: penaltyLaw(42),
    confidence: 'V',
    source: read.statute,
    effectiveFrom: since.penaltyLaw,
    effectiveTo: null,
    editable: 'never',
  },
]
