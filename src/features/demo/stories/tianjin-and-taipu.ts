import { inventedCreditCode, inventedPhone, inventedPlate, plateNote } from '../invented.ts'
import { scenePicture } from '../papers/scene-picture.ts'
import type { TransferContent } from '../papers/transfer-papers.ts'
import { documentNumber, documentTime } from '../past.ts'
import type { Cast } from '../stage.ts'
import { type Tale, tell } from '../tale.ts'
import { originals, preparedTransfer } from './sent-transfer.ts'

const declaration = { noReporter: true, noStateSecrets: true }
const car = (serial: number) => ({
  kind: 'vehicle',
  plate: inventedPlate('京N', serial),
  colour: '1',
  plateNote,
  type: 'car',
})

/** S03: 天津 secures the evidence, 北京 stops the cars: several vehicles in one clue, and another that cannot wait. */
export function tianjinToBeijing({ past, agency }: Cast): readonly Tale[] {
  const beijing = agency('110000-ZF')
  const at = past.workday
  return [
    tell('cars to the airport', 'clue', 'tianjin.officer', at(16, '09:00'))
      .attaches('tianjin.officer', at(16, '09:10'), [
        { name: '高速出入口截图.png', bytes: scenePicture({ of: 'coach', at: at(17, '05:20') }) },
      ])
      .does('tianjin.officer', at(16, '10:30'), 'push', {
        to: [beijing],
        what: {
          title: '京牌车辆长期往返天津与首都机场载客',
          domain: 'illegal-operation',
          facts:
            '接举报后我总队成立专案组，经分析通行记录和行驶轨迹，五辆京牌小客车长期固定往返天津市区与首都机场，日均两趟以上，通过微信群揽客，每人收费150元。已固定近60日通行记录，车辆现由专人轮班驾驶。',
          place: '天津市和平区至首都国际机场',
          occurredAt: at(17, '05:20'),
        },
        source: { kind: 'report', sourceGrade: 'B', contentGrade: '1' },
        assessment: {
          pushReasons: ['prominent-pattern', 'gang', 'belongs-to-member'],
          urgency: 'normal',
          suggestion: '建议在机场航站楼出发层和机场高速布控，在营运状态下查处。',
        },
        subjects: [1, 2, 3, 4, 5].map(car),
        declaration,
      })
      .does('beijing.dispatcher', at(16, '13:20'), 'acknowledge')
      .does('beijing.officer', at(15, '09:00'), 'take', {
        officers: [
          { name: '赵京生', certificateNumber: '演示1100000101' },
          { name: '马跃', certificateNumber: '演示1100000102' },
        ],
        note: '已布控，五辆车列入重点关注名单。',
      })
      .does('beijing.officer', at(12, '20:10'), 'say', {
        text: '今晚在T3出发层拦截一辆，车上乘客4人，正在做笔录。',
      })
      .does('tianjin.officer', at(12, '20:40'), 'say', {
        text: '收到，该车当日两次往返记录已整理好，随时可以提供。',
      })
      .does('beijing.officer', at(6, '16:00'), 'conclude', {
        outcome: 'filed',
        findings:
          '先后在营运状态下查获三辆，均无客运经营许可，车辆依法扣押；另两辆近日未在京出现，继续布控。',
        caseNumber: documentNumber('京交执（机场）', at(6, '15:00'), 418),
      })
      .does('beijing.officer', at(5, '10:00'), 'feedback', {
        summary: '立案3件，扣押车辆3辆，查明组织者1人，相关线索已移送公安机关。',
        measuresTaken: '扣押车辆；在机场持续布控。',
      })
      .does('tianjin.officer', at(3, '09:20'), 'rate', {
        usefulness: 'high',
        comment: '两地配合顺畅，系列案件告破。',
      }),

    tell('car on its way', 'clue', 'tianjin.dispatcher', past.minutes(58))
      .does('tianjin.dispatcher', past.minutes(52), 'push', {
        to: [beijing],
        what: {
          title: '布控车辆正由天津驶往首都机场',
          domain: 'illegal-operation',
          facts:
            '此前线索中尚未查获的一辆车于今日由天津站前上客3人，经京津高速进京，预计一小时内到达首都机场。',
          place: '京津高速进京方向',
          occurredAt: past.minutes(60),
        },
        source: { kind: 'screening', sourceGrade: 'A', contentGrade: '1' },
        assessment: { pushReasons: ['gang'], urgency: 'urgent', suggestion: '请在航站楼出发层拦截。' },
        subjects: [car(5)],
        declaration,
      })
      .does('beijing.dispatcher', past.minutes(45), 'acknowledge'),
  ]
}

