import { chinaDayOf } from '../../../../kernel/day.ts'
import { deadlineOf } from '../../../../kernel/deadline.ts'
import type { Words } from '../../../../kernel/words.ts'
import type { Calendar } from '../../../../kernel/working-days.ts'
import { type BindingAmount, type BindingRule, penaltyLaw, reasonsOfAmount } from '../../../rules/rules.ts'
import type { CaseElsewhere } from '../jurisdiction-dispute/case-elsewhere.ts'
import type { Conclusion, Notice, Registration } from './case.contract.ts'
import type { CaseRecord } from './case-record.ts'
import type { ForeignEvidence } from './foreign-evidence.ts'

/** One condition of a penalty: whether it is met, what is missing and why it is asked for. */
export type Gate = {
  readonly name:
    | 'officers'
    | 'notice'
    | 'defence'
    | 'hearing'
    | 'legal-review'
    | 'discussion'
    | 'police'
    | 'evidence'
    | 'jurisdiction'
    | 'deadline'
  readonly words: Words
  /** `open`: met; `shut`: missing; `not-needed`: the case does not call for it. */
  readonly is: 'open' | 'shut' | 'not-needed'
  /** What is missing and what to do, or how it was met. */
  readonly why: Words
  readonly basis: Words
  /** How a date was reached, or where a number stands, line by line. */
  readonly steps?: readonly { readonly words: Words }[]
}

/** What the gates are decided by. Time and rules come in as values. */
export type GateFacts = {
  readonly content: Pick<Registration, 'officers'>
  readonly record: CaseRecord
  /** The rule of the party's time: for a hearing, or for a statement where no hearing is due. */
  readonly defence: BindingRule
  readonly calendar: Calendar
  /** The numbers of law that are no deadlines, as they bind the agency of the case. */
  readonly amounts: { readonly officers: BindingAmount; readonly hearing: BindingAmount }
  /** What agencies of other provinces collected. */
  readonly foreign: readonly ForeignEvidence[]
  /** The transfer by which the case is with the police, if it is. */
  readonly police: { readonly number: string; readonly state: string } | undefined
  /** The agency that has the case instead, if jurisdiction was settled on it or it accepted a transfer. */
  readonly elsewhere: CaseElsewhere | undefined
  /** The end of the time for deciding; null where it rests. */
  readonly decisionDue: string | null
  readonly now: string
}

/** Penalties that give a right to a hearing whatever their amount (行政处罚法 Art. 63). */
const heavy: readonly string[] = [
  'downgrade',
  'revoke-licence',
  'stop-business',
  'close-down',
  'restrict-practice',
  'restrict-business',
]
/** The amount from which a fine or confiscation gives this party a right to a hearing. */
export const hearingAmountId = ({ kind }: Registration['party']): string =>
  kind === 'person' ? 'HEARING_PERSON' : 'HEARING_ORGANISATION'

/** Whether the party has to be told of its right to a hearing: by the penalty itself, or from this amount on. */
export function hasHearingRight(
  notice: Pick<Notice, 'penalties' | 'fineYuan' | 'confiscatedYuan'>,
  { value: large }: Pick<BindingAmount, 'value'>,
): boolean {
  return (
    notice.penalties.some((penalty) => heavy.includes(penalty)) ||
    (notice.fineYuan ?? 0) >= large ||
    (notice.confiscatedYuan ?? 0) >= large
  )
}

/** Whether a decision needs the legal review of Art. 58: public interest, a hearing, or complex and major cases. */
export const needsLegalReview = (record: Pick<CaseRecord, 'conclusion' | 'done'>): boolean =>
  (record.conclusion?.weight ?? 'plain') !== 'plain' || 'requestHearing' in record.done

const needsDiscussion = (conclusion: Conclusion | undefined): boolean =>
  conclusion?.weight === 'complex' || conclusion?.weight === 'major'

/** Everything a penalty needs (行政处罚法 Arts. 42, 44, 45, 57, 58, 60, 63–65), each with its reason. Pure. */
export function decisionGates(facts: GateFacts): readonly Gate[] {
  return [
    officersGate(facts),
    noticeGate(facts),
    defenceGate(facts),
    hearingGate(facts),
    legalReviewGate(facts),
    discussionGate(facts),
    policeGate(facts),
    evidenceGate(facts),
    jurisdictionGate(facts),
    deadlineGate(facts),
  ]
}

/** Those of a decision without penalty: nothing is held against the party, so nothing has to be told to it or proved first. */
export const gatesWithoutPenalty: readonly Gate['name'][] = [
  'officers',
  'legal-review',
  'discussion',
  'jurisdiction',
  'deadline',
]

function officersGate({ content, amounts: { officers } }: GateFacts): Gate {
  const certified = new Set(content.officers.map(({ certificateNumber }) => certificateNumber)).size
  return {
    name: 'officers',
    words: { zh: '持证执法人员', en: 'Certified officers' },
    is: certified >= officers.value ? 'open' : 'shut',
    why: {
      zh: `已登记 ${certified} 名，执法证号各不相同；不少于 ${officers.value} 名。`,
      en: `${certified} on record, each with an own certificate; ${officers.value} at least.`,
    },
    basis: officers.basis,
  }
}

