import type { Instant } from '../../../kernel/day.ts'
import { chinaDayOf } from '../../../kernel/day.ts'
import { inventedCreditCode, inventedPhone, inventedPlate, plateNote } from '../invented.ts'
import { documentNumber, documentTime } from '../past.ts'
import type { Cast } from '../stage.ts'
import { type Tale, type Telling, tell } from '../tale.ts'

/** What tells one case from another. */
type Draught = {
  readonly place: string
  readonly series: string
  readonly serial: number
  readonly foundAt: Instant
  readonly cause: string
  readonly behaviour: string
  readonly procedure?: 'ordinary' | 'summary'
  readonly source?: readonly [source: string, note?: string]
  readonly where: string
  readonly road?: string
  readonly facts: string
  readonly law: string
  readonly office: string
  readonly company: string
  readonly vehicleType: string
  readonly overload?: { readonly axles: number; readonly totalKg: number; readonly limitKg: number }
  readonly origin?: { readonly at: Instant; readonly place: string }
  readonly officers: readonly [name: string, name: string]
  readonly phone: string
}

const registration = (it: Draught) => ({
  about: {
    cause: it.cause,
    behaviour: it.behaviour,
    procedure: it.procedure ?? 'ordinary',
    source: it.source?.[0] ?? 'inspection',
    ...(it.source?.[1] ? { sourceNote: it.source[1] } : {}),
    discoveredAt: it.foundAt,
    facts: `${documentTime(it.foundAt)}，${it.facts}`,
    law: it.law,
  },
  points: [
    ...(it.origin ? [{ role: 'origin', ...it.origin }] : []),
    { role: 'detection', at: it.foundAt, place: it.where, ...(it.road ? { road: it.road } : {}) },
  ],
  party: {
    kind: 'organisation',
    name: it.company,
    creditCode: inventedCreditCode(it.serial),
    representative: '赵某某',
    phone: inventedPhone(it.serial),
  },
  vehicle: { plate: inventedPlate(it.office, it.serial), colour: '2', plateNote, type: it.vehicleType },
  ...(it.overload ? { overload: { ...it.overload, station: it.where } } : {}),
  officers: it.officers.map((name, index) => ({ name, certificateNumber: `演示${it.series}${index + 1}` })),
  contact: { name: it.officers[0], phone: it.phone },
  declaration: { noStateSecrets: true },
})

const later = (at: Instant, minutes: number): Instant =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString()

/** Registered an hour after it was found, filed by the leader an hour later. */
function filed(name: string, it: Draught): Telling {
  return registered(name, it).does(`${it.place}.leader`, later(it.foundAt, 120), 'file', {
    caseNumber: documentNumber(it.series, it.foundAt, it.serial),
    opinion: '符合立案条件，同意立案。',
  })
}

const registered = (name: string, it: Draught): Telling =>
  tell(name, 'case', `${it.place}.officer`, later(it.foundAt, 30)).does(
    `${it.place}.officer`,
    later(it.foundAt, 60),
    'register',
    registration(it),
  )

const concluded = (
  telling: Telling,
  it: Draught,
  at: Instant,
  weight = 'plain',
  proposal = 'penalty',
): Telling =>
  telling.does(`${it.place}.officer`, at, 'conclude', {
    facts: it.facts,
    evidence: '现场笔录、检测单、询问笔录、证件复印件和照片。',
    law: it.law,
    weight,
    proposal,
    reasons: '事实清楚，证据确实充分，当事人配合调查。',
  })

const notice = (it: Draught, at: Instant, hearing: 'told' | 'none', fineYuan: number) => ({
  number: documentNumber(`${it.series}告`, at, it.serial),
  servedAt: at,
  method: 'direct',
  hearing,
  penalties: ['fine'],
  fineYuan,
})

const decision = (it: Draught, at: Instant, fineYuan: number) => ({
  decisionNumber: documentNumber(`${it.series}罚`, at, it.serial),
  decidedOn: chinaDayOf(at),
  summary: `罚款人民币${fineYuan}元。`,
  law: it.law,
  penalties: ['fine'],
  fineYuan,
})

