import { chinaDayOf } from '../../../kernel/day.ts'
import { kindOf } from '../../matters/matters.ts'
import { inventedPlate, inventedTrailer, plateNote } from '../invented.ts'
import { documentNumber } from '../past.ts'
import type { Cast } from '../stage.ts'
import { type Tale, type Telling, tell } from '../tale.ts'
import { later, officers, paper, vehicle } from './formal-request.ts'

const tielingContact = { name: '周启明', phone: '024-55500101' }

/** What neighbours say to each other without a letter: to look out, to correct, to beware, to take over, to talk, to recognise. */
export function betweenNeighbours(cast: Cast): readonly Tale[] {
  return [
    ...lookouts(cast),
    ...dataCorrections(cast),
    ...warnings(cast),
    ...referrals(cast),
    ...consultations(cast),
    ...recognitions(cast),
  ]
}

/** A truck on the run right now, seen once; one of the week before, found and lifted. */
function lookouts({ past, agency }: Cast): readonly Tale[] {
  const at = past.workday
  const fled = (to: readonly string[], when: string, office: string, serial: number) => ({
    to: to.map(agency),
    lookout: {
      title: '冲卡货车驶往邻省方向',
      ground: 'fled-inspection',
      facts: '超限检测时车辆不听指挥，冲卡驶离，车货总质量疑超限值百分之百。',
      legalBasis: '《行政处罚法》第二十六条；区域执法协作协议',
      urgency: 'urgent',
      until: later(when, 60 * 60),
    },
    vehicles: [
      {
        plate: inventedPlate(office, serial),
        colour: '2',
        plateNote,
        type: 'tractor',
        trailerPlate: inventedTrailer(office, serial),
        features: '红色牵引车，高栏半挂，篷布覆盖，左前大灯损坏。',
      },
    ],
    direction: {
      seenAt: later(when, -15),
      seenPlace: 'G102 毛家店省界',
      heading: '沿G102往邻省方向。',
      roads: 'G102、G1 京哈高速',
    },
    request: {
      measures: ['stop-and-check', 'keep-evidence'],
      danger: '曾冲卡，请在具备安全条件的收费站或检测站拦查。',
      contact: tielingContact,
    },
    approval: { approver: '韩立国', approvedAt: later(when, -5), way: 'oral' },
    declaration: { onlyNeeded: true, noStateSecrets: true },
  })
  const deployed = (posts: string) => ({ posts, contact: { name: '值班室', phone: '0434-5550101' } })
  const found = at(7, '21:30')

  return [
    tell('truck on the run', 'lookout', 'tieling.dispatcher', past.minutes(80))
      .does(
        'tieling.dispatcher',
        past.minutes(75),
        'issue',
        fled(['220300-ZF', '220322-ZF', '220382-ZF'], past.minutes(75), '辽M', 541),
      )
      .does('siping.dispatcher', past.minutes(66), 'deploy', deployed('G102 四平收费站'), 1)
      .does('lishu.officer', past.minutes(58), 'deploy', deployed('十家堡检测点'), 2)
      .does(
        'siping.dispatcher',
        past.minutes(24),
        'reportHit',
        {
          vehicle: 1,
          seenAt: past.minutes(27),
          place: 'G102 四平收费站',
          heading: '往公主岭方向',
          outcome: 'recorded',
          what: '车辆从应急车道驶过，未能拦停，已调取影像。',
        },
        1,
      ),
    tell('truck that was found', 'lookout', 'siping.dispatcher', later(found, -90))
      .does(
        'siping.dispatcher',
        later(found, -85),
        'issue',
        fled(['211224-ZF', '150522-ZF'], later(found, -85), '吉C', 542),
      )
      .does('tieling.dispatcher', later(found, -80), 'deploy', deployed('毛家店超限检测站'), 1)
      .does('kezuohouqi.officer', later(found, -70), 'deploy', deployed('G203 超限检测站'), 2)
      .does(
        'tieling.dispatcher',
        found,
        'reportHit',
        {
          vehicle: 1,
          seenAt: later(found, -5),
          place: '毛家店超限检测站',
          outcome: 'stopped',
          what: '车辆被拦停，驾驶人配合检查，正在称重。',
          officers: officers('孟晓峰', '周启明'),
        },
        1,
      )
      .does(
        'siping.dispatcher',
        later(found, 10),
        'answerHit',
        { answer: 'handle-there', instruction: '请固定称重证据，超限行为由贵方依法处理。' },
        1,
      )
      .does('siping.dispatcher', later(found, 20), 'lift', { liftReason: 'found' }, 1)
      .does('tieling.dispatcher', later(found, 25), 'confirmLift', {}, 1),
  ]
}

