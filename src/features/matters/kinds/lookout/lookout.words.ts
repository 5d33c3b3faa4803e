import { plateColours } from '../../../../kernel/identifiers/plate.ts'
import type { KindWords } from '../../kind.ts'
import { lightActionWords, lightFieldWords, lightStateWords } from '../light-exchange.ts'
import {
  declarationFieldWords,
  officerFieldWords,
  vehicleFieldWords,
  vehicleTypeWords,
} from '../subject-words.ts'
import type { lookoutChart } from './lookout.chart.ts'

const {
  'vehicles[].transportCertificate': _,
  'vehicles[].owner': __,
  ...wantedWords
} = vehicleFieldWords('vehicles[]')

/** All words of a lookout 布控协查. */
export const lookoutWords: KindWords<typeof lookoutChart> = {
  name: { zh: '布控协查', en: 'Lookout' },
  purpose: {
    zh: '请沿线机关即时布控，发现车辆后拦查或者跟踪并立即回报。只写识别车辆所必需的特征；到截止时间自动失效，解除时通知到原范围内的每一个机关。',
    en: 'Asks the agencies along the way to look out for vehicles at once, and to report what they see. It carries only what a vehicle is recognised by, ends by itself at its time, and is lifted everywhere it went to.',
  },

  states: {
    drafted: lightStateWords.drafted,
    issued: { zh: '已发布待布控', en: 'Issued, to be deployed' },
    unable: { zh: '不能布控', en: 'Cannot deploy' },
    deployed: { zh: '布控中', en: 'Deployed' },
    lifting: { zh: '已解除待确认', en: 'Lifted, to be confirmed' },
    lifted: { zh: '已撤控', en: 'Lifted' },
    expired: { zh: '到期失效', en: 'Expired' },
    recalled: lightStateWords.recalled,
    discarded: lightStateWords.discarded,
  },

  actions: {
    issue: {
      zh: '发布布控',
      en: 'Issue',
      means: {
        zh: '即刻送达所选机关；紧急的，布控以分钟计时。须已经负责人批准。',
        en: 'Delivered at once to every agency chosen, which deploy within minutes if it is urgent. It has to be approved before.',
      },
    },
    discard: lightActionWords.discard,
    giveUp: lightActionWords.giveUp,
    deploy: {
      zh: '签收并布控',
      en: 'Deploy',
      means: {
        zh: '确认已经布控，写明布控点和值守电话。',
        en: 'Confirms that you have deployed, and where you are reached.',
      },
    },
    cannotDeploy: {
      zh: '说明不能布控',
      en: 'Say why not',
      means: {
        zh: '说明不能布控的理由；之后条件具备仍可布控。拒不布控造成后果的，依法追责。',
        en: 'Says why you cannot deploy; you still may later. Who refuses and lets it pass answers for it.',
      },
    },
    reportHit: {
      zh: '回报发现',
      en: 'Report a hit',
      means: {
        zh: '每发现一次回报一次，发布方立即收到；照片、录像作为附件添加。',
        en: 'Report each time you see it; the issuer hears at once. Attach photographs and video.',
      },
    },
    answerHit: {
      zh: '答复发现',
      en: 'Answer a hit',
      means: {
        zh: '对已回报的发现告知如何处置，答复期限停止。',
        en: 'Tells what to do about the hits reported so far; the time for answering stops.',
      },
    },
    update: {
      zh: '补充线索',
      en: 'Add what is new',
      means: {
        zh: '通知到原范围内的每一个机关，布控继续，截止时间不变。',
        en: 'Reaches every agency the lookout went to; it goes on, and ends when it would have ended.',
      },
    },
    lift: {
      zh: '解除布控',
      en: 'Lift',
      means: {
        zh: '在原范围内全部解除，各机关逐一确认撤控。',
        en: 'Lifts it everywhere it went to; each agency confirms.',
      },
    },
    expire: {
      zh: '到期失效',
      en: 'Expire',
      means: {
        zh: '到截止时间由系统自动失效，各机关停止布控。',
        en: 'Happens by itself at the time named; everybody stops looking out.',
      },
    },
    confirmLift: {
      zh: '确认撤控',
      en: 'Confirm',
      means: { zh: '确认已经撤除布控。', en: 'Confirms that you no longer look out.' },
    },
  },

  clocks: {
    deployment: { zh: '布控期限', en: 'Deploying' },
    hitAnswer: { zh: '答复发现期限', en: 'Answering a hit' },
    term: { zh: '布控截止时间', en: 'End of the lookout' },
    lifting: { zh: '确认撤控期限', en: 'Confirming the end' },
  },

  fields: {
    ...lightFieldWords,
    to: {
      zh: '布控机关',
      en: 'Issued to',
      hint: { zh: '车辆可能经过的沿线机关，最多五十个。', en: 'Agencies along the way, fifty at most.' },
    },
    lookout: { zh: '布控事由', en: 'The lookout' },
    'lookout.title': {
      zh: '标题',
      en: 'Title',
      hint: { zh: '一句话，不写个人姓名。', en: 'One line, without names of persons.' },
    },
    'lookout.ground': { zh: '布控情形', en: 'Ground' },
    'lookout.facts': {
      zh: '基本事实',
      en: 'Basic facts',
      hint: {
        zh: '何时何地发生何事。不写驾驶人、举报人的个人信息。',
        en: 'What happened, when and where. Nothing about the driver or whoever reported it.',
      },
    },
    'lookout.legalBasis': { zh: '依据', en: 'Legal basis' },
    'lookout.caseNumber': { zh: '案号', en: 'Case number' },
    'lookout.urgency': {
      zh: '紧急程度',
      en: 'Urgency',
      hint: {
        zh: '一般 4 小时、紧急 15 分钟内布控。',
        en: 'Deployed within 4 hours, or 15 minutes if urgent.',
      },
    },
    'lookout.until': {
      zh: '布控截止时间',
      en: 'Until',
      hint: {
        zh: '到时自动失效，最长三十日；按实际需要填写。',
        en: 'It ends by itself then; thirty days at most, no longer than needed.',
      },
    },
    vehicles: {
      zh: '布控车辆',
      en: 'Vehicles',
      hint: {
        zh: '只填识别车辆所必需的；不填车主和驾驶人。',
        en: 'Only what a vehicle is recognised by; neither owner nor driver.',
      },
    },
    ...wantedWords,
    'vehicles[].features': {
      zh: '车辆特征',
      en: 'Features',
      hint: {
        zh: '车身颜色、品牌、厢式或罐式、货物、明显痕迹等；号牌不清的尤其要写。',
        en: 'Colour, make, body, load, marks; all the more where the plate is unknown.',
      },
    },
    direction: { zh: '行驶方向', en: 'Direction' },
    'direction.seenAt': { zh: '最后发现时间', en: 'Last seen at' },
    'direction.seenPlace': { zh: '最后发现地点', en: 'Last seen in' },
    'direction.heading': { zh: '可能去向', en: 'Where it may be going' },
    'direction.roads': {
      zh: '可能路线',
      en: 'Roads',
      hint: { zh: '如 G1 京哈高速、G102。', en: 'Such as G1, G102.' },
    },
    request: { zh: '布控要求', en: 'What is asked' },
    'request.measures': { zh: '发现后的处置', en: 'When it is seen' },
    'request.danger': {
      zh: '安全提示',
      en: 'Danger',
      hint: {
        zh: '如载有危险货物、可能冲卡；不具备安全条件的不得强行拦停。',
        en: 'Such as dangerous goods or a driver who breaks through; nobody is stopped where it is not safe.',
      },
    },
    'request.contact': { zh: '全天联系人', en: 'Contact at any hour' },
    'request.contact.name': { zh: '姓名', en: 'Name' },
    'request.contact.phone': { zh: '联系电话', en: 'Telephone' },
    approval: { zh: '批准', en: 'Approval' },
    'approval.approver': { zh: '批准人', en: 'Approved by' },
    'approval.approvedAt': { zh: '批准时间', en: 'Approved at' },
    'approval.way': {
      zh: '批准方式',
      en: 'How',
      hint: { zh: '口头批准的，事后补办书面手续。', en: 'An oral approval is put in writing afterwards.' },
    },
    ...declarationFieldWords,
    'declaration.onlyNeeded': {
      zh: '内容和附件限于识别车辆所必需，不含车主、驾驶人等个人信息',
      en: 'Text and files carry only what a vehicle is recognised by, and no personal data',
    },

    posts: {
      zh: '布控点位',
      en: 'Where',
      hint: { zh: '如收费站、服务区、检测站。', en: 'Such as toll gates, service areas, stations.' },
    },
    contact: { zh: '值守联系人', en: 'Contact on duty' },
    'contact.name': { zh: '姓名', en: 'Name' },
    'contact.phone': { zh: '联系电话', en: 'Telephone' },
    cannotReason: { zh: '不能布控的情形', en: 'Reason' },
    grounds: { zh: '说明', en: 'Grounds' },
    vehicle: { zh: '哪一辆车', en: 'Which vehicle' },
    seenAt: { zh: '发现时间', en: 'Seen at' },
    place: { zh: '发现地点', en: 'Seen in' },
    seenPlace: { zh: '发现地点', en: 'Seen in' },
    heading: { zh: '行驶方向', en: 'Heading for' },
    outcome: { zh: '处置结果', en: 'What became of it' },
    what: { zh: '处置经过', en: 'What was done' },
    ...officerFieldWords,
    answer: { zh: '处置意见', en: 'What to do' },
    instruction: { zh: '具体要求', en: 'In detail' },
    news: { zh: '新的线索', en: 'What is new' },
    liftReason: { zh: '解除原因', en: 'Why it is lifted' },
  },

  options: {
    'lookout.ground': {
      'fled-inspection': { zh: '逃避检查、冲卡', en: 'Fled an inspection' },
      hazard: { zh: '危及公共安全', en: 'Danger to the public' },
      repeated: { zh: '多次违法', en: 'Repeated violations' },
      evidence: { zh: '需固定证据', en: 'Evidence to be secured' },
      measure: { zh: '需采取强制措施', en: 'A measure to be taken' },
      other: { zh: '其他', en: 'Other' },
    },
    'lookout.urgency': {
      normal: { zh: '一般', en: 'Normal' },
      urgent: { zh: '紧急', en: 'Urgent' },
    },
    'vehicles[].colour': plateColours,
    'vehicles[].type': vehicleTypeWords,
    'request.measures': {
      'stop-and-check': { zh: '拦停检查', en: 'Stop and check' },
      'keep-evidence': { zh: '固定证据', en: 'Secure evidence' },
      follow: { zh: '跟踪去向', en: 'Follow' },
      'record-only': { zh: '只记录通行', en: 'Record only' },
      'warn-crews': { zh: '提示安全风险', en: 'Warn the crews' },
    },
    'approval.way': {
      written: { zh: '书面', en: 'In writing' },
      oral: { zh: '口头', en: 'Orally' },
    },
    cannotReason: {
      NotOnOurRoads: { zh: '不经过本辖区', en: 'It does not come this way' },
      NoPost: { zh: '无可用布控点', en: 'No post to deploy at' },
      UnsafeToStop: { zh: '不具备安全拦查条件', en: 'It cannot be stopped safely' },
      OutOfPowers: { zh: '不属于本机关职权', en: 'Not within our powers' },
      Impossible: { zh: '客观上不能', en: 'Impossible' },
    },
    outcome: {
      stopped: { zh: '已拦停', en: 'Stopped' },
      followed: { zh: '跟踪中', en: 'Being followed' },
      recorded: { zh: '已记录，未拦停', en: 'Recorded, not stopped' },
      lost: { zh: '失去目标', en: 'Lost' },
    },
    answer: {
      'we-come': { zh: '我方派员前往', en: 'We are coming' },
      'handle-there': { zh: '请当地依法处置', en: 'Deal with it there' },
      'let-go': { zh: '放行', en: 'Let it go' },
      'keep-following': { zh: '继续跟踪', en: 'Keep following' },
      'not-the-one': { zh: '不是布控车辆', en: 'Not the one' },
    },
    liftReason: {
      found: { zh: '已查获', en: 'Found' },
      'no-longer-needed': { zh: '不再需要', en: 'No longer needed' },
      mistake: { zh: '布控有误', en: 'A mistake' },
    },
  },
}