const overloadLaw = '《公路安全保护条例》第三十三条、第六十四条'

/** Cases of one agency in every state; a truck that two agencies met on one trip; S23 and S29. */
export function casesOfOneAgency({ past }: Cast): readonly Tale[] {
  const at = past.workday
  const changtu = (serial: number, foundAt: Instant, more: Partial<Draught> = {}): Draught => ({
    place: 'tieling',
    series: '辽铁昌交执',
    serial,
    foundAt,
    cause: '车辆超限运输',
    behaviour: 'overload',
    where: '昌图县毛家店超限检测站',
    road: 'G102 K812+300 下行',
    facts: '六轴汽车列车装载砂石，车货总质量68500千克，限值49000千克，未能提供通行证。',
    law: overloadLaw,
    office: '吉C',
    company: `四平市试例物流第${serial}有限公司`,
    vehicleType: 'tractor',
    ...(more.behaviour ? {} : { overload: { axles: 6, totalKg: 68_500, limitKg: 49_000 } }),
    officers: ['周启明', '孟晓峰'],
    phone: '024-55500101',
    ...more,
  })

  const told = changtu(401, at(30, '09:40'))
  const kept = changtu(402, at(4, '10:20'))
  const meeting = changtu(403, at(1, '14:10'))
  const met: Draught = {
    ...meeting,
    place: 'siping',
    series: '吉四交执',
    foundAt: later(meeting.foundAt, -150),
    where: '四平市铁东区超限检测点',
    road: 'G102 K799+100 下行',
    officers: ['李思远', '孙浩然'],
    phone: '0434-5550101',
  }
  const waiting = changtu(404, at(12, '09:10'))
  // The fine for an overload stays below the sum that needs a hearing; that for carrying passengers without a licence does not.
  const heard = changtu(405, at(14, '15:30'), {
    cause: '未取得道路客运经营许可擅自从事道路客运经营',
    behaviour: 'illegal-passenger',
    facts: '一辆核载49人的大型普通客车在站外上客32人，驶往外省，每人收取120元，未取得道路客运经营许可。',
    law: '《道路运输条例》第六十三条',
    company: '四平市试例客运第405有限公司',
    vehicleType: 'coach',
  })
  const weighty = changtu(406, at(9, '11:00'))
  const resting = changtu(407, at(20, '08:50'))
  const decided = changtu(408, at(22, '10:05'))
  const unpaid = changtu(409, at(38, '13:15'))
  const annulled = changtu(413, at(48, '10:40'))
  const permitted = changtu(410, at(8, '16:20'))

  return [
    concluded(filed('case closed with a notice', told), told, at(28, '10:00'))
      .does('tieling.officer', at(27, '09:30'), 'serveNotice', notice(told, at(27, '09:20'), 'none', 9_500))
      .does('tieling.officer', at(26, '15:00'), 'recordDefence', {
        statedAt: at(26, '14:00'),
        statement: '货主要求多装，请求从轻处罚。',
        answer: '超限事实成立，已在裁量中考虑。',
      })
      .does('tieling.leader', at(20, '10:00'), 'decide', decision(told, at(20, '10:00'), 9_500))
      .does('tieling.officer', at(19, '10:00'), 'serve', { servedAt: at(19, '09:40'), method: 'direct' })
      .does('tieling.officer', at(10, '10:00'), 'recordExecution', {
        execution: 'executed',
        paidYuan: 9_500,
        at: at(10, '09:00'),
      })
      .does('tieling.leader', at(2, '11:00'), 'close', {
        ground: 'executed',
        closedOn: chinaDayOf(at(2, '11:00')),
        report: '罚款已全部缴纳，同意结案。',
      }),

    filed('case with measures', kept)
      .does('tieling.officer', at(4, '13:40'), 'registerEvidence', {
        measure: documentNumber('辽铁昌交执登', kept.foundAt, 402),
        takenAt: later(kept.foundAt, 60),
        objects: '行车记录仪存储卡一张、运单一份',
        place: '昌图县毛家店超限检测站',
      })
      .does('tieling.officer', at(4, '14:10'), 'seize', {
        measure: documentNumber('辽铁昌交执扣', kept.foundAt, 402),
        takenAt: later(kept.foundAt, 90),
        objects: '重型半挂牵引车一辆',
        place: '昌图县毛家店超限检测站停车场',
        reason: '拒不卸载，可能继续违法行驶。',
      }),

    filed('truck met first', met),
    registered('truck met again', meeting),

    concluded(filed('case with the party told', waiting), waiting, at(5, '10:00')).does(
      'tieling.officer',
      at(3, '10:00'),
      'serveNotice',
      notice(waiting, at(3, '09:40'), 'none', 8_000),
    ),

    concluded(filed('case with a hearing', heard), heard, at(11, '10:00'), 'major')
      .does(
        'tieling.officer',
        at(10, '10:00'),
        'serveNotice',
        notice(heard, at(10, '09:30'), 'told', 100_000),
      )
      .does('tieling.officer', at(8, '15:00'), 'requestHearing', { requestedAt: at(8, '14:30') }),

    concluded(filed('case under legal review', weighty), weighty, at(2, '10:00'), 'complex'),

    filed('case that rests', resting).does('tieling.leader', at(15, '10:00'), 'suspend', {
      reason: 'appraisal',
      note: '当事人对检测结果有异议，委托检定机构复核衡器。',
    }),

    concluded(filed('case decided', decided), decided, at(19, '10:00'))
      .does(
        'tieling.officer',
        at(17, '10:00'),
        'serveNotice',
        notice(decided, at(17, '09:30'), 'none', 9_500),
      )
      .does('tieling.leader', at(3, '16:00'), 'decide', decision(decided, at(3, '16:00'), 9_500)),

    concluded(filed('case not paid', unpaid), unpaid, at(36, '10:00'))
      .does('tieling.officer', at(35, '10:00'), 'serveNotice', notice(unpaid, at(35, '09:30'), 'none', 9_500))
      .does('tieling.leader', at(28, '16:00'), 'decide', decision(unpaid, at(28, '16:00'), 9_500))
      .does('tieling.officer', at(27, '10:00'), 'serve', { servedAt: at(27, '09:30'), method: 'direct' })
      .does('tieling.officer', at(6, '10:00'), 'demand', {
        number: documentNumber('辽铁昌交执催', at(6, '10:00'), 409),
        servedAt: at(6, '09:30'),
      }),

    concluded(filed('case annulled in reconsideration', annulled), annulled, at(46, '10:00'))
      .does(
        'tieling.officer',
        at(45, '10:00'),
        'serveNotice',
        notice(annulled, at(45, '09:30'), 'none', 9_500),
      )
      .does('tieling.leader', at(38, '16:00'), 'decide', decision(annulled, at(38, '16:00'), 9_500))
      .does('tieling.officer', at(37, '10:00'), 'serve', { servedAt: at(37, '09:30'), method: 'direct' })
      .does('tieling.leader', at(2, '15:00'), 'revise', {
        result: 'annulled-redo',
        by: 'reconsideration',
        organ: '昌图县人民政府',
        revisionNumber: documentNumber('昌政复决', at(3, '10:00'), 9),
        decidedOn: chinaDayOf(at(3, '10:00')),
        receivedOn: chinaDayOf(at(2, '10:00')),
        nowHolds: '称重检测单所载检定证书已过有效期，撤销原处罚决定，责令重新调查处理。',
      }),

    registered('case not filed', permitted).does('tieling.leader', at(7, '10:00'), 'declineToFile', {
      reason: 'NotAnOffenceHere',
      grounds: '经核实持有有效的超限运输车辆通行证，未超过许可质量。',
    }),

    tell('case given up', 'case', 'tieling.officer', at(13, '09:00'), '登记错误的案件').does(
      'tieling.officer',
      at(13, '09:30'),
      'discard',
      { reason: '与另一案件重复登记。' },
    ),

    tell(
      'case being registered',
      'case',
      'tieling.officer',
      past.minutes(80),
      '毛家店站今日查获超限车',
    ).drafts('tieling.officer', past.minutes(70), 'register', {
      about: { cause: '车辆超限运输', behaviour: 'overload', source: 'inspection' },
    }),

    ...xiamenAndShiyan(past),
  ]
}

