import type { KindWords } from '../../kind.ts'
import { jurisdictionDisputeWords } from '../jurisdiction-dispute/jurisdiction-dispute.words.ts'
import { contactFieldWords, declarationFieldWords } from '../subject-words.ts'
import type { consultationChart } from './consultation.chart.ts'

const wayWords = jurisdictionDisputeWords.options.way ?? {}

/** All words of a consultation 磋商. */
export const consultationWords: KindWords<typeof consultationChart> = {
  name: { zh: '磋商', en: 'Consultation' },
  purpose: {
    zh: '就联勤联动、跨区域案件、管辖和法律适用等问题临时召集磋商，各方陈述意见，形成经各方确认的纪要。',
    en: 'Calls agencies together ad hoc on joint action, cases, jurisdiction or law; each states what it holds, and all confirm the minutes.',
  },

  states: {
    drafted: { zh: '拟稿', en: 'Draft' },
    called: { zh: '已召集待回复', en: 'Called, not yet answered' },
    joined: { zh: '磋商中', en: 'Consulting' },
    minuted: { zh: '纪要待确认', en: 'Minutes to be confirmed' },
    correcting: { zh: '纪要待修改', en: 'Minutes to be corrected' },
    confirmed: { zh: '纪要已确认', en: 'Minutes confirmed' },
    closed: { zh: '已办结', en: 'Closed' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
    discarded: { zh: '已作废', en: 'Discarded' },
  },

  actions: {
    call: {
      zh: '召集磋商',
      en: 'Call the consultation',
      means: {
        zh: '即刻送达各参加机关，请其回复并陈述意见；各方意见互相可见。',
        en: 'Delivered at once to every participant, who answers and states its view; all read each other’s.',
      },
    },
    discard: {
      zh: '作废',
      en: 'Discard',
      means: {
        zh: '不召集；记录保留，不能恢复。',
        en: 'It is not called; the record stays and this cannot be undone.',
      },
    },
    giveUp: {
      zh: '不再发送',
      en: 'Give up sending',
      means: {
        zh: '未能送达的单位不再邀请；其他单位不受影响。',
        en: 'What could not be delivered is not sent again; others go on.',
      },
    },
    cancel: {
      zh: '取消磋商',
      en: 'Cancel',
      means: {
        zh: '说明理由，通知全部参加机关取消。',
        en: 'Cancels it for all participants, with a reason.',
      },
    },
    join: {
      zh: '回复并陈述意见',
      en: 'Answer with our view',
      means: {
        zh: '说明参加方式和本机关意见，全部参加机关可见。',
        en: 'Says how your agency takes part and what it holds; all participants read it.',
      },
    },
    restate: {
      zh: '修改意见',
      en: 'Restate our view',
      means: { zh: '修改本机关意见，以最后一次为准。', en: 'The last one counts.' },
    },
    writeMinutes: {
      zh: '发出纪要',
      en: 'Send the minutes',
      means: {
        zh: '纪要送各方确认；修改后重新发出的，已确认的也要重新确认。',
        en: 'The minutes go to everybody for confirmation; sent anew after a change, those who had confirmed do so again.',
      },
    },
    confirm: {
      zh: '确认纪要',
      en: 'Confirm the minutes',
      means: { zh: '确认现有文本，对本机关有效。', en: 'Confirms the words as they stand, for your agency.' },
    },
    correct: {
      zh: '要求修改纪要',
      en: 'Ask for a correction',
      means: {
        zh: '写明需要修改之处，由召集方修改后重新发出。',
        en: 'Says what is to be changed; who called it sends them anew.',
      },
    },
    close: {
      zh: '办结磋商',
      en: 'Close',
      means: {
        zh: '全部参加机关确认同一文本后办结。',
        en: 'Closes it once all participants have confirmed the same words.',
      },
    },
  },

  clocks: {
    invitation: { zh: '回复期限', en: 'Answering the call' },
    minutes: { zh: '形成纪要期限', en: 'Writing the minutes' },
    confirmation: { zh: '确认纪要期限', en: 'Confirming the minutes' },
    correction: { zh: '修改纪要期限', en: 'Correcting the minutes' },
    closing: { zh: '办结期限', en: 'Closing' },
  },

  fields: {
    to: { zh: '参加机关', en: 'Participants', hint: { zh: '最多十个。', en: 'Ten at most.' } },
    consultation: { zh: '磋商事项', en: 'What is consulted on' },
    'consultation.subject': {
      zh: '主题',
      en: 'Subject',
      hint: { zh: '一句话说明，不写个人姓名。', en: 'One line, without names of persons.' },
    },
    'consultation.about': { zh: '类别', en: 'Sort' },
    'consultation.background': { zh: '背景和缘由', en: 'Background' },
    'consultation.caseNumber': { zh: '相关案号', en: 'Case number concerned' },
    topics: {
      zh: '议题',
      en: 'Topics',
      hint: { zh: '逐项列出，纪要按议题写明结果。', en: 'One by one; the minutes give the outcome of each.' },
    },
    'topics[].topic': { zh: '议题', en: 'Topic' },
    'topics[].note': { zh: '说明', en: 'Note' },
    meeting: { zh: '时间和方式', en: 'When and how' },
    'meeting.way': { zh: '方式', en: 'How' },
    'meeting.at': { zh: '时间', en: 'When' },
    'meeting.place': { zh: '地点或会议号', en: 'Place or meeting number' },
    position: {
      zh: '本机关意见',
      en: 'Our view',
      hint: {
        zh: '各参加机关的意见并列显示，互相可见。',
        en: 'The views of all participants are shown next to each other.',
      },
    },
    'position.view': { zh: '意见', en: 'View' },
    'position.proposal': { zh: '建议', en: 'Proposal' },
    'position.legalBasis': { zh: '依据', en: 'Legal basis' },
    ...contactFieldWords,
    ...declarationFieldWords,

    reason: { zh: '理由', en: 'Reason' },
    note: { zh: '备注', en: 'Note' },
    attendance: { zh: '参加方式', en: 'How we take part' },
    delegates: { zh: '参加人员', en: 'Who takes part' },
    heldAt: { zh: '磋商时间', en: 'Held at' },
    way: { zh: '方式', en: 'How' },
    participants: { zh: '参加单位和人员', en: 'Who took part' },
    minutes: { zh: '纪要', en: 'Minutes' },
    outcomes: { zh: '各议题结果', en: 'Outcome of each topic' },
    'outcomes[].topic': { zh: '议题', en: 'Topic' },
    'outcomes[].outcome': { zh: '结果', en: 'Outcome' },
    'outcomes[].result': { zh: '内容', en: 'What was settled' },
    'outcomes[].responsible': { zh: '责任单位', en: 'Responsible' },
    'outcomes[].until': { zh: '完成期限', en: 'Until' },
    corrections: { zh: '修改意见', en: 'What is to be changed' },
  },

  options: {
    'consultation.about': {
      'joint-action': { zh: '联勤联动', en: 'Joint action' },
      'cross-region-case': { zh: '跨区域案件', en: 'Cross-region case' },
      jurisdiction: { zh: '管辖', en: 'Jurisdiction' },
      'applicable-law': { zh: '法律适用', en: 'Applicable law' },
      procedure: { zh: '程序衔接', en: 'Procedure' },
      'special-action': { zh: '专项行动', en: 'Special action' },
      emergency: { zh: '应急处置', en: 'Emergency' },
      other: { zh: '其他', en: 'Other' },
    },
    'meeting.way': wayWords,
    way: wayWords,
    attendance: {
      attends: { zh: '到会', en: 'In person' },
      remote: { zh: '远程参加', en: 'Remotely' },
      'in-writing': { zh: '书面意见', en: 'In writing' },
    },
    'outcomes[].outcome': {
      agreed: { zh: '达成一致', en: 'Agreed' },
      partly: { zh: '部分一致', en: 'Partly agreed' },
      'not-agreed': { zh: '未达成一致', en: 'Not agreed' },
      referred: { zh: '报请上级', en: 'Referred to the superior' },
      postponed: { zh: '另行磋商', en: 'Postponed' },
    },
  },
}
