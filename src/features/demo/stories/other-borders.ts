import {
  inventedCitizenId,
  inventedCreditCode,
  inventedPhone,
  inventedPlate,
  inventedTrailer,
  plateNote,
} from '../invented.ts'
import { documentFor, type TransferContent } from '../papers/transfer-papers.ts'
import { documentNumber, documentTime } from '../past.ts'
import type { Cast } from '../stage.ts'
import { type Tale, tell } from '../tale.ts'
import { originals, preparedTransfer } from './sent-transfer.ts'

const declaration = { evidenceSecured: true, noStateSecrets: true }

/** The other way across the border: what 四平 and 科左后旗 hand to their neighbours. */
export function otherBorders({ past, agency }: Cast): readonly Tale[] {
  const coachAt = past.workday(5, '16:20')
  const coach: TransferContent = {
    to: [agency('211224-ZF')],
    ground: {
      trigger: 'territory',
      reasons:
        '车辆、驾驶人和实际组织揽客的经营者均在昌图县，主要上客地点也在昌图县，由贵大队办理便于查清整条线路。',
      legalBasis: '《中华人民共和国行政处罚法》第二十二条',
    },
    case: {
      number: documentNumber('吉四交执', coachAt, 237),
      cause: '涉嫌未取得道路客运经营许可从事客运经营',
      source: 'inspection',
      discoveredAt: coachAt,
      place: '四平市铁西区四平站广场东侧',
      facts: `${documentTime(coachAt)}，执法人员在四平站广场东侧检查时，发现一辆小型客车搭载乘客6人，由昌图县驶来，乘客称通过电话预约，每人收费30元。驾驶人不能出示道路运输证和客运经营许可。`,
      law: '《中华人民共和国道路运输条例》第十条',
    },
    party: {
      kind: 'person',
      name: '钱某某',
      idNumber: inventedCitizenId(3),
      idNumberNote: '演示证件号码，并非真实',
      phone: inventedPhone(31),
      address: '辽宁省铁岭市昌图县演示镇演示村',
    },
    vehicle: { plate: inventedPlate('辽M', 29), colour: '1', plateNote, type: 'car' },
    officers: [
      { name: '李思远', certificateNumber: '演示2203000101' },
      { name: '孙浩然', certificateNumber: '演示2203000102' },
    ],
    contact: { name: '李思远', phone: '0434-5550103' },
    declaration,
  }

  const loadedAt = past.workday(26, '02:10')
  const loader: TransferContent = {
    to: [agency('220382-ZF')],
    ground: {
      trigger: 'earlier-filing',
      reasons: '贵大队已对该装载企业同类行为先行立案，根据最先立案原则移送并案处理。',
      legalBasis: '《中华人民共和国行政处罚法》第二十五条第一款',
    },
    case: {
      number: documentNumber('通科左后交执', loadedAt, 64),
      cause: '车辆超限运输',
      source: 'inspection',
      discoveredAt: loadedAt,
      place: '科左后旗G203双辽方向检查点',
      road: 'G203 K512+000',
      facts: `${documentTime(loadedAt)}，执法人员检查发现一辆四轴货车装载煤炭驶向双辽，车货总质量47300千克，限值31000千克，超过限值16300千克。装载单据由双辽市某煤场出具。`,
      law: '《中华人民共和国公路法》第五十条',
    },
    party: {
      kind: 'organisation',
      name: '双辽市墨金煤炭经销处',
      creditCode: inventedCreditCode(30),
      phone: inventedPhone(30),
    },
    vehicle: { plate: inventedPlate('吉C', 30), colour: '2', plateNote, type: 'truck' },
    overload: {
      axles: 4,
      totalKg: 47_300,
      limitKg: 31_000,
      station: 'G203 检查点',
      checkNumber: 'YS-000030',
    },
    officers: [
      { name: '包乌云', certificateNumber: '演示1505220101' },
      { name: '白音图', certificateNumber: '演示1505220102' },
    ],
    contact: { name: '包乌云', phone: '0475-5550102' },
    declaration,
  }

  return [
    preparedTransfer('minibus at the railway station', coach, {
      place: 'siping',
      opened: past.workday(4, '08:40'),
      submitted: past.workday(4, '10:00'),
      approved: past.workday(3, '14:00'),
      sent: past.workday(3, '15:20'),
    }).does('tieling.officer', past.workday(2, '09:00'), 'acknowledge'),

    preparedTransfer('coal from 双辽', loader, {
      place: 'kezuohouqi',
      opened: past.workday(25, '08:40'),
      submitted: past.workday(25, '10:20'),
      approved: past.workday(24, '09:00'),
      sent: past.workday(24, '09:30'),
    })
      .does('shuangliao.officer', past.workday(24, '15:00'), 'acknowledge')
      .does('shuangliao.officer', past.workday(22, '10:10'), 'accept', { note: '并入我大队已立案件。' })
      .does('kezuohouqi.officer', past.workday(21, '09:00'), 'tellParty', {
        method: 'post',
        at: past.workday(21, '08:50'),
      })
      .does(
        'kezuohouqi.officer',
        past.workday(20, '10:00'),
        'handOver',
        originals(past.workday(20, '09:40'), '双辽大队', '包乌云'),
      )
      .does('shuangliao.officer', past.workday(20, '11:00'), 'confirmHandOver', {
        at: past.workday(20, '09:50'),
        receivedBy: '邢志远',
      })
      .does('shuangliao.officer', past.workday(16, '10:00'), 'declineToFile', {
        reason: 'AlreadyFiledElsewhere',
        grounds: '该运输行为已包含在我大队先行立案的案件中，不再另行立案，处理结果以该案为准。',
      }),
  ]
}

