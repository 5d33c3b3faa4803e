import type { KindWords } from '../../kind.ts'
import {
  declarationFieldWords,
  reasonWords,
  subjectFieldWords,
  subjectOptionWords,
} from '../subject-words.ts'
import type { clueChart } from './clue.chart.ts'

const { MissingDocument: _, ...returnWords } = reasonWords

/** All words of a clue 线索. */
export const clueWords: KindWords<typeof clueChart> = {
  name: { zh: '线索推送', en: 'Clue' },
  purpose: {
    zh: '把发现的涉嫌违法线索推送给有关机关核查，并取得反馈。线索不是证据，须经对方核实转化。',
    en: 'Pushes what was noticed to the agencies that should look into it and brings back what they found. A clue is no evidence until it has been verified.',
  },

  states: {
    drafted: { zh: '拟稿', en: 'Draft' },
    pushed: { zh: '已推送待签收', en: 'Pushed, not yet signed for' },
    received: { zh: '已签收待研判', en: 'Signed for, to be judged' },
    verifying: { zh: '核查中', en: 'Being verified' },
    concluded: { zh: '核查结束待反馈', en: 'Verified, to be fed back' },
    fedBack: { zh: '已反馈待评价', en: 'Fed back, to be rated' },
    closed: { zh: '已办结', en: 'Closed' },
    returned: { zh: '已退回', en: 'Given back' },
    recalled: { zh: '已撤回', en: 'Taken back' },
    discarded: { zh: '已作废', en: 'Discarded' },
  },

  actions: {
    push: {
      zh: '推送',
      en: 'Push',
      means: {
        zh: '即刻送达所选机关，各自的签收期限开始计算；紧急线索以小时计。',
        en: 'Delivered at once to every agency chosen; the time for signing begins for each, in hours if urgent.',
      },
    },
    discard: {
      zh: '作废',
      en: 'Discard',
      means: {
        zh: '不再推送；记录保留，不能恢复。',
        en: 'It will not be pushed; the record stays and this cannot be undone.',
      },
    },
    acknowledge: {
      zh: '签收',
      en: 'Sign for it',
      means: {
        zh: '确认收到，研判期限开始计算。',
        en: 'Confirms that it arrived; the time for judging it begins.',
      },
    },
    giveUp: {
      zh: '不再发送',
      en: 'Give up sending',
      means: {
        zh: '未能送达的单位不再重发，这一往来到此结束；其他承办单位不受影响。',
        en: 'What could not be delivered is not sent again, and this conversation ends; others go on.',
      },
    },
    askBack: {
      zh: '请求撤回',
      en: 'Ask for it back',
      means: {
        zh: '请对方同意撤回；对方仍可继续核查，期限照常计算。只能请求一次。',
        en: 'Asks the other side to let it go; it may still go on, and the times run. Once only.',
      },
    },
    release: {
      zh: '同意撤回',
      en: 'Let it go back',
      means: { zh: '同意撤回，本机关不再核查。', en: 'Your agency looks into it no further.' },
    },
    take: {
      zh: '受理核查',
      en: 'Take it up',
      means: {
        zh: '由本机关核查，核查期限开始计算。',
        en: 'Your agency looks into it; the time for verifying begins.',
      },
    },
    return: {
      zh: '退回',
      en: 'Give it back',
      means: {
        zh: '说明理由退回推送方，本机关不核查。',
        en: 'Gives it back with a reason; your agency does not look into it.',
      },
    },
    extend: {
      zh: '延长核查',
      en: 'Extend',
      means: {
        zh: '核查期限届满前延长一次，并说明理由。',
        en: 'Extends the time for verifying, once and before it runs out, with a reason.',
      },
    },
    conclude: {
      zh: '核查结论',
      en: 'Conclude',
      means: {
        zh: '登记核查结论，核查期限停止，反馈期限开始计算。',
        en: 'Records what was found; the time for verifying stops, the time for feeding back begins.',
      },
    },
    feedback: {
      zh: '反馈',
      en: 'Feed back',
      means: {
        zh: '将核查和处理情况反馈推送方。',
        en: 'Tells the finder what was found and done.',
      },
    },
    rate: {
      zh: '评价并办结',
      en: 'Rate and close',
      means: {
        zh: '评价线索和反馈的价值，与该机关的往来办结。',
        en: 'Says how useful it was and closes the exchange with this agency.',
      },
    },
  },

  clocks: {
    receipt: { zh: '签收期限', en: 'Signing for it' },
    triage: { zh: '研判期限', en: 'Judging it' },
    verification: { zh: '核查期限', en: 'Verifying' },
    feedback: { zh: '反馈期限', en: 'Feeding back' },
    rating: { zh: '评价期限', en: 'Rating' },
  },

  fields: {
    to: {
      zh: '推送给',
      en: 'Pushed to',
      hint: {
        zh: '最多二十个机关，各自独立签收、核查和反馈。',
        en: 'Twenty agencies at most; each answers by itself.',
      },
    },
    what: {
      zh: '线索内容',
      en: 'What was noticed',
      hint: {
        zh: '不得写入举报人的任何信息：所有接收机关都能看到本线索。',
        en: 'Write nothing about who reported it: every receiver reads this clue.',
      },
    },
    'what.title': {
      zh: '标题',
      en: 'Title',
      hint: { zh: '一句话说明，不写个人姓名。', en: 'One line, without names of persons.' },
    },
    'what.domain': { zh: '领域', en: 'Field' },
    'what.facts': {
      zh: '情况描述',
      en: 'Description',
      hint: {
        zh: '写明何时、何地、何人（车、船）、何种行为。举报人姓名、电话及能推知其身份的情节不得写入。',
        en: 'When, where, who or which vehicle, and what. Leave out the reporter’s name, number and anything that gives away who it was.',
      },
    },
    'what.place': { zh: '地点', en: 'Place' },
    'what.occurredAt': { zh: '发生时间', en: 'When it happened' },
    source: {
      zh: '来源和可信度',
      en: 'Source and reliability',
      hint: {
        zh: '只填来源类别；举报人身份由受理举报的机关保管，不随线索推送。',
        en: 'Its kind only: who reported is kept by the agency that took the report and never travels with the clue.',
      },
    },
    'source.kind': { zh: '线索来源', en: 'Source' },
    'source.sourceGrade': {
      zh: '来源可靠程度',
      en: 'Reliability of the source',
      hint: {
        zh: '评价来源本身，与内容是否属实分开判断。',
        en: 'Judge the source, apart from what it says.',
      },
    },
    'source.contentGrade': { zh: '内容可信程度', en: 'Credibility of the content' },
    assessment: { zh: '研判', en: 'Assessment' },
    'assessment.pushReasons': {
      zh: '推送理由',
      en: 'Why it is pushed',
      hint: { zh: '至少符合一项才推送。', en: 'One of them at least must hold.' },
    },
    'assessment.urgency': {
      zh: '紧急程度',
      en: 'Urgency',
      hint: {
        zh: '危及人身或公共安全、须立即处置的选“紧急”，签收期限以小时计。',
        en: 'Urgent where safety is at stake and somebody must act at once; the time for signing is then counted in hours.',
      },
    },
    'assessment.suggestion': { zh: '处置建议', en: 'Suggestion' },
    subjects: {
      zh: '涉及的车、船、单位、个人',
      en: 'Vehicles, ships, organisations, persons',
      hint: {
        zh: '可填多个，如同一团伙的多辆车。',
        en: 'Several if need be, such as all vehicles of a gang.',
      },
    },
    ...subjectFieldWords('subjects[]'),
    ...declarationFieldWords,
    'declaration.noReporter': {
      zh: '内容和附件不含举报人信息',
      en: 'Neither text nor files say who reported it',
    },

    reason: { zh: '理由', en: 'Reason' },
    note: { zh: '备注', en: 'Note' },
    officers: {
      zh: '核查人员',
      en: 'Officers',
      hint: { zh: '填写时不少于两人。', en: 'Two at least, if named.' },
    },
    'officers[].name': { zh: '姓名', en: 'Name' },
    'officers[].certificateNumber': { zh: '执法证号', en: 'Certificate no.' },
    grounds: { zh: '事实和理由', en: 'Grounds' },
    outcome: { zh: '核查结论', en: 'Outcome' },
    findings: { zh: '核查情况', en: 'What was found' },
    caseNumber: { zh: '立案案号', en: 'Case number' },
    filingAgency: {
      zh: '立案机关',
      en: 'Filed by',
      hint: { zh: '由其他机关立案的填写。', en: 'Where another agency filed it.' },
    },
    onwardTo: {
      zh: '应由其办理的机关',
      en: 'For these agencies',
      hint: { zh: '由推送方或本机关另行推送。', en: 'A new clue takes it there.' },
    },
    summary: { zh: '反馈内容', en: 'Feedback' },
    measuresTaken: { zh: '已采取的措施', en: 'Measures taken' },
    usefulness: { zh: '价值评价', en: 'Usefulness' },
    comment: { zh: '说明', en: 'Comment' },
  },

  options: {
    'what.domain': {
      'coaches-hazmat': { zh: '两客一危', en: 'Coaches and dangerous goods' },
      'scheduled-coach': { zh: '班线客运', en: 'Scheduled coaches' },
      'tour-coach': { zh: '旅游包车', en: 'Tour coaches' },
      hazmat: { zh: '危化品运输', en: 'Dangerous chemicals' },
      overload: { zh: '货车超限超载', en: 'Overloaded trucks' },
      oversize: { zh: '大件运输', en: 'Oversize transport' },
      'illegal-operation': { zh: '非法营运', en: 'Illegal operation' },
      shipping: { zh: '船舶航行', en: 'Shipping' },
      roadside: { zh: '路域环境', en: 'Roadside environment' },
      other: { zh: '其他', en: 'Other' },
    },
    'source.kind': {
      inspection: { zh: '执法检查', en: 'Inspection' },
      report: { zh: '投诉举报', en: 'Complaint or report' },
      'public-opinion': { zh: '舆情反映', en: 'Public opinion' },
      screening: { zh: '信息化筛查', en: 'Screening of data' },
      analysis: { zh: '大数据分析', en: 'Data analysis' },
    },
    'source.sourceGrade': {
      A: { zh: 'A 完全可靠', en: 'A: reliable' },
      B: { zh: 'B 通常可靠', en: 'B: usually reliable' },
      C: { zh: 'C 有时可靠', en: 'C: sometimes reliable' },
      D: { zh: 'D 不可靠', en: 'D: unreliable' },
      X: { zh: 'X 无法判断', en: 'X: cannot be judged' },
    },
    'source.contentGrade': {
      '1': { zh: '1 已证实', en: '1: confirmed' },
      '2': { zh: '2 来源方亲自掌握，尚未证实', en: '2: known at first hand, not confirmed' },
      '3': { zh: '3 转述，但与其他情况相符', en: '3: second hand, but it fits' },
      '4': { zh: '4 无法判断', en: '4: cannot be judged' },
    },
    'assessment.pushReasons': {
      'source-hazard': { zh: '源头存在重大隐患', en: 'Major hazard at the source' },
      'prominent-pattern': { zh: '已形成突出违法乱象', en: 'Prominent pattern of violations' },
      gang: { zh: '带团伙性质违法活动', en: 'Gang activity' },
      'belongs-to-member': {
        zh: '源头企业、车籍属于协作省（区）',
        en: 'Company or registration belongs to a member region',
      },
    },
    'assessment.urgency': {
      normal: { zh: '一般', en: 'Normal' },
      urgent: { zh: '紧急', en: 'Urgent' },
    },
    ...subjectOptionWords('subjects[]'),
    reason: returnWords,
    outcome: {
      filed: { zh: '属实，已立案', en: 'Confirmed and filed' },
      'no-basis': { zh: '查无实据', en: 'No basis found' },
      onward: { zh: '应由其他机关办理', en: 'For another agency' },
    },
    usefulness: {
      high: { zh: '价值大', en: 'Very useful' },
      some: { zh: '有价值', en: 'Useful' },
      little: { zh: '价值不大', en: 'Of little use' },
      none: { zh: '没有价值', en: 'Of no use' },
    },
  },
}