function noticeGate({ record: { notice } }: GateFacts): Gate {
  return {
    name: 'notice',
    words: { zh: '违法行为通知书已送达', en: 'Notice served' },
    is: notice ? 'open' : 'shut',
    why: notice
      ? {
          zh: `${notice.number}，${chinaDayOf(notice.servedAt)} 送达。`,
          en: `${notice.number}, served on ${chinaDayOf(notice.servedAt)}.`,
        }
      : {
          zh: '请先送达违法行为通知书，告知拟作出的处罚和当事人的权利。',
          en: 'Serve the notice first: the intended penalty and the party’s rights.',
        },
    basis: penaltyLaw(44, 62),
  }
}

function defenceGate({ record: { notice }, defence, calendar, now }: GateFacts): Gate {
  const gate = {
    name: 'defence',
    words: { zh: '陈述申辩（听证申请）期已满', en: 'Time for defence is over' },
    basis: defence.basis,
  } as const
  if (!notice)
    return {
      ...gate,
      is: 'shut',
      why: { zh: '自通知书送达起算，尚未送达。', en: 'Runs from the notice, which is not served yet.' },
    }
  const { dueAt, steps } = deadlineOf({
    rule: defence,
    from: notice.servedAt,
    pauses: [],
    extended: false,
    calendar,
  })
  const last = chinaDayOf(dueAt)
  const isOver = chinaDayOf(now) > last
  return {
    ...gate,
    is: isOver ? 'open' : 'shut',
    why: isOver
      ? { zh: `已于 ${last} 届满。`, en: `It ended on ${last}.` }
      : {
          zh: `${last} 届满，次日起才能作出决定。`,
          en: `It ends on ${last}; a decision is possible from the day after.`,
        },
    steps: steps.map(({ words }) => ({ words })),
  }
}

function hearingGate({ record, amounts }: GateFacts): Gate {
  const { notice, done } = record
  const gate = {
    name: 'hearing',
    words: { zh: '要求听证的，已经听证', en: 'Hearing held, if asked for' },
    basis: penaltyLaw(63, 64, 65),
    steps: reasonsOfAmount(amounts.hearing),
  } as const
  if ('holdHearing' in done)
    return { ...gate, is: 'open', why: { zh: '听证已举行。', en: 'The hearing was held.' } }
  if ('dropHearing' in done)
    return {
      ...gate,
      is: 'open',
      why: { zh: '当事人撤回或未出席，视为放弃听证。', en: 'The party withdrew it or did not appear.' },
    }
  if ('requestHearing' in done)
    return {
      ...gate,
      is: 'shut',
      why: {
        zh: '当事人已要求听证，请通知并举行听证。',
        en: 'The party asked for a hearing: call it and hold it.',
      },
    }
  if (notice && notice.hearing === 'none' && hasHearingRight(notice, amounts.hearing))
    return {
      ...gate,
      is: 'shut',
      why: {
        zh: '拟作出的处罚须告知听证权利，请重新送达通知书。',
        en: 'This penalty gives a right to a hearing: serve the notice again and say so.',
      },
    }
  return {
    ...gate,
    is: 'not-needed',
    why: { zh: '当事人没有要求听证。', en: 'The party did not ask for one.' },
  }
}

function legalReviewGate({ record }: GateFacts): Gate {
  const gate = {
    name: 'legal-review',
    words: { zh: '法制审核通过', en: 'Legal review passed' },
    basis: penaltyLaw(58),
  } as const
  if (record.legalReview) return { ...gate, is: 'open', why: { zh: '已通过。', en: 'Passed.' } }
  if (!needsLegalReview(record))
    return {
      ...gate,
      is: 'not-needed',
      why: {
        zh: '本案情节一般，也没有听证，不属于必须审核的情形。',
        en: 'A plain case without a hearing does not need it.',
      },
    }
  return {
    ...gate,
    is: 'shut',
    why:
      'requestHearing' in record.done
        ? {
            zh: '经过听证的案件，须在听证后由法制审核人员审核。',
            en: 'After a hearing a legal reviewer has to pass it.',
          }
        : {
            zh: '重大公共利益、复杂或重大案件，请交法制审核人员审核。',
            en: 'Public interest, complex or major: have a legal reviewer pass it.',
          },
  }
}

function discussionGate({ record }: GateFacts): Gate {
  const gate = {
    name: 'discussion',
    words: { zh: '负责人集体讨论', en: 'Collective discussion' },
    basis: penaltyLaw(57),
  } as const
  if (record.discussion) return { ...gate, is: 'open', why: { zh: '已讨论。', en: 'Held.' } }
  return needsDiscussion(record.conclusion)
    ? {
        ...gate,
        is: 'shut',
        why: {
          zh: '情节复杂或重大违法的案件，请由负责人集体讨论决定。',
          en: 'Complex or major: the leaders discuss it together.',
        },
      }
    : {
        ...gate,
        is: 'not-needed',
        why: { zh: '案情不复杂、不重大。', en: 'The case is neither complex nor major.' },
      }
}

