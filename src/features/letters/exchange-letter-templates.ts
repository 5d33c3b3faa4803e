import type { exchangeLetterTypes } from './exchange-letter-types.ts'
import { answerTo, contactLine } from './letter-blocks.ts'
import type { LetterTemplate } from './letter-template.ts'

const recordSheet: [string, string][] = [
  ['记录类别', '{register}'],
  ['记录对象', '{subject}'],
  ['记录编号', '{recordNumber}'],
]

const wrongValues = { table: 'errors', columns: ['field', 'recorded', 'correct', 'basis'] }

/** The default templates of letters of what agencies ask and tell each other beside a case. */
export const exchangeLetterTemplates: Readonly<Record<keyof typeof exchangeLetterTypes, LetterTemplate>> = {
  lookout: {
    layout: 'letter',
    title: '关于布控协查“{title}”的函',
    blocks: [
      {
        paragraph:
          '因{ground}，[根据{basis}，][经{approval}批准，]请你单位对下列车辆布控协查[（{urgency}）]，布控至{until}止。',
      },
      { heading: '一、布控车辆' },
      { table: 'vehicles', columns: ['plate', 'type', 'features'] },
      { heading: '二、基本情况' },
      { paragraph: '{facts}' },
      {
        sheet: [
          ['案件编号', '{caseNumber}'],
          ['最后出现', '{seen}'],
          ['去向', '{heading}'],
          ['途经道路', '{roads}'],
        ],
      },
      { heading: '三、请求事项' },
      { paragraph: '发现布控车辆后，请依法采取以下措施：{measures}。' },
      { paragraph: '安全提示：{danger}' },
      {
        paragraph: '请及时部署，发现后立即反馈；不能布控的，请说明理由。期满或者解除后即行停止。',
      },
      contactLine,
      { paragraph: '特此函请协助。' },
    ],
  },
  'lookout-update': {
    layout: 'letter',
    title: '关于“{title}”布控的补充通知',
    blocks: [
      {
        paragraph:
          '我单位[{letterDay}去函（{letterNumber}）]请你单位布控协查的“{title}”[（{vehicles}）]，现补充如下：',
      },
      { paragraph: '{news}' },
      { paragraph: '最后出现：{seen}。' },
      { paragraph: '其他要求不变，发现后请立即反馈。' },
      { paragraph: '特此通知。' },
    ],
  },
  'lookout-lift': {
    layout: 'letter',
    title: '关于解除“{title}”布控的函',
    blocks: [
      {
        paragraph:
          '我单位[{letterDay}去函（{letterNumber}）]请你单位布控协查的“{title}”[（{vehicles}）]，因{reason}，自即日起解除布控。',
      },
      { paragraph: '{remarks}' },
      { paragraph: '请你单位收到后立即停止布控并予确认。感谢协助。' },
      { paragraph: '特此函告。' },
    ],
  },
  'hit-report': {
    layout: 'letter',
    title: '关于“{title}”发现情况的反馈函',
    blocks: [
      { paragraph: answerTo },
      { paragraph: '就“{title}”，现将发现和处置情况反馈如下：' },
      {
        sheet: [
          ['发现对象', '{subject}'],
          ['发现时间', '{seen}'],
          ['发现地点', '{place}'],
          ['结果', '{outcome}'],
          ['去向', '{heading}'],
          ['立案文号', '{caseNumber}'],
          ['执法人员', '{officers}'],
        ],
      },
      { heading: '一、发现情况' },
      { paragraph: '{facts}' },
      { heading: '二、处置情况' },
      { paragraph: '{handling}' },
      { paragraph: '特此函复。' },
    ],
  },
  warning: {
    layout: 'letter',
    title: '关于“{title}”的预警通报',
    blocks: [
      {
        sheet: [
          ['预警级别', '{severity}'],
          ['预警类别', '{category}'],
          ['涉及范围', '{area}'],
          ['有效期至', '{until}'],
        ],
      },
      { heading: '一、基本情况' },
      { paragraph: '{facts}' },
      { heading: '二、涉及对象' },
      { list: 'subjects' },
      { heading: '三、防范要求' },
      { paragraph: '{measures}' },
      { paragraph: '{onHit}' },
      { paragraph: '预警信息未经调查核实，不能直接作为认定违法事实的证据。' },
      contactLine,
      { paragraph: '特此通报。' },
    ],
  },
  'warning-update': {
    layout: 'letter',
    title: '关于“{title}”预警的补充通报',
    blocks: [
      { paragraph: '我单位[{letterDay}（{letterNumber}）]通报的“{title}”，现补充如下：' },
      { paragraph: '{facts}' },
      { paragraph: '{measures}' },
      { paragraph: '特此通报。' },
    ],
  },
  'warning-withdrawal': {
    layout: 'letter',
    title: '关于解除“{title}”预警的通报',
    blocks: [
      {
        paragraph:
          '我单位[{letterDay}（{letterNumber}）]通报的“{title}”，因{reason}，现予解除。[代替的预警：{replacedBy}。]',
      },
      { paragraph: '{explanation}' },
      { paragraph: '请你单位停止据此采取的措施并予确认。' },
      { paragraph: '特此通报。' },
    ],
  },
  'data-correction': {
    layout: 'letter',
    title: '关于更正{register}记录的函',
    blocks: [
      {
        paragraph: '我单位[于{seen}]使用你单位维护的{register}记录[（来源：{source}）]时，发现下列数据有误：',
      },
      { sheet: recordSheet },
      wrongValues,
      { paragraph: '使用目的：{purpose}' },
      { paragraph: '影响：{consequence}' },
      { heading: '证明材料' },
      { list: 'materials' },
      { paragraph: '请你单位依法核实、更正并函复；不予更正的，请说明理由。' },
      contactLine,
      { paragraph: '特此函告。' },
    ],
  },
  'data-correction-reply': {
    layout: 'letter',
    title: '关于更正{register}记录的复函',
    blocks: [
      { paragraph: answerTo },
      { paragraph: '经核实，现将{register}记录的更正情况函复如下：' },
      { sheet: recordSheet },
      { table: 'results', columns: ['field', 'result', 'value', 'grounds'] },
      { paragraph: '不予更正的理由：{reasons}' },
      { paragraph: '该记录由{keeper}产生和维护。' },
      { paragraph: '{remarks}' },
      { paragraph: '特此函复。' },
    ],
  },
  'data-dispute-request': {
    layout: 'document',
    title: '关于{register}记录更正争议的请示',
    blocks: [
      { paragraph: '我单位与数据维护单位对下列{register}记录的更正存在争议，现请示如下：' },
      { heading: '一、争议的记录' },
      { sheet: recordSheet },
      wrongValues,
      { heading: '二、数据维护单位的意见' },
      { paragraph: '{reply}' },
      { heading: '三、本单位的意见' },
      { paragraph: '{grounds}' },
      { paragraph: '根据{basis}，请予处理。' },
      { paragraph: '妥否，请批示。' },
    ],
  },
  'data-ruling': {
    layout: 'document',
    title: '数据争议处理决定书',
    blocks: [
      { paragraph: '{to}对下列{register}记录的更正发生争议，报请处理。' },
      { heading: '一、争议的记录' },
      { sheet: recordSheet },
      wrongValues,
      { heading: '二、决定' },
      { paragraph: '{grounds}' },
      { paragraph: '根据{basis}，本机关决定：{decision}。' },
      { paragraph: '请有关单位遵照执行。' },
    ],
  },
  'partner-referral': {
    layout: 'letter',
    title: '关于移交“{title}”的函',
    blocks: [
      {
        paragraph:
          '我单位在工作中发现“{title}”[（{nature}）]，属于你单位职责范围，现予移交[（{urgency}）]。[原文号：{documentNumber}。]',
      },
      {
        sheet: [
          ['移交类型', '{type}'],
          ['当事人', '{party}'],
          ['车辆（船舶）', '{vehicle}'],
          ['发生地点', '{place}'],
          ['发生时间', '{occurred}'],
          ['载客情况', '{occupancy}'],
        ],
      },
      { heading: '一、基本情况' },
      { paragraph: '{facts}' },
      { heading: '二、移交理由和依据' },
      { paragraph: '{reasons}' },
      { paragraph: '根据{basis}，现移交你单位处理。' },
      { heading: '三、随案物品' },
      { table: 'objects', columns: ['name', 'quantity', 'condition'] },
      { paragraph: '物品交接：{handOver}。' },
      { heading: '四、移交材料' },
      { list: 'materials' },
      { paragraph: '请你单位收到后及时签收，并将受理、立案和办理结果反馈我单位。' },
      { paragraph: '查获人员：{finders}。' },
      contactLine,
      { paragraph: '特此函告。' },
    ],
  },
  'partner-referral-receipt': {
    layout: 'letter',
    title: '部门移交回执',
    blocks: [
      { paragraph: answerTo },
      { paragraph: '移交的“{title}”，我单位决定{decision}。[受理编号：{receiptNumber}。][原因：{reason}。]' },
      { paragraph: '{grounds}' },
      { paragraph: '该事项应由{competent}办理。' },
      { paragraph: '{remarks}' },
      contactLine,
      { paragraph: '特此回执。' },
    ],
  },
  'partner-referral-result': {
    layout: 'letter',
    title: '关于“{title}”办理结果的反馈函',
    blocks: [
      { paragraph: answerTo },
      { paragraph: '移交的“{title}”，办理结果为：{outcome}。' },
      {
        sheet: [
          ['立案文号', '{caseNumber}'],
          ['决定书文号', '{decisionNumber}'],
          ['不予立案的原因', '{reason}'],
        ],
      },
      { paragraph: '{summary}' },
      { paragraph: '特此函复。' },
    ],
  },
  'consultation-call': {
    layout: 'letter',
    title: '关于磋商“{subject}”的函',
    blocks: [
      { paragraph: '为协调处理“{subject}”[（{about}）][（案件编号：{caseNumber}）]，现邀请你单位磋商。' },
      {
        sheet: [
          ['时间', '{time}'],
          ['方式', '{way}'],
          ['地点', '{place}'],
        ],
      },
      { heading: '一、背景' },
      { paragraph: '{background}' },
      { heading: '二、议题' },
      { list: 'topics' },
      { heading: '三、我单位意见' },
      { paragraph: '{view}' },
      { paragraph: '建议：{proposal}' },
      { paragraph: '依据：{basis}。' },
      { paragraph: '请你单位函复意见和参加人员。' },
      contactLine,
      { paragraph: '特此函商。' },
    ],
  },
  'consultation-reply': {
    layout: 'letter',
    title: '关于磋商“{subject}”的复函',
    blocks: [
      { paragraph: answerTo },
      { paragraph: '就磋商“{subject}”，我单位函复如下。[参加方式：{attendance}。][参加人员：{delegates}。]' },
      { heading: '一、我单位意见' },
      { paragraph: '{view}' },
      { paragraph: '依据：{basis}。' },
      { heading: '二、建议' },
      { paragraph: '{proposal}' },
      { paragraph: '特此函复。' },
    ],
  },
  'consultation-minutes': {
    layout: 'minutes',
    title: '关于“{subject}”的磋商纪要',
    blocks: [
      {
        paragraph:
          '{held}，有关单位[以{way}方式]就“{subject}”[（案件编号：{caseNumber}）]进行磋商。纪要经各方确认，内容如下：',
      },
      { heading: '一、磋商情况' },
      { paragraph: '{minutes}' },
      { heading: '二、议定事项' },
      { table: 'outcomes', columns: ['topic', 'outcome', 'result', 'responsible', 'until'] },
      { heading: '参加人员' },
      { list: 'participants' },
    ],
  },
}
