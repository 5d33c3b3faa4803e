import type { caseLetterTypes } from './case-letter-types.ts'
import { answerTo, caseSheet, contactLine } from './letter-blocks.ts'
import type { LetterTemplate } from './letter-template.ts'

/** The default templates of letters about cases. */
export const caseLetterTemplates: Readonly<Record<keyof typeof caseLetterTypes, LetterTemplate>> = {
  'case-transfer': {
    layout: 'letter',
    title: '关于移送“{cause}”案件的函',
    blocks: [
      {
        paragraph:
          '我单位[于{discoveredAt}][在{place}]发现[{party}]涉嫌“{cause}”一案[（案件编号：{caseNumber}）]。[涉案车辆（船舶）：{vehicle}。]',
      },
      { heading: '一、基本案情' },
      { paragraph: '{facts}' },
      { paragraph: '上述行为涉嫌违反：{law}。' },
      { heading: '二、移送理由和依据' },
      { paragraph: '{reasons}' },
      { paragraph: '根据{basis}，现将该案移送你单位处理。' },
      { heading: '三、在案措施' },
      { list: 'measures' },
      { heading: '四、涉案物品' },
      { table: 'objects', columns: ['name', 'quantity', 'condition', 'custody'] },
      { heading: '五、移送材料' },
      { list: 'materials' },
      {
        paragraph:
          '请你单位收到后及时签收，依法审查并将接收决定、立案情况和处理结果反馈我单位。对管辖有异议的，请在规定期限内书面提出。',
      },
      { paragraph: '办案人员：{officers}。' },
      contactLine,
      { paragraph: '特此函告。' },
    ],
  },
  'case-transfer-receipt': {
    layout: 'letter',
    title: '案件移送回执',
    blocks: [
      { paragraph: answerTo },
      { paragraph: '经审查，我单位[于{received}]决定接收移送的“{cause}”案件及所附材料，并依法办理。' },
      { sheet: caseSheet },
      { paragraph: '{remarks}' },
      contactLine,
      { paragraph: '特此回执。' },
    ],
  },
  'transfer-objection': {
    layout: 'letter',
    title: '关于“{cause}”案件移送的管辖异议函',
    blocks: [
      { paragraph: answerTo },
      { paragraph: '经审查，我单位对移送的“{cause}”案件的管辖有异议。[情形：{reason}。]' },
      { sheet: caseSheet },
      { heading: '一、理由' },
      { paragraph: '{grounds}' },
      { heading: '二、依据' },
      { paragraph: '{basis}' },
      { paragraph: '建议由{suggested}管辖。' },
      {
        paragraph:
          '请你单位研究后函复；协商不成的，依照《中华人民共和国行政处罚法》第二十五条报请共同的上一级机关指定管辖。',
      },
      { paragraph: '特此函告。' },
    ],
  },
  'transfer-result': {
    layout: 'letter',
    title: '关于“{cause}”移送案件办理结果的反馈函',
    blocks: [
      { paragraph: answerTo },
      { paragraph: '移送的“{cause}”案件，办理结果为：{outcome}。' },
      {
        sheet: [
          ...caseSheet,
          ['立案文号', '{filedNumber}'],
          ['决定书文号', '{decisionNumber}'],
          ['决定日期', '{decided}'],
          ['处罚内容', '{penalties}'],
          ['执行情况', '{execution}'],
        ],
      },
      { paragraph: '{summary}' },
      { paragraph: '特此函复。' },
    ],
  },
  supplement: {
    layout: 'letter',
    title: '关于补充“{subject}”材料的函',
    blocks: [
      { paragraph: answerTo },
      { paragraph: '就“{subject}”[（案件编号：{caseNumber}）]，经审查尚需补充，现一次告知如下：' },
      { table: 'gaps', columns: ['item', 'what'] },
      { paragraph: '{missing}' },
      { paragraph: '请[于{due}前]补充；不能补充的，请说明理由。' },
      { paragraph: '特此函告。' },
    ],
  },
  'hand-over': {
    layout: 'document',
    title: '物品和材料移交清单',
    blocks: [
      { paragraph: '就“{subject}”[（案件编号：{caseNumber}）]，现将下列物品和材料移交你单位：' },
      { table: 'items', columns: ['name', 'quantity', 'condition'] },
      {
        sheet: [
          ['移交时间', '{at}'],
          ['交接地点', '{place}'],
          ['移交人', '{handedBy}'],
          ['停止行使管辖权', '{stopped}'],
        ],
      },
      { paragraph: '{remarks}' },
      { paragraph: '请逐项核对并确认；与清单不符的，请写明不符之处。' },
    ],
  },
  'clue-transfer': {
    layout: 'letter',
    title: '关于移送“{title}”线索的函',
    blocks: [
      { paragraph: '我单位在工作中获取以下线索，涉及你单位职责，现予移送[（{urgency}）]。' },
      { heading: '一、线索内容' },
      { paragraph: '{facts}' },
      {
        sheet: [
          ['重点领域', '{domain}'],
          ['发生地点', '{place}'],
          ['发生时间', '{occurredAt}'],
          ['线索来源', '{source}'],
          ['可靠程度', '{reliability}'],
        ],
      },
      { heading: '二、涉及对象' },
      { list: 'subjects' },
      { heading: '三、移送理由' },
      { list: 'reasons' },
      { paragraph: '工作建议：{suggestion}' },
      {
        paragraph: '线索尚未经调查核实，不能直接作为认定违法事实的证据。请依法核查，并将核查结果反馈我单位。',
      },
      { paragraph: '特此函告。' },
    ],
  },
  'clue-feedback': {
    layout: 'letter',
    title: '关于“{title}”线索核查情况的复函',
    blocks: [
      { paragraph: answerTo },
      { paragraph: '经核查，结论为：{outcome}。[立案文号：{caseNumber}。]' },
      { paragraph: '{findings}' },
      { paragraph: '采取的措施：{measures}' },
      { paragraph: '特此函复。' },
    ],
  },
  'case-notice': {
    layout: 'letter',
    title: '关于抄告“{cause}”案件处理结果的函',
    blocks: [
      {
        paragraph:
          '我单位已办结“{cause}”一案[（案件编号：{caseNumber}）]。[根据{basis}，]现将有关情况抄告你单位。',
      },
      {
        sheet: [
          ['车辆（船舶）', '{vehicle}'],
          ['所属经营者', '{owner}'],
          ['道路运输证号', '{certificate}'],
          ['当事人', '{party}'],
          ['驾驶人', '{driver}'],
          ['货物装载源头', '{cargoSource}'],
          ['处罚决定文号', '{decisionNumber}'],
          ['决定日期', '{decided}'],
        ],
      },
      { heading: '违法事实' },
      { paragraph: '{facts}' },
      { heading: '处理结果' },
      { paragraph: '{decision}' },
      { heading: '随附材料' },
      { list: 'materials' },
      { paragraph: '请你单位依法办理：{requested}' },
      { paragraph: '请于{due}前反馈办理情况。' },
      contactLine,
      { paragraph: '特此函告。' },
    ],
  },
  'case-notice-recall': {
    layout: 'letter',
    title: '关于撤回“{cause}”案件抄告的函',
    blocks: [
      {
        paragraph:
          '我单位[{letterDay}]抄告的“{cause}”一案[（抄告函文号：{letterNumber}）]，因{reason}，现予撤回。',
      },
      {
        sheet: [...caseSheet, ['作出机关', '{organ}'], ['文书号', '{documentNumber}'], ['日期', '{decided}']],
      },
      { paragraph: '现在的处理结果：{nowHolds}' },
      { paragraph: '请你单位停止据此采取的措施，已经采取的依法纠正，并予确认。' },
      { paragraph: '特此函告。' },
    ],
  },
  'case-notice-feedback': {
    layout: 'letter',
    title: '关于抄告案件办理情况的反馈函',
    blocks: [
      { paragraph: answerTo },
      { paragraph: '[就{party}]“{cause}”一案，现将办理情况反馈如下：' },
      { list: 'measures' },
      { paragraph: '{summary}' },
      { paragraph: '未作处理的理由：{reasons}' },
      contactLine,
      { paragraph: '特此函复。' },
    ],
  },
  'dispute-call': {
    layout: 'letter',
    title: '关于协商“{cause}”案件管辖的函',
    blocks: [
      {
        paragraph:
          '就“{cause}”一案[（案件编号：{caseNumber}）]，我单位与你单位对管辖存在争议[（{conflict}）]，现依照《中华人民共和国行政处罚法》第二十五条与你单位协商。',
      },
      {
        sheet: [
          ['当事人', '{party}'],
          ['车辆（船舶）', '{vehicle}'],
          ['违法行为发生地', '{place}'],
          ['立案情况', '{filed}'],
        ],
      },
      { heading: '一、基本案情' },
      { paragraph: '{facts}' },
      { heading: '二、我单位意见' },
      { paragraph: '{grounds}' },
      { paragraph: '依据：{basis}' },
      { paragraph: '证据：{evidence}' },
      { paragraph: '已采取的措施：{measures}' },
      { paragraph: '请你单位函复意见。协商不成的，报请共同的上一级机关指定管辖。' },
      contactLine,
      { paragraph: '特此函商。' },
    ],
  },
  'dispute-position': {
    layout: 'letter',
    title: '关于“{cause}”案件管辖的意见函',
    blocks: [
      { paragraph: answerTo },
      { paragraph: '就“{cause}”一案[（案件编号：{caseNumber}）]的管辖，我单位认为应由{competent}管辖。' },
      {
        sheet: [
          ['当事人', '{party}'],
          ['车辆（船舶）', '{vehicle}'],
          ['立案情况', '{filed}'],
        ],
      },
      { heading: '理由' },
      { paragraph: '{grounds}' },
      { paragraph: '依据：{basis}' },
      { paragraph: '证据：{evidence}' },
      { paragraph: '已采取的措施：{measures}' },
      contactLine,
      { paragraph: '特此函复。' },
    ],
  },
  'dispute-minutes': {
    layout: 'minutes',
    title: '关于“{cause}”案件管辖争议的协商纪要',
    blocks: [
      {
        paragraph:
          '{held}，有关单位[以{place}方式]就“{cause}”一案[（案件编号：{caseNumber}）]的管辖争议进行协商。纪要如下：',
      },
      { heading: '一、基本案情' },
      { paragraph: '{facts}' },
      { heading: '二、各方意见' },
      { table: 'positions', columns: ['agency', 'filed', 'position', 'basis', 'evidence'] },
      { heading: '三、协商结果' },
      { paragraph: '{outcome}' },
      { heading: '参加人员' },
      { list: 'participants' },
    ],
  },
  'designation-request': {
    layout: 'document',
    title: '关于“{cause}”案件指定管辖的请示',
    blocks: [
      {
        paragraph:
          '“{cause}”一案[（案件编号：{caseNumber}）][，当事人：{party}][，车辆（船舶）：{vehicle}]，有关单位对管辖存在争议，协商未能达成一致。现请示如下：',
      },
      { heading: '一、基本案情' },
      { paragraph: '{facts}' },
      { heading: '二、各方意见' },
      { table: 'positions', columns: ['agency', 'filed', 'position', 'basis', 'evidence'] },
      { heading: '三、协商情况' },
      { paragraph: '{consultation}' },
      { paragraph: '根据{basis}，请指定管辖。' },
      contactLine,
      { paragraph: '妥否，请批示。' },
    ],
  },
  'designation-decision': {
    layout: 'document',
    title: '指定管辖决定书',
    blocks: [
      {
        paragraph:
          '{to}因“{cause}”一案[（案件编号：{caseNumber}）]的管辖发生争议[，{occasion}]。[决定文号：{decisionNumber}。]',
      },
      { heading: '一、基本案情' },
      { paragraph: '{facts}' },
      { heading: '二、各方意见' },
      { table: 'positions', columns: ['agency', 'filed', 'position', 'basis', 'evidence'] },
      { heading: '三、决定' },
      { paragraph: '{grounds}' },
      { paragraph: '根据{basis}，本机关[于{decided}]决定：该案由{designated}管辖。' },
      { paragraph: '请有关单位自收到本决定书之日起依法办理案件材料和涉案物品的移交。' },
    ],
  },
  'evidence-transfer': {
    layout: 'letter',
    title: '关于移送“{cause}”案件证据的函',
    blocks: [
      {
        paragraph:
          '为办理“{cause}”一案[（案件编号：{caseNumber}）]，[根据{basis}，]现将我单位依法收集的下列证据移送你单位审核：',
      },
      { table: 'evidence', columns: ['name', 'kind', 'proves', 'collectors'] },
      { heading: '随附材料' },
      { list: 'materials' },
      { paragraph: '请你单位依法审核，并将审核结论反馈我单位。审核认可前，不得作为定案的根据。' },
      contactLine,
      { paragraph: '特此函告。' },
    ],
  },
  'evidence-review': {
    layout: 'document',
    title: '证据互认审核表',
    blocks: [
      {
        sheet: [
          ['案件编号', '{caseNumber}'],
          ['案由', '{cause}'],
          ['取证单位', '{source}'],
        ],
      },
      { table: 'evidence', columns: ['name', 'kind', 'result', 'remark'] },
      {
        sheet: [
          ['审核结论', '{result}'],
          ['理由', '{reasons}'],
          ['审核人', '{reviewer}'],
          ['审核日期', '{reviewed}'],
        ],
      },
      {
        paragraph:
          '认可的证据可以进入本案案卷，经查证属实，方可作为认定案件事实的根据；不予认可的，不得作为认定案件事实的根据。',
      },
    ],
  },
}
