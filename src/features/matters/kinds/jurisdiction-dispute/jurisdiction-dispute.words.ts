import { plateColours } from '../../../../kernel/identifiers/plate.ts'
import type { FieldWords, KindWords } from '../../kind.ts'
import { serviceMethodWords } from '../case-transfer/case-transfer.words.ts'
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
import type { jurisdictionDisputeChart } from './jurisdiction-dispute.chart.ts'

const positionFields: Readonly<Record<string, FieldWords>> = {
  position: {
    zh: '本方立场',
    en: 'Our position',
    hint: {
      zh: '双方填写相同的栏目，并列显示，供协商和上级指定时对照。',
      en: 'Both sides fill in the same fields; they are shown next to each other for the consultation and for the superior.',
    },
  },
  'position.competent': {
    zh: '应由谁管辖',
    en: 'Who has jurisdiction',
    hint: {
      zh: '发起方是提出争议的机关，承办方是对方。',
      en: 'The asker raised the dispute; the answerer is the other side.',
    },
  },
  'position.caseNumber': {
    zh: '本机关立案案号',
    en: 'Our case number',
    hint: { zh: '本机关尚未立案的留空。', en: 'Leave empty where your agency has not filed.' },
  },
  'position.filedAt': {
    zh: '本机关立案时间',
    en: 'Filed at',
    hint: {
      zh: '精确到分。都有管辖权的，一般由最先立案的机关管辖（行政处罚法第二十五条）；填写后不能更改。',
      en: 'To the minute. Where both are competent, as a rule the first to file has the case (Art. 25, Administrative Penalty Law); it cannot be changed later.',
    },
  },
  'position.reasons': { zh: '事实和理由', en: 'Facts and reasons' },
  'position.legalBasis': { zh: '法律依据', en: 'Legal basis' },
  'position.evidence': {
    zh: '证据',
    en: 'Evidence',
    hint: {
      zh: '列明证据名称和证明内容，文件请上传到附件。',
      en: 'Name each piece and what it shows; attach the files.',
    },
  },
  'position.measures': {
    zh: '已采取的措施',
    en: 'Measures taken',
    hint: {
      zh: '强制措施和证据保全的期限不因争议停止，请写明届满时间。',
      en: 'Terms of measures do not stop during a dispute: say when each ends.',
    },
  },
}

