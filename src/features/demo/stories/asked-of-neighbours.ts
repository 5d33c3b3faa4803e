import { chinaDayOf } from '../../../kernel/day.ts'
import { inventedCreditCode, inventedPhone } from '../invented.ts'
import { documentNumber, documentTime } from '../past.ts'
import type { Cast } from '../stage.ts'
import { type Tale, tell } from '../tale.ts'
import {
  later,
  officers,
  paper,
  type Request,
  sentRequest,
  submittedRequest,
  vehicle,
} from './formal-request.ts'

const needed = { needed: true, noStateSecrets: true }
const tielingContact = { name: '周启明', phone: '024-55500101' }
const sipingContact = { name: '李思远', phone: '0434-5550103' }
const sipingTakes = { officers: officers('李思远', '孙浩然'), contact: sipingContact }

/** What neighbours formally ask of each other: to find out, to serve, to carry out, to be told, to be lent people. */
export function askedOfNeighbours(cast: Cast): readonly Tale[] {
  return [
    ...coInvestigations(cast),
    ...documentServices(cast),
    ...executionHelp(cast),
    ...caseNotices(cast),
    ...forceRequests(cast),
  ]
}

/** One late with a task answered, one settled, one on its way, one still in review. */
function coInvestigations({ past, agency }: Cast): readonly Tale[] {
  const at = past.workday
  const loaded = (to: string, when: string, serial: number): Request['body'] => ({
    to: [agency(to)],
    case: {
      number: documentNumber('辽铁昌交执', when, serial),
      cause: '车辆超限运输',
      facts: '六轴货车超限运输玉米，驾驶人称在贵地粮库装载，装载重量由车辆所有人决定，未能提供装载单据。',
      legalBasis: '《行政处罚法》第二十六条',
      urgency: 'normal',
    },
    subjects: [{ kind: 'vehicle', ...vehicle('吉C', serial) }],
    tasks: [
      {
        kind: 'take-statement',
        person: '曹某某',
        phone: inventedPhone(serial),
        what: '询问车辆所有人，核实运输由谁安排、装载重量由谁决定。',
        outline: '一、车辆由谁实际经营？\n二、本次运输由谁安排，运费如何结算？\n三、装载时是否过磅？',
      },
      { kind: 'fetch-record', what: '调取当日出库单和过磅单。', where: '四平市试例粮食有限公司' },
    ],
    officers: officers('周启明', '孟晓峰'),
    contact: tielingContact,
    declaration: needed,
  })
  const casePapers = (when: string) => [
    paper('case-papers', '立案登记表', when, '车辆超限运输一案，同意立案。'),
  ]
  const asked = (name: string, to: string, when: string, serial: number): Request => ({
    name,
    kind: 'co-investigation',
    place: 'tieling',
    at: when,
    papers: casePapers(when),
    body: loaded(to, when, serial),
  })
  const done = (task: number, doneAt: string, findings: string) => ({
    result: 'done',
    task,
    findings,
    doneAt,
    place: '询问室',
    officers: officers('陈树森', '谭永安'),
  })

  return [
    sentRequest(asked('owner to be asked', '220300-ZF', at(17, '10:30'), 501))
      .does('siping.dispatcher', at(17, '14:00'), 'acknowledge')
      .does('siping.officer', at(16, '09:20'), 'take', sipingTakes)
      .does('siping.officer', at(8, '15:00'), 'answerTask', {
        result: 'unable',
        task: 2,
        unableReason: 'record-not-kept',
        tried: '到该企业核查，企业称过磅单只保存七日，监控已覆盖。',
        suggestion: '可向粮库的上级公司调取。',
      }),
    sentRequest(asked('loading slips', '220322-ZF', at(24, '10:30'), 502))
      .does('lishu.officer', at(23, '09:00'), 'acknowledge')
      .does('lishu.officer', at(23, '09:30'), 'take', {
        officers: officers('陈树森', '谭永安'),
        contact: { name: '陈树森', phone: '0434-5550112' },
      })
      .does(
        'lishu.officer',
        at(18, '16:00'),
        'answerTask',
        done(1, at(18, '10:00'), '车辆所有人承认装载时未过磅，重量由货主决定。'),
      )
      .does(
        'lishu.officer',
        at(17, '11:00'),
        'answerTask',
        done(2, at(17, '09:40'), '已调取出库单一份，载明净重四十八吨；粮库没有过磅单。'),
      )
      .does('lishu.officer', at(16, '10:00'), 'reply', {
        summary: '两项任务均已答复，笔录和出库单随函寄送。',
      })
      .does('tieling.officer', at(14, '09:10'), 'confirm', { note: '已附卷，感谢协助。' }),
    sentRequest(asked('driver’s employer', '220300-ZF', at(1, '15:40'), 503)),
    submittedRequest({ ...asked('repair shop', '220382-ZF', at(1, '16:30'), 504) }),
  ]
}

