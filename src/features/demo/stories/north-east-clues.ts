import { closedAgency } from '../demo-directory.ts'
import { inventedPlate, plateNote } from '../invented.ts'
import { scenePicture } from '../papers/scene-picture.ts'
import type { Cast } from '../stage.ts'
import { type Tale, tell } from '../tale.ts'

const officer = 'tieling.officer'
const declaration = { noReporter: true, noStateSecrets: true }
const truck = (office: string, serial: number) => ({
  kind: 'vehicle',
  plate: inventedPlate(office, serial),
  colour: '2',
  plateNote,
  type: 'truck',
})

/** Clues between the neighbours of three provinces: new and late ones, several addressees, returned, recalled, restricted. */
export function northEastClues({ past, agency, who }: Cast): readonly Tale[] {
  const tieling = agency('211224-ZF')
  const siping = agency('220300-ZF')
  const lishu = agency('220322-ZF')
  const shuangliao = agency('220382-ZF')
  const kezuohouqi = agency('150522-ZF')

  const nightTrucks = {
    to: [siping, lishu, shuangliao, agency(closedAgency)],
    what: {
      title: 'G102 省界路段夜间成队超限货车',
      domain: 'overload',
      facts:
        '近两周每晚22时至次日2时，约十余辆六轴货车由四平方向经毛家店省界进入昌图，前有小客车探路，遇检测站开放即驶入沿线停车场等候。抽查三辆，车货总质量均在60吨以上，货物为玉米和砂石，装载单据显示装载地分布在四平市区、梨树县、双辽市。',
      place: 'G102 毛家店省界两侧',
      occurredAt: past.workday(19, '23:30'),
    },
    source: { kind: 'inspection', sourceGrade: 'A', contentGrade: '2' },
    assessment: {
      pushReasons: ['source-hazard', 'prominent-pattern'],
      urgency: 'normal',
      suggestion: '请各地核查辖区内装载源头单位，重点查看夜间出场记录和过磅数据；拟择期开展一次同步检查。',
    },
    subjects: [
      truck('吉C', 19),
      truck('吉C', 20),
      truck('吉C', 21),
      { kind: 'organisation', name: '四平市砺石砂石料场' },
    ],
    declaration,
  }

  const coach = {
    to: [lishu],
    what: {
      title: '梨树至昌图疑似非法营运面包车',
      domain: 'illegal-operation',
      facts:
        '每日6时、16时两班，固定在梨树县客运站北侧路口上客，终点为昌图县中心医院，每人收费25元，通过微信群预约。已固定通行记录28天。',
      place: '梨树县客运站北侧至昌图县中心医院',
      occurredAt: past.workday(30, '06:00'),
    },
    source: { kind: 'screening', sourceGrade: 'A', contentGrade: '1' },
    assessment: {
      pushReasons: ['belongs-to-member'],
      urgency: 'normal',
      suggestion: '建议在上客点布控查处。',
    },
    subjects: [{ ...truck('吉C', 22), colour: '1', type: 'car' }],
    declaration,
  }

  const urgentHazmat = {
    to: [tieling],
    what: {
      title: '危险品罐车疑似无押运员驶向昌图',
      domain: 'hazmat',
      facts:
        '我支队在四平南出口巡查时发现一辆危险品罐车未按要求停车，驾驶室内疑似只有一人，车身标识为汽油，正沿G102向昌图方向行驶，预计40分钟内到达毛家店检测站。',
      place: 'G102 四平南至毛家店',
      occurredAt: past.minutes(34),
    },
    source: { kind: 'inspection', sourceGrade: 'A', contentGrade: '2' },
    assessment: {
      pushReasons: ['source-hazard'],
      urgency: 'urgent',
      suggestion: '请在毛家店检测站拦停检查，注意安全距离，必要时联系交警。',
    },
    subjects: [{ ...truck('吉C', 23), plateNote: `${plateNote}；车身喷有危险品标识` }],
    declaration,
  }

  const oversize = {
    to: [kezuohouqi],
    what: {
      title: '风电塔筒大件运输车辆未按许可路线行驶',
      domain: 'oversize',
      facts:
        '两辆大件运输车辆持证路线为G203，实际经昌图县乡道向科左后旗方向行驶，昌图境内一处桥梁限载20吨。车辆现已离开我县。',
      place: '昌图县至科左后旗县乡道',
      occurredAt: past.workday(4, '08:10'),
    },
    source: { kind: 'inspection', sourceGrade: 'A', contentGrade: '1' },
    assessment: {
      pushReasons: ['source-hazard'],
      urgency: 'normal',
      suggestion: '请核查车辆去向和护送情况。',
    },
    subjects: [truck('蒙G', 24), truck('蒙G', 25)],
    declaration,
  }

  const scheduled = {
    to: [tieling],
    what: {
      title: '昌图籍客车在四平站外揽客',
      domain: 'scheduled-coach',
      facts:
        '昌图至四平班线客车多次在四平市区站外上下客、超范围经营，现有路口监控截图四张。因该企业许可机关在昌图，推送贵单位核实处理。',
      place: '四平市铁西区英雄大街',
      occurredAt: past.workday(5, '07:40'),
    },
    source: { kind: 'public-opinion', sourceGrade: 'B', contentGrade: '2' },
    assessment: { pushReasons: ['belongs-to-member'], urgency: 'normal' },
    subjects: [{ ...truck('辽M', 26), type: 'coach' }],
    declaration,
  }

  const restricted = {
    to: [siping],
    what: {
      title: '货运代办团伙涉嫌有偿通风报信',
      domain: 'overload',
      facts:
        '有人在货车司机微信群内有偿发布两省交界检测站开关和流动执法位置，每车每月收费300元，疑与多家停车场经营者有关。线索尚在核实，知悉范围请严格控制。',
      place: '昌图、四平交界路段',
    },
    source: { kind: 'analysis', sourceGrade: 'C', contentGrade: '3' },
    assessment: {
      pushReasons: ['gang'],
      urgency: 'normal',
      suggestion: '请贵支队负责人指定专人对接，必要时会商公安机关。',
    },
    declaration,
  }

  const sandPit = {
    to: [shuangliao],
    what: {
      title: '双辽砂场夜间出场货车货箱加高',
      domain: 'overload',
      facts: '我大队查获的两辆自卸货车均称货厢在双辽某修理厂加高约40厘米，同厂改装车辆可能不止两辆。',
      place: '双辽市茂林镇方向',
      occurredAt: past.workday(26, '21:00'),
    },
    source: { kind: 'inspection', sourceGrade: 'A', contentGrade: '2' },
    assessment: { pushReasons: ['source-hazard', 'belongs-to-member'], urgency: 'normal' },
    subjects: [truck('吉C', 27), truck('吉C', 28)],
    declaration,
  }

  const twice = {
    ...coach,
    what: { ...coach.what, title: '昌图县医院门前面包车候客', place: '昌图县中心医院门前' },
  }

  return [
    tell('night trucks', 'clue', officer, past.workday(18, '08:40'))
      .attaches(officer, past.workday(18, '08:50'), [
        {
          name: '省界卡口截图.png',
          bytes: scenePicture({ of: 'truck', at: past.workday(19, '23:30'), axles: 6, tonnes: 63.4 }),
        },
      ])
      .does(officer, past.workday(18, '10:00'), 'push', nightTrucks)
      .does('siping.officer', past.workday(18, '14:00'), 'acknowledge', {}, 1)
      .does(
        'siping.officer',
        past.workday(16, '09:10'),
        'take',
        { note: '由稽查组牵头，逐家核对出场过磅数据。' },
        1,
      )
      .does('lishu.officer', past.workday(18, '15:30'), 'acknowledge', {}, 2)
      .does('lishu.officer', past.workday(17, '10:20'), 'take', {}, 2)
      .does('shuangliao.officer', past.workday(17, '08:50'), 'acknowledge', {}, 3)
      .does('shuangliao.officer', past.workday(17, '09:30'), 'take', {}, 3)
      .does(
        'siping.officer',
        past.workday(9, '16:00'),
        'say',
        { text: '已查三家，两家有超限装载记录，砺石料场拒不提供数据，需要再查。' },
        1,
      )
      .does(
        'shuangliao.officer',
        past.workday(8, '15:00'),
        'conclude',
        {
          outcome: 'filed',
          findings: '查实辖区一家砂场上月放行超限车辆37辆次，已对装载单位立案。',
          caseNumber: '吉四双交执（演示）00012号',
          filingAgency: '双辽市交通运输综合行政执法大队',
        },
        3,
      )
      .does(
        'shuangliao.officer',
        past.workday(7, '10:00'),
        'feedback',
        {
          summary: '已立案1件，责令砂场安装出场称重设备并联网；近一周夜间未再发现成队车辆。',
          measuresTaken: '约谈企业负责人；连续三晚在出场道路设点检查。',
        },
        3,
      )
      .does(
        'siping.officer',
        past.workday(4, '09:20'),
        'extend',
        { reason: '砺石料场过磅数据正在公证提取，尚需时间核对。' },
        1,
      )
      .does(
        'lishu.officer',
        past.workday(3, '14:40'),
        'conclude',
        {
          outcome: 'no-basis',
          findings:
            '经调取两家粮库近一个月出库单和过磅记录，出场车辆均未超过限值，途中加装可能性较大，建议在省界继续检查。',
        },
        2,
      ),

    tell('minibus', 'clue', officer, past.workday(29, '09:00'))
      .does(officer, past.workday(29, '09:40'), 'push', coach)
      .does('lishu.officer', past.workday(29, '13:30'), 'acknowledge')
      .does('lishu.officer', past.workday(28, '08:50'), 'take', {
        officers: [
          { name: '陈树森', certificateNumber: '演示2203220101' },
          { name: '谭永安', certificateNumber: '演示2203220102' },
        ],
      })
      .does('lishu.officer', past.workday(20, '16:30'), 'conclude', {
        outcome: 'filed',
        findings: '在上客点现场查获，驾驶人承认未取得道路客运经营许可，当日收取车费175元。',
        caseNumber: '吉四梨交执（演示）00075号',
      })
      .does('lishu.officer', past.workday(19, '09:10'), 'feedback', {
        summary: '已立案，车辆依法暂扣，案件办理中。感谢贵大队提供的通行记录，关键时段完全吻合。',
        caseNumber: '吉四梨交执（演示）00075号',
      })
      .does(officer, past.workday(17, '10:00'), 'rate', {
        usefulness: 'high',
        comment: '核查及时，取证扎实。',
      }),

    tell('minibus again', 'clue', 'tieling.dispatcher', past.workday(24, '16:00'))
      .does('tieling.dispatcher', past.workday(24, '16:20'), 'push', twice)
      .does('lishu.officer', past.workday(23, '09:00'), 'acknowledge')
      .does('lishu.officer', past.workday(23, '09:30'), 'return', {
        reason: 'Duplicate',
        grounds: '与贵大队此前推送的“梨树至昌图疑似非法营运面包车”为同一车辆、同一线路，已在核查，合并办理。',
      })
      .does('tieling.dispatcher', past.workday(23, '10:10'), 'link', (matterIdOf) => ({
        to: matterIdOf('minibus'),
        relation: 'duplicate',
      })),

    tell('tank truck', 'clue', 'siping.dispatcher', past.minutes(31)).does(
      'siping.dispatcher',
      past.minutes(26),
      'push',
      urgentHazmat,
    ),

    tell('tower sections', 'clue', officer, past.workday(3, '08:30'))
      .does(officer, past.workday(3, '09:00'), 'push', oversize)
      .does('tieling.dispatcher', past.workday(1, '09:30'), 'urge', {
        text: '请尽快签收，桥梁安全需要贵大队确认车辆去向。',
      }),

    tell('coach outside the station', 'clue', 'siping.officer', past.workday(4, '09:00'))
      .attaches('siping.officer', past.workday(4, '09:05'), [
        { name: '路口监控截图.png', bytes: scenePicture({ of: 'coach', at: past.workday(5, '07:40') }) },
      ])
      .does('siping.officer', past.workday(4, '09:40'), 'push', scheduled)
      .does('tieling.dispatcher', past.workday(3, '08:45'), 'acknowledge')
      .does('tieling.leader', past.workday(3, '09:10'), 'assign', {
        accountId: who('tieling.liaison').accountId,
      }),

    tell('informers', 'clue', 'tieling.leader', past.workday(2, '15:00'))
      .does('tieling.leader', past.workday(2, '15:05'), 'restrict', { readers: [who(officer).accountId] })
      .does('tieling.leader', past.workday(2, '15:40'), 'push', restricted),

    tell('raised bodies', 'clue', officer, past.workday(25, '08:40'))
      .does(officer, past.workday(25, '09:00'), 'push', sandPit)
      .does('shuangliao.officer', past.workday(25, '11:00'), 'acknowledge')
      .does(officer, past.workday(24, '09:15'), 'askBack', {
        reason: '修理厂位置有误，实际在昌图县境内，由我大队自行核查。',
      })
      .does('shuangliao.officer', past.workday(24, '10:00'), 'release', { note: '同意撤回。' }),

    tell(
      'clue thrown away',
      'clue',
      'tieling.dispatcher',
      past.workday(6, '10:00'),
      '八面城方向疑似超限车队',
    ).does('tieling.dispatcher', past.workday(6, '10:30'), 'discard', {
      reason: '车辆已在本县查获，无需推送。',
    }),

    tell('clue being written', 'clue', 'tieling.dispatcher', past.minutes(55), '旅游包车疑似一证多线').drafts(
      'tieling.dispatcher',
      past.minutes(48),
      'push',
      {
        to: [shuangliao],
        what: {
          title: '双辽方向旅游包车疑似一证多线',
          domain: 'tour-coach',
          facts: '周末连续三次在八面城服务区见到同一包车，包车牌起讫地不同……',
        },
        source: { kind: 'screening', sourceGrade: 'B' },
      },
    ),
  ]
}
