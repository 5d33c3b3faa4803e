import type { helpLetterTypes } from './help-letter-types.ts'
import { answerTo, contactLine } from './letter-blocks.ts'
import type { LetterTemplate } from './letter-template.ts'

/** The default templates of letters about help. */
export const helpLetterTemplates: Readonly<Record<keyof typeof helpLetterTypes, LetterTemplate>> = {
  'co-investigation': {
    layout: 'letter',
    title: '关于协助调查“{cause}”案件的函',
    blocks: [
      {
        paragraph:
          '我单位正在办理“{cause}”一案[（案件编号：{caseNumber}）][，当事人：{party}][，车辆（船舶）：{vehicle}]。[{urgency}。]',
      },
      { paragraph: '{facts}' },
      { paragraph: '根据{basis}，请你单位协助办理以下事项：' },
      { list: 'tasks' },
      { heading: '询问提纲' },
      { list: 'questions' },
      { heading: '随附材料' },
      { list: 'materials' },
      { paragraph: '请于{due}前函复；不能按期办结或者依法不能协助的，请在期限届满前说明理由。' },
      contactLine,
      { paragraph: '特此函请协助。' },
    ],
  },
  'co-investigation-reply': {
    layout: 'letter',
    title: '关于协助调查“{cause}”案件的复函',
    blocks: [
      { paragraph: answerTo },
      { paragraph: '[就“{cause}”一案，]现将协助调查情况函复如下：' },
      { list: 'results' },
      { paragraph: '{remarks}' },
      { heading: '随附材料' },
      { list: 'materials' },
      contactLine,
      { paragraph: '特此函复。' },
    ],
  },
  'service-entrustment': {
    layout: 'letter',
    title: '关于委托送达执法文书的函',
    blocks: [
      {
        paragraph:
          '我单位办理的[“{cause}”]案件[（案件编号：{caseNumber}）]，因{reasons}，直接送达确有困难。[根据{basis}，]现委托你单位代为送达下列文书：',
      },
      { list: 'documents' },
      {
        sheet: [
          ['受送达人', '{recipient}'],
          ['送达地址', '{address}'],
          ['送达方式', '{methods}'],
          ['送达期限', '{due}'],
        ],
      },
      { paragraph: '送达后请及时退回送达回证；两次未能送达的，请函告送达经过。' },
      contactLine,
      { paragraph: '特此函请协助。' },
    ],
  },
  'service-receipt': {
    layout: 'letter',
    title: '委托送达回执',
    blocks: [
      { paragraph: answerTo },
      { paragraph: '委托送达的下列文书，办理情况如下：' },
      { list: 'documents' },
      {
        sheet: [
          ['受送达人', '{recipient}'],
          ['送达结果', '{outcome}'],
          ['送达方式', '{method}'],
          ['送达日期', '{served}'],
        ],
      },
      { heading: '送达经过' },
      { list: 'attempts' },
      { paragraph: '{remarks}' },
      contactLine,
      { paragraph: '特此回执。' },
    ],
  },
  'execution-help': {
    layout: 'letter',
    title: '关于协助执行行政决定的函',
    blocks: [
      {
        paragraph:
          '我单位[于{decided}]作出行政决定（{decisionNumber}）[，并于{served}送达当事人][，{effect}]。[{urgency}。]现因执行需要，请你单位依法协助。',
      },
      {
        sheet: [
          ['案件编号', '{caseNumber}'],
          ['决定书文号', '{decisionNumber}'],
          ['被执行人', '{party}'],
          ['车辆', '{vehicle}'],
        ],
      },
      { heading: '一、决定内容' },
      { paragraph: '{holds}' },
      { heading: '二、执行情况' },
      { paragraph: '{facts}' },
      { heading: '三、请求协助事项' },
      { paragraph: '根据{basis}，请你单位协助办理以下事项：' },
      { list: 'helps' },
      { heading: '四、随附材料' },
      { list: 'materials' },
      {
        paragraph:
          '查封、扣押等行政强制措施，由你单位依法以自己的名义决定和实施。请[于{due}前]函复办理结果；依法不能协助的，请说明理由。',
      },
      { paragraph: '办案人员：{officers}。' },
      contactLine,
      { paragraph: '特此函请协助。' },
    ],
  },
  'execution-help-reply': {
    layout: 'letter',
    title: '关于协助执行行政决定的复函',
    blocks: [
      { paragraph: answerTo },
      { paragraph: '就协助执行行政决定（{decisionNumber}[，被执行人：{party}]），现将办理情况函复如下：' },
      { list: 'results' },
      { paragraph: '{remarks}' },
      { heading: '随附材料' },
      { list: 'materials' },
      contactLine,
      { paragraph: '特此函复。' },
    ],
  },
  'force-request': {
    layout: 'letter',
    title: '关于商请支援“{title}”的函',
    blocks: [
      {
        paragraph:
          '我单位因“{title}”，[根据{basis}，]商请你单位[自{from}][至{until}]派出力量[到{place}]支援[（{urgency}）]。',
      },
      { heading: '一、情况和理由' },
      { paragraph: '{reasons}' },
      { heading: '二、需要的力量' },
      { list: 'needs' },
      { paragraph: '其他要求：{requirements}' },
      { heading: '三、支援任务' },
      { list: 'tasks' },
      {
        paragraph:
          '支援人员协助执法。执法文书以我单位名义制作，行政强制措施由我单位执法人员实施（《中华人民共和国行政强制法》第十七条）。[我单位在场执法人员：{officers}。]',
      },
      { heading: '四、保障安排' },
      { paragraph: '{support}' },
      { paragraph: '请函复派出的人员和装备；不能派出的，请说明理由。' },
      contactLine,
      { paragraph: '特此函商。' },
    ],
  },
  dispatch: {
    layout: 'letter',
    title: '关于派员支援“{purpose}”的函',
    blocks: [
      {
        paragraph:
          '应{to}请求，[根据{basis}，]我单位派出下列人员[，自{from}][至{until}][在{place}]参加“{purpose}”。',
      },
      { table: 'members', columns: ['name', 'certificate', 'duty'] },
      { heading: '车辆装备' },
      { list: 'equipment' },
      { paragraph: '现场指挥：{command}。' },
      { paragraph: '{limits}' },
      { paragraph: '本函代替{replaces}，原名单不再使用。[调整原因：{reason}。]' },
      contactLine,
      { paragraph: '特此函告。' },
    ],
  },
  decline: {
    layout: 'letter',
    title: '关于“{subject}”不予协助的复函',
    blocks: [
      { paragraph: answerTo },
      { paragraph: '就“{subject}”，经研究，我单位不能提供协助：{reason}。' },
      { paragraph: '理由：{grounds}' },
      { paragraph: '建议联系{suggested}。' },
      { paragraph: '特此函复。' },
    ],
  },
}