/** One tried twice in vain, one whose receipt came back, one already confirmed. */
function documentServices({ past, agency }: Cast): readonly Tale[] {
  const at = past.workday
  const entrusted = (name: string, place: string, to: string, when: string, serial: number): Request => ({
    name,
    kind: 'document-service',
    place,
    at: when,
    papers: [
      paper('document', '行政处罚决定书', later(when, -1_440), '超限运输一案，决定罚款人民币六千五百元。'),
      paper('receipt-form', '送达回证（空白）', when, '受送达人签名：'),
    ],
    body: {
      to: [agency(to)],
      document: {
        kind: 'decision',
        number: documentNumber('演示交执罚', when, serial),
        title: '行政处罚决定书',
        copies: 2,
        decidedOn: chinaDayOf(later(when, -1_440)),
      },
      recipient: {
        kind: 'organisation',
        name: `试例物流第${serial}有限公司`,
        creditCode: inventedCreditCode(serial),
      },
      where: { address: `演示路${serial}号`, hints: '工作日上午有人值守。' },
      request: {
        caseNumber: documentNumber('演示交执', when, serial),
        difficulty: '受送达人住所在贵辖区，路途较远，多次通知未到案领取。',
        legalBasis: '《行政处罚法》第六十一条；《民事诉讼法》关于委托送达的规定',
        urgency: 'normal',
      },
      contact: tielingContact,
      declaration: { valid: true, noStateSecrets: true },
    },
  })
  const attempt = (when: string, serial: number, ...names: readonly string[]) => ({
    at: later(when, -90),
    place: `演示路${serial}号`,
    officers: officers(...names),
  })
  const signed = (when: string, serial: number, ...names: readonly string[]) => ({
    method: 'direct',
    ...attempt(when, serial, ...names),
    signedBy: 'mail-office',
    signer: '郝某某',
    relation: '前台收件人员',
  })
  const receipt = (when: string) => [paper('service-receipt', '送达回证', when, '已由前台收件人员签收。')]

  return [
    sentRequest(entrusted('decision nobody took', 'tieling', '220300-ZF', at(6, '10:30'), 511))
      .does('siping.dispatcher', at(6, '14:00'), 'acknowledge')
      .does('siping.officer', at(5, '09:00'), 'take', sipingTakes)
      .does('siping.officer', at(4, '16:00'), 'fail', {
        ...attempt(at(4, '16:00'), 511, '李思远', '孙浩然'),
        failReason: 'absent',
        found: '门锁闭，邻近商户称近期无人办公。',
      })
      .does('siping.officer', at(2, '11:30'), 'fail', {
        ...attempt(at(2, '11:30'), 511, '李思远', '孙浩然'),
        failReason: 'moved',
        found: '物业称该公司上月已搬走，去向不明。',
        suggestion: '建议提供法定代表人联系电话。',
      }),
    sentRequest(entrusted('decision with a receipt', 'siping', '211224-ZF', at(8, '10:30'), 512))
      .does('tieling.dispatcher', at(8, '13:40'), 'acknowledge')
      .does('tieling.officer', at(7, '09:00'), 'take', {
        officers: officers('周启明', '孟晓峰'),
        contact: tielingContact,
      })
      .does('tieling.officer', at(5, '11:30'), 'serve', signed(at(5, '11:30'), 512, '周启明', '孟晓峰'))
      .attaches('tieling.officer', at(1, '09:00'), receipt(at(5, '10:00')))
      .does('tieling.officer', at(1, '09:10'), 'returnReceipt', {
        receiptDate: chinaDayOf(at(5, '10:00')),
        way: 'copy-attached',
      }),
    sentRequest(entrusted('decision for 宁德', 'weifang', '350900-ZF', at(28, '10:30'), 513))
      .does('ningde.officer', at(28, '15:00'), 'acknowledge')
      .does('ningde.officer', at(27, '09:00'), 'take', {
        officers: officers('黄伟强', '郑国栋'),
        contact: { name: '黄伟强', phone: '0593-5550112' },
      })
      .does('ningde.officer', at(24, '11:30'), 'serve', signed(at(24, '11:30'), 513, '黄伟强', '郑国栋'))
      .attaches('ningde.officer', at(23, '09:00'), receipt(at(24, '10:00')))
      .does('ningde.officer', at(23, '09:10'), 'returnReceipt', {
        receiptDate: chinaDayOf(at(24, '10:00')),
        way: 'copy-attached',
      })
      .does('weifang.officer', at(21, '10:00'), 'confirmReceipt'),
  ]
}