/** S23: a first violation is a case too, decided on the spot and found elsewhere. S29: the police hand over an unlicensed van. */
function xiamenAndShiyan({ workday: at }: Cast['past']): readonly Tale[] {
  const first = (serial: number, foundAt: Instant): Draught => ({
    place: 'xiamen',
    series: '闽厦交执',
    serial,
    foundAt,
    cause: '未随车携带道路运输证',
    behaviour: 'illegal-freight',
    procedure: 'summary',
    where: '厦门市集美区同集路',
    facts: '执法人员检查时，驾驶人未随车携带道路运输证；经车牌识别查询，各地均无违法记录，当场改正。',
    law: '《行政处罚法》第三十三条；《道路运输条例》第六十八条',
    office: '闽D',
    company: '厦门市试例运输有限公司',
    vehicleType: 'truck',
    officers: ['洪建南', '苏琳'],
    phone: '0592-55500101',
  })
  /** Decided on the spot, twenty minutes after it was filed. */
  const spared = (name: string, it: Draught): Telling =>
    filed(name, it).does('xiamen.officer', later(it.foundAt, 140), 'spareOnSpot', {
      outcome: 'no-penalty-first',
      decisionNumber: documentNumber('闽厦交执不罚', it.foundAt, it.serial),
      decidedOn: chinaDayOf(it.foundAt),
      summary: '首次违法且危害后果轻微，当场改正，不予行政处罚。',
      law: '《行政处罚法》第三十三条',
      educated: '已当场教育，当事人签署承诺书。',
    })
  const told = (name: string, it: Draught): Telling => {
    const servedAt = later(it.foundAt, 145)
    return spared(name, it).does('xiamen.officer', later(it.foundAt, 150), 'serve', {
      servedAt,
      method: 'direct',
    })
  }
  const van: Draught = {
    place: 'shiyan',
    series: '鄂十交执',
    serial: 412,
    foundAt: at(5, '15:30'),
    cause: '未取得道路客运经营许可擅自从事道路客运经营',
    behaviour: 'illegal-passenger',
    source: ['other-department', '公安交管部门转办线索'],
    where: '十堰市张湾区福银高速十堰西收费站',
    road: 'G70 福银高速',
    origin: { at: at(5, '04:30'), place: '江苏省连云港市' },
    facts:
      '一辆核载6人的苏牌小型客车实载10人，途经江阴、无锡搭载9名乘客，每人收取400元，计3600元，未取得道路客运经营许可。',
    law: '《道路运输条例》第六十三条',
    office: '苏G',
    company: '连云港市试例汽车服务有限公司',
    vehicleType: 'car',
    officers: ['罗先勇', '汪倩'],
    phone: '0719-55500101',
  }
  return [
    told('first violation without penalty', first(411, at(16, '09:20'))).does(
      'xiamen.leader',
      at(14, '10:00'),
      'close',
      {
        ground: 'no-penalty',
        closedOn: chinaDayOf(at(14, '10:00')),
        report: '不予处罚决定已送达，同意结案。',
      },
    ),
    told('no penalty, to be closed', first(415, at(3, '09:30'))),
    spared('no penalty, to be served', first(416, at(1, '09:10'))),

    filed('van from another province', van).does('shiyan.officer', at(5, '18:00'), 'seizeAtOnce', {
      measure: documentNumber('鄂十交执扣', van.foundAt, 412),
      takenAt: later(van.foundAt, 60),
      objects: '小型客车一辆',
      place: '十堰市指定停车场',
      reason: '无法当场提供有效证明，情况紧急，暂扣车辆。',
    }),
  ]
}