function policeGate({ police }: GateFacts): Gate {
  const gate = {
    name: 'police',
    words: { zh: '没有移送公安机关处理', en: 'Not with the police' },
    basis: penaltyLaw(8, 27),
  } as const
  return police && police.state !== 'concluded'
    ? {
        ...gate,
        is: 'shut',
        why: {
          zh: `已作为涉嫌犯罪案件移送（${police.number}），公安机关作出结论前不得处罚。`,
          en: `Transferred as a suspected crime (${police.number}): no penalty before the police have decided.`,
        },
      }
    : {
        ...gate,
        is: 'not-needed',
        why: { zh: '公安机关没有正在处理本案。', en: 'The police are not dealing with it.' },
      }
}

/** What another region collected is reviewed by who uses it, against the check-lists of both, before a penalty rests on it. */
function evidenceGate({ foreign }: GateFacts): Gate {
  const gate = {
    name: 'evidence',
    words: { zh: '异地证据已经互认', en: 'Evidence of other regions recognised' },
    basis: penaltyLaw(46),
  } as const
  const open = foreign.filter(({ isRecognised }) => !isRecognised)
  if (open.length > 0)
    return {
      ...gate,
      is: 'shut',
      why: {
        zh: `${open.map(({ name, collectedBy }) => `“${name}”（${collectedBy?.name ?? '未写明取证机关'}）`).join('、')}尚未经本机关审核认可，不能作为处罚依据。请由本案发起“协查”，请对方以“证据互认”提供（写明本案案号），逐份审核认可；没有写明取证机关的，重新“登记证据”；不作依据的，撤下该附件。`,
        en: `${open.map(({ name, collectedBy }) => `"${name}" (${collectedBy?.nameEn ?? 'not said whose'})`).join(', ')} was not recognised by your agency, so no penalty may rest on it. Begin a co-investigation from this case and have it offered for recognition under the number of this case; say whose it is by describing the file again, or withdraw the file.`,
      },
    }
  return foreign.length > 0
    ? {
        ...gate,
        is: 'open',
        why: {
          zh: `异地机关取得的 ${foreign.length} 份证据已审核认可。`,
          en: `What other regions collected is recognised: ${foreign.length}.`,
        },
      }
    : {
        ...gate,
        is: 'not-needed',
        why: { zh: '没有登记外省机关取得的证据。', en: 'None collected in another province is on record.' },
      }
}

/** Whoever lost the case in a dispute or gave it away in a transfer stops dealing with it: one act is not decided on twice. */
function jurisdictionGate({ elsewhere }: GateFacts): Gate {
  const gate = {
    name: 'jurisdiction',
    words: { zh: '没有由其他机关管辖', en: 'Not with another agency' },
    basis: penaltyLaw(25, 29),
  } as const
  return elsewhere
    ? { ...gate, is: 'shut', why: wentElsewhere(elsewhere) }
    : {
        ...gate,
        is: 'not-needed',
        why: {
          zh: '本案没有移送其他机关，管辖争议也没有确定由其他机关管辖。',
          en: 'No transfer was accepted, and no dispute was settled on another agency.',
        },
      }
}

/** Where the case went, and what is left to do here. */
export const wentElsewhere = ({ number, agency }: CaseElsewhere): Words => ({
  zh: `本案已由${agency.name}管辖（${number}），本机关应停止办理。请移交案卷和物品，处理完在案的措施后，以“移送有管辖权的行政机关”结案。`,
  en: `${agency.nameEn} has this case (${number}), so nothing more is done here. Hand over file and objects, end the measures in force, and close it as transferred to a competent agency.`,
})

/** The same before it was filed here. */
export const notFiledHere = ({ number, agency }: CaseElsewhere): Words => ({
  zh: `本案已由${agency.name}管辖（${number}），本机关不再立案。请“不予立案”，并把证据和材料交给该机关。`,
  en: `${agency.nameEn} has this case (${number}), so it is not filed here. Use "Decline to file" and hand over evidence and papers.`,
})

function deadlineGate({ decisionDue, now }: GateFacts): Gate {
  const gate = {
    name: 'deadline',
    words: { zh: '在办案期限内', en: 'Within the time for deciding' },
    basis: penaltyLaw(60),
  } as const
  if (decisionDue === null)
    return {
      ...gate,
      is: 'shut',
      why: { zh: '案件中止，请先恢复办理。', en: 'The case rests; resume it first.' },
    }
  const isOver = Date.parse(now) >= Date.parse(decisionDue) + 1_000
  const last = chinaDayOf(decisionDue)
  return isOver
    ? {
        ...gate,
        is: 'shut',
        why: {
          zh: `已于 ${last} 届满，不能再作出决定。请报告负责人，按其他情形结案或报上级处理。`,
          en: `It ended on ${last}; no decision can be made any more. Report to the head: close on another ground or ask the superior.`,
        },
      }
    : { ...gate, is: 'open', why: { zh: `至 ${last}。`, en: `Until ${last}.` } }
}
