import { plateColours } from '../../../../kernel/identifiers/plate.ts'
import type { Words } from '../../../../kernel/words.ts'
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
  vehicleFieldWords,
  vehicleTypeWords,
} from '../subject-words.ts'
import type { forceRequestChart } from './force-request.chart.ts'
import { forceTasks, taskWords } from './force-tasks.ts'

const taskOptions: Readonly<Record<string, Words>> = Object.fromEntries(
  forceTasks.map((each) => [each.task, taskWords(each)]),
)

/** All words of a request for forces 力量支援. */
export const forceRequestWords: KindWords<typeof forceRequestChart> = {
  name: { zh: '力量支援', en: 'Request for forces' },
  purpose: {
    zh: '请其他机关在一段时间内派人员、车辆、无人机支援。支援人员只做协助工作，文书和强制措施由属地机关出具和实施（行政强制法第十七条）。',
    en: 'Borrows people, vehicles and drones for a time. Visitors assist; documents and coercion are the territorial organ’s (Administrative Coercion Law, art. 17).',
  },

  states: {
    ...formalRequestStateWords,
    received: { zh: '已签收待答复', en: 'Signed for, to be answered' },
    committed: { zh: '已同意派出', en: 'Agreed, to arrive' },
    arrived: { zh: '支援中', en: 'On the spot' },
    prolonged: { zh: '延长支援中', en: 'On the spot for longer' },
    returned: { zh: '已返回待确认', en: 'Returned, hours to be confirmed' },
    closed: { zh: '已办结', en: 'Closed' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
    declined: { zh: '不予支援', en: 'Declined' },
  },

  actions: {
    ...formalRequestActionWords,
    commit: {
      zh: '同意派出',
      en: 'Send forces',
      means: {
        zh: '登记派出人员的姓名、证号和车辆、无人机。派出人员只做协助工作，不实施强制、不出具文书。',
        en: 'Names those sent with certificates, vehicles and drones. They assist; they neither coerce nor issue documents.',
      },
    },
    decline: {
      zh: '不予支援',
      en: 'Decline',
      means: { zh: '说明理由，请对方另作安排。', en: 'Says why, so that the asker can arrange otherwise.' },
    },
    substitute: {
      zh: '调整派出力量',
      en: 'Send others',
      means: {
        zh: '到达之前更换派出的人员、车辆、无人机；表中是原来的名单，只改变化的部分。',
        en: 'Changes before they arrive which people, vehicles and drones are sent. The form begins with the list as it stands.',
      },
    },
    askForReturn: {
      zh: '请求收回',
      en: 'Ask for them back',
      means: {
        zh: '请求方决定取消或登记返回之前，仍按约定支援。只能请求一次。',
        en: 'They stay as agreed until the asker cancels or records the return. Once only.',
      },
    },
    askLonger: {
      zh: '请求延长',
      en: 'Ask for longer',
      means: {
        zh: '请派出机关同意延长支援时间；同意之前仍按原定时间结束。',
        en: 'Asks the lender for a later end; until it agrees, the end stays as it was.',
      },
    },
    agreeLonger: {
      zh: '同意延长',
      en: 'Agree to longer',
      means: {
        zh: '支援延长至所填时间，可以早于对方请求的时间；登记返回的期限随之改变。不同意的，不用办理。',
        en: 'They stay until the time given, which may be earlier than asked for; the return is recorded by then. Whoever does not agree does nothing.',
      },
    },
    cancel: {
      zh: '取消支援',
      en: 'Cancel',
      means: { zh: '支援人员到达之前取消，往来到此结束。', en: 'Ends it before anybody has arrived.' },
    },
    recordArrival: {
      zh: '登记到达',
      en: 'Record the arrival',
      means: {
        zh: '逐人登记实际到达的人员；自此由本机关统一指挥，并负责其安全。',
        en: 'Names who arrived; from now on they work under your command and in your care.',
      },
    },
    recordReturn: {
      zh: '登记返回',
      en: 'Record the return',
      means: {
        zh: '登记返回时间、每人工时和成效，由派出机关确认。',
        en: 'Records when they left, each one’s hours and the result; the lender confirms.',
      },
    },
    confirmHours: {
      zh: '确认返回和工时',
      en: 'Confirm return and hours',
      means: {
        zh: '确认人员、装备已全部返回，支援办结。',
        en: 'Confirms that all came back, and closes it.',
      },
    },
  },

  clocks: {
    ...formalRequestClockWords,
    reply: { zh: '答复期限', en: 'Answering' },
    arrival: { zh: '登记到达期限', en: 'Recording the arrival' },
    return: { zh: '登记返回期限', en: 'Recording the return' },
    longerReturn: { zh: '延长后登记返回期限', en: 'Recording the later return' },
    confirmation: { zh: '确认工时期限', en: 'Confirming the hours' },
  },

  fields: {
    ...formalRequestFieldWords,
    to: {
      zh: '请求支援的机关',
      en: 'Asked for forces',
      hint: { zh: '最多十个，各自答复派多少。', en: 'Ten at most; each answers what it sends.' },
    },
    operation: { zh: '支援事由', en: 'What for' },
    'operation.title': {
      zh: '行动名称',
      en: 'Name of the operation',
      hint: { zh: '例如“省界夜间联合治超”，写入函件标题。', en: 'The letters are headed by it.' },
    },
    'operation.reasons': { zh: '情况和理由', en: 'Reasons' },
    'operation.legalBasis': {
      zh: '请求依据',
      en: 'Legal basis',
      hint: { zh: '法律条款和协作协议的条款。', en: 'The law and the clause of your agreement.' },
    },
    'operation.place': { zh: '支援地点', en: 'Where' },
    'operation.urgency': { zh: '紧急程度', en: 'Urgency' },
    window: { zh: '支援时间', en: 'When' },
    'window.from': { zh: '开始', en: 'From' },
    'window.until': { zh: '结束', en: 'Until' },
    needs: { zh: '需要的力量', en: 'What is needed' },
    'needs.people': { zh: '人员（名）', en: 'People' },
    'needs.vehicles': { zh: '车辆（辆）', en: 'Vehicles' },
    'needs.drones': { zh: '无人机（架）', en: 'Drones' },
    'needs.requirements': { zh: '其他要求', en: 'Other requirements' },
    tasks: {
      zh: '支援任务',
      en: 'Tasks',
      hint: {
        zh: '只能选协助类任务；强制措施、处罚决定、出具文书和入企检查由属地机关实施。',
        en: 'Tasks that assist only: coercion, penalties, documents and company inspections are the territorial organ’s.',
      },
    },
    'tasks[].task': { zh: '任务', en: 'Task' },
    'tasks[].detail': { zh: '具体内容', en: 'In detail' },
    localOfficers: {
      zh: '本地在场执法人员',
      en: 'Local officers present',
      hint: {
        zh: '全程在场并主导执法，不少于两人。',
        en: 'They are present throughout and lead; two at least.',
      },
    },
    'localOfficers[].name': { zh: '姓名', en: 'Name' },
    'localOfficers[].certificateNumber': { zh: '执法证号', en: 'Certificate no.' },
    'needs.support': {
      zh: '保障安排',
      en: 'Support',
      hint: { zh: '食宿、装备、保险、经费。', en: 'Board, equipment, insurance, cost.' },
    },
    ...contactFieldWords,
    ...declarationFieldWords,
    'declaration.ourDocuments': {
      zh: '执法文书一律以本机关名义出具',
      en: 'All documents are issued in our name',
    },
    'declaration.ourCoercion': {
      zh: '强制措施只由本机关执法人员实施',
      en: 'Only our own officers coerce',
    },

    leader: { zh: '带队人', en: 'Leader' },
    'leader.name': { zh: '姓名', en: 'Name' },
    'leader.phone': { zh: '联系电话', en: 'Telephone' },
    people: {
      zh: '派出人员',
      en: 'Who is sent',
      hint: { zh: '逐人填写姓名和证号。', en: 'Each with name and certificate.' },
    },
    'people[].name': { zh: '姓名', en: 'Name' },
    'people[].certificateNumber': { zh: '执法证号', en: 'Certificate no.' },
    'people[].speciality': { zh: '专长', en: 'Speciality' },
    vehicles: { zh: '派出车辆', en: 'Vehicles' },
    ...vehicleFieldWords('vehicles[]'),
    'vehicles[].use': { zh: '用途', en: 'Use' },
    drones: { zh: '派出无人机', en: 'Drones' },
    'drones[].model': { zh: '型号', en: 'Model' },
    'drones[].registrationNumber': { zh: '实名登记号', en: 'Registration no.' },
    'drones[].pilot': { zh: '操控员', en: 'Pilot' },
    'drones[].pilotLicence': { zh: '操控员执照号', en: 'Licence of the pilot' },
    shortfall: { zh: '不能满足的部分', en: 'What cannot be met' },
    assistOnly: {
      zh: '派出人员只做协助工作，不实施强制措施，不出具文书',
      en: 'Those sent assist only: they neither coerce nor issue documents',
    },
    grounds: { zh: '说明', en: 'Grounds' },
    explanation: { zh: '说明', en: 'Explanation' },
    at: { zh: '时间', en: 'When' },
    place: { zh: '到达地点', en: 'Where' },
    present: {
      zh: '实际到达人员',
      en: 'Who arrived',
      hint: {
        zh: '已列出派出名单，没有到达的请删除。',
        en: 'Everybody who was sent is listed; remove who did not come.',
      },
    },
    'present[].name': { zh: '姓名', en: 'Name' },
    'present[].certificateNumber': { zh: '执法证号', en: 'Certificate no.' },
    hours: { zh: '每人工时', en: 'Hours of each' },
    'hours[].name': { zh: '姓名', en: 'Name' },
    'hours[].certificateNumber': { zh: '执法证号', en: 'Certificate no.' },
    'hours[].hours': {
      zh: '工时（小时）',
      en: 'Hours',
      hint: { zh: '精确到半小时。', en: 'To the half hour.' },
    },
    until: { zh: '延长至', en: 'Until' },
    summary: { zh: '成效', en: 'Result' },
    incidents: { zh: '伤病、损坏和其他情况', en: 'Injuries, damage and the like' },
    remarks: { zh: '意见', en: 'Remarks' },
  },

  options: {
    'operation.urgency': {
      normal: { zh: '一般', en: 'Normal' },
      urgent: { zh: '紧急', en: 'Urgent' },
    },
    'tasks[].task': taskOptions,
    'vehicles[].colour': plateColours,
    'vehicles[].type': vehicleTypeWords,
    reason: {
      NoCapacity: { zh: '没有可派力量', en: 'Nobody to send' },
      TimeConflict: { zh: '与本机关行动时间冲突', en: 'Busy at that time' },
      OutsidePowers: { zh: '超出本机关职权', en: 'Outside our powers' },
      TaskNotAdmissible: { zh: '任务不宜由支援人员承担', en: 'Tasks visitors should not have' },
      Unsafe: { zh: '安全保障不足', en: 'Not safe enough' },
      'plan-changed': { zh: '行动计划改变', en: 'The plan changed' },
      'not-needed': { zh: '不再需要', en: 'Not needed any more' },
      weather: { zh: '天气、路况', en: 'Weather or road' },
      safety: { zh: '安全原因', en: 'Safety' },
    },
  },
}
