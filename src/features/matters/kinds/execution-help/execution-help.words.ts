import { plateColours } from '../../../../kernel/identifiers/plate.ts'
import type { KindWords } from '../../kind.ts'
import {
  formalRequestActionWords,
  formalRequestClockWords,
  formalRequestFieldWords,
  formalRequestStateWords,
} from '../formal-request.ts'
import {
  contactFieldWords,
  declarationFieldWords,
  officerFieldWords,
  partyFieldWords,
  partyKindWords,
  vehicleFieldWords,
  vehicleTypeWords,
} from '../subject-words.ts'
import type { executionHelpChart } from './execution-help.chart.ts'

/** All words of help with carrying out a decision 协助执行. */
export const executionHelpWords: KindWords<typeof executionHelpChart> = {
  name: { zh: '协助执行', en: 'Help with execution' },
  purpose: {
    zh: '请当地机关协助执行本机关的决定：督促履行、核查改正、监督停运、查找车辆等。查封、扣押只能由当地有权机关以自己的名义实施（行政强制法第十七条）。',
    en: 'Asks the agency of the place to help carry out your decision: urge, check, supervise, find. Sealing and seizing are done by the competent organ of the place alone, in its own name (Administrative Coercion Law, art. 17).',
  },

  states: {
    ...formalRequestStateWords,
    executing: { zh: '协助执行中', en: 'Being carried out' },
    reported: { zh: '已回报待确认', en: 'Reported, to be confirmed' },
    closed: { zh: '已办结', en: 'Closed' },
  },

  actions: {
    ...formalRequestActionWords,
    take: {
      zh: '受理协助执行',
      en: 'Take it up',
      means: {
        zh: '由本机关协助执行，并告知对方承办人员；期限自送达时起算。',
        en: 'Your agency helps and names its officers; the time runs from delivery.',
      },
    },
    decline: {
      zh: '不予协助',
      en: 'Decline',
      means: {
        zh: '仅限超出职权、法律禁止、地点不符、决定不能执行或者客观上不能。',
        en: 'Only where it is beyond your powers, barred by law, in the wrong place, not enforceable or impossible.',
      },
    },
    extend: {
      zh: '告知延期',
      en: 'Extend',
      means: {
        zh: '须在期限届满前告知对方，只能延期一次。',
        en: 'Tells the asker before the time runs out, once only.',
      },
    },
    report: {
      zh: '回报执行情况',
      en: 'Report',
      means: {
        zh: '逐项回报：已执行、部分执行或者未执行，并说明理由。来访人员只能协助，不能实施强制措施。',
        en: 'Says of each thing whether it was carried out, in part or not, and why. Visitors assist and take no measure.',
      },
    },
    confirm: {
      zh: '确认并办结',
      en: 'Confirm and close',
      means: {
        zh: '确认收到执行情况，协助办结。查封、扣押的期限继续计算，由实施机关负责。',
        en: 'Confirms the report and closes it. Terms of measures run on; the organ that took them answers for them.',
      },
    },
    askAgain: {
      zh: '请求继续执行',
      en: 'Ask to go on',
      means: {
        zh: '指出未完成之处，请对方继续，只能请求一次；期限重新计算。',
        en: 'Names what is left to do, once only; the time begins anew.',
      },
    },
  },

  clocks: {
    ...formalRequestClockWords,
    execution: { zh: '协助执行期限', en: 'Carrying it out' },
    confirmation: { zh: '确认办结期限', en: 'Confirming and closing' },
  },

  fields: {
    ...formalRequestFieldWords,
    to: {
      zh: '协助执行机关',
      en: 'Asked of',
      hint: {
        zh: '执行地的执法机关。请求查封、扣押的，须为当地有权机关。',
        en: 'The agency of the place; for sealing and seizing, the organ that has the power there.',
      },
    },
    decision: { zh: '据以执行的决定', en: 'The decision' },
    'decision.caseNumber': { zh: '案号', en: 'Case number' },
    'decision.number': { zh: '决定书文号', en: 'Decision no.' },
    'decision.decidedOn': { zh: '作出日期', en: 'Decided on' },
    'decision.servedOn': {
      zh: '送达日期',
      en: 'Served on',
      hint: { zh: '未送达的决定不能执行。', en: 'A decision is carried out only once it was served.' },
    },
    'decision.holds': { zh: '决定内容', en: 'What it orders' },
    'decision.effect': { zh: '执行依据', en: 'Why it may be carried out' },
    party: { zh: '被执行人', en: 'Party' },
    ...partyFieldWords('party'),
    vehicle: { zh: '涉案车辆', en: 'Vehicle' },
    ...vehicleFieldWords('vehicle'),
    request: { zh: '请求和依据', en: 'The request' },
    'request.legalBasis': {
      zh: '请求依据',
      en: 'Legal basis',
      hint: { zh: '如行政处罚法第二十六条。', en: 'Such as art. 26, Administrative Penalty Law.' },
    },
    'request.facts': { zh: '履行情况和请求理由', en: 'What was done so far, and why you ask' },
    'request.urgency': { zh: '紧急程度', en: 'Urgency' },
    helps: {
      zh: '请求协助的事项',
      en: 'What is asked',
      hint: { zh: '一项一件，对方逐项回报。', en: 'One thing each; each is reported on.' },
    },
    'helps[].kind': { zh: '事项', en: 'What' },
    'helps[].what': { zh: '具体要求', en: 'What exactly is asked' },
    'helps[].where': { zh: '地点', en: 'Where' },
    'helps[].measureBasis': {
      zh: '强制措施的法律依据',
      en: 'Law that provides for the measure',
      hint: {
        zh: '强制措施由法律、法规设定；写明条款，由当地机关审查决定。',
        en: 'Measures are provided for by law: name the article; the organ of the place examines and decides.',
      },
    },
    'helps[].object': { zh: '查封、扣押的对象', en: 'What is to be sealed or seized' },
    ...officerFieldWords,
    ...contactFieldWords,
    ...declarationFieldWords,
    'declaration.responsible': {
      zh: '因按本请求协助产生的责任由本机关承担',
      en: 'What follows from help given as asked is our responsibility',
    },

    declineReason: { zh: '不予协助的情形', en: 'Reason' },
    grounds: { zh: '事实和理由', en: 'Grounds' },
    results: { zh: '逐项执行情况', en: 'What became of each' },
    'results[].outcome': { zh: '结果', en: 'Outcome' },
    'results[].help': { zh: '哪一项', en: 'Which' },
    'results[].at': { zh: '时间', en: 'When' },
    'results[].until': {
      zh: '期限届满时间',
      en: 'Until',
      hint: {
        zh: '查封、扣押不超过三十日，经批准可延长三十日（行政强制法第二十五条）。',
        en: 'Thirty days at most, and once thirty more with approval (Administrative Coercion Law, art. 25).',
      },
    },
    'results[].place': { zh: '地点', en: 'Where' },
    'results[].inOurArea': { zh: '在本机关辖区内实施', en: 'It was done within our area' },
    'results[].inNameOf': {
      zh: '以哪一机关的名义',
      en: 'In whose name',
      hint: {
        zh: '本机关，或者本机关以其名义执法的主管部门。',
        en: 'Your own agency, or the bureau in whose name it acts.',
      },
    },
    'results[].decisionNumber': { zh: '强制措施决定书文号', en: 'Number of the decision' },
    'results[].what': { zh: '执行经过', en: 'What was done' },
    'results[].officers': {
      zh: '实施人员',
      en: 'Officers',
      hint: { zh: '当地执法人员，不少于两人。', en: 'Of the place, two at least.' },
    },
    'results[].officers[].name': { zh: '姓名', en: 'Name' },
    'results[].officers[].certificateNumber': { zh: '执法证号', en: 'Certificate no.' },
    'results[].visitors': { zh: '到场协助的来访人员', en: 'Visitors who assisted' },
    'results[].visitors[].name': { zh: '姓名', en: 'Name' },
    'results[].visitors[].certificateNumber': { zh: '执法证号', en: 'Certificate no.' },
    'results[].shortfall': { zh: '原因', en: 'Reason' },
    'results[].rest': { zh: '未完成的部分', en: 'What is left' },
    'results[].tried': { zh: '已作的努力', en: 'What was tried' },
    summary: { zh: '综述', en: 'Summary' },
    missing: { zh: '需要继续执行的内容', en: 'What is left to do' },
  },

  options: {
    'decision.effect': {
      effective: { zh: '已送达生效，履行期限已过', en: 'Served and due' },
      'remedies-over': { zh: '复议、诉讼期限已过', en: 'The time for remedies is over' },
      measure: { zh: '调查中须采取的措施', en: 'A measure needed while investigating' },
    },
    'party.kind': partyKindWords,
    'vehicle.colour': plateColours,
    'vehicle.type': vehicleTypeWords,
    'request.urgency': {
      normal: { zh: '一般', en: 'Normal' },
      urgent: { zh: '紧急', en: 'Urgent' },
    },
    'helps[].kind': {
      'urge-performance': { zh: '督促履行', en: 'Urge performance' },
      'check-correction': { zh: '核查改正情况', en: 'Check whether it was corrected' },
      'stop-operation': { zh: '监督停业、停运', en: 'Supervise a suspension' },
      'collect-licence': { zh: '收回证照', en: 'Collect a licence' },
      'find-object': { zh: '查找车辆、财产下落', en: 'Find a vehicle or property' },
      'keep-object': { zh: '代为保管物品', en: 'Keep an object' },
      'return-object': { zh: '代为返还物品', en: 'Return an object' },
      seal: { zh: '查封（强制措施）', en: 'Seal (a measure)' },
      seize: { zh: '扣押（强制措施）', en: 'Seize (a measure)' },
    },
    declineReason: {
      OutOfPowers: { zh: '不属于本机关职权', en: 'Not within our powers' },
      LegalBar: { zh: '法律、法规禁止', en: 'Barred by law' },
      WrongPlace: { zh: '不在本机关辖区', en: 'Not in our area' },
      DecisionNotEnforceable: {
        zh: '决定未生效或者已停止执行',
        en: 'The decision is not in effect, or stayed',
      },
      Impossible: { zh: '客观上不能', en: 'Impossible' },
    },
    'results[].outcome': {
      executed: { zh: '已执行', en: 'Carried out' },
      coerced: { zh: '已采取强制措施', en: 'Measure taken' },
      partly: { zh: '部分执行', en: 'Carried out in part' },
      not: { zh: '未执行', en: 'Not carried out' },
    },
    'results[].shortfall': {
      'party-not-found': { zh: '找不到被执行人', en: 'The party cannot be found' },
      'object-not-found': { zh: '找不到车辆、财产', en: 'The vehicle or property cannot be found' },
      'party-unable': { zh: '被执行人无履行能力', en: 'The party is unable' },
      'third-party-rights': { zh: '涉及他人权利', en: 'Rights of others stand against it' },
      'under-remedy': { zh: '复议、诉讼中已停止执行', en: 'Stayed in a remedy' },
      'out-of-powers': { zh: '不属于本机关职权', en: 'Not within our powers' },
      'legal-bar': { zh: '法律、法规禁止', en: 'Barred by law' },
      other: { zh: '其他', en: 'Other' },
    },
  },
}
