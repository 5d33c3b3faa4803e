import { plateColours } from '../../../../kernel/identifiers/plate.ts'
import type { Words } from '../../../../kernel/words.ts'
import type { KindWords } from '../../kind.ts'
import { caseTransferWords } from '../case-transfer/case-transfer.words.ts'
import {
  contactFieldWords,
  declarationFieldWords,
  partyFieldWords,
  partyKindWords,
  shipFieldWords,
  shipTypeWords,
  vehicleFieldWords,
  vehicleTypeWords,
} from '../subject-words.ts'
import type { criminalTransferChart } from './criminal-transfer.chart.ts'
import { criminalMaterials } from './criminal-transfer.materials.ts'

const materialWords: Readonly<Record<string, Words>> = Object.fromEntries(
  criminalMaterials.map(({ item, words }) => [item, words]),
)

/** All words of a transfer of a suspected crime 涉嫌犯罪移送. */
export const criminalTransferWords: KindWords<typeof criminalTransferChart> = {
  name: { zh: '涉嫌犯罪移送', en: 'Transfer of a suspected crime' },
  purpose: {
    zh: '行政执法中发现违法行为涉嫌犯罪的，经主要负责人批准移送同级公安机关。各环节期限由国务院规定，不能更改；不得以行政处罚代替移送。',
    en: 'Transfers a suspected crime, once the head has approved, to the police of the same level. The periods are set by the State Council and cannot be changed; a penalty never takes the place of the transfer.',
  },

  states: {
    drafted: { zh: '拟稿', en: 'Draft' },
    inReview: { zh: '待负责人决定', en: 'With the head' },
    correcting: { zh: '待补充报告', en: 'Report to be corrected' },
    approved: { zh: '已批准待移送', en: 'Approved, to be transferred' },
    sent: { zh: '已移送待签收', en: 'Transferred, not yet signed for' },
    received: { zh: '公安机关已接受', en: 'Received by the police' },
    forwarding: { zh: '不属本机关管辖，待转送', en: 'Police not competent, to be passed on' },
    forwarded: { zh: '公安机关已转送', en: 'Passed on by the police' },
    notFiled: { zh: '公安机关不予立案', en: 'Not filed by the police' },
    reconsidering: { zh: '公安机关复议中', en: 'Being reconsidered' },
    upheld: { zh: '复议维持不予立案', en: 'Not filing upheld' },
    supervised: { zh: '已建议立案监督', en: 'Supervision suggested' },
    filed: { zh: '公安机关已立案', en: 'Filed by the police' },
    handedOver: { zh: '已移交，公安机关侦办', en: 'Handed over, under investigation' },
    concluded: { zh: '已追究刑事责任', en: 'Punished as a crime' },
    sentBack: { zh: '退回作行政处理', en: 'Given back for a penalty' },
    unfiled: { zh: '未立案，作行政处理', en: 'Not filed, dealt with administratively' },
    refused: { zh: '不批准移送', en: 'Transfer refused' },
    discarded: { zh: '已作废', en: 'Discarded' },
  },

  actions: {
    report: {
      zh: '报请批准移送',
      en: 'Report to the head',
      means: {
        zh: '向主要负责人提交书面报告，负责人须在三日内决定；自此不得作出行政处罚决定。',
        en: 'The written report goes to the head, who decides within three days; from now on no penalty may be decided.',
      },
    },
    discard: {
      zh: '作废',
      en: 'Discard',
      means: {
        zh: '不报请移送；记录保留，不能恢复。',
        en: 'It is not reported; the record stays and this cannot be undone.',
      },
    },
    approve: {
      zh: '批准移送',
      en: 'Approve',
      means: {
        zh: '由正职负责人或主持工作的负责人批准；须在 24 小时内移送公安机关。',
        en: 'The head approves; it must reach the police within 24 hours.',
      },
    },
    refuse: {
      zh: '不批准移送',
      en: 'Refuse',
      means: {
        zh: '不移送，理由记录在案；依法作行政处理。',
        en: 'There is no transfer; the reason is kept, and the case is dealt with administratively.',
      },
    },
    sendBack: {
      zh: '退回补充',
      en: 'Send back for correction',
      means: { zh: '退回补充报告；三日期限不停止。', en: 'The report is corrected; the three days run on.' },
    },
    send: {
      zh: '移送公安机关',
      en: 'Transfer',
      means: {
        zh: '系统生成移送书，连同四类材料送达同级公安机关。',
        en: 'The letter of transfer is written and goes to the police with the four sorts of material.',
      },
    },
    sign: {
      zh: '签收回执',
      en: 'Sign the receipt',
      means: {
        zh: '签收移送材料，三日内决定是否立案。不属本机关管辖的，请用“签收，不属本机关管辖”。',
        en: 'Signs for the material; decide on filing within three days. Where you are not competent, sign saying so.',
      },
    },
    signNotCompetent: {
      zh: '签收，不属本机关管辖',
      en: 'Sign, not competent',
      means: {
        zh: '签收移送材料，并在 24 小时内转送有管辖权的机关，书面告知移送单位。',
        en: 'Signs for the material, which goes to the competent organ within 24 hours; the agency is told in writing.',
      },
    },
    forwardCase: {
      zh: '转送有管辖权的机关',
      en: 'Pass it on',
      means: {
        zh: '转送有管辖权的公安机关并书面告知移送单位，随后登记其是否立案。',
        en: 'The competent police get it and the agency is told in writing; whether they file is recorded here.',
      },
    },
    file: {
      zh: '立案',
      en: 'File',
      means: {
        zh: '书面通知移送单位，自此由公安机关主办；移送单位三日内移交物品和材料。',
        en: 'The agency is told in writing and the police lead from now on; objects and material follow within three days.',
      },
    },
    declineToFile: {
      zh: '不予立案',
      en: 'Do not file',
      means: {
        zh: '书面通知并说明理由，退回案卷；移送单位三日内可以提请复议。',
        en: 'Tells the agency in writing with reasons and returns the file; it may ask for reconsideration within three days.',
      },
    },
    requestReconsideration: {
      zh: '提请复议',
      en: 'Ask for reconsideration',
      means: { zh: '请公安机关复议，三日内作出决定。', en: 'The police reconsider, within three days.' },
    },
    uphold: {
      zh: '维持不予立案',
      en: 'Uphold',
      means: {
        zh: '复议维持；移送单位三日内可以建议检察机关立案监督。',
        en: 'Keeps to it; the agency may suggest supervision by the procuratorate within three days.',
      },
    },
    suggestSupervision: {
      zh: '建议立案监督',
      en: 'Suggest supervision',
      means: {
        zh: '写出立案监督建议书，下载后送人民检察院，并抄送公安机关。',
        en: 'Writes the suggestion, to be downloaded and taken to the procuratorate; the police get a copy.',
      },
    },
    keepRefusal: {
      zh: '监督后仍不立案',
      en: 'Still do not file',
      means: {
        zh: '检察机关认为不立案理由成立，案件由移送单位作行政处理。',
        en: 'The procuratorate finds the reasons good; the agency deals with the case administratively.',
      },
    },
    acceptNotFiling: {
      zh: '接受不予立案',
      en: 'Accept that nothing is filed',
      means: {
        zh: '不再提出异议，依法作行政处理；行政处罚不再受限制。',
        en: 'No further objection; the case is dealt with administratively, and a penalty may be decided.',
      },
    },
    handOver: {
      zh: '移交物品和材料',
      en: 'Hand over objects and material',
      means: { zh: '办结交接手续，登记移交清单。', en: 'Completes the hand-over and records what went.' },
    },
    confirmHandOver: {
      zh: '确认收到',
      en: 'Confirm what was handed over',
      means: { zh: '核对清单后确认。', en: 'Confirms after checking the list.' },
    },
    conclude: {
      zh: '登记刑事处理结果',
      en: 'Record the outcome',
      means: {
        zh: '登记判决结果；判处罚金的，行政机关不再罚款，已罚款的折抵（行政处罚法第三十五条）。',
        en: 'Records the judgment; after a criminal fine no administrative one is imposed, and an earlier one is set off (Art. 35, Administrative Penalty Law).',
      },
    },
    sendBackForPenalty: {
      zh: '退回作行政处理',
      en: 'Give back for a penalty',
      means: {
        zh: '不需要追究刑事责任但应予行政处罚的，退回移送单位，自此由其主办。',
        en: 'No criminal liability, but a penalty is due: the agency leads again.',
      },
    },
  },

  clocks: {
    approval: { zh: '负责人决定期限', en: 'Decision of the head' },
    transfer: { zh: '移送期限', en: 'Transferring' },
    receipt: { zh: '签收期限', en: 'Signing for it' },
    forwarding: { zh: '转送期限', en: 'Passing it on' },
    decision: { zh: '立案决定期限', en: 'Deciding whether to file' },
    objection: { zh: '提请复议期限', en: 'Asking for reconsideration' },
    reconsideration: { zh: '复议决定期限', en: 'Reconsideration' },
    supervision: { zh: '建议立案监督期限', en: 'Suggesting supervision' },
    underSupervision: { zh: '立案监督期间', en: 'Under supervision' },
    handOver: { zh: '移交物品材料期限', en: 'Handing over' },
    outcome: { zh: '反馈侦办结果期限', en: 'Telling the outcome' },
  },

  fields: {
    to: {
      zh: '受移送的公安机关',
      en: 'Police',
      hint: {
        zh: '本单位的同级公安机关。',
        en: 'Of the same level as your agency.',
      },
    },
    case: { zh: '案件情况', en: 'The case' },
    'case.number': {
      zh: '案号',
      en: 'Case number',
      hint: {
        zh: '公安机关处理期间，该案号不能作出行政处罚决定。',
        en: 'While the police have it, no penalty can be decided under this number.',
      },
    },
    'case.cause': { zh: '案由', en: 'Cause' },
    'case.discoveredAt': { zh: '发现时间', en: 'Discovered at' },
    'case.place': { zh: '违法行为发生地', en: 'Place of the violation' },
    'case.facts': { zh: '已查明的事实', en: 'Facts established' },
    'case.law': { zh: '违反的行政管理规定', en: 'Administrative provisions violated' },
    suspicion: { zh: '涉嫌犯罪', en: 'The suspected crime' },
    'suspicion.offence': {
      zh: '涉嫌罪名',
      en: 'Offence',
      hint: {
        zh: '公职人员职务犯罪线索移送监察机关或检察机关，不用本事项。',
        en: 'Crimes of office go to the supervisory organ or the procuratorate, not here.',
      },
    },
    'suspicion.offenceNote': { zh: '罪名说明', en: 'About the offence' },
    'suspicion.provisions': { zh: '刑法条款', en: 'Provisions of the Criminal Law' },
    'suspicion.reasons': { zh: '涉嫌犯罪的理由', en: 'Why it may be a crime' },
    party: { zh: '涉嫌人', en: 'Suspect' },
    ...partyFieldWords('party'),
    vehicle: { zh: '涉案车辆', en: 'Vehicle' },
    ...vehicleFieldWords('vehicle'),
    ship: { zh: '涉案船舶', en: 'Ship' },
    ...shipFieldWords('ship'),
    earlierPenalties: {
      zh: '移送前已作出的行政处罚',
      en: 'Penalties decided before',
      hint: {
        zh: '已作出的警告、责令停产停业、暂扣或吊销许可证件不停止执行；已处罚款的折抵罚金。',
        en: 'Warnings, stopped business, suspended or revoked licences stay in force; a fine is set off against a criminal one.',
      },
    },
    'earlierPenalties[].kind': { zh: '处罚种类', en: 'Penalty' },
    'earlierPenalties[].decisionNumber': { zh: '决定书文号', en: 'Decision no.' },
    'earlierPenalties[].decidedOn': { zh: '决定日期', en: 'Dated' },
    'earlierPenalties[].fineYuan': { zh: '罚款金额（元）', en: 'Fine (yuan)' },
    objects: { zh: '涉案物品', en: 'Objects' },
    'objects[].name': { zh: '名称', en: 'Name' },
    'objects[].quantity': { zh: '数量', en: 'Quantity' },
    'objects[].unit': { zh: '单位', en: 'Unit' },
    'objects[].custody': { zh: '保管地点和保管人', en: 'Where and by whom it is kept' },
    team: {
      zh: '专案组人员',
      en: 'Team',
      hint: {
        zh: '不少于两名执法人员，负责核实情况并提出书面报告。',
        en: 'Two officers at least, who verify and report in writing.',
      },
    },
    'team[].name': { zh: '姓名', en: 'Name' },
    'team[].certificateNumber': { zh: '执法证号', en: 'Certificate no.' },
    ...contactFieldWords,
    notApplicable: {
      zh: '不适用材料',
      en: 'Materials that do not apply',
      hint: {
        zh: '调查报告不能免除；移送书由系统生成，不用上传。',
        en: 'The report cannot be left out; the letter is written for you and not uploaded.',
      },
    },
    'notApplicable[].item': { zh: '材料', en: 'Material' },
    'notApplicable[].reason': { zh: '不适用的理由', en: 'Why it does not apply' },
    ...declarationFieldWords,
    'declaration.noPenaltyInstead': {
      zh: '没有以行政处罚代替移送',
      en: 'No penalty was imposed in the place of a transfer',
    },

    reason: { zh: '理由', en: 'Reason' },
    opinion: { zh: '意见', en: 'Opinion' },
    note: { zh: '备注', en: 'Note' },
    receivedBy: { zh: '接收人', en: 'Received by' },
    organ: { zh: '有管辖权的公安机关', en: 'Competent organ' },
    noticeNumber: { zh: '通知书文号', en: 'Number of the notice' },
    decidedOn: { zh: '决定日期', en: 'Dated' },
    caseNumber: { zh: '公安机关案号', en: 'Case number of the police' },
    why: { zh: '不予立案的理由', en: 'Why nothing is filed' },
    grounds: { zh: '事实和理由', en: 'Grounds' },
    fileReturned: { zh: '案卷材料已退回', en: 'The file was returned' },
    legalBasis: { zh: '法律依据', en: 'Legal basis' },
    procuratorate: { zh: '人民检察院', en: 'Procuratorate' },
    documentNumber: { zh: '文书号', en: 'Document no.' },
    procuratorateOpinion: { zh: '检察机关意见', en: 'Opinion of the procuratorate' },
    handling: { zh: '拟作行政处理', en: 'How it will be dealt with' },
    at: { zh: '移交时间', en: 'When' },
    place: { zh: '交接地点', en: 'Where' },
    items: { zh: '移交清单', en: 'What is handed over' },
    'items[].name': { zh: '名称', en: 'Name' },
    'items[].quantity': { zh: '数量', en: 'Quantity' },
    'items[].unit': { zh: '单位', en: 'Unit' },
    handedBy: { zh: '移交人', en: 'Handed over by' },
    discrepancies: { zh: '与清单不符之处', en: 'What differs from the list' },
    criminalFine: { zh: '是否判处罚金', en: 'Criminal fine' },
    summary: { zh: '处理结果摘要', en: 'Summary' },
    sendBackReason: { zh: '退回情形', en: 'Why it is given back' },
  },

  options: {
    'suspicion.offence': {
      'dangerous-driving-passengers': {
        zh: '危险驾驶（校车、旅客运输严重超员超速）',
        en: 'Dangerous driving: overcrowded or speeding passenger transport',
      },
      'dangerous-driving-hazmat': {
        zh: '危险驾驶（违规运输危险化学品）',
        en: 'Dangerous driving: unlawful transport of dangerous chemicals',
      },
      'traffic-accident': { zh: '交通肇事', en: 'Causing a traffic accident' },
      'major-liability': { zh: '重大责任事故、危险作业', en: 'Major liability accident, dangerous work' },
      'obstructing-officers': { zh: '妨害公务、袭警', en: 'Obstructing officers' },
      'forged-documents': { zh: '伪造、变造、买卖证件印章', en: 'Forged documents or seals' },
      'illegal-business': { zh: '非法经营', en: 'Illegal business' },
      other: { zh: '其他', en: 'Other' },
    },
    'party.kind': partyKindWords,
    'vehicle.colour': plateColours,
    'vehicle.type': vehicleTypeWords,
    'ship.type': shipTypeWords,
    'earlierPenalties[].kind': caseTransferWords.options.penalties ?? {},
    'notApplicable[].item': materialWords,
    why: {
      'no-facts': { zh: '没有犯罪事实', en: 'No facts of a crime' },
      'clearly-minor': { zh: '情节显著轻微，不需要追究刑事责任', en: 'Clearly minor, no criminal liability' },
      limitation: { zh: '已过追诉时效', en: 'Outside the limitation period' },
      'insufficient-evidence': { zh: '证据不足以认定犯罪事实', en: 'Too little evidence of a crime' },
      'other-by-law': { zh: '其他依法不追究刑事责任的情形', en: 'No liability for another reason of law' },
    },
    criminalFine: {
      fined: { zh: '判处罚金', en: 'Fined' },
      'not-fined': { zh: '未判处罚金', en: 'Not fined' },
    },
    sendBackReason: {
      'no-liability': { zh: '依法不需要追究刑事责任', en: 'No criminal liability' },
      'not-prosecuted': { zh: '检察机关决定不起诉', en: 'Not prosecuted' },
      'case-withdrawn': { zh: '公安机关撤销案件', en: 'Case withdrawn by the police' },
      exempt: { zh: '免予刑事处罚', en: 'Exempt from punishment' },
    },
  },
}