/** S11: one waterway, three provinces: a clue to both neighbours, and a transfer to the department that is competent on shore. */
export function onTheTaipu({ past, agency }: Cast): readonly Tale[] {
  const at = past.workday
  const patrolAt = at(12, '10:05')
  const ship: TransferContent = {
    to: [agency('330421-ZH')],
    ground: {
      trigger: 'other-department',
      reasons:
        '联合巡航中发现船舶涉嫌非法运输、倾倒建筑渣土，该行为由属地综合执法部门查处；船舶、船员证书方面的问题由我大队另案办理。',
      legalBasis: '《中华人民共和国行政处罚法》第十八条、第二十二条',
    },
    case: {
      number: documentNumber('苏苏吴交执', patrolAt, 31),
      cause: '涉嫌非法运输、倾倒建筑渣土',
      source: 'regional',
      sourceNote: '太浦河苏浙沪三地联合检查',
      discoveredAt: patrolAt,
      place: '太浦河嘉善陶庄段',
      facts: `${documentTime(patrolAt)}，三地联合巡航按吴江、嘉善陶庄、青浦顺序检查船舶11艘，在陶庄段发现一艘货船装载建筑渣土约280吨，未能提供处置核准文件，船舱侧板有新近倾倒痕迹。船舶证书、船员证书齐全。`,
      law: '《城市建筑垃圾管理规定》第十三条',
    },
    party: {
      kind: 'organisation',
      name: '苏州市澜舟航运有限公司',
      creditCode: inventedCreditCode(50),
      phone: inventedPhone(50),
      address: '苏州市吴江区演示路5号',
    },
    ship: { name: '演示货0001', type: 'cargo', operator: '苏州市澜舟航运有限公司' },
    officers: [
      { name: '沈江南', certificateNumber: '演示3205090101' },
      { name: '顾平', certificateNumber: '演示3205090102' },
    ],
    contact: { name: '沈江南', phone: '0512-55500102' },
    declaration: { evidenceSecured: true, noStateSecrets: true },
  }

  return [
    preparedTransfer('spoil on the river', ship, {
      place: 'wujiang',
      opened: at(11, '08:50'),
      submitted: at(11, '10:20'),
      approved: at(10, '09:10'),
      sent: at(10, '09:30'),
    })
      .does('jiashan.partner', at(10, '14:00'), 'acknowledge')
      .does('jiashan.partner', at(8, '10:00'), 'accept', {
        note: '同意接收，请航运公司负责人到我局接受询问。',
      })
      .does('wujiang.officer', at(7, '09:30'), 'tellParty', { method: 'direct', at: at(7, '09:00') })
      .does(
        'wujiang.officer',
        at(6, '10:00'),
        'handOver',
        originals(at(6, '09:40'), '嘉善县综合执法局', '沈江南'),
      )
      .does('jiashan.partner', at(6, '10:30'), 'confirmHandOver', { at: at(6, '09:45'), receivedBy: '费强' })
      .does('wujiang.officer', at(7, '10:00'), 'note', { text: '船东已知悉，承诺配合嘉善综合执法调查。' }),

    tell('ships without lights', 'clue', 'wujiang.dispatcher', at(11, '13:30'))
      .attaches('wujiang.dispatcher', at(11, '13:40'), [
        { name: '巡航照片.png', bytes: scenePicture({ of: 'ship', at: patrolAt }) },
      ])
      .does('wujiang.dispatcher', at(11, '14:10'), 'push', {
        to: [agency('310118-ZF'), agency('330421-ZF')],
        what: {
          title: '太浦河夜间偷倒渣土船舶集中停靠',
          domain: 'shipping',
          facts:
            '联合巡航和船舶轨迹比对发现，近一月有四艘货船夜间关闭船舶识别设备，在三地交界水域停留两小时以上后空载离开，疑似偷倒渣土。',
          place: '太浦河三省交界水域',
          occurredAt: at(13, '23:40'),
        },
        source: { kind: 'analysis', sourceGrade: 'A', contentGrade: '2' },
        assessment: {
          pushReasons: ['source-hazard', 'prominent-pattern'],
          urgency: 'normal',
          suggestion: '按“谁近谁先管”先行处置，再定管辖；建议下旬联合夜航一次。',
        },
        subjects: [2, 3, 4, 5].map((serial) => ({ kind: 'ship', name: `演示货000${serial}`, type: 'cargo' })),
        declaration,
      })
      .does('qingpu.officer', at(10, '09:00'), 'acknowledge', {}, 1)
      .does('qingpu.officer', at(9, '10:20'), 'take', { note: '已调取岸线视频。' }, 1)
      .does('jiashan.officer', at(11, '16:00'), 'acknowledge', {}, 2)
      .does('jiashan.officer', at(9, '14:00'), 'take', {}, 2)
      .does(
        'jiashan.officer',
        at(2, '10:00'),
        'conclude',
        {
          outcome: 'onward',
          findings: '查实两艘船在陶庄段倾倒，船舶配员和证书无违法，倾倒行为不属交通执法职责。',
          onwardTo: [agency('330421-ZH')],
          reason: '由属地综合执法部门查处。',
        },
        2,
      ),
  ]
}