/** One late, one corrected and closed, one on which the ministry has to rule. */
function dataCorrections({ past, agency }: Cast): readonly Tale[] {
  const at = past.workday
  const reported = (
    name: string,
    by: string,
    to: string,
    when: string,
    [field, recorded, correct]: readonly [string, string, string],
    serial: number,
  ): Telling =>
    tell(name, 'data-correction', by, later(when, -40))
      .attaches(by, later(when, -30), [
        paper('proof', '行驶证和现场勘验记录', when, `${field}应为${correct}。`),
      ])
      .does(by, when, 'send', {
        to: [agency(to)],
        record: {
          register: 'vehicle',
          subject: `${inventedPlate('吉C', serial)}（黄色）`,
          source: '道路运政管理信息系统',
          seenAt: later(when, -60),
        },
        errors: [{ field, recorded, correct, basis: '现场勘验和行驶证记载一致。' }],
        use: { purpose: '办理超限运输案件，认定车货总质量限值。' },
        contact: tielingContact,
        declaration: { noStateSecrets: true },
      })

  return [
    reported('axles late', 'tieling.officer', '220300-ZF', at(13, '10:30'), ['轴数', '5轴', '6轴'], 551).does(
      'siping.dispatcher',
      at(13, '15:00'),
      'acknowledge',
    ),
    reported(
      'seats corrected',
      'siping.officer',
      '211224-ZF',
      at(9, '10:30'),
      ['核定载人数', '3人', '2人'],
      552,
    )
      .does('tieling.dispatcher', at(9, '14:00'), 'acknowledge')
      .does('tieling.officer', at(7, '16:00'), 'correct', {
        results: [{ outcome: 'corrected', error: 1, value: '2人', correctedAt: at(7, '15:00') }],
        alsoUpdated: '已同步更正省级运政系统。',
      })
      .does('siping.officer', at(6, '09:00'), 'confirm'),
    reported(
      'permit in dispute',
      'tieling.officer',
      '220322-ZF',
      at(12, '10:30'),
      ['证件有效期', '已过期', '有效'],
      553,
    )
      .does('lishu.officer', at(12, '14:00'), 'acknowledge')
      .does('lishu.officer', at(6, '10:00'), 'decline', {
        reason: 'RecordConfirmed',
        grounds: '经核对原始档案，登记内容与换证申请一致。',
      })
      .does('tieling.officer', at(2, '09:30'), 'challenge', {
        grounds: '换证已于上月办结，附换证凭证。',
        legalBasis: '《政务数据共享条例》第二十八条',
      }),
  ]
}

/** One that half of the members have signed, one withdrawn. */
function warnings({ past, agency }: Cast): readonly Tale[] {
  const at = past.workday
  const warned = (to: readonly string[], title: string, facts: string, area: string, severity: string) => ({
    to: to.map(agency),
    warning: {
      title,
      severity,
      category: 'forged-documents',
      facts,
      area,
      validUntil: later(past.now, 60 * 24 * 20),
    },
    request: {
      measures: '逐一核验标志牌二维码，重点检查夜间过境车辆。',
      onHit: '先行取证，按属地立案，并回报。',
    },
    contact: tielingContact,
    declaration: { noReporter: true, noStateSecrets: true },
  })

  return [
    tell('forged charter plates', 'warning-notice', 'tieling.officer', at(1, '08:50'))
      .does('tieling.officer', at(1, '09:20'), 'send', {
        ...warned(
          ['220300-ZF', '220322-ZF', '220382-ZF', '150522-ZF'],
          '多辆旅游客车使用伪造包车客运标志牌跨省营运',
          '近期查获三辆旅游客车持伪造的省际包车客运标志牌，编号连续，二维码不能识读。',
          '辽吉两省交界的普通国省道和高速公路出入口',
          'yellow',
        ),
        subjects: [
          { kind: 'vehicle', ...vehicle('辽M', 561, 'tour-coach') },
          { kind: 'vehicle', ...vehicle('吉C', 562, 'tour-coach') },
        ],
      })
      .does('siping.dispatcher', at(1, '09:50'), 'acknowledge', {}, 1)
      .does('lishu.officer', at(1, '10:30'), 'acknowledge', {}, 2)
      .does(
        'siping.dispatcher',
        at(1, '22:10'),
        'reportHit',
        {
          subject: 2,
          at: at(1, '21:40'),
          place: 'G102 四平超限检测站',
          facts: '该车持同批次标志牌，二维码不能识读，车上乘客31人。',
          handling: '已转运乘客，暂扣标志牌，拟立案。',
        },
        1,
      ),
    tell('night fog on the river', 'warning-notice', 'jiashan.officer', at(8, '15:30'))
      .does(
        'jiashan.officer',
        at(8, '16:00'),
        'send',
        warned(
          ['320509-ZF', '310118-ZF'],
          '毗邻水域夜间伪造船舶营运证运输渣土',
          '连续两晚发现运输渣土船舶出示的营运证编号与登记不符。',
          '太浦河三地交界水域',
          'blue',
        ),
      )
      .does('wujiang.dispatcher', at(8, '16:30'), 'acknowledge', {}, 1)
      .does('qingpu.officer', at(7, '09:00'), 'acknowledge', {}, 2)
      .does(
        'jiashan.officer',
        at(2, '10:00'),
        'withdraw',
        {
          reason: 'found',
          explanation: '制售窝点已由公安机关查处。',
        },
        1,
      )
      .does('wujiang.dispatcher', at(2, '10:40'), 'confirmWithdrawal', {}, 1),
  ]
}

