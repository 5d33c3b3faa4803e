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
  partyFieldWords,
  partyKindWords,
} from '../subject-words.ts'
import type { documentServiceChart } from './document-service.chart.ts'

/** All words of an entrusted service of a document 委托送达. */
export const documentServiceWords: KindWords<typeof documentServiceChart> = {
  name: { zh: '委托送达', en: 'Document service' },
  purpose: {
    zh: '直接送达有困难的，委托受送达人所在地机关代为送达文书，并交回送达回证。处罚决定书的 7 个工作日送达期限不因委托而停止。',
    en: 'Has a document served by the agency where the addressee is, and brings the signed receipt back. The seven working days for serving a penalty decision go on meanwhile.',
  },

  states: {
    ...formalRequestStateWords,
    serving: { zh: '送达中', en: 'Being served' },
    triedOnce: { zh: '送达一次未成', en: 'Tried once in vain' },
    undelivered: { zh: '两次未成，待委托方决定', en: 'Tried twice in vain, the asker decides' },
    served: { zh: '已送达待交回证', en: 'Served, receipt to be returned' },
    returned: { zh: '回证已交回待确认', en: 'Receipt returned, to be confirmed' },
    closed: { zh: '已送达办结', en: 'Served and closed' },
    unserved: { zh: '终止，未送达', en: 'Ended without service' },
  },

  actions: {
    ...formalRequestActionWords,
    take: {
      zh: '受理送达',
      en: 'Take it up',
      means: {
        zh: '由本机关送达；只能直接送达，拒收的留置送达，不得再委托或者邮寄。',
        en: 'Your agency serves it: in person, or by leaving it where it is refused; not by post, and not through others.',
      },
    },
    decline: {
      zh: '不予送达',
      en: 'Decline',
      means: {
        zh: '说明理由退回委托方，由其另行送达。',
        en: 'Gives it back with a reason; the asker serves it otherwise.',
      },
    },
    serve: {
      zh: '登记送达',
      en: 'Record the service',
      means: {
        zh: '登记送达的时间、地点、人员和方式，送达日期由系统按方式确定；须在交回期限内交回送达回证。',
        en: 'Records when, where, by whom and how; the date of service follows from the method. The receipt has then to be returned in time.',
      },
    },
    fail: {
      zh: '登记送达未成',
      en: 'Record a failed attempt',
      means: {
        zh: '登记一次未成的送达；第二次未成即报委托方，由其决定如何处理。当事人拒收不算未成，应留置送达。',
        en: 'Records an attempt that failed; the second one goes back to the asker, who decides. A refusal is none: leave the document.',
      },
    },
    amendService: {
      zh: '更正送达登记',
      en: 'Correct the record of the service',
      means: {
        zh: '时间、方式或者签收人登记错了的，按送达回证重新登记；原登记保留在办理记录中，交回期限不重新计算。',
        en: 'Where time, method or signer were recorded wrongly: as the receipt has them. The first record stays in the file, and the time for returning the receipt runs on.',
      },
    },
    instruct: {
      zh: '补充线索，请再送',
      en: 'Give more to go on',
      means: {
        zh: '提供新的地址或者线索，请对方再次送达，送达期限重新计算；处罚决定的法定期限不重新计算。',
        en: 'Gives another address or more to go on; the time for serving begins anew, that of the law does not.',
      },
    },
    serveOtherwise: {
      zh: '改用其他方式送达',
      en: 'Serve otherwise',
      means: {
        zh: '由本机关以邮寄、电子、转交或者公告方式送达并登记，委托办结。公告仅限下落不明或者其他方式无法送达。',
        en: 'Your agency serves it by post, electronically, through a unit or by public notice, and the entrustment closes. Public notice only where the party cannot be found or nothing else works.',
      },
    },
    abandon: {
      zh: '终止送达',
      en: 'End without service',
      means: { zh: '不再送达，委托终止，并说明理由。', en: 'It is not served any more; say why.' },
    },
    returnReceipt: {
      zh: '交回送达回证',
      en: 'Return the receipt',
      means: {
        zh: '先将签收后的送达回证添加为附件。回证日期须与送达日期一致；登记错了的，先“更正送达登记”。',
        en: 'Attach the signed receipt first. Its date must be that of the service; if that was recorded wrongly, correct the record first.',
      },
    },
    confirmReceipt: {
      zh: '确认回证并办结',
      en: 'Confirm and close',
      means: { zh: '回证完整有效，委托送达办结。', en: 'The receipt is complete; the service is closed.' },
    },
    rejectReceipt: {
      zh: '退回回证',
      en: 'Reject the receipt',
      means: {
        zh: '回证有缺陷，请对方补正后重新交回，交回期限重新计算；原回执函作废。',
        en: 'The receipt is defective: the other side mends and returns it, within its time anew. Its letter no longer stands.',
      },
    },
  },

  clocks: {
    ...formalRequestClockWords,
    service: { zh: '送达期限', en: 'Serving' },
    decisionService: { zh: '处罚决定法定送达期限', en: 'Serving the decision, by law' },
    instruction: { zh: '决定如何处理期限', en: 'Deciding how to go on' },
    receiptReturn: { zh: '交回回证期限', en: 'Returning the receipt' },
    confirmation: { zh: '确认回证期限', en: 'Confirming the receipt' },
  },

  fields: {
    ...formalRequestFieldWords,
    to: {
      zh: '受委托机关',
      en: 'Entrusted to',
      hint: {
        zh: '受送达人所在地的交通运输执法机关。',
        en: 'The enforcement agency where the addressee is.',
      },
    },
    document: { zh: '待送达文书', en: 'The document' },
    'document.kind': { zh: '文书种类', en: 'Kind of document' },
    'document.number': {
      zh: '文书文号',
      en: 'Document no.',
      hint: { zh: '同一文书不能同时委托两次。', en: 'One document cannot be entrusted twice at once.' },
    },
    'document.title': {
      zh: '文书名称',
      en: 'Title',
      hint: { zh: '不写个人姓名。', en: 'Without names of persons.' },
    },
    'document.copies': { zh: '份数', en: 'Copies' },
    'document.decidedOn': {
      zh: '作出处罚决定之日',
      en: 'Decided on',
      hint: {
        zh: '当事人不在场的，应在七个工作日内送达（行政处罚法第六十一条）；自该日起算，委托不停止计算，请尽早委托。',
        en: 'It must be served within seven working days (Administrative Penalty Law, art. 61), counted from that day; entrusting does not stop them, so entrust early.',
      },
    },
    'document.dated': { zh: '文书日期', en: 'Dated' },
    recipient: { zh: '受送达人', en: 'Addressee' },
    ...partyFieldWords('recipient'),
    where: { zh: '送达地点', en: 'Where to serve it' },
    'where.address': { zh: '送达地址', en: 'Address' },
    'where.phone': { zh: '联系电话', en: 'Telephone' },
    'where.hints': {
      zh: '便于找到的线索',
      en: 'What helps to find the addressee',
      hint: {
        zh: '如作息、工作地点、停车地点。',
        en: 'Such as hours, work place, where the vehicle stands.',
      },
    },
    request: { zh: '委托事由', en: 'Why it is entrusted' },
    'request.caseNumber': { zh: '案号', en: 'Case number' },
    'request.difficulty': { zh: '直接送达的困难', en: 'Why you cannot serve it yourselves' },
    'request.legalBasis': {
      zh: '依据',
      en: 'Legal basis',
      hint: {
        zh: '如行政处罚法第六十一条、民事诉讼法关于委托送达的规定。',
        en: 'Such as art. 61, Administrative Penalty Law, and the Civil Procedure Law on entrusted service.',
      },
    },
    'request.urgency': { zh: '紧急程度', en: 'Urgency' },
    ...contactFieldWords,
    ...declarationFieldWords,
    'declaration.valid': {
      zh: '文书已依法作出、加盖印章，与附件一致',
      en: 'The document was lawfully made, bears its seal and is the one attached',
    },

    officers: { zh: '送达人员', en: 'Officers', hint: { zh: '不少于两人。', en: 'Two at least.' } },
    'officers[].name': { zh: '姓名', en: 'Name' },
    'officers[].certificateNumber': { zh: '执法证号', en: 'Certificate no.' },
    declineReason: { zh: '不予送达的情形', en: 'Reason' },
    grounds: { zh: '事实和理由', en: 'Grounds' },

    method: { zh: '送达方式', en: 'Method' },
    at: { zh: '送达时间', en: 'When' },
    place: { zh: '送达地点', en: 'Where' },
    signedBy: { zh: '签收人身份', en: 'Who signed' },
    signer: { zh: '签收人姓名', en: 'Name of who signed' },
    relation: { zh: '关系或职务', en: 'Relation or position' },
    refusal: {
      zh: '拒收情况',
      en: 'How it was refused',
      hint: { zh: '写明拒收的事由和日期。', en: 'The reason given, and the day.' },
    },
    proof: { zh: '留置的证明方式', en: 'How leaving it is proven' },
    witness: { zh: '见证人', en: 'Witness' },
    witnessUnit: {
      zh: '见证人单位',
      en: 'Unit of the witness',
      hint: { zh: '基层组织或者所在单位。', en: 'The neighbourhood or the work unit.' },
    },
    failReason: {
      zh: '未成原因',
      en: 'Why it failed',
      hint: {
        zh: '本人不在但同住成年家属在的，由其签收，不算未成。',
        en: 'Where adult family living together was there, they sign for it: that is no failure.',
      },
    },
    found: {
      zh: '了解到的情况',
      en: 'What was found',
      hint: {
        zh: '问了谁、得知什么，以便下次送达。',
        en: 'Who was asked and what was learned, for the next attempt.',
      },
    },
    suggestion: { zh: '建议', en: 'Suggestion' },
    instruction: { zh: '补充的线索和要求', en: 'What to try now' },
    address: { zh: '新的送达地址', en: 'Another address' },
    phone: { zh: '新的联系电话', en: 'Another telephone' },
    deliveredOn: { zh: '回执收件日期', en: 'Received on, by the return receipt' },
    tracking: { zh: '邮件号码', en: 'Tracking no.' },
    arrivedAt: { zh: '到达受送达人系统的时间', en: 'Reached the party’s system at' },
    confirmation: {
      zh: '电子送达确认书编号',
      en: 'Number of the confirmation',
      hint: {
        zh: '没有当事人签订的确认书，不能电子送达（行政处罚法第六十一条）。',
        en: 'Without a signed confirmation nothing is served electronically (Administrative Penalty Law, art. 61).',
      },
    },
    system: {
      zh: '送达系统或账号类型',
      en: 'By which system',
      hint: {
        zh: '如短信、邮箱、政务平台；不写具体账号。',
        en: 'Such as SMS, mail, a government platform; not the account itself.',
      },
    },
    unit: {
      zh: '转交单位',
      en: 'Unit',
      hint: {
        zh: '受送达人所在部队或者羁押、监管场所。',
        en: 'The military unit or the place of detention.',
      },
    },
    signedOn: { zh: '受送达人签收日期', en: 'Signed by the addressee on' },
    publishedOn: { zh: '公告日期', en: 'Published on' },
    medium: { zh: '公告载体', en: 'Published in' },
    noticeReason: { zh: '公告原因和经过', en: 'Why by notice, and how' },
    receiptDate: { zh: '回证签收日期', en: 'Date on the receipt' },
    way: { zh: '回证原件', en: 'The original' },
    defects: { zh: '回证的缺陷', en: 'What is defective' },
  },

  options: {
    'document.kind': {
      decision: { zh: '行政处罚决定书', en: 'Penalty decision' },
      notice: { zh: '违法行为通知书', en: 'Notice of the violation' },
      'hearing-notice': { zh: '听证通知书', en: 'Notice of a hearing' },
      'correction-order': { zh: '责令改正通知书', en: 'Order to correct' },
      demand: { zh: '催告书', en: 'Demand' },
      other: { zh: '其他文书', en: 'Other' },
    },
    'recipient.kind': partyKindWords,
    'request.urgency': {
      normal: { zh: '一般', en: 'Normal' },
      urgent: { zh: '紧急', en: 'Urgent' },
    },
    declineReason: {
      OutOfPowers: { zh: '不属于本机关职权', en: 'Not within our powers' },
      WrongPlace: { zh: '受送达人不在本辖区', en: 'The addressee is not in our area' },
      AddressUnusable: { zh: '地址不明，无法送达', en: 'The address is too vague' },
      DocumentUnfit: { zh: '文书不完整或未盖章', en: 'The document is incomplete or without seal' },
    },
    method: {
      direct: { zh: '直接送达', en: 'In person' },
      left: { zh: '留置送达', en: 'Left behind' },
      post: { zh: '邮寄送达', en: 'By post' },
      electronic: { zh: '电子送达', en: 'Electronically' },
      'via-unit': { zh: '转交送达', en: 'Through a unit' },
      'public-notice': { zh: '公告送达', en: 'Public notice' },
    },
    signedBy: {
      addressee: { zh: '受送达人本人', en: 'The addressee' },
      'adult-family': { zh: '同住成年家属', en: 'Adult family living together' },
      representative: { zh: '法定代表人、主要负责人', en: 'Legal representative or head' },
      'mail-office': { zh: '单位负责收件的人', en: 'Whoever receives mail for the unit' },
      agent: { zh: '代理人或指定的代收人', en: 'Agent, or somebody named to receive it' },
    },
    proof: {
      witness: { zh: '见证人', en: 'Witness' },
      recording: { zh: '拍照、录像', en: 'Photographs or video' },
    },
    failReason: {
      absent: { zh: '无人在场', en: 'Nobody was there' },
      moved: { zh: '已搬离', en: 'Moved away' },
      'address-wrong': { zh: '地址不存在或不符', en: 'The address is wrong' },
      'no-access': { zh: '无法进入', en: 'No access' },
      'unit-gone': { zh: '单位已注销或停业', en: 'The unit has closed' },
      detained: { zh: '被羁押或服役', en: 'Detained, or in the army' },
      other: { zh: '其他', en: 'Other' },
    },
    way: {
      'copy-attached': { zh: '扫描件已附，原件由本机关保管', en: 'Scan attached, original kept here' },
      posted: { zh: '原件已邮寄', en: 'Original posted' },
      'in-person': { zh: '原件当面移交', en: 'Original handed over' },
    },
  },
}
