import { citing } from '../../kernel/citation.ts'
import type { Day } from '../../kernel/day.ts'
import { isClockTime, type Span, type Unit } from '../../kernel/term.ts'
import type { Words } from '../../kernel/words.ts'
import { penaltyLaw, read, since, words } from './basis-of-rules.ts'
import {
  type Confidence,
  type DeadlineRule,
  type Extension,
  remindersFor,
  type Variant,
} from './deadline-rule.ts'

// The registry of deadlines. Every number a clock runs by stands here, with where it comes from, how sure it is, and since
// when it holds; a corrected number is a new version beside the old one, because cases of that time were bound by it.
//
// Left out on purpose: the surcharge on an unpaid fine (处罚法 72, 3 % a day), which is a rate and no deadline.
// How days are counted follows each law: "日" up to 7 in the penalty law (85), up to 10 in the coercion law (69) are working
// days; the order on criminal transfers has no such clause, so its three days are calendar days, the strict reading.

const coercionLaw = citing(words('行政强制法', 'Administrative Coercion Law'))
const crimeOrder = citing(
  words(
    '行政执法机关移送涉嫌犯罪案件的规定',
    'Rules on transferring suspected crimes (State Council order 310)',
  ),
)
const dataSharing = citing(words('政务数据共享条例', 'Government Data Sharing Regulation'))
type Draft = {
  readonly name: Words
  readonly from: Words
  readonly value: number
  readonly unit: Unit
  readonly extension?: Extension
  readonly variants?: Readonly<Record<string, Variant>>
  readonly basis: Words
  readonly counts?: 'before'
  readonly limit?: 'at-least'
  readonly lastDay?: 'stays'
  readonly remindBefore?: readonly Span[]
  readonly escalateAfter?: Span
  readonly confidence?: Confidence
  readonly source?: Words
  readonly effectiveTo?: Day
}

/** A number of national law that an agency has to keep: an alliance may only be stricter. It goes to the joint office when missed. */
const agencyLaw = (id: string, from: Day, draft: Draft): DeadlineRule => ({
  ...ownDeadline(id, draft),
  confidence: draft.confidence ?? 'V',
  effectiveFrom: from,
  scope: 'national',
  editable: 'to-tighten',
  source: draft.source ?? read.statute,
})

/** A number of national law that no agreement can touch, but which an agency still has to keep: criminal transfers. */
const fixedLaw = (id: string, from: Day, draft: Draft): DeadlineRule => ({
  ...agencyLaw(id, from, draft),
  editable: 'never',
})

/** A time the law gives to the party or attaches a consequence to: nobody is chased for it, and no agreement can touch it. */
const partyLaw = (id: string, from: Day, draft: Draft): DeadlineRule => {
  const { escalateAfter: _none, ...rule } = fixedLaw(id, from, draft)
  return { ...rule, remindBefore: draft.remindBefore ?? [] }
}

/** Our own proposal where the law is silent: an alliance may set its own number. */
const proposal = (id: string, draft: Draft): DeadlineRule => ({
  ...ownDeadline(id, draft),
  confidence: draft.confidence ?? 'D',
  effectiveFrom: null,
  scope: 'alliance',
  editable: 'freely',
  source: draft.source ?? read.design,
})

const ownDeadline = (id: string, draft: Draft) => ({
  ...draft,
  id,
  limit: draft.limit ?? ('at-most' as const),
  remindBefore: draft.remindBefore ?? remindersFor(draft),
  // How long records are kept is nobody's missed appointment.
  ...(draft.limit === 'at-least' && !draft.counts
    ? {}
    : { escalateAfter: draft.escalateAfter ?? escalationFor(draft.unit) }),
  effectiveTo: draft.effectiveTo ?? null,
})

const escalationFor = (unit: Unit): Span =>
  isClockTime(unit) ? { value: 30, unit: 'minute' } : { value: 1, unit: 'work_day' }

const silent = words('法律未规定，协作约定', 'not set by law; agreed between the agencies')
const urgent = words('紧急', 'urgent')
const atOnce = words(
  '参照道路交通事故处理程序规定第四十四条至第四十六条，应当立即布控，未定期限',
  'by analogy with the police rules on road accidents, arts 44–46: at once, without a number',
)
const extendedByNotice = words(
  '参照市场监督管理行政处罚程序规定：届满前告知请求机关（待核对原文）',
  'by analogy with the market regulators’ penalty procedure: the asker is told before the end (text to be checked)',
)