/** Both ways: the police hand a car over, a clue waits, a forged plate is taken over by the police; waste on shore. */
function referrals({ past, agency }: Cast): readonly Tale[] {
  const at = past.workday
  const statements = { noReporter: true, noStateSecrets: true }
  const found = (when: string) => [
    paper('case-materials', '查获经过', when, '查获的时间、地点、经过见移送内容。'),
  ]
  const custody = (when: string, ...items: readonly (readonly [string, number, string])[]) => ({
    promisedAt: when,
    place: 'G102 四平检查点',
    items: items.map(([name, quantity, unit]) => ({ name, quantity, unit })),
  })
  const carAt = at(12, '10:20')
  const car = {
    to: [agency('220300-ZF')],
    referral: {
      type: 'ride-hailing',
      nature: 'case',
      urgency: 'urgent',
      reasons: '例行检查中发现外省网约车跨经营区域载客，涉嫌违法经营，移交交通运输执法机构办理。',
      legalBasis: '《行政处罚法》第二十二条、第二十六条',
    },
    facts: {
      title: '外省网约车跨区域载客',
      facts: '该车从外省出发，车上乘客两人，通过平台下单付费，驾驶人不能出示本地经营许可。',
      place: 'G102 四平检查点',
      occurredAt: carAt,
    },
    party: { kind: 'person', name: '齐某某' },
    vehicle: { ...vehicle('辽M', 571, 'ride-hailing'), colour: '1' },
    custody: custody(later(carAt, 240), ['小型客车', 1, '辆'], ['行驶证', 1, '本']),
    finders: [{ name: '曲波', badge: '演示0042' }],
    contact: { name: '曲波', phone: '0434-5550142' },
    declaration: statements,
  }
  const crowded = {
    ...car,
    referral: { ...car.referral, type: 'coach', nature: 'clue', urgency: 'normal' },
    facts: {
      title: '外省小型客车超员载客涉嫌非法营运',
      facts: '该车核载6人、实载9人，途中先后搭载乘客，每人收取120元，未取得道路运输经营许可。',
      place: 'G1 京哈高速四平南出口',
      occurredAt: at(1, '06:40'),
    },
    vehicle: { ...vehicle('辽M', 572, 'car'), colour: '1' },
    occupancy: { seats: 6, aboard: 9, payers: 8, fareYuan: 120 },
  }
  const { custody: _, party: __, ...clue } = crowded
  const plates = {
    ...car,
    to: [agency('211200-GA')],
    referral: {
      type: 'forged-plates',
      nature: 'case',
      urgency: 'normal',
      reasons: '检查中发现货车号牌与行驶证不符，涉嫌套用号牌，属公安机关职权。',
      legalBasis: '《道路交通安全法》第九十六条；《行政处罚法》第二十七条',
    },
    facts: {
      title: '货车涉嫌套用号牌',
      facts: '车辆识别代号与登记信息不符，号牌字体异常，驾驶人承认号牌系网上购买。',
      place: '昌图县毛家店超限检测站',
      occurredAt: at(9, '09:00'),
    },
    vehicle: vehicle('辽M', 573),
    custody: custody(at(6, '09:00'), ['号牌', 2, '面']),
    finders: [{ name: '周启明', badge: '演示2112' }],
    contact: tielingContact,
  }
  const { party: ___, ...forged } = plates
  const { custody: ____, ...dumped } = forged

  return [
    tell('car handed over by the police', 'partner-referral', 'siping.partner', later(carAt, 30))
      .attaches('siping.partner', later(carAt, 40), found(carAt))
      .does('siping.partner', later(carAt, 60), 'send', car)
      .does('siping.dispatcher', later(carAt, 70), 'acknowledge')
      .does('siping.officer', later(carAt, 90), 'accept', { note: '即派两名执法人员前往接收。' })
      .does('siping.partner', later(carAt, 250), 'handOver', {
        at: later(carAt, 245),
        place: 'G102 四平检查点',
        items: car.custody.items,
        handedBy: '曲波',
      })
      .does('siping.officer', later(carAt, 260), 'confirmHandOver', {
        at: later(carAt, 255),
        receivedBy: '李思远',
      })
      .does('siping.officer', later(carAt, 400), 'file', {
        caseNumber: documentNumber('吉四交执', carAt, 571),
        filedAt: later(carAt, 390),
      })
      .does('siping.officer', at(2, '15:00'), 'reportResult', {
        outcome: 'penalty',
        decisionNumber: documentNumber('吉四交执罚', carAt, 571),
        summary: '责令停止违法行为，罚款三千元。',
      }),
    tell('crowded van', 'partner-referral', 'siping.partner', at(1, '08:30')).does(
      'siping.partner',
      at(1, '08:50'),
      'send',
      clue,
    ),
    tell('plates for the police', 'partner-referral', 'tieling.officer', at(9, '14:00'))
      .attaches('tieling.officer', at(9, '14:10'), found(at(9, '09:00')))
      .does('tieling.officer', at(9, '14:30'), 'send', forged)
      .does('tieling.partner', at(8, '09:00'), 'acknowledge')
      .does('tieling.partner', at(7, '10:00'), 'accept', { note: '请将号牌送交支队违法处理大队。' }),
    tell('waste on shore', 'partner-referral', 'jiashan.officer', at(4, '14:00'))
      .attaches('jiashan.officer', at(4, '14:10'), found(at(4, '05:20')))
      .does('jiashan.officer', at(4, '14:30'), 'send', {
        ...dumped,
        to: [agency('330421-ZH')],
        referral: {
          type: 'waste-spill',
          nature: 'case',
          urgency: 'normal',
          reasons: '船舶靠泊后由货车将渣土倾倒在岸边农田，陆上倾倒由综合执法部门查处。',
          legalBasis: '《固体废物污染环境防治法》；《行政处罚法》第二十六条',
        },
        facts: {
          title: '岸边农田倾倒渣土',
          facts: '渣土船靠泊后，两辆货车连夜将渣土倾倒在岸边农田，倾倒约二百立方米。',
          place: '嘉善县太浦河北岸',
          occurredAt: at(4, '05:20'),
        },
        vehicle: vehicle('浙F', 574),
        finders: [{ name: '陶善良', badge: '演示3304' }],
        contact: { name: '陶善良', phone: '0573-55500102' },
      })
      .does('jiashan.partner', at(3, '09:00'), 'acknowledge')
      .does('jiashan.partner', at(3, '10:00'), 'decline', {
        reason: 'AlreadyFiledElsewhere',
        grounds: '同一倾倒行为已由镇综合行政执法队立案，材料已转该队并案。',
      }),
  ]
}