/** S01: technical monitoring in 福建, settled where the truck is registered, in 山东. The figures are those of the real case. */
export function fujianToShandong({ past, agency }: Cast): readonly Tale[] {
  const seenAt = past.workday(44, '02:18')
  const plate = inventedPlate('鲁G', 2)
  const truck: TransferContent = {
    to: [agency('370785-ZF')],
    ground: {
      trigger: 'registration-place',
      reasons:
        '经三次电话和一次邮寄联系，当事人均未到案。经宁德、潍坊两支队协商，由车籍地机关依据技术监控记录办理，当事人不必往返两地。',
      legalBasis: '《超限运输车辆行驶公路管理规定》第五十条',
    },
    case: {
      number: documentNumber('闽宁柘交监', seenAt, 119),
      cause: '车辆超限运输',
      source: 'off-site',
      discoveredAt: seenAt,
      place: '福建省宁德市柘荣县境内非现场检测点',
      road: 'G104 柘荣段',
      facts: `${documentTime(seenAt)}，非现场检测点记录六轴货车（${plate}）通过，车货总质量119070千克，限值49000千克，超过限值70070千克，超限率143%。记录已经法制和技术审核。`,
      law: '《公路安全保护条例》第三十三条；《超限运输车辆行驶公路管理规定》第三条、第四十三条',
    },
    party: {
      kind: 'organisation',
      name: '高密市通捷达货运有限公司',
      creditCode: inventedCreditCode(40),
      representative: '孙某某',
      phone: inventedPhone(40),
      address: '山东省高密市演示工业园',
    },
    vehicle: {
      plate,
      colour: '2',
      plateNote,
      type: 'tractor',
      trailerPlate: inventedTrailer('鲁G', 2),
      owner: '高密市通捷达货运有限公司',
    },
    overload: {
      axles: 6,
      totalKg: 119_070,
      limitKg: 49_000,
      station: '柘荣非现场检测点',
      checkNumber: 'YS-000040',
    },
    officers: [
      { name: '林志诚', certificateNumber: '演示3509260101' },
      { name: '叶承德', certificateNumber: '演示3509260102' },
    ],
    contact: { name: '林志诚', phone: '0593-5550101' },
    declaration,
  }
  const at = past.workday

  return [
    preparedTransfer('119.07 tonnes', truck, {
      place: 'zherong',
      opened: at(36, '09:00'),
      submitted: at(36, '10:30'),
      approved: at(35, '09:40'),
      sent: at(35, '10:00'),
    })
      .does('gaomi.officer', at(35, '14:20'), 'acknowledge')
      .does('gaomi.officer', at(34, '09:30'), 'say', {
        text: '已与企业取得联系，企业对检测记录无异议，愿意在高密接受处理。证据材料齐全，我大队不再重复取证。',
      })
      .does('zherong.officer', at(34, '10:10'), 'say', {
        text: '感谢！原始电子数据校验值已写在审核意见中，如需补充随时联系。',
      })
      .does('gaomi.officer', at(33, '10:00'), 'accept', {
        contact: { name: '王德厚', phone: '0536-5550112' },
      })
      .does('zherong.officer', at(32, '09:00'), 'tellParty', { method: 'electronic', at: at(32, '08:55') })
      .does(
        'zherong.officer',
        at(32, '09:20'),
        'handOver',
        originals(at(32, '09:10'), '邮政特快专递寄送', '林志诚'),
      )
      .does('gaomi.officer', at(31, '15:00'), 'confirmHandOver', {
        at: at(31, '14:30'),
        receivedBy: '王德厚',
      })
      .does('gaomi.officer', at(30, '09:20'), 'file', {
        caseNumber: documentNumber('鲁潍高交执', at(30, '09:00'), 156),
        filedAt: at(30, '09:00'),
        officers: [
          { name: '王德厚', certificateNumber: '演示3707850101' },
          { name: '单立新', certificateNumber: '演示3707850102' },
        ],
      })
      .does('gaomi.officer', at(18, '15:00'), 'decide', {
        outcome: 'penalty',
        decisionNumber: documentNumber('鲁潍高交罚', at(18, '15:00'), 141),
        decidedOn: at(18, '15:00').slice(0, 10),
        penalties: ['fine'],
        fineYuan: 30_000,
        summary:
          '超过限值70070千克，按每超1000千克罚款500元计算已超过法定最高额，决定罚款30000元，责令改正。',
      })
      .attaches('gaomi.officer', at(17, '09:00'), [
        { name: '行政处罚决定书.pdf', bytes: documentFor(truck, '行政处罚决定书') },
      ])
      .does('gaomi.officer', at(17, '09:30'), 'reportResult', {
        summary: '决定书已送达，罚款已缴清。企业已制定整改措施，当事人全程未往返福建。',
        execution: 'executed',
      })
      .does('zherong.officer', at(16, '10:00'), 'confirmResult', { note: '结果已回写本地案件。' })
      .does('gaomi.officer', at(15, '09:00'), 'link', (matterIdOf) => ({
        to: matterIdOf('list of monitored trucks'),
        relation: 'related',
      })),

    tell('list of monitored trucks', 'clue', 'ningde.officer', at(38, '09:00'))
      .does('ningde.officer', at(38, '09:40'), 'push', {
        to: [agency('370700-ZF'), agency('370785-ZF')],
        what: {
          title: '鲁G籍货车多次被非现场检测点记录严重超限',
          domain: 'overload',
          facts:
            '三个月内同一企业三辆货车被柘荣、福鼎两处检测点记录超限9次，最高一次车货总质量119.07吨，超限70.07吨。当事人多次联系不到案，建议由车籍地办理。',
          place: '宁德市G104沿线',
          occurredAt: seenAt,
        },
        source: { kind: 'screening', sourceGrade: 'A', contentGrade: '1' },
        assessment: { pushReasons: ['prominent-pattern', 'belongs-to-member'], urgency: 'normal' },
        subjects: [2, 3, 4].map((serial) => ({
          kind: 'vehicle',
          plate: inventedPlate('鲁G', serial),
          colour: '2',
          plateNote,
          type: 'tractor',
        })),
        declaration: { noReporter: true, noStateSecrets: true },
      })
      .does('weifang.liaison', at(38, '14:00'), 'acknowledge', {}, 1)
      .does('weifang.officer', at(37, '09:00'), 'take', { note: '由高密大队承办，我支队督办。' }, 1)
      .does('gaomi.officer', at(37, '10:00'), 'acknowledge', {}, 2)
      .does('gaomi.officer', at(37, '10:30'), 'take', {}, 2)
      .does(
        'gaomi.officer',
        at(27, '15:00'),
        'conclude',
        {
          outcome: 'filed',
          findings:
            '三辆车均属高密市通捷达货运有限公司，已约谈企业，对柘荣移送的一次违法行为立案，其余待移送材料。',
          caseNumber: documentNumber('鲁潍高交执', at(30, '09:00'), 156),
        },
        2,
      )
      .does(
        'gaomi.officer',
        at(25, '10:00'),
        'feedback',
        { summary: '已立案1件；企业承诺三辆车加装车载称重并停运整改。' },
        2,
      )
      .does(
        'weifang.officer',
        at(26, '09:00'),
        'conclude',
        {
          outcome: 'no-basis',
          findings: '我支队层面未发现其他应当立案的行为，案件由高密大队办理。',
        },
        1,
      )
      .does(
        'weifang.officer',
        at(24, '09:30'),
        'feedback',
        { summary: '已将该企业列为重点监管对象，纳入信用评价。' },
        1,
      )
      .does('ningde.officer', at(22, '09:00'), 'rate', { usefulness: 'high' }, 2)
      .does(
        'ningde.officer',
        at(22, '09:10'),
        'rate',
        { usefulness: 'some', comment: '希望同步通报企业整改情况。' },
        1,
      ),
  ]
}