/** One being carried out, one reported in part. */
function executionHelp({ past, agency }: Cast): readonly Tale[] {
  const at = past.workday
  const helped = (name: string, place: string, to: string, when: string, serial: number): Request => ({
    name,
    kind: 'execution-help',
    place,
    at: when,
    papers: [
      paper('decision', '行政处罚决定书', later(when, -60 * 24 * 40), '决定罚款人民币一万三千元。'),
      paper('service-proof', '送达回证', later(when, -60 * 24 * 36), '已由当事人签收。'),
    ],
    body: {
      to: [agency(to)],
      decision: {
        caseNumber: documentNumber('演示交执', when, serial),
        number: documentNumber('演示交执罚', when, serial),
        decidedOn: chinaDayOf(later(when, -60 * 24 * 40)),
        servedOn: chinaDayOf(later(when, -60 * 24 * 36)),
        holds: '罚款13000元；责令涉案车辆停运整改。',
        effect: 'effective',
      },
      party: {
        kind: 'organisation',
        name: `试例运输第${serial}有限公司`,
        creditCode: inventedCreditCode(serial),
      },
      vehicle: vehicle('吉C', serial, 'tractor'),
      request: {
        legalBasis: '《行政处罚法》第二十六条、第六十六条',
        facts: '决定书送达后超过十五日，当事人未缴纳罚款，车辆仍在运营。',
        urgency: 'normal',
      },
      helps: [
        { kind: 'urge-performance', what: '督促当事人缴纳罚款。' },
        { kind: 'stop-operation', what: '监督涉案车辆停运整改。' },
      ],
      officers: officers('周启明', '孟晓峰'),
      contact: tielingContact,
      declaration: { responsible: true, noStateSecrets: true },
    },
  })

  return [
    sentRequest(helped('fine to be urged', 'tieling', '220300-ZF', at(9, '10:30'), 521))
      .does('siping.dispatcher', at(9, '15:00'), 'acknowledge')
      .does('siping.officer', at(8, '09:00'), 'take', sipingTakes),
    sentRequest(helped('fine paid in part', 'siping', '220382-ZF', at(13, '10:30'), 522))
      .does('shuangliao.officer', at(13, '14:00'), 'acknowledge')
      .does('shuangliao.officer', at(12, '09:00'), 'take', {
        officers: officers('邢志远', '纪广田'),
        contact: { name: '邢志远', phone: '0434-5550122' },
      })
      .does('shuangliao.officer', at(2, '16:00'), 'report', {
        results: [
          {
            outcome: 'partly',
            help: 1,
            at: at(2, '10:00'),
            what: '当事人当场缴纳8000元。',
            officers: officers('邢志远', '纪广田'),
            shortfall: 'party-unable',
            rest: '尚欠5000元，承诺分期缴纳。',
          },
          {
            outcome: 'executed',
            help: 2,
            at: at(2, '11:00'),
            what: '车辆已停放在企业停车场。',
            officers: officers('邢志远', '纪广田'),
          },
        ],
      }),
  ]
}

/** One answered, one waiting for its answer and late, one recalled because the decision was annulled. */
function caseNotices({ past, agency }: Cast): readonly Tale[] {
  const at = past.workday
  const told = (name: string, to: string, when: string, serial: number): Request => ({
    name,
    kind: 'case-notice',
    place: 'tieling',
    at: when,
    papers: [paper('penalty-decision', '行政处罚决定书', when, '超限运输一案，决定罚款人民币六千五百元。')],
    body: {
      to: [agency(to)],
      vehicle: { ...vehicle('吉C', serial, 'tractor'), owner: '四平市试例物流有限公司' },
      driver: { name: '韩某某', employer: '四平市试例物流有限公司' },
      cargo: { source: '梨树县试例粮库' },
      decision: {
        behaviour: 'overload',
        caseNumber: documentNumber('辽铁昌交执', when, serial),
        occurredAt: later(when, -60 * 24 * 20),
        place: '昌图县毛家店超限检测站 G102 K812+300',
        facts: `${documentTime(later(when, -60 * 24 * 20))}，六轴半挂货车装载玉米，车货总质量62000千克，超过限值13000千克。`,
        axles: 6,
        totalKg: 62_000,
        limitKg: 49_000,
        decisionNumber: documentNumber('辽铁昌交执罚', when, serial),
        decidedOn: chinaDayOf(later(when, -60 * 24 * 6)),
        handledOn: chinaDayOf(later(when, -60 * 24 * 2)),
        penalties: ['fine'],
        fineYuan: 6_500,
        execution: 'executed',
      },
      request: { measures: ['interview'], reasons: '该企业一年内已有三辆车被查处。' },
      contact: tielingContact,
      declaration: { effective: true, noStateSecrets: true },
    },
  })
  const interviewed = (when: string) => ({
    outcomes: [
      {
        status: 'imposed',
        measure: 'interview',
        documentNumber: documentNumber('四交约', when, 8),
        on: chinaDayOf(when),
      },
    ],
    summary: '已约谈企业负责人，车辆列入重点关注。',
  })

  return [
    sentRequest(told('licensing region answered', '220300-ZF', at(15, '10:30'), 531))
      .does('siping.dispatcher', at(15, '14:00'), 'acknowledge')
      .does('siping.officer', at(9, '10:00'), 'answer', interviewed(at(10, '14:00'))),
    sentRequest(told('licensing region to answer', '220322-ZF', at(1, '10:30'), 532)).does(
      'lishu.officer',
      at(1, '15:00'),
      'acknowledge',
    ),
    sentRequest(told('notice recalled', '220382-ZF', at(26, '10:30'), 533))
      .does('shuangliao.officer', at(26, '14:00'), 'acknowledge')
      .does('shuangliao.officer', at(20, '10:00'), 'answer', interviewed(at(21, '14:00')))
      .does('tieling.officer', at(2, '15:00'), 'recall', {
        recallReason: 'annulled',
        documentNumber: documentNumber('铁政复决', at(3, '09:00'), 21),
        decidedOn: chinaDayOf(at(3, '09:00')),
        organ: '铁岭市人民政府',
        nowHolds: '原处罚决定已被撤销，请停止以其为依据的措施，核减超限次数。',
      }),
  ]
}