/** Minutes that wait for one of two, an invitation nobody has answered, one closed. */
function consultations({ past, agency }: Cast): readonly Tale[] {
  const at = past.workday
  const called = (to: readonly string[], subject: string, meetingAt: string, topics: readonly string[]) => ({
    to: to.map(agency),
    consultation: { subject, about: 'joint-action', background: '单方检查时车辆、船舶在对方一侧停留等待。' },
    topics: topics.map((topic) => ({ topic })),
    meeting: { way: 'video', at: meetingAt },
    position: { view: '建议两侧同时检查，查获案件由查获地机关立案，对方协助取证。' },
    contact: tielingContact,
    declaration: { noStateSecrets: true },
  })
  const joins = (view: string) => ({ attendance: 'remote', position: { view } })
  const minutes = (heldAt: string, topic: string) => ({
    heldAt,
    way: 'video',
    participants: '各方各两人。',
    minutes: '各方商定先近者先处置、后定管辖，查获案件由查获地机关立案，证据互认。',
    outcomes: [{ topic, outcome: 'agreed', result: '由最近的一方先行处置，两小时内通报其他各方。' }],
  })
  const nearest = '交界水域由谁先到场处置'

  return [
    tell('nearest first', 'consultation', 'wujiang.officer', at(12, '14:00'))
      .does(
        'wujiang.officer',
        at(12, '14:30'),
        'call',
        called(['310118-ZF', '330421-ZF'], '三地交界水域渣土船处置', at(7, '14:00'), [nearest]),
      )
      .does('qingpu.officer', at(11, '09:30'), 'join', joins('同意就近先处置。'), 1)
      .does('jiashan.officer', at(11, '10:30'), 'join', joins('同意，建议两小时内通报。'), 2)
      .does('wujiang.officer', at(6, '10:00'), 'writeMinutes', minutes(at(7, '14:00'), nearest), 1)
      .does('jiashan.officer', at(5, '09:20'), 'confirm', {}, 2),
    tell('checks on the same nights', 'consultation', 'tieling.officer', at(24, '14:00'))
      .does(
        'tieling.officer',
        at(24, '14:30'),
        'call',
        called(['220300-ZF'], '102国道省界超限联合检查', at(20, '14:00'), ['联合检查的时间和点位']),
      )
      .does('siping.officer', at(23, '09:30'), 'join', joins('同意，周五警力不足，建议改为周四。'))
      .does(
        'tieling.officer',
        at(19, '10:00'),
        'writeMinutes',
        minutes(at(20, '14:00'), '联合检查的时间和点位'),
      )
      .does('siping.officer', at(18, '09:20'), 'confirm', { note: '无意见。' })
      .does('tieling.officer', at(17, '09:00'), 'close'),
    tell('winter escorts', 'consultation', 'tieling.dispatcher', past.minutes(200)).does(
      'tieling.dispatcher',
      past.minutes(180),
      'call',
      called(['220382-ZF', '150522-ZF'], '冬季大件运输护送衔接', later(past.now, 60 * 24 * 3), [
        '护送交接点',
      ]),
    ),
  ]
}

