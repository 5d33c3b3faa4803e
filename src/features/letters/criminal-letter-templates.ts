import type { criminalLetterTypes } from './criminal-letter-types.ts'
import { caseSheet, contactLine } from './letter-blocks.ts'
import type { LetterTemplate } from './letter-template.ts'

/** How an answer of the police begins. */
const theCase = '你单位[{letterDay}]移送的“{cause}”涉嫌犯罪案件[（移送书文号：{letterNumber}）]'

/** The default templates of letters about suspected crimes. */
export const criminalLetterTemplates: Readonly<Record<keyof typeof criminalLetterTypes, LetterTemplate>> = {
  'criminal-transfer': {
    layout: 'document',
    title: '涉嫌犯罪案件移送书',
    blocks: [
      {
        paragraph:
          '我单位在办理“{cause}”一案[（案件编号：{caseNumber}）]中，发现[{party}]涉嫌犯罪[，涉嫌罪名：{offence}]。',
      },
      { heading: '一、涉嫌人员' },
      { list: 'suspects' },
      { heading: '二、案情' },
      { paragraph: '{facts}' },
      { heading: '三、移送依据' },
      { paragraph: '根据{basis}，[经本机关负责人于{approved}批准，]现将该案移送你单位依法处理。' },
      { heading: '四、移送材料' },
      { list: 'materials' },
      { heading: '五、涉案物品' },
      { table: 'objects', columns: ['name', 'quantity', 'condition', 'custody'] },
      {
        paragraph:
          '请依法审查，并将立案或者不予立案的决定书面通知我单位；不予立案的，请说明理由并退回案卷材料。',
      },
      contactLine,
    ],
  },
  'criminal-receipt': {
    layout: 'letter',
    title: '涉嫌犯罪案件移送书回执',
    blocks: [
      { paragraph: `${theCase}及所附材料收悉[，接收人：{receivedBy}]。` },
      { sheet: caseSheet },
      { paragraph: '{outcome}。' },
      { paragraph: '理由：{reason}' },
      { paragraph: '{remarks}' },
      { paragraph: '特此回执。' },
    ],
  },
  'criminal-forwarding': {
    layout: 'letter',
    title: '关于转送“{cause}”案件的告知书',
    blocks: [
      {
        paragraph: `${theCase}，经审查不属我单位管辖，现已连同所附材料转送{organ}处理[（文书号：{noticeNumber}）]。`,
      },
      { sheet: caseSheet },
      { paragraph: '不属管辖的理由：{reason}' },
      { paragraph: '{remarks}' },
      { paragraph: '该机关作出立案或者不予立案的决定后，另行书面通知你单位。' },
      { paragraph: '特此告知。' },
    ],
  },
  'criminal-filed': {
    layout: 'document',
    title: '立案通知书',
    blocks: [
      { paragraph: `${theCase}，经审查[，并经{after}]，{organ}[于{decided}]决定立案侦查。` },
      { sheet: [['通知书文号', '{noticeNumber}'], ['公安机关案号', '{policeNumber}'], ...caseSheet] },
      {
        paragraph:
          '请你单位自接到本通知书之日起三日内，将涉案物品以及与案件有关的其他材料移交{organ}，并办结交接手续（《行政执法机关移送涉嫌犯罪案件的规定》第十二条）。',
      },
      contactLine,
    ],
  },
  'criminal-not-filed': {
    layout: 'document',
    title: '不予立案通知书',
    blocks: [
      { paragraph: `${theCase}，经审查，{organ}[于{decided}]决定不予立案。` },
      { sheet: [['通知书文号', '{noticeNumber}'], ...caseSheet] },
      { heading: '不予立案的理由' },
      { paragraph: '[{why}。]{grounds}' },
      { paragraph: '案卷材料随本通知书退回。' },
      {
        paragraph:
          '对本决定有异议的，可以自接到本通知书之日起三日内提请作出决定的公安机关复议，也可以建议人民检察院依法进行立案监督（《行政执法机关移送涉嫌犯罪案件的规定》第九条）。',
      },
    ],
  },
  'criminal-reconsideration': {
    layout: 'letter',
    title: '关于提请复议“{cause}”案件不予立案决定的函',
    blocks: [
      {
        paragraph:
          '你单位[{letterDay}]就“{cause}”一案[（案件编号：{caseNumber}）]作出的不予立案通知书[（{letterNumber}）]收悉。我单位对不予立案的决定有异议，[根据{basis}，]现提请复议。',
      },
      {
        sheet: [
          ['当事人', '{party}'],
          ['车辆（船舶）', '{vehicle}'],
          ['不予立案通知书文号', '{noticeNumber}'],
        ],
      },
      { heading: '事实和理由' },
      { paragraph: '{grounds}' },
      { paragraph: '请依法复议，并将复议决定书面通知我单位。' },
      contactLine,
      { paragraph: '特此函达。' },
    ],
  },
  'criminal-upheld': {
    layout: 'document',
    title: '复议决定书',
    blocks: [
      {
        paragraph:
          '你单位[{letterDay}]就“{cause}”一案[（案件编号：{caseNumber}）]提请复议的来函[（{letterNumber}）]收悉。经复议，我单位[于{decided}]决定：{decision}。',
      },
      {
        sheet: [
          ['当事人', '{party}'],
          ['车辆（船舶）', '{vehicle}'],
          ['决定书文号', '{noticeNumber}'],
        ],
      },
      { heading: '理由' },
      { paragraph: '{grounds}' },
      {
        paragraph:
          '对复议决定仍有异议的，可以自接到本决定书之日起三日内建议人民检察院依法进行立案监督（《行政执法机关移送涉嫌犯罪案件的规定》第九条）。',
      },
    ],
  },
  'criminal-supervision': {
    layout: 'letter',
    title: '关于建议对“{cause}”案件立案监督的函',
    blocks: [
      {
        paragraph:
          '我单位办理“{cause}”一案[（案件编号：{caseNumber}）]时，认为[{party}]涉嫌犯罪[，涉嫌罪名：{offence}]，依法移送公安机关[（移送书文号：{transferred}）]。{police}决定不予立案[（{notFiled}）][，经提请复议，维持不予立案决定（{upheld}）]。我单位仍有异议。',
      },
      { heading: '一、基本案情' },
      { paragraph: '{facts}' },
      { heading: '二、公安机关的意见' },
      { paragraph: '{reply}' },
      { heading: '三、我单位的意见' },
      { paragraph: '{grounds}' },
      { paragraph: '根据{basis}，建议你院依法进行立案监督。' },
      { heading: '四、随附材料' },
      { list: 'materials' },
      contactLine,
      { paragraph: '特此函达。' },
    ],
  },
  'criminal-outcome': {
    layout: 'letter',
    title: '关于“{cause}”案件刑事处理结果的告知函',
    blocks: [
      { paragraph: `${theCase}，现将处理结果告知如下：` },
      { sheet: [...caseSheet, ['文书号', '{documentNumber}'], ['罚金', '{fine}']] },
      { paragraph: '{summary}' },
      { paragraph: '特此函告。' },
    ],
  },
  'criminal-sent-back': {
    layout: 'letter',
    title: '关于退回“{cause}”案件作行政处理的函',
    blocks: [
      {
        paragraph: `${theCase}，因{reason}[（文书号：{documentNumber}）]，[根据{basis}，]现退回你单位依法处理。`,
      },
      { sheet: caseSheet },
      { paragraph: '处理意见：{opinion}' },
      { paragraph: '案卷材料和涉案物品，请与我单位办理交接。' },
      { paragraph: '特此函告。' },
    ],
  },
}
