import { plateColours } from '../../../../kernel/identifiers/plate.ts'
import type { Words } from '../../../../kernel/words.ts'
import type { KindWords } from '../../kind.ts'
import { lightActionWords, lightFieldWords, lightStateWords } from '../light-exchange.ts'
import {
  contactFieldWords,
  declarationFieldWords,
  partyFieldWords,
  partyKindWords,
  reasonWords,
  shipFieldWords,
  shipTypeWords,
  vehicleFieldWords,
  vehicleTypeWords,
} from '../subject-words.ts'
import type { partnerReferralChart } from './partner-referral.chart.ts'
import { referralTypes } from './referral-types.ts'

const typeWords: Readonly<Record<string, Words>> = Object.fromEntries(
  referralTypes.map(({ type, words, to }) => [
    type,
    to === 'partner'
      ? { zh: `向部门移交：${words.zh}`, en: `To a partner: ${words.en}` }
      : { zh: `向交通移交：${words.zh}`, en: `To transport: ${words.en}` },
  ]),
)

const { MissingDocument: _, ...reasons } = reasonWords

/** All words of a referral between departments 部门移交. */
export const partnerReferralWords: KindWords<typeof partnerReferralChart> = {
  name: { zh: '部门移交', en: 'Referral between departments' },
  purpose: {
    zh: '公安、市场监管、海事、渔政、高速公路经营等部门与交通运输执法机构相互移交案件和线索，取得受理、立案和处理结果。',
    en: 'Police, market regulation, maritime, fishery, expressway companies and transport agencies hand cases and clues over to each other, and learn whether they were taken, filed and how they ended.',
  },

  states: {
    ...lightStateWords,
    received: { zh: '已签收待受理', en: 'Signed for, to be taken' },
    accepted: { zh: '已受理待立案', en: 'Taken, to be filed' },
    filed: { zh: '已立案', en: 'Filed' },
    reported: { zh: '结果已反馈', en: 'Result reported' },
    closed: { zh: '已办结', en: 'Closed' },
    declined: { zh: '不予受理', en: 'Not taken' },
  },

  actions: {
    ...lightActionWords,
    send: {
      zh: '移交',
      en: 'Refer',
      means: {
        zh: '即刻送达对方，签收和受理期限开始计算；受理之前仍由本单位负责现场和物品。',
        en: 'Delivered at once, and the times for signing and taking begin; until it is taken, scene and objects are yours.',
      },
    },
    accept: {
      zh: '受理',
      en: 'Take it',
      means: {
        zh: '自此由本单位主办，立案决定期限开始计算。',
        en: 'Your agency leads from now on; the time for deciding whether to file begins.',
      },
    },
    decline: {
      zh: '不予受理',
      en: 'Decline',
      means: {
        zh: '说明理由；不属本单位职权的，写明应由哪个部门办理。',
        en: 'Says why; where it is not yours, which department is competent.',
      },
    },
    file: {
      zh: '立案',
      en: 'File it',
      means: {
        zh: '以本单位案号立案，并告知移交方。',
        en: 'Files it under your own number and tells the other side.',
      },
    },
    declineToFile: {
      zh: '不予立案',
      en: 'Decline to file',
      means: {
        zh: '说明不予立案的理由并告知移交方。',
        en: 'Says why nothing is filed, and tells the other side.',
      },
    },
    handOver: {
      zh: '移交车辆和物品',
      en: 'Hand over',
      means: { zh: '登记实际移交的车辆、证件和物品。', en: 'Records what was handed over in fact.' },
    },
    confirmHandOver: {
      zh: '确认收到车辆和物品',
      en: 'Confirm what was handed over',
      means: {
        zh: '逐件核对后确认；自此由本单位保管。',
        en: 'Confirms after checking each item; from now on you keep them.',
      },
    },
    reportResult: {
      zh: '反馈结果',
      en: 'Report the result',
      means: {
        zh: '将处理结果告知移交方，请其确认。',
        en: 'Tells the other side how it ended; it confirms.',
      },
    },
    confirm: {
      zh: '确认并办结',
      en: 'Confirm and close',
      means: {
        zh: '确认收到结果，移交办结；列明的物品须已交接。',
        en: 'Confirms the result and closes it; what was listed must have been handed over.',
      },
    },
  },

  clocks: {
    receipt: { zh: '签收期限', en: 'Signing for it' },
    acceptance: { zh: '受理期限', en: 'Taking it' },
    filing: { zh: '立案决定期限', en: 'Deciding whether to file' },
    handOver: { zh: '移交物品期限', en: 'Handing over' },
    result: { zh: '反馈结果期限', en: 'Reporting the result' },
    confirmation: { zh: '确认结果期限', en: 'Confirming the result' },
  },

  fields: {
    ...lightFieldWords,
    to: {
      zh: '接收单位',
      en: 'Referred to',
      hint: {
        zh: '按职权选择：系统会核对对方是否办理该类事项。',
        en: 'By competence: whether it deals with such matters is checked.',
      },
    },
    referral: { zh: '移交事由', en: 'Why it is referred' },
    'referral.type': { zh: '移交类型', en: 'Type' },
    'referral.nature': { zh: '性质', en: 'Nature' },
    'referral.urgency': {
      zh: '紧急程度',
      en: 'Urgency',
      hint: {
        zh: '人、车在现场等候接收的选“紧急”。',
        en: 'Urgent where people or vehicles wait on the spot.',
      },
    },
    'referral.reasons': { zh: '移交理由', en: 'Reasons' },
    'referral.legalBasis': { zh: '移交依据', en: 'Legal basis' },
    'referral.documentNumber': { zh: '移送函文号', en: 'Number of the letter' },
    facts: {
      zh: '情况',
      en: 'Facts',
      hint: { zh: '不得写入举报人的任何信息。', en: 'Write nothing about who reported it.' },
    },
    'facts.title': {
      zh: '标题',
      en: 'Title',
      hint: { zh: '一句话说明，不写个人姓名。', en: 'One line, without names of persons.' },
    },
    'facts.facts': { zh: '已了解的事实', en: 'What is known' },
    'facts.place': { zh: '地点', en: 'Place' },
    'facts.occurredAt': { zh: '发现时间', en: 'Found at' },
    party: { zh: '当事人', en: 'Party' },
    ...partyFieldWords('party'),
    vehicle: { zh: '涉及车辆', en: 'Vehicle' },
    ...vehicleFieldWords('vehicle'),
    occupancy: { zh: '载客情况', en: 'People aboard' },
    'occupancy.seats': { zh: '核载人数', en: 'Seats' },
    'occupancy.aboard': { zh: '实载人数', en: 'Aboard' },
    'occupancy.payers': { zh: '付费乘客人数', en: 'Passengers who paid' },
    'occupancy.fareYuan': { zh: '每人票价（元）', en: 'Fare of each (yuan)' },
    ship: { zh: '涉及船舶', en: 'Ship' },
    ...shipFieldWords('ship'),
    custody: {
      zh: '移交的车辆和物品',
      en: 'What is handed over',
      hint: { zh: '没有车辆、证件、物品要移交的不填。', en: 'Leave out where there is nothing.' },
    },
    'custody.promisedAt': { zh: '约定移交时间', en: 'To be handed over at' },
    'custody.place': { zh: '移交地点', en: 'Where' },
    'custody.items': { zh: '清单', en: 'List' },
    'custody.items[].name': { zh: '名称', en: 'Name' },
    'custody.items[].quantity': { zh: '数量', en: 'Quantity' },
    'custody.items[].unit': { zh: '单位', en: 'Unit' },
    'custody.items[].condition': { zh: '状况', en: 'Condition' },
    finders: { zh: '查获、经办人员', en: 'Found by' },
    'finders[].name': { zh: '姓名', en: 'Name' },
    'finders[].badge': { zh: '证件号（执法证号、警号、工号）', en: 'Certificate or badge' },
    ...contactFieldWords,
    ...declarationFieldWords,
    'declaration.noReporter': {
      zh: '内容和附件不含举报人信息',
      en: 'Neither text nor files say who reported it',
    },

    receiptNumber: { zh: '受理编号', en: 'Number of the receipt' },
    grounds: { zh: '事实和理由', en: 'Grounds' },
    competent: {
      zh: '应由谁办理',
      en: 'Who is competent',
      hint: { zh: '不属于本机关管辖的必填。', en: 'Needed where it is not yours.' },
    },
    caseNumber: { zh: '立案案号', en: 'Case number' },
    filedAt: { zh: '立案时间', en: 'Filed at' },
    at: { zh: '时间', en: 'When' },
    place: { zh: '地点', en: 'Where' },
    items: { zh: '移交清单', en: 'What was handed over' },
    'items[].name': { zh: '名称', en: 'Name' },
    'items[].quantity': { zh: '数量', en: 'Quantity' },
    'items[].unit': { zh: '单位', en: 'Unit' },
    'items[].condition': { zh: '状况', en: 'Condition' },
    handedBy: { zh: '移交人', en: 'Handed over by' },
    receivedBy: { zh: '接收人', en: 'Received by' },
    discrepancies: {
      zh: '与清单不符之处',
      en: 'What differs from the list',
      hint: { zh: '没有不符的留空。', en: 'Leave empty where nothing differs.' },
    },
    outcome: { zh: '处理结果', en: 'Outcome' },
    decisionNumber: { zh: '决定书文号', en: 'Number of the decision' },
    summary: { zh: '结果摘要', en: 'Summary' },
  },

  options: {
    'referral.type': typeWords,
    'referral.nature': {
      clue: { zh: '线索', en: 'A clue' },
      case: { zh: '案件', en: 'A case' },
    },
    'referral.urgency': {
      normal: { zh: '一般', en: 'Normal' },
      urgent: { zh: '紧急', en: 'Urgent' },
    },
    'party.kind': partyKindWords,
    'vehicle.colour': plateColours,
    'vehicle.type': vehicleTypeWords,
    'ship.type': shipTypeWords,
    reason: reasons,
    outcome: {
      penalty: { zh: '给予行政处罚', en: 'Penalty' },
      'no-penalty': { zh: '不予行政处罚', en: 'No penalty' },
      criminal: { zh: '涉嫌犯罪，依法移送', en: 'Suspected crime, transferred' },
      other: { zh: '其他处理', en: 'Dealt with otherwise' },
    },
  },
}