/** One recognised, one that lacks something. */
function recognitions({ past, agency }: Cast): readonly Tale[] {
  const at = past.workday
  const offered = (name: string, place: string, to: string, when: string): Telling => {
    const offer = {
      to: [agency(to)],
      case: {
        number: documentNumber('演示交执', when, 581),
        cause: '车辆超限运输',
        violation: 'overload-on-site',
        legalBasis: '《行政处罚法》第四十六条；区域执法协作协议',
      },
      evidence: [
        {
          origin: 'officers',
          name: '驾驶人询问笔录',
          kind: 'party-statement',
          copy: 'checked-copy',
          proves: '证明装载地点、货物名称和运费约定。',
          place: '省界超限检测站',
          collectors: officers('周启明', '孟晓峰'),
          collectedAt: later(when, -60 * 24 * 3),
        },
      ],
      contact: tielingContact,
      declaration: { lawfullyCollected: true, noStateSecrets: true },
    }
    const papers = kindOf('evidence-recognition')
      .materialsOf(offer)
      .filter(({ required }) => required)
      .map(({ item, words }) => paper(item, words.zh, when, '与原件核对无异。'))
    return tell(name, 'evidence-recognition', `${place}.officer`, later(when, -60))
      .attaches(`${place}.officer`, later(when, -50), papers)
      .does(`${place}.officer`, when, 'send', offer)
  }

  return [
    offered('statement recognised', 'tieling', '220300-ZF', at(11, '10:30'))
      .does('siping.dispatcher', at(11, '14:00'), 'acknowledge')
      .does('siping.officer', at(8, '10:00'), 'recognise', {
        reviews: [
          {
            outcome: 'recognised',
            piece: 1,
            form: 'met',
            legality: 'met',
            relevance: 'met',
            completeness: 'met',
          },
        ],
        reviewers: officers('李思远', '孙浩然'),
        reviewedOn: chinaDayOf(at(8, '09:30')),
        opinion: '形式完备，取证合法，可以作为认定事实的依据。',
      }),
    offered('page missing', 'siping', '211224-ZF', at(3, '10:30'))
      .does('tieling.dispatcher', at(3, '14:00'), 'acknowledge')
      .does('tieling.officer', at(2, '10:00'), 'requestSupplement', {
        gaps: [{ item: 'completeness', what: '询问笔录缺第二页。' }],
      }),
  ]
}
