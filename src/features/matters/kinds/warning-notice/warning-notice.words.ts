import type { KindWords } from '../../kind.ts'
import { lightActionWords, lightFieldWords, lightStateWords } from '../light-exchange.ts'
import {
  contactFieldWords,
  declarationFieldWords,
  subjectFieldWords,
  subjectOptionWords,
} from '../subject-words.ts'
import type { warningNoticeChart } from './warning-notice.chart.ts'

const { askBack: _, release: __, ...begin } = lightActionWords

/** All words of a warning notice 执法预警通报. */
export const warningNoticeWords: KindWords<typeof warningNoticeChart> = {
  name: { zh: '执法预警通报', en: 'Warning notice' },
  purpose: {
    zh: '将区域内须共同防范的情况一次通报多个成员机关，逐一签收；更新和解除发到同一范围，各机关可回报查获情况。',
    en: 'Warns many members at once of what they should look out for; each signs for it. Updates and the withdrawal reach the same ones, and members report hits.',
  },

  states: {
    ...lightStateWords,
    sent: { zh: '已发布待签收', en: 'Issued, not yet signed for' },
    acknowledged: { zh: '已签收，生效中', en: 'Signed for, in force' },
    withdrawn: { zh: '已解除待确认', en: 'Withdrawn, to be confirmed' },
    closed: { zh: '已解除', en: 'Withdrawn' },
    expired: { zh: '有效期满', en: 'Expired' },
  },

  actions: {
    ...begin,
    send: {
      zh: '发布预警',
      en: 'Issue',
      means: {
        zh: '即刻送达所选全部机关；签收期限按预警级别分别计算，红色以分钟计。',
        en: 'Delivered at once to all chosen; the time for signing depends on the severity, in minutes if red.',
      },
    },
    acknowledge: {
      zh: '签收',
      en: 'Sign for it',
      means: {
        zh: '确认收到预警和此前的更新，并按要求防范。',
        en: 'Confirms the warning with what was added so far; you act on it.',
      },
    },
    update: {
      zh: '更新预警',
      en: 'Update',
      means: {
        zh: '发到同一范围的全部机关，各机关须重新签收。要改变级别或有效期的，请另发新预警并解除本预警。',
        en: 'Reaches all it went to, and each signs again. To change severity or validity, issue a new one and withdraw this.',
      },
    },
    acknowledgeUpdate: {
      zh: '签收更新',
      en: 'Sign for the update',
      means: { zh: '确认收到最近一次更新。', en: 'Confirms the latest update.' },
    },
    withdraw: {
      zh: '解除预警',
      en: 'Withdraw',
      means: {
        zh: '向同一范围的全部机关解除，各机关须确认；不能恢复。',
        en: 'Withdraws it from all it went to; each confirms. This cannot be undone.',
      },
    },
    confirmWithdrawal: {
      zh: '确认解除',
      en: 'Confirm the withdrawal',
      means: { zh: '确认已撤下预警，不再按其检查。', en: 'Confirms that nobody here acts on it any more.' },
    },
    expire: {
      zh: '有效期满',
      en: 'Expire',
      means: { zh: '有效期届满，预警自动失效。', en: 'The validity is over and the warning ends by itself.' },
    },
    reportHit: {
      zh: '回报查获',
      en: 'Report a hit',
      means: {
        zh: '将查获情况告知发布机关；预警继续有效，可多次回报。',
        en: 'Tells the issuer what was met; the warning stays in force, and there may be more.',
      },
    },
  },

  clocks: {
    acknowledgement: { zh: '签收期限', en: 'Signing for it' },
    validity: { zh: '预警有效期', en: 'Validity' },
    withdrawal: { zh: '确认解除期限', en: 'Confirming the withdrawal' },
  },

  fields: {
    ...lightFieldWords,
    to: {
      zh: '通报范围',
      en: 'Sent to',
      hint: {
        zh: '最多二百个机关，各自独立签收。更新和解除自动发到同一范围。',
        en: 'Two hundred agencies at most; updates and the withdrawal go to the same ones.',
      },
    },
    warning: {
      zh: '预警内容',
      en: 'The warning',
      hint: {
        zh: '不得写入举报人的任何信息：所有接收机关都能看到。',
        en: 'Write nothing about who reported it: every receiver reads this.',
      },
    },
    'warning.title': {
      zh: '标题',
      en: 'Title',
      hint: { zh: '一句话说明，不写个人姓名。', en: 'One line, without names of persons.' },
    },
    'warning.severity': {
      zh: '预警级别',
      en: 'Severity',
      hint: {
        zh: '级别决定签收期限：红色 30 分钟，橙色 2 小时，黄色 1 个工作日，蓝色 2 个工作日；协作区域可另行约定。',
        en: 'It sets the time for signing: red 30 minutes, orange 2 hours, yellow one working day, blue two; an alliance may agree on others.',
      },
    },
    'warning.category': { zh: '预警类别', en: 'Category' },
    'warning.facts': { zh: '情况', en: 'Facts' },
    'warning.area': { zh: '涉及区域、路段、水域', en: 'Area, roads or waters' },
    'warning.validUntil': {
      zh: '有效期至',
      en: 'Valid until',
      hint: {
        zh: '期满自动失效；最长期限见时限规则。',
        en: 'It ends by itself then; the rules say how long it may hold.',
      },
    },
    request: { zh: '防范要求', en: 'What to do' },
    'request.measures': { zh: '防范和检查措施', en: 'Precautions and checks' },
    'request.onHit': { zh: '查获后的处置要求', en: 'In case of a hit' },
    subjects: {
      zh: '涉及的车、船、单位、个人',
      en: 'Vehicles, ships, organisations, persons',
      hint: { zh: '没有具体对象的可不填。', en: 'Leave out where nobody in particular is meant.' },
    },
    ...subjectFieldWords('subjects[]'),
    ...contactFieldWords,
    ...declarationFieldWords,
    'declaration.noReporter': {
      zh: '内容和附件不含举报人信息',
      en: 'Neither text nor files say who reported it',
    },

    facts: { zh: '情况', en: 'Facts' },
    measures: { zh: '新的防范要求', en: 'What else to do' },
    explanation: { zh: '说明', en: 'Explanation' },
    replacedBy: {
      zh: '新预警编号',
      en: 'Number of the new warning',
      hint: {
        zh: '由新预警代替的，先发布新预警再填写。',
        en: 'Where another takes its place: issue that first.',
      },
    },
    subject: {
      zh: '查获对象',
      en: 'Which one',
      hint: { zh: '预警中列出的对象；未列出的留空。', en: 'One of those listed; else leave empty.' },
    },
    at: { zh: '查获时间', en: 'When' },
    place: { zh: '查获地点', en: 'Where' },
    handling: { zh: '处置情况', en: 'What was done' },
    caseNumber: { zh: '立案案号', en: 'Case number' },
  },

  options: {
    'warning.severity': {
      red: { zh: '红色（特别严重）', en: 'Red: extremely serious' },
      orange: { zh: '橙色（严重）', en: 'Orange: serious' },
      yellow: { zh: '黄色（较重）', en: 'Yellow: considerable' },
      blue: { zh: '蓝色（一般）', en: 'Blue: ordinary' },
    },
    'warning.category': {
      'illegal-operation': { zh: '非法营运', en: 'Illegal operation' },
      overload: { zh: '超限超载', en: 'Overloading' },
      hazmat: { zh: '危险货物运输', en: 'Dangerous goods' },
      'passenger-safety': { zh: '客运安全', en: 'Passenger safety' },
      'forged-documents': { zh: '伪造证件、标志牌', en: 'Forged documents' },
      obstruction: { zh: '暴力抗法、阻碍执法', en: 'Violence against officers' },
      'mass-incident': { zh: '群体性事件', en: 'Group incidents' },
      waterway: { zh: '水路运输', en: 'Waterways' },
      'weather-road': { zh: '气象、路况', en: 'Weather and roads' },
      other: { zh: '其他', en: 'Other' },
    },
    ...subjectOptionWords('subjects[]'),
    reason: {
      over: { zh: '险情已消除', en: 'The danger is over' },
      found: { zh: '对象已查获', en: 'It was found' },
      wrong: { zh: '预警内容有误', en: 'It was wrong' },
      replaced: { zh: '已由新预警代替', en: 'Another warning takes its place' },
    },
  },
}