/** All words of a jurisdiction dispute 管辖争议. */
export const jurisdictionDisputeWords: KindWords<typeof jurisdictionDisputeChart> = {
  name: { zh: '管辖争议', en: 'Jurisdiction dispute' },
  purpose: {
    zh: '两个机关都主张管辖或者都认为不归自己管辖的，先协商，协商不成的报请共同的上级指定管辖（行政处罚法第二十五条）。',
    en: 'Two agencies both claim a case, or both decline it: they consult and, failing agreement, their common superior designates (Art. 25, Administrative Penalty Law).',
  },

  states: {
    drafted: { zh: '拟稿', en: 'Draft' },
    raised: { zh: '已提出，待对方陈述', en: 'Raised, waiting for the other position' },
    consulting: { zh: '协商中', en: 'Consulting' },
    demanded: {
      zh: '承办方要求指定管辖，待报请',
      en: 'Designation demanded by the answerer, to be referred',
    },
    takenUp: {
      zh: '共同上级已启动指定，仍可协商一致',
      en: 'Taken up by the common superior, agreement still possible',
    },
    escalated: { zh: '待共同上级指定管辖', en: 'For the common superior to designate' },
    forAsker: { zh: '由发起方管辖，待移交', en: 'With the asker, to be handed over' },
    forAnswerer: { zh: '由承办方管辖，待移交', en: 'With the answerer, to be handed over' },
    elsewhere: { zh: '指定第三方管辖，待移送', en: 'A third agency designated, to be transferred' },
    handedToAsker: { zh: '已移交，待发起方确认', en: 'Handed over, to be confirmed by the asker' },
    handedToAnswerer: { zh: '已移交，待承办方确认', en: 'Handed over, to be confirmed by the answerer' },
    closedForAsker: { zh: '已办结，由发起方管辖', en: 'Closed, with the asker' },
    closedForAnswerer: { zh: '已办结，由承办方管辖', en: 'Closed, with the answerer' },
    closedElsewhere: { zh: '已办结，由第三方管辖', en: 'Closed, with a third agency' },
    dropped: { zh: '已撤回争议', en: 'Dropped' },
    discarded: { zh: '已作废', en: 'Discarded' },
  },

  actions: {
    raise: {
      zh: '提出管辖争议',
      en: 'Raise the dispute',
      means: {
        zh: '送达对方，请其陈述立场，协商期限开始计算；案件暂由现办理机关负责，证据保全和强制措施期限不停止。',
        en: 'Delivered to the other side, which states its position; the time for consulting begins. Measures and their terms do not stop.',
      },
    },
    discard: {
      zh: '作废',
      en: 'Discard',
      means: {
        zh: '不提出争议；记录保留，不能恢复。',
        en: 'No dispute is raised; the record stays and this cannot be undone.',
      },
    },
    takePosition: {
      zh: '陈述立场',
      en: 'State our position',
      means: {
        zh: '说明本机关的主张、依据和证据；协商中可以修改，同意对方主张的也在此说明。',
        en: 'Says what your agency holds, on what law and evidence; may be stated anew, also to agree with the other side.',
      },
    },
    revisePosition: {
      zh: '修改立场',
      en: 'Revise our position',
      means: {
        zh: '修改本方立场，以最后一次为准；立案时间不能更改。',
        en: 'The last one counts; the moment of filing cannot be changed.',
      },
    },
    giveUp: {
      zh: '不再发送',
      en: 'Give up sending',
      means: {
        zh: '未能送达的单位不再重发，争议到此结束。',
        en: 'What could not be delivered is not sent again, and the dispute ends.',
      },
    },
    drop: {
      zh: '撤回争议',
      en: 'Drop the dispute',
      means: {
        zh: '说明理由撤回，双方按原状继续办理；已形成一致意见的，请登记协商结果。',
        en: 'Withdraws it with a reason and leaves things as they were; where both agree, record the agreement instead.',
      },
    },
    settleOnAsker: {
      zh: '协商一致：由发起方管辖',
      en: 'Agreed: with the asker',
      means: {
        zh: '登记协商纪要。须与对方最后陈述的立场一致；对方随后停止办理并移交。',
        en: 'Records the agreement, which must be what the other side last said; it then stops and hands over.',
      },
    },
    settleOnAnswerer: {
      zh: '协商一致：由承办方管辖',
      en: 'Agreed: with the answerer',
      means: {
        zh: '登记协商纪要。须与对方最后陈述的立场一致；本机关随后停止办理并移交，案件自此由对方主办。',
        en: 'Records the agreement, which must be what the other side last said; it leads from now on, and your agency stops and hands over.',
      },
    },
    escalate: {
      zh: '报请指定管辖',
      en: 'Refer for designation',
      means: {
        zh: '报请双方共同的上级主管部门（由系统依隶属关系确定）指定管辖，指定期限开始计算。须由法制审核人员或负责人办理。',
        en: 'The common superior, found from the tree of agencies, now designates within its time. For a legal reviewer or leader.',
      },
    },
    demandDesignation: {
      zh: '要求报请指定管辖',
      en: 'Demand designation',
      means: {
        zh: '承办方认为协商不成的，要求由共同的上级指定管辖。期限内发起方仍可登记一致意见、撤回争议或者立即报请；到期由系统自动报请，无需发起方同意。须由法制审核人员或负责人办理。',
        en: 'For the answerer that sees no agreement. For a short time the asker may still record an agreement, drop the dispute or refer it at once; then the platform refers it, whether the asker agrees or not. For a legal reviewer or leader.',
      },
    },
    takeUp: {
      zh: '依职权启动指定管辖',
      en: 'Take the dispute up',
      means: {
        zh: '本机关是争议双方共同的上一级主管部门，不待报请也可以直接指定管辖（行政处罚法第二十五条）。写明理由，双方收到通知，本机关自此参加本事项。期限内双方仍可协商一致；到期由系统转入指定，发起方也可以立即报请。',
        en: 'For the common superior of both sides, which may designate without being asked (Art. 25, Administrative Penalty Law). Both sides are told why, and your agency takes part from now on. For a short time they may still agree; then it is for you to designate, at once if the asker refers it before.',
      },
    },
    escalateOnDemand: {
      zh: '到期转入指定',
      en: 'Referred when the time is up',
      means: {
        zh: '承办方要求指定管辖或者共同上级依职权启动后，期限届满，系统自动转由共同的上级指定。',
        en: 'The time after the demand, or after the superior took the dispute up, is over; the platform refers it to the common superior.',
      },
    },
    designateAsker: {
      zh: '指定发起方管辖',
      en: 'Designate the asker',
      means: {
        zh: '由发起方管辖，承办方应立即停止办理并移交案卷、书面告知当事人。',
        en: 'The asker has jurisdiction; the answerer stops at once, hands over and tells the party in writing.',
      },
    },
    designateAnswerer: {
      zh: '指定承办方管辖',
      en: 'Designate the answerer',
      means: {
        zh: '由承办方管辖并自此主办，发起方应立即停止办理并移交案卷、书面告知当事人。',
        en: 'The answerer has jurisdiction and leads from now on; the asker stops at once, hands over and tells the party in writing.',
      },
    },
    designateOther: {
      zh: '指定第三方管辖',
      en: 'Designate a third agency',
      means: {
        zh: '指定本机关所辖的另一个机关管辖，由发起方以案件移送办理移交。',
        en: 'Designates another agency below yours; who raised it transfers the case there.',
      },
    },
    handOver: {
      zh: '停止办理并移交',
      en: 'Stop and hand over',
      means: {
        zh: '登记停止办理、移交案卷和告知当事人的情况。',
        en: 'Records when you stopped, what was handed over and how the party was told.',
      },
    },
    confirmHandOver: {
      zh: '确认收到并办结',
      en: 'Confirm and close',
      means: { zh: '核对移交内容，争议办结。', en: 'Confirms what arrived and closes the dispute.' },
    },
    reportTransfer: {
      zh: '登记移送并办结',
      en: 'Record the transfer and close',
      means: {
        zh: '登记已向指定的机关移送，争议办结。',
        en: 'Records that the case went to the agency designated, and closes the dispute.',
      },
    },
  },

  clocks: {
    position: { zh: '陈述立场期限', en: 'Stating the position' },
    consultation: { zh: '协商期限', en: 'Consultation' },
    demand: { zh: '转入指定前的期限', en: 'Before it is referred by itself' },
    designation: { zh: '指定管辖期限', en: 'Designation' },
    handOverToAsker: { zh: '向发起方移交期限', en: 'Handing over to the asker' },
    handOverToAnswerer: { zh: '向承办方移交期限', en: 'Handing over to the answerer' },
    handOverElsewhere: { zh: '向第三方移送期限', en: 'Transferring to the third agency' },
    confirmByAsker: { zh: '发起方确认期限', en: 'Confirming by the asker' },
    confirmByAnswerer: { zh: '承办方确认期限', en: 'Confirming by the answerer' },
  },

  fields: {
    to: {
      zh: '争议对方',
      en: 'The other side',
      hint: { zh: '与本机关有管辖争议的机关。', en: 'The agency your agency disagrees with.' },
    },
    dispute: { zh: '争议事项', en: 'What it is about' },
    'dispute.conflict': { zh: '争议类型', en: 'Sort of dispute' },
    'dispute.behaviour': {
      zh: '违法行为类型',
      en: 'Behaviour',
      hint: {
        zh: '系统据此查找以往已解决的类似争议。',
        en: 'Earlier disputes that were settled are found by it.',
      },
    },
    'dispute.cause': {
      zh: '案由',
      en: 'Cause',
      hint: { zh: '如“车辆超限运输”。', en: 'Such as "overloaded vehicle".' },
    },
    'dispute.caseNumber': {
      zh: '案号',
      en: 'Case number',
      hint: {
        zh: '任一方已立案的填写。指定或商定管辖后，该案号不得再移送其他机关。',
        en: 'If either side has filed. Once jurisdiction is settled, a case of this number goes nowhere else.',
      },
    },
    'dispute.place': {
      zh: '违法行为发生地',
      en: 'Place of the violation',
      hint: {
        zh: '跨区域的写明起点、发现地和终点。',
        en: 'Where it crosses borders, name origin, place of discovery and destination.',
      },
    },
    'dispute.road': { zh: '路线桩号', en: 'Road and marker' },
    'dispute.occurredAt': { zh: '发生（发现）时间', en: 'When it happened or was found' },
    'dispute.facts': { zh: '基本事实', en: 'Facts' },
    party: { zh: '当事人', en: 'Party' },
    ...partyFieldWords('party'),
    vehicle: { zh: '涉案车辆', en: 'Vehicle' },
    ...vehicleFieldWords('vehicle'),
    ship: { zh: '涉案船舶', en: 'Ship' },
    ...shipFieldWords('ship'),
    ...positionFields,
    ...contactFieldWords,
    ...declarationFieldWords,
    'declaration.evidenceSecured': {
      zh: '争议期间继续采取必要的证据保全和安全措施',
      en: 'Evidence and safety are looked after during the dispute',
    },

    reason: { zh: '理由', en: 'Reason' },
    agreedOn: { zh: '协商一致日期', en: 'Agreed on' },
    way: { zh: '协商方式', en: 'How' },
    participants: { zh: '参加人员', en: 'Who took part' },
    minutes: {
      zh: '协商纪要',
      en: 'Minutes',
      hint: { zh: '写明双方意见和商定的管辖机关。', en: 'What each held and what was agreed.' },
    },
    againstFirstFiling: {
      zh: '不由先立案机关管辖的理由',
      en: 'Why not with who filed first',
      hint: {
        zh: '商定的机关不是最先立案的机关时必填。',
        en: 'Needed where the agency agreed on is not the one that filed first.',
      },
    },
    consulted: {
      zh: '协商情况',
      en: 'How the consultation went',
      hint: { zh: '对方逾期未陈述的也写明。', en: 'Also where the other side said nothing in time.' },
    },
    opinion: { zh: '本机关意见', en: 'Our opinion' },
    legalBasis: { zh: '法律依据', en: 'Legal basis' },
    decisionNumber: {
      zh: '指定管辖决定文号',
      en: 'Number of the designation',
      hint: {
        zh: '决定书由系统编号；另有文号的填写。',
        en: 'The decision is numbered here; fill this in where it has a number besides.',
      },
    },
    decidedOn: { zh: '决定日期', en: 'Dated' },
    grounds: { zh: '理由', en: 'Grounds' },
    agency: {
      zh: '指定的机关',
      en: 'Agency designated',
      hint: {
        zh: '须为本机关所辖、争议双方以外的机关。',
        en: 'Below yours, and neither side of the dispute.',
      },
    },
    stoppedAt: { zh: '停止办理时间', en: 'Stopped at' },
    items: {
      zh: '移交清单',
      en: 'What is handed over',
      hint: { zh: '案卷也列入；没有可移交的留空。', en: 'The file too; leave empty where there is nothing.' },
    },
    'items[].name': { zh: '名称', en: 'Name' },
    'items[].quantity': { zh: '数量', en: 'Quantity' },
    'items[].unit': { zh: '单位', en: 'Unit' },
    notice: { zh: '告知当事人', en: 'Telling the party' },
    'notice.told': { zh: '是否已书面告知', en: 'Told in writing' },
    'notice.method': { zh: '告知方式', en: 'How' },
    'notice.at': { zh: '告知时间', en: 'When' },
    'notice.why': { zh: '无需告知的理由', en: 'Why it is not needed' },
    note: { zh: '备注', en: 'Note' },
    receivedBy: { zh: '接收人', en: 'Received by' },
    discrepancies: { zh: '与清单不符之处', en: 'What differs from the list' },
    summary: { zh: '移送情况', en: 'How it was transferred' },
    transferNumber: {
      zh: '案件移送编号',
      en: 'Number of the transfer',
      hint: { zh: '本系统中案件移送的编号。', en: 'Of the case transfer in this system.' },
    },
  },

  options: {
    'dispute.conflict': {
      'both-claim': { zh: '双方都主张管辖', en: 'Both claim it' },
      'both-decline': { zh: '双方都认为不归本机关管辖', en: 'Both decline it' },
    },
    'dispute.behaviour': {
      overload: { zh: '超限超载', en: 'Overload' },
      oversize: { zh: '大件运输', en: 'Oversize transport' },
      'illegal-passenger': { zh: '非法客运', en: 'Unlicensed passenger transport' },
      'illegal-freight': { zh: '非法货运', en: 'Unlicensed freight' },
      hazmat: { zh: '危险货物运输', en: 'Dangerous goods' },
      'tour-coach': { zh: '旅游包车', en: 'Tour coaches' },
      taxi: { zh: '出租汽车、网约车', en: 'Taxis and ride-hailing' },
      waterway: { zh: '水路运输', en: 'Waterway transport' },
      'road-damage': { zh: '损坏公路、路域环境', en: 'Damage to roads' },
      other: { zh: '其他', en: 'Other' },
    },
    'party.kind': partyKindWords,
    'vehicle.colour': plateColours,
    'vehicle.type': vehicleTypeWords,
    'ship.type': shipTypeWords,
    'position.competent': {
      asker: { zh: '由发起方管辖', en: 'The asker, who raised the dispute' },
      answerer: { zh: '由承办方管辖', en: 'The answerer, with whom it was raised' },
    },
    way: {
      meeting: { zh: '会商', en: 'Meeting' },
      video: { zh: '视频', en: 'Video' },
      telephone: { zh: '电话', en: 'Telephone' },
      writing: { zh: '书面', en: 'In writing' },
    },
    'notice.told': {
      told: { zh: '已告知', en: 'Told' },
      'not-needed': { zh: '无需告知', en: 'Not needed' },
    },
    'notice.method': serviceMethodWords,
  },
}