/** Every deadline the system knows, in the order in which people read them. */
export const deadlineRules: readonly DeadlineRule[] = [
  // A case crosses a border (案件移送).
  proposal('TRANSFER_APPROVE', {
    name: words('移送内部审批', 'internal approval of a transfer'),
    from: words('提交审核', 'submitted for approval'),
    value: 3,
    unit: 'work_day',
    basis: silent,
  }),
  proposal('TRANSFER_SEND', {
    name: words('审批后发出移送', 'sending an approved transfer'),
    from: words('审批通过', 'approved'),
    value: 2,
    unit: 'work_day',
    basis: silent,
  }),
  proposal('TRANSFER_RECEIVE', {
    name: words('签收移送', 'signing for a transfer'),
    from: words('移送送达', 'delivered'),
    value: 1,
    unit: 'work_day',
    basis: silent,
  }),
  proposal('TRANSFER_ACCEPT', {
    name: words('决定是否接收移送', 'deciding on a transfer'),
    from: words('移送送达对方', 'the transfer was delivered'),
    value: 5,
    unit: 'work_day',
    basis: silent,
  }),
  proposal('TRANSFER_SUPPLEMENT', {
    name: words('补充移送材料', 'supplementing a transfer'),
    from: words('收到一次性补充清单', 'the list of all gaps was received'),
    value: 5,
    unit: 'work_day',
    basis: silent,
  }),
  proposal('TRANSFER_OBJECTION', {
    name: words('答复管辖异议', 'answering an objection to jurisdiction'),
    from: words('收到管辖异议', 'the objection was received'),
    value: 5,
    unit: 'work_day',
    basis: silent,
  }),
  proposal('DISPUTE_CONSULT', {
    name: words('管辖争议协商', 'consulting on a dispute over jurisdiction'),
    from: words('提出协商', 'consultation was proposed'),
    value: 7,
    unit: 'work_day',
    basis: words(
      '行政处罚法第二十五条未定期限；参照市场监督管理投诉举报处理暂行办法第三十条',
      'Administrative Penalty Law, art. 25, sets no number; by analogy with the market regulators’ complaint rules, art. 30',
    ),
  }),
  proposal('DISPUTE_POSITION', {
    name: words('陈述管辖争议立场', 'stating a position in a dispute over jurisdiction'),
    from: words('管辖争议送达', 'the dispute was delivered'),
    value: 3,
    unit: 'work_day',
    basis: silent,
  }),
  proposal('DISPUTE_DEMAND', {
    name: words(
      '要求指定管辖或者上级依职权启动后转入指定',
      'referring a dispute after it was demanded, or taken up by the superior',
    ),
    from: words(
      '承办方要求指定管辖或者共同上级依职权启动',
      'the answerer demanded designation, or the common superior took the dispute up',
    ),
    value: 1,
    unit: 'work_day',
    basis: words(
      '行政处罚法第二十五条“协商不成的，报请”“也可以直接由”，未定期限；到期由系统转入指定',
      'Administrative Penalty Law, art. 25, sets no number; the platform refers it when the time is up',
    ),
  }),
  proposal('DISPUTE_HANDED', {
    name: words('确认管辖争议移交', 'confirming a hand-over after a dispute'),
    from: words('登记移交', 'the hand-over was recorded'),
    value: 3,
    unit: 'work_day',
    basis: silent,
  }),
  proposal('TRANSFER_DESIGNATE', {
    name: words('共同上级指定管辖', 'designation by the common superior'),
    from: words('报请指定', 'referred to the superior'),
    value: 7,
    unit: 'work_day',
    basis: words(
      '行政处罚法第二十五条，未定期限',
      'Administrative Penalty Law, art. 25, which sets no number',
    ),
  }),
  proposal('TRANSFER_HANDOVER', {
    name: words('移交原件和涉案物品', 'handing over originals and objects'),
    from: words('接收移送', 'the transfer was accepted'),
    value: 5,
    unit: 'work_day',
    basis: silent,
  }),
  proposal('TRANSFER_TELL_PARTY', {
    name: words('书面告知当事人', 'telling the party in writing'),
    from: words('接收移送', 'the transfer was accepted'),
    value: 5,
    unit: 'work_day',
    basis: silent,
  }),
  proposal('TRANSFER_FILE', {
    name: words('决定是否立案', 'deciding whether to file'),
    from: words('接收移送', 'the transfer was accepted'),
    value: 15,
    unit: 'work_day',
    basis: words(
      '行政处罚法第五十四条“及时立案”，未定期限',
      'Administrative Penalty Law, art. 54: "in time", without a number',
    ),
  }),
  proposal('TRANSFER_RESULT_FEEDBACK', {
    name: words('反馈处理结果', 'feeding back the result'),
    from: words('作出处理决定', 'the decision was made'),
    value: 3,
    unit: 'cal_day',
    basis: words('地方做法：决定之日起 3 日内反馈', 'local practice: within 3 days of the decision'),
    confidence: 'V-local',
    source: read.practice,
  }),
  proposal('TRANSFER_CONFIRM', {
    name: words('确认结果并办结', 'confirming the result'),
    from: words('收到处理结果', 'the result was received'),
    value: 3,
    unit: 'work_day',
    basis: silent,
  }),

  // Clues (线索).
  proposal('URGE_AGAIN', {
    name: words('再次催办的间隔', 'urging again'),
    from: words('上次催办', 'the last urging'),
    value: 24,
    unit: 'hour',
    limit: 'at-least',
    basis: silent,
  }),
  proposal('CLUE_RECEIVE', {
    name: words('签收线索', 'signing for a clue'),
    from: words('线索推送', 'the clue was pushed'),
    value: 1,
    unit: 'work_day',
    basis: silent,
    variants: {
      urgent: {
        name: urgent,
        value: 2,
        unit: 'hour',
        // Fifteen minutes after the push somebody must have seen it.
        remindBefore: [
          { value: 105, unit: 'minute' },
          { value: 30, unit: 'minute' },
        ],
        escalateAfter: { value: 15, unit: 'minute' },
      },
    },
  }),
  proposal('CLUE_TRIAGE', {
    name: words('研判线索', 'triage of a clue'),
    from: words('签收线索', 'signed for'),
    value: 3,
    unit: 'work_day',
    basis: silent,
    variants: {
      urgent: { name: urgent, value: 4, unit: 'hour', escalateAfter: { value: 30, unit: 'minute' } },
    },
  }),
  proposal('CLUE_VERIFY', {
    name: words('核查线索', 'verifying a clue'),
    from: words('受理线索', 'the clue was taken up'),
    value: 15,
    unit: 'work_day',
    basis: words(
      '参照市场监督管理投诉举报处理暂行办法第二十三条',
      'by analogy with the market regulators’ complaint rules, art. 23',
    ),
    extension: { value: 15, basis: words('同条', 'same article'), confidence: 'D' },
    variants: { urgent: { name: urgent, value: 3, unit: 'work_day' } },
  }),
  proposal('CLUE_FEEDBACK', {
    name: words('反馈核查结果', 'feeding back what was found'),
    from: words('核查结束', 'the verification ended'),
    value: 3,
    unit: 'work_day',
    basis: words('参照泰州市 3 日反馈做法', 'by analogy with Taizhou’s three days'),
  }),
  proposal('CLUE_RATE', {
    name: words('评价线索反馈', 'rating the feedback'),
    from: words('收到反馈', 'the feedback was received'),
    value: 5,
    unit: 'work_day',
    basis: silent,
  }),

  // Formal requests (公函): what every request that binds another agency begins with.
  proposal('REQUEST_APPROVE', {
    name: words('公函内部审批', 'internal approval of a request'),
    from: words('提交审核', 'submitted for approval'),
    value: 2,
    unit: 'work_day',
    basis: silent,
    variants: { urgent: { name: urgent, value: 4, unit: 'hour' } },
  }),
  proposal('REQUEST_SEND', {
    name: words('审批后发出公函', 'sending an approved request'),
    from: words('审批通过', 'approved'),
    value: 1,
    unit: 'work_day',
    basis: silent,
    variants: { urgent: { name: urgent, value: 2, unit: 'hour' } },
  }),
  proposal('REQUEST_RECEIVE', {
    name: words('签收公函', 'signing for a request'),
    from: words('公函送达', 'delivered'),
    value: 1,
    unit: 'work_day',
    basis: silent,
    variants: { urgent: { name: urgent, value: 2, unit: 'hour' } },
  }),

  // Assistance (协查、协助).
  // Consultations (磋商).
  proposal('CONSULT_JOIN', {
    name: words('回复磋商召集', 'answering a call to consult'),
    from: words('召集送达', 'delivered'),
    value: 3,
    unit: 'work_day',
    basis: silent,
    variants: { urgent: { name: urgent, value: 4, unit: 'hour' } },
  }),
  proposal('CONSULT_MINUTES', {
    name: words('形成磋商纪要', 'writing the minutes of a consultation'),
    from: words('磋商时间', 'the consultation was to be held'),
    value: 5,
    unit: 'work_day',
    basis: silent,
  }),
  proposal('CONSULT_CONFIRM', {
    name: words('确认磋商纪要', 'confirming the minutes'),
    from: words('纪要送达', 'the minutes were delivered'),
    value: 3,
    unit: 'work_day',
    basis: silent,
  }),
  proposal('CONSULT_CORRECT', {
    name: words('修改磋商纪要', 'correcting the minutes'),
    from: words('收到修改意见', 'a correction was asked for'),
    value: 3,
    unit: 'work_day',
    basis: silent,
  }),
  proposal('CONSULT_CLOSE', {
    name: words('办结磋商', 'closing a consultation'),
    from: words('纪要确认', 'the minutes were confirmed'),
    value: 5,
    unit: 'work_day',
    basis: silent,
  }),
  proposal('COINVEST_REPLY', {
    name: words('答复协查', 'answering a request for assistance'),
    from: words('协查函送达', 'the request was delivered'),
    value: 15,
    unit: 'work_day',
    basis: words(
      '行政处罚法第二十六条，未定期限',
      'Administrative Penalty Law, art. 26, which sets no number',
    ),
    extension: { value: 15, basis: extendedByNotice, confidence: 'M' },
    variants: {
      urgent: {
        name: urgent,
        value: 5,
        unit: 'work_day',
        extension: { value: 5, basis: extendedByNotice, confidence: 'M' },
      },
    },
  }),
  proposal('COINVEST_SUPPLEMENT', {
    name: words('补充协查结果', 'supplementing an answer'),
    from: words('收到补充要求', 'the supplement was asked for'),
    value: 5,
    unit: 'work_day',
    basis: silent,
    variants: { urgent: { name: urgent, value: 2, unit: 'work_day' } },
  }),
  proposal('COINVEST_CONFIRM', {
    name: words('审查协查结果并办结', 'reviewing the answer and closing'),
    from: words('收到协查结果', 'the answer was received'),
    value: 5,
    unit: 'work_day',
    basis: silent,
  }),
  proposal('SERVICE_SERVE', {
    name: words('代为送达文书', 'serving a document for another agency'),
    from: words('委托送达函送达', 'the entrustment was delivered'),
    value: 5,
    unit: 'work_day',
    basis: silent,
    variants: { urgent: { name: urgent, value: 2, unit: 'work_day' } },
  }),
  proposal('SERVICE_RETURN', {
    name: words('交回送达回证', 'returning the receipt'),
    from: words('送达受送达人', 'the document was served'),
    value: 2,
    unit: 'work_day',
    basis: words(
      '交通运输行政执法程序规定“及时”交回，未定期限（待核对原文）',
      'transport procedure rules: "in time", without a number (text to be checked)',
    ),
  }),
  proposal('SERVICE_INSTRUCT', {
    name: words('两次送达未成后决定如何处理', 'deciding how to go on after two failed attempts'),
    from: words('第二次送达未成', 'the second attempt failed'),
    value: 2,
    unit: 'work_day',
    basis: silent,
  }),
  proposal('SERVICE_CONFIRM', {
    name: words('确认送达回证', 'confirming the receipt'),
    from: words('回证交回', 'the receipt was returned'),
    value: 3,
    unit: 'work_day',
    basis: silent,
  }),
  proposal('EXEC_HELP', {
    name: words('协助执行', 'helping to carry out a decision'),
    from: words('协助执行函送达', 'the request was delivered'),
    value: 15,
    unit: 'work_day',
    basis: words(
      '行政处罚法第二十六条，未定期限',
      'Administrative Penalty Law, art. 26, which sets no number',
    ),
    extension: { value: 15, basis: extendedByNotice, confidence: 'M' },
    variants: {
      urgent: {
        name: urgent,
        value: 3,
        unit: 'work_day',
        extension: { value: 3, basis: extendedByNotice, confidence: 'M' },
      },
    },
  }),
  proposal('EXEC_HELP_CONFIRM', {
    name: words('确认协助执行情况', 'confirming what was carried out'),
    from: words('收到回报', 'the report was received'),
    value: 5,
    unit: 'work_day',
    basis: silent,
  }),

  // Lookouts (布控协查): at once, by analogy with the traffic police; the numbers are ours.
  proposal('LOOKOUT_DEPLOY', {
    name: words('布控', 'deploying for a lookout'),
    from: words('布控发布', 'the lookout was issued'),
    value: 4,
    unit: 'hour',
    basis: atOnce,
    variants: {
      urgent: {
        name: urgent,
        value: 15,
        unit: 'minute',
        // Five minutes after it was issued somebody must have seen it.
        remindBefore: [{ value: 10, unit: 'minute' }],
        escalateAfter: { value: 15, unit: 'minute' },
      },
    },
  }),
  proposal('LOOKOUT_HIT', {
    name: words('答复布控发现', 'answering a hit'),
    from: words('回报发现', 'a hit was reported'),
    value: 2,
    unit: 'hour',
    basis: atOnce,
    variants: {
      urgent: { name: urgent, value: 15, unit: 'minute', escalateAfter: { value: 15, unit: 'minute' } },
    },
  }),
  proposal('LOOKOUT_LIFT', {
    name: words('确认撤除布控', 'confirming that a lookout is lifted'),
    from: words('布控解除', 'the lookout was lifted'),
    value: 4,
    unit: 'hour',
    basis: atOnce,
    variants: { urgent: { name: urgent, value: 1, unit: 'hour' } },
  }),
  proposal('LOOKOUT_LONGEST', {
    name: words('布控最长期限', 'the longest a lookout lasts'),
    from: words('布控发布', 'the lookout was issued'),
    value: 30,
    unit: 'cal_day',
    basis: words(
      '法律未规定；个人信息处理限于必要（个人信息保护法第六条、第十九条）',
      'not set by law; no longer than necessary (Personal Information Protection Law, arts 6 and 19)',
    ),
    lastDay: 'stays',
  }),

  // Light exchanges (数据纠错、预警通报、证据互认、部门移交): what goes without a letter.
  proposal('EXCHANGE_RECEIVE', {
    name: words('签收往来事项', 'signing for an exchange'),
    from: words('送达', 'delivered'),
    value: 1,
    unit: 'work_day',
    basis: silent,
    variants: { urgent: { name: urgent, value: 2, unit: 'hour' } },
  }),

  proposal('WARNING_ACKNOWLEDGE', {
    name: words('签收预警', 'signing for a warning'),
    from: words('预警发布或更新', 'the warning was issued or updated'),
    value: 1,
    unit: 'work_day',
    basis: silent,
    variants: {
      red: {
        name: words('红色', 'red'),
        value: 30,
        unit: 'minute',
        remindBefore: [{ value: 15, unit: 'minute' }],
        escalateAfter: { value: 5, unit: 'minute' },
      },
      orange: { name: words('橙色', 'orange'), value: 2, unit: 'hour' },
      blue: { name: words('蓝色', 'blue'), value: 2, unit: 'work_day' },
    },
  }),
  proposal('WARNING_WITHDRAWAL', {
    name: words('确认预警解除', 'confirming the withdrawal of a warning'),
    from: words('预警解除', 'the warning was withdrawn'),
    value: 1,
    unit: 'work_day',
    basis: silent,
    variants: {
      red: { name: words('红色', 'red'), value: 2, unit: 'hour' },
      orange: { name: words('橙色', 'orange'), value: 2, unit: 'hour' },
      blue: { name: words('蓝色', 'blue'), value: 2, unit: 'work_day' },
    },
  }),
  proposal('WARNING_LONGEST', {
    name: words('预警最长有效期', 'the longest a warning holds'),
    from: words('预警发布', 'the warning was issued'),
    value: 180,
    unit: 'cal_day',
    // What holds for longer is no warning but a rule.
    basis: silent,
    lastDay: 'stays',
  }),
  proposal('EVIDENCE_REVIEW', {
    name: words('审核异地证据', 'reviewing evidence of another region'),
    from: words('证据送达', 'the evidence was delivered'),
    value: 5,
    unit: 'work_day',
    basis: silent,
  }),
  proposal('EVIDENCE_SUPPLEMENT', {
    name: words('补正证据', 'supplementing evidence'),
    from: words('收到一次性补正清单', 'the list of all gaps was received'),
    value: 5,
    unit: 'work_day',
    basis: silent,
  }),
  // The moment stands in the matter itself; there is no length anybody could set.
  {
    ...proposal('AGREED_END', {
      name: words('事项中载明的截止时间', 'the end named in the matter itself'),
      from: words('载明的时间', 'the moment named'),
      value: 0,
      unit: 'minute',
      basis: silent,
      remindBefore: [{ value: 1, unit: 'work_day' }],
    }),
    editable: 'never',
  },

  // Referrals between departments (部门移交).
  proposal('REFERRAL_ACCEPT', {
    name: words('决定是否受理部门移交', 'deciding on a referral'),
    from: words('移交送达', 'the referral was delivered'),
    value: 5,
    unit: 'work_day',
    basis: silent,
    variants: { urgent: { name: urgent, value: 4, unit: 'hour' } },
  }),
  proposal('REFERRAL_FILE', {
    name: words('决定移交事项是否立案', 'deciding whether to file what was referred'),
    from: words('受理移交', 'the referral was taken'),
    value: 15,
    unit: 'work_day',
    basis: words(
      '行政处罚法第五十四条“及时立案”，未定期限',
      'Administrative Penalty Law, art. 54: "in time", without a number',
    ),
  }),
  proposal('REFERRAL_HANDOVER', {
    name: words('移交车辆和物品', 'handing over vehicles and objects'),
    from: words('约定的移交时间', 'the moment agreed for it'),
    value: 1,
    unit: 'work_day',
    basis: silent,
  }),
  proposal('REFERRAL_RESULT', {
    name: words('反馈移交事项处理结果', 'reporting the result of what was referred'),
    from: words('立案', 'the case was filed'),
    value: 90,
    unit: 'cal_day',
    basis: penaltyLaw(60),
  }),
  proposal('REFERRAL_CONFIRM', {
    name: words('确认移交事项处理结果', 'confirming the result of a referral'),
    from: words('收到处理结果', 'the result was received'),
    value: 5,
    unit: 'work_day',
    basis: silent,
  }),

  // Lending forces (力量支援).
  proposal('FORCE_REPLY', {
    name: words('答复力量支援请求', 'answering a request for forces'),
    from: words('请求送达', 'the request was delivered'),
    value: 3,
    unit: 'work_day',
    basis: silent,
    variants: { urgent: { name: urgent, value: 4, unit: 'hour' } },
  }),
  proposal('FORCE_ARRIVAL', {
    name: words('登记支援力量到达', 'recording that forces arrived'),
    from: words('约定的开始时间', 'the beginning that was agreed'),
    value: 1,
    unit: 'work_day',
    basis: silent,
  }),
  proposal('FORCE_RETURN', {
    name: words('登记支援力量返回', 'recording that forces returned'),
    from: words('约定的结束时间', 'the end that was agreed'),
    value: 1,
    unit: 'work_day',
    basis: silent,
  }),
  proposal('FORCE_CONFIRM', {
    name: words('确认支援工时', 'confirming the hours of forces'),
    from: words('登记返回', 'the return was recorded'),
    value: 3,
    unit: 'work_day',
    basis: silent,
  }),

  proposal('FORCE_LONGEST', {
    name: words('一次支援最长期限', 'the longest forces are lent for'),
    from: words('支援开始', 'the loan begins'),
    value: 31,
    unit: 'cal_day',
    // Lent for longer it is a posting, which is arranged elsewhere.
    basis: silent,
    lastDay: 'stays',
  }),

  // The penalty procedure (行政处罚).
  proposal('CASE_FILING', {
    name: words('决定是否立案', 'deciding whether to file a case'),
    from: words('受案', 'the case was registered'),
    value: 7,
    unit: 'cal_day',
    basis: words(
      '行政处罚法第五十四条“及时立案”，未定天数；参照临沭县做法',
      'Administrative Penalty Law, art. 54: “in time”, without a number; by the practice of Linshu',
    ),
  }),
  proposal('CASE_CLOSING', {
    name: words('不予处罚决定送达后结案', 'closing a case without penalty'),
    from: words('不予处罚决定送达', 'the decision without penalty was served'),
    value: 15,
    unit: 'work_day',
    basis: words(
      '交通运输行政执法程序规定未见天数，结案由负责人批准；参照市场监管行政处罚程序',
      'The transport procedure rules are not known to set a number, the head approves; by analogy with market regulation',
    ),
  }),
  proposal('SAME_ACT', {
    name: words('同一违法行为的时间间隔', 'how close in time acts are one act'),
    from: words('一次违法行为结束', 'one act ended'),
    value: 8,
    unit: 'hour',
    basis: words(
      '行政处罚法第二十五条、第二十九条未定标准：同车（船）、同类行为、同一路线，间隔不超过此数的，视为同一违法行为',
      'Administrative Penalty Law, arts 25 and 29, set no measure: same vehicle, behaviour and road, no further apart than this, are one act',
    ),
    remindBefore: [],
  }),
  proposal('SAME_ACT_POSSIBLE', {
    name: words('可能同一违法行为的时间间隔', 'how close in time acts may be one act'),
    from: words('一次违法行为结束', 'one act ended'),
    value: 24,
    unit: 'hour',
    basis: words(
      '行政处罚法第二十五条、第二十九条未定标准：同车（船）、同类行为，间隔不超过此数的，立案时须说明为何不是同一违法行为',
      'Administrative Penalty Law, arts 25 and 29, set no measure: this close, whoever files says why it is another act',
    ),
    remindBefore: [],
  }),
  proposal('DEFENCE', {
    name: words('当事人陈述、申辩', 'the party’s statement and defence'),
    from: words('送达违法行为通知书', 'the notice was served'),
    value: 5,
    unit: 'work_day',
    basis: words(
      '行政处罚法第四十四条、第四十五条未定期限；与要求听证的期限一致',
      'Administrative Penalty Law, arts 44 and 45, set no number; as long as for a hearing',
    ),
    remindBefore: [],
  }),
  agencyLaw('CASE_DECISION', since.penaltyLaw, {
    name: words('作出处罚决定', 'deciding on a penalty'),
    from: words('立案', 'the case was filed'),
    value: 90,
    unit: 'cal_day',
    basis: penaltyLaw(60),
    extension: {
      value: 30,
      basis: words(
        '交通运输行政执法程序规定：经负责人批准（待核对原文）',
        'transport procedure rules, with the head’s approval (text to be checked)',
      ),
      confidence: 'M',
    },
  }),
  agencyLaw('EVID_REG_SAVE', since.penaltyLaw, {
    name: words('处理先行登记保存的证据', 'deciding on evidence registered and kept'),
    from: words('采取先行登记保存', 'the evidence was registered'),
    value: 7,
    unit: 'work_day',
    basis: penaltyLaw(56),
  }),
  agencyLaw('SEIZE', since.coercionLaw, {
    name: words('查封、扣押期限', 'sealing and seizure'),
    from: words('采取查封、扣押', 'the measure was taken'),
    value: 30,
    unit: 'cal_day',
    basis: coercionLaw(25),
    extension: { value: 30, basis: coercionLaw(25), confidence: 'V' },
    // It limits a power over somebody's property: the law says no more than 30 days, so a holiday does not add to it.
    lastDay: 'stays',
  }),
  agencyLaw('EMERGENCY_MEASURE_REPORT', since.coercionLaw, {
    name: words('当场采取强制措施后报告并补办手续', 'reporting a measure taken on the spot'),
    from: words('当场采取强制措施', 'the measure was taken'),
    value: 24,
    unit: 'hour',
    basis: coercionLaw(19),
  }),
  partyLaw('HEARING_REQUEST', since.penaltyLaw, {
    name: words('当事人要求听证', 'the party’s request for a hearing'),
    from: words('告知听证权利', 'the party was told of the right'),
    value: 5,
    unit: 'work_day',
    basis: penaltyLaw(64),
  }),
  agencyLaw('HEARING_NOTICE_BEFORE', since.penaltyLaw, {
    name: words('举行听证前通知当事人', 'notice before a hearing'),
    from: words('举行听证', 'the hearing takes place'),
    value: 7,
    unit: 'work_day',
    basis: penaltyLaw(64),
    counts: 'before',
    limit: 'at-least',
  }),
  agencyLaw('SERVE_DECISION', since.penaltyLaw, {
    name: words('送达处罚决定书', 'serving the decision'),
    from: words('作出处罚决定', 'the decision was made'),
    value: 7,
    unit: 'work_day',
    basis: penaltyLaw(61),
  }),
  partyLaw('PAY_FINE', since.penaltyLaw, {
    name: words('当事人缴纳罚款', 'paying the fine'),
    from: words('收到处罚决定书', 'the decision was served'),
    value: 15,
    unit: 'cal_day',
    basis: penaltyLaw(67),
  }),
  partyLaw('DEMAND_BEFORE_COURT', since.coercionLaw, {
    name: words('催告后申请法院强制执行', 'waiting after a demand before going to court'),
    from: words('送达催告书', 'the demand was served'),
    value: 10,
    unit: 'work_day',
    basis: coercionLaw(54, 69),
  }),
  agencyLaw('COURT_APPLY', since.coercionLaw, {
    name: words('申请法院强制执行', 'applying to the court for enforcement'),
    from: words('复议、诉讼期限届满', 'the time for remedies ended'),
    value: 3,
    unit: 'month',
    basis: coercionLaw(53),
  }),
  partyLaw('RECONSIDER', '2024-01-01', {
    name: words('申请行政复议', 'applying for reconsideration'),
    from: words('知道该行政行为', 'the party learned of the act'),
    value: 60,
    unit: 'cal_day',
    basis: words('行政复议法第二十条', 'Administrative Reconsideration Law, art. 20'),
  }),
  partyLaw('LITIGATE', '2015-05-01', {
    name: words('提起行政诉讼', 'going to court'),
    from: words('知道该行政行为', 'the party learned of the act'),
    value: 6,
    unit: 'month',
    basis: words('行政诉讼法第四十六条', 'Administrative Litigation Law, art. 46'),
  }),
  agencyLaw('PUBLISH_WITHDRAW', since.penaltyLaw, {
    name: words('撤回已公开的处罚决定', 'withdrawing a published decision'),
    from: words('决定被变更、撤销、确认违法或无效', 'the decision was changed or annulled'),
    value: 3,
    unit: 'work_day',
    basis: penaltyLaw(48),
  }),
  partyLaw('LIMITATION', since.penaltyLaw, {
    name: words('违法行为追究时效', 'limitation of penalties'),
    from: words('违法行为发生或终了', 'the act happened, or ended'),
    value: 2,
    unit: 'year',
    basis: penaltyLaw(36),
    variants: {
      harm: {
        name: words('涉及生命健康安全、金融安全且有危害后果', 'harm to life, health or finance'),
        value: 5,
        unit: 'year',
        remindBefore: [],
      },
    },
    // A limit on punishing: a holiday does not add to it.
    lastDay: 'stays',
  }),

  // Suspected crimes (涉嫌犯罪移送): fixed by the State Council, not for anybody to edit.
  fixedLaw('CRIME_APPROVE', since.crimeOrder, {
    name: words('负责人决定是否移送公安机关', 'the head decides on a transfer to the police'),
    from: words('接到书面报告', 'the written report was received'),
    value: 3,
    unit: 'cal_day',
    basis: crimeOrder(5),
  }),
  fixedLaw('CRIME_TRANSFER', since.crimeOrder, {
    name: words('向同级公安机关移送', 'transfer to the police of the same level'),
    from: words('批准移送', 'the transfer was approved'),
    value: 24,
    unit: 'hour',
    basis: crimeOrder(5),
  }),
  fixedLaw('CRIME_POLICE_FORWARD', since.crimeOrder, {
    name: words('公安机关转送有管辖权的机关', 'police forward to the competent organ'),
    from: words('接受移送', 'the police received the case'),
    value: 24,
    unit: 'hour',
    basis: crimeOrder(7),
  }),
  fixedLaw('CRIME_POLICE_DECIDE', since.crimeOrder, {
    name: words('公安机关决定是否立案', 'police decide whether to file'),
    from: words('接受移送', 'the police received the case'),
    value: 3,
    unit: 'cal_day',
    basis: crimeOrder(8),
  }),
  fixedLaw('CRIME_RECON_REQUEST', since.crimeOrder, {
    name: words('提请复议或者建议立案监督', 'asking the police to reconsider'),
    from: words('接到不予立案通知书', 'the notice of not filing was received'),
    value: 3,
    unit: 'cal_day',
    basis: crimeOrder(9),
  }),
  fixedLaw('CRIME_RECON_DECIDE', since.crimeOrder, {
    name: words('公安机关作出复议决定', 'police decide on reconsideration'),
    from: words('收到提请复议', 'the request was received'),
    value: 3,
    unit: 'cal_day',
    basis: crimeOrder(9),
  }),
  fixedLaw('CRIME_SUPERVISION', since.crimeOrder, {
    name: words('建议检察机关立案监督', 'suggesting supervision by the procuratorate'),
    from: words('收到维持不予立案的复议决定', 'the decision was upheld'),
    value: 3,
    unit: 'cal_day',
    basis: crimeOrder(9),
  }),
  proposal('POLICE_SIGN', {
    name: words('公安机关签收涉嫌犯罪案件', 'police sign for a suspected crime'),
    from: words('移送送达', 'delivered'),
    value: 24,
    unit: 'hour',
    basis: words(
      '行政执法机关移送涉嫌犯罪案件的规定第七条，应当签收，未定期限',
      'Rules on transferring suspected crimes (State Council order 310), art. 7: to be signed for, without a number',
    ),
  }),
  proposal('POLICE_SUPERVISED', {
    name: words('立案监督后的处理', 'what follows supervision by the procuratorate'),
    from: words('建议立案监督', 'supervision was suggested'),
    value: 30,
    unit: 'cal_day',
    basis: silent,
  }),
  proposal('POLICE_OUTCOME', {
    name: words('反馈刑事处理结果', 'telling the outcome of the criminal case'),
    from: words('办结移交手续', 'the hand-over was completed'),
    value: 6,
    unit: 'month',
    basis: silent,
  }),
  fixedLaw('CRIME_HANDOVER', since.crimeOrder, {
    name: words('移交涉案物品和材料', 'handing objects and materials to the police'),
    from: words('接到立案通知书', 'the notice of filing was received'),
    value: 3,
    unit: 'cal_day',
    basis: crimeOrder(12),
  }),

  // Overload and oversize (超限).
  agencyLaw('OVERLOAD_NOTIFY_REG', since.overload, {
    name: words('抄告车籍地', 'notifying the place of registration'),
    from: words('案件处理完毕', 'the case was handled'),
    value: 7,
    unit: 'work_day',
    basis: words(
      '超限运输车辆行驶公路管理规定第四十四条',
      'Rules on overloaded vehicles (MOT order 62 of 2016), art. 44',
    ),
  }),
  proposal('NOTICE_RECEIVE', {
    name: words('签收结案抄告', 'signing for a case notice'),
    from: words('抄告送达', 'delivered'),
    value: 2,
    unit: 'work_day',
    basis: silent,
  }),
  proposal('NOTICE_ANSWER', {
    name: words('反馈抄告处理情况', 'answering a case notice'),
    from: words('签收抄告', 'signed for'),
    value: 30,
    unit: 'cal_day',
    basis: silent,
  }),
  proposal('NOTICE_RECALL', {
    name: words('确认撤回抄告', 'confirming the recall of a case notice'),
    from: words('收到撤回', 'the recall was received'),
    value: 3,
    unit: 'work_day',
    basis: words(
      '参照行政处罚法第四十八条撤回公开决定的期限',
      'by analogy with the Administrative Penalty Law, art. 48, on published decisions',
    ),
  }),
  ...(
    [
      ['I', 5],
      ['II', 10],
      ['III', 20],
    ] as const
  ).map(([level, value]) =>
    agencyLaw(`OVERSIZE_XPROV_${level}`, since.overload, {
      name: words(`跨省大件运输许可（${level} 类）`, `cross-province oversize permit, class ${level}`),
      from: words('受理申请', 'the application was accepted'),
      value,
      unit: 'work_day',
      basis: words('超限运输车辆行驶公路管理规定', 'Rules on overloaded vehicles (MOT order 62 of 2016)'),
      source: read.page,
    }),
  ),
  partyLaw('CREDIT_LIST', '2017-01-01', {
    name: words('严重失信超限名单公布期', 'publication of the overload credit list'),
    from: words('列入名单', 'entered on the list'),
    value: 2,
    unit: 'year',
    basis: words('交办公路〔2017〕8号', 'MOT office notice 8 of 2017'),
    source: read.page,
    lastDay: 'stays',
  }),

  // Sharing data (政务数据共享).
  agencyLaw('DATA_REPLY_UNCOND', since.dataSharing, {
    name: words('答复无条件共享申请', 'answering a request for unconditional data'),
    from: words('收到申请', 'the request was received'),
    value: 1,
    unit: 'work_day',
    basis: dataSharing(21),
  }),
  agencyLaw('DATA_REPLY_COND', since.dataSharing, {
    name: words('答复有条件共享申请', 'answering a request for conditional data'),
    from: words('收到申请', 'the request was received'),
    value: 10,
    unit: 'work_day',
    basis: dataSharing(21),
    extension: { value: 10, basis: dataSharing(21), confidence: 'V' },
  }),
  agencyLaw('DATA_PROVIDE', since.dataSharing, {
    name: words('提供数据', 'providing the data'),
    from: words('同意共享', 'sharing was agreed'),
    value: 20,
    unit: 'work_day',
    basis: dataSharing(22),
  }),
  agencyLaw('DATA_CORRECT', since.dataSharing, {
    name: words('校核纠错', 'correcting data'),
    from: words('收到校核申请', 'the report of an error was received'),
    value: 10,
    unit: 'work_day',
    basis: dataSharing(26),
  }),
  proposal('DATA_CONFIRM', {
    name: words('确认纠错答复', 'confirming the answer to a correction'),
    from: words('收到答复', 'the answer was received'),
    value: 5,
    unit: 'work_day',
    basis: silent,
  }),
  proposal('DATA_DISPUTE', {
    name: words('裁决数据争议', 'ruling on a dispute over data'),
    from: words('报请共同上级', 'referred to the common superior'),
    value: 10,
    unit: 'work_day',
    basis: words(
      '政务数据共享条例第二十八条，未定期限',
      'Government Data Sharing Regulation, art. 28, which sets no number',
    ),
  }),
  proposal('DATA_CORRECT_ORDERED', {
    name: words('按上级要求更正', 'correcting as the superior ordered'),
    from: words('上级责成更正', 'the correction was ordered'),
    value: 3,
    unit: 'work_day',
    basis: silent,
  }),
  agencyLaw('DATA_USE_LOG', since.dataSharing, {
    name: words('留存数据使用记录', 'keeping the record of data use'),
    from: words('使用数据', 'the data was used'),
    value: 3,
    unit: 'year',
    basis: dataSharing(29),
    limit: 'at-least',
    remindBefore: [],
  }),
  proposal('AV_RETENTION', {
    name: words('非证据音像资料最短保存期', 'keeping sound and video that is no evidence'),
    from: words('资料入库', 'the recording was added'),
    value: 6,
    unit: 'month',
    basis: words(
      '各地执法音像记录通行做法：不少于六个月；作为证据的随案卷保存（待核对当地规定）',
      'common local practice: six months at least; what is evidence is kept as long as its case file (to be checked locally)',
    ),
    confidence: 'M',
    source: read.unclear,
    limit: 'at-least',
    lastDay: 'stays',
    remindBefore: [],
  }),
  agencyLaw('NETLOG', '2017-06-01', {
    name: words('留存网络日志', 'keeping network logs'),
    from: words('产生日志', 'the log was written'),
    value: 6,
    unit: 'month',
    basis: words('网络安全法（2016）第二十一条', 'Cybersecurity Law (2016), art. 21'),
    limit: 'at-least',
    remindBefore: [],
    effectiveTo: '2025-12-31',
  }),
  agencyLaw('NETLOG', '2026-01-01', {
    name: words('留存网络日志', 'keeping network logs'),
    from: words('产生日志', 'the log was written'),
    value: 6,
    unit: 'month',
    basis: words(
      '网络安全法（2026 年 1 月 1 日起施行的修正文本，条号待核对）',
      'Cybersecurity Law as in force since 2026 (article to be checked)',
    ),
    confidence: 'M',
    source: read.unclear,
    limit: 'at-least',
    remindBefore: [],
  }),

  // Accidents (事故报告).
  fixedLaw('ACCIDENT_UNIT', '2007-06-01', {
    name: words('事故单位报告', 'report by the unit'),
    from: words('接到事故报告', 'the accident became known'),
    value: 1,
    unit: 'hour',
    basis: words(
      '生产安全事故报告和调查处理条例第九条',
      'Work Safety Accident Regulation (order 493), art. 9',
    ),
  }),
  fixedLaw('ACCIDENT_LEVEL', '2007-06-01', {
    name: words('逐级上报事故（每级）', 'reporting upwards, each level'),
    from: words('接到事故报告', 'the report was received'),
    value: 2,
    unit: 'hour',
    basis: words(
      '生产安全事故报告和调查处理条例第十一条',
      'Work Safety Accident Regulation (order 493), art. 11',
    ),
  }),

  // Numbers whose sources disagree or could not be read.
  partyLaw('PUBLIC_NOTICE_SERVICE', '2022-01-01', {
    name: words('公告送达', 'service by public notice'),
    from: words('发出公告', 'the notice was published'),
    value: 60,
    unit: 'cal_day',
    basis: words('交通运输行政执法程序规定（待核对原文）', 'transport procedure rules (text to be checked)'),
    confidence: 'OPEN',
    source: read.unclear,
    variants: {
      civil: {
        name: words('依民事诉讼法', 'by the Civil Procedure Law'),
        value: 30,
        unit: 'cal_day',
        basis: words('民事诉讼法第九十五条', 'Civil Procedure Law, art. 95'),
        confidence: 'V',
        remindBefore: [],
      },
    },
  }),
  proposal('HOTLINE_TRANSFER', {
    name: words('转办 12328 工单', 'passing on a 12328 ticket'),
    from: words('受理来电', 'the call was taken'),
    value: 1,
    unit: 'work_day',
    basis: words('交运发〔2021〕89号（待核对原文）', 'MOT notice 89 of 2021 (text to be checked)'),
    confidence: 'OPEN',
    source: read.unclear,
  }),
  proposal('HOTLINE_COMPLAINT', {
    name: words('办结 12328 投诉举报', 'closing a 12328 complaint'),
    from: words('转办', 'passed on'),
    value: 15,
    unit: 'work_day',
    basis: words('交运发〔2021〕89号（待核对原文）', 'MOT notice 89 of 2021 (text to be checked)'),
    confidence: 'OPEN',
    source: read.unclear,
    extension: {
      value: 15,
      basis: words('交运发〔2021〕89号（待核对原文）', 'MOT notice 89 of 2021 (text to be checked)'),
      confidence: 'M',
    },
  }),
]