/** One whose people are named for a coming night, one declined, one over with its hours confirmed, one being written. */
function forceRequests({ past, agency }: Cast): readonly Tale[] {
  const at = past.workday
  const lend = (name: string, place: string, to: string, when: string, from: string): Request => ({
    name,
    kind: 'force-request',
    place,
    at: when,
    body: {
      to: [agency(to)],
      operation: {
        title: '省界夜间联合治超',
        reasons: '近期夜间绕行货车集中出现在两条县道，本机关夜班仅六人，不能同时封控两个卡点。',
        legalBasis: '《行政处罚法》第二十六条；两省治超执法协作协议',
        place: '昌图县 X101、X103 线省界卡点',
        urgency: 'normal',
      },
      window: { from, until: later(from, 600) },
      needs: { people: 2, vehicles: 1, drones: 0, requirements: '至少一人熟悉便携式称重设备。' },
      tasks: [
        { task: 'traffic', detail: '在两个卡点引导货车驶入检测区。' },
        { task: 'weighing', detail: '协助使用便携式称重设备。' },
      ],
      localOfficers: officers('周启明', '孟晓峰'),
      contact: tielingContact,
      declaration: { ourDocuments: true, ourCoercion: true, noStateSecrets: true },
    },
  })
  const team = (...names: readonly string[]) =>
    names.map((name, index) => ({ name, certificateNumber: `演示2203${index + 1}` }))
  const sends = (...names: readonly string[]) => ({
    leader: { name: names[0] ?? '', phone: '0434-5550103' },
    people: team(...names),
    assistOnly: true,
  })
  const present = team('陈树森', '谭永安')
  const thatNight = at(19, '20:00')

  return [
    sentRequest(lend('people for a night', 'tieling', '220300-ZF', at(3, '10:30'), later(past.now, 2_000)))
      .does('siping.dispatcher', at(3, '14:00'), 'acknowledge')
      .does('siping.leader', at(2, '09:00'), 'commit', sends('李思远', '孙浩然')),
    sentRequest(lend('people not to spare', 'tieling', '150522-ZF', at(5, '10:30'), later(past.now, 2_000)))
      .does('kezuohouqi.officer', at(5, '14:00'), 'acknowledge')
      .does('kezuohouqi.officer', at(4, '09:00'), 'decline', {
        reason: 'TimeConflict',
        grounds: '当晚本机关有统一行动，全部人员在岗。',
      }),
    sentRequest(lend('people who came', 'tieling', '220322-ZF', at(22, '10:30'), thatNight))
      .does('lishu.officer', at(22, '14:00'), 'acknowledge')
      .does('lishu.leader', at(21, '09:00'), 'commit', sends('陈树森', '谭永安'))
      .does('tieling.officer', later(thatNight, 20), 'recordArrival', {
        at: later(thatNight, 10),
        place: '昌图县 X101 线省界卡点',
        present,
      })
      .does('tieling.officer', later(thatNight, 600), 'recordReturn', {
        at: later(thatNight, 590),
        hours: present.map((each) => ({ ...each, hours: 9 })),
        summary: '检查货车43台，查获超限6台，均由本机关立案。',
      })
      .does('lishu.leader', at(17, '09:00'), 'confirmHours'),
    tell(
      'people wanted in spring',
      'force-request',
      'siping.officer',
      past.minutes(100),
      '春季治超力量支援',
    ).drafts('siping.officer', past.minutes(90), 'submit', {
      to: [agency('211224-ZF')],
      needs: { people: 3, vehicles: 1, drones: 1 },
    }),
  ]
}
