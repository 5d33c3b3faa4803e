import { documentFor } from '../papers/transfer-papers.ts'
import { documentNumber } from '../past.ts'
import type { Cast } from '../stage.ts'
import type { Tale } from '../tale.ts'
import { overloadCase } from './overload-case.ts'
import { originals, preparedTransfer } from './sent-transfer.ts'

const officer = 'tieling.officer'
const answerer = 'siping.officer'

/** Cases that changed hands: what remains for the sender, and how the receiver files, decides and reports. */
export function transfersTakenOver({ past, agency }: Cast): readonly Tale[] {
  const common = {
    axles: 6,
    limitKg: 49_000,
    office: '吉C',
    place: '昌图县毛家店超限检测站',
    road: 'G102 K812+300 上行',
    to: agency('220300-ZF'),
    reasons: '车辆和经营业户登记地、货物装载地均在四平市，当事人请求在车籍地接受处理，由四平市一并查处源头。',
  }
  const before = (workdays: number) => ({
    place: 'tieling',
    opened: at(workdays + 2, '08:45'),
    submitted: at(workdays + 2, '10:10'),
    approved: at(workdays + 1, '14:20'),
    sent: at(workdays, '08:50'),
  })
  const at = past.workday
  const detained = overloadCase({
    ...common,
    serial: 14,
    foundAt: at(8, '09:40'),
    totalKg: 62_000,
    cargo: '玉米',
    company: '四平市稷源物流有限公司',
    address: '四平市铁西区演示路88号',
    detained: { from: at(8, '11:00'), yard: '昌图县毛家店停车场' },
  })
  const filed = overloadCase({
    ...common,
    serial: 15,
    foundAt: at(15, '21:20'),
    totalKg: 68_740,
    cargo: '煤炭',
    company: '四平市铄金煤炭物流有限公司',
    address: '四平市铁东区演示街101号',
    detained: { from: at(15, '22:30'), yard: '昌图县毛家店停车场' },
  })
  const decided = overloadCase({
    ...common,
    serial: 16,
    foundAt: at(34, '13:30'),
    totalKg: 59_500,
    cargo: '袋装水泥',
    company: '四平市磐固建材有限公司',
    address: '四平市铁西区演示路150号',
  })
  const reported = overloadCase({
    ...common,
    serial: 17,
    foundAt: at(40, '10:05'),
    totalKg: 57_000,
    cargo: '玉米',
    company: '四平市四合粮油运输有限公司',
    address: '四平市铁东区演示街25号',
  })
  const closed = overloadCase({
    ...common,
    serial: 18,
    to: agency('220322-ZF'),
    foundAt: at(52, '15:45'),
    totalKg: 62_000,
    cargo: '玉米',
    company: '梨树县鸿谷运输有限公司',
    address: '梨树县演示镇1号',
    more: '装载地点为梨树县某粮库。',
    detained: { from: at(52, '17:00'), yard: '昌图县毛家店停车场' },
  })
  const siping = [
    { name: '李思远', certificateNumber: '演示2203000101' },
    { name: '孙浩然', certificateNumber: '演示2203000102' },
  ]

  return [
    preparedTransfer('accepted', detained, before(5))
      .does(answerer, at(5, '10:30'), 'acknowledge')
      .does(answerer, at(3, '09:20'), 'accept', {
        contact: { name: '李思远', phone: '0434-5550103' },
        note: '同意接收。车辆暂存你处，请于约定时间在毛家店停车场办理移交。',
      })
      .does(officer, at(2, '08:50'), 'say', {
        text: '建议周五上午十点在毛家店停车场交接，车辆钥匙和封条清单已备好，请带拖车手续。',
      })
      .does(answerer, at(2, '10:40'), 'say', { text: '周五上午可以，我和孙浩然到场。' }),

    preparedTransfer('filed', filed, before(12))
      .does(answerer, at(11, '09:00'), 'acknowledge')
      .does(answerer, at(9, '15:10'), 'accept', { contact: { name: '李思远', phone: '0434-5550103' } })
      .does(officer, at(8, '10:20'), 'handOver', {
        at: at(8, '10:00'),
        place: '昌图县毛家店停车场',
        items: [
          { name: '半挂货车', quantity: 1, unit: '辆', condition: '外观完好，封条完整' },
          { name: '煤炭', quantity: 19_740, unit: '千克', condition: '已卸载' },
        ],
        handedBy: '周启明',
      })
      .does(answerer, at(8, '14:30'), 'confirmHandOver', {
        at: at(8, '11:10'),
        receivedBy: '孙浩然',
        discrepancies: '车厢左后角有旧擦痕，双方已拍照确认，其余与清单一致。',
      })
      .attaches(answerer, at(8, '14:40'), [
        { name: '涉案物品交接单.pdf', item: 'other-evidence', bytes: documentFor(filed, '涉案物品交接单') },
      ])
      .does(officer, at(8, '15:00'), 'tellParty', { method: 'direct', at: at(8, '10:30') })
      .does(answerer, at(6, '09:40'), 'file', {
        caseNumber: documentNumber('吉四交执', at(6, '09:00'), 231),
        filedAt: at(6, '09:00'),
        officers: siping,
      }),

    preparedTransfer('decided', decided, before(30))
      .does(answerer, at(30, '15:00'), 'acknowledge')
      .does(answerer, at(28, '10:00'), 'accept')
      .does(officer, at(27, '09:30'), 'tellParty', {
        method: 'electronic',
        at: at(27, '09:20'),
        note: '当事人书面确认电子送达。',
      })
      .does(officer, at(26, '10:00'), 'handOver', originals(at(26, '09:50'), '四平支队案卷室', '周启明'))
      .does(answerer, at(26, '10:20'), 'confirmHandOver', { at: at(26, '10:00'), receivedBy: '李思远' })
      .does(answerer, at(24, '14:10'), 'file', {
        caseNumber: documentNumber('吉四交执', at(24, '14:00'), 226),
        filedAt: at(24, '14:00'),
        officers: siping,
      })
      .does(answerer, past.day(3, '10:30'), 'decide', {
        outcome: 'penalty',
        decisionNumber: documentNumber('吉四交罚', past.day(3, '10:30'), 198),
        decidedOn: past.day(3, '10:30').slice(0, 10),
        penalties: ['fine'],
        fineYuan: 5_000,
        summary:
          '车货总质量超过限值10500千克。依据《超限运输车辆行驶公路管理规定》第四十三条，每超1000千克罚款500元，决定罚款5000元，责令改正。',
      }),

    preparedTransfer('reported', reported, before(36))
      .does(answerer, at(35, '10:30'), 'acknowledge')
      .does(answerer, at(33, '16:00'), 'accept')
      .does(officer, at(31, '09:00'), 'tellParty', { method: 'post', at: at(31, '08:40') })
      .does(officer, at(30, '10:30'), 'handOver', originals(at(30, '10:10'), '四平支队案卷室', '孟晓峰'))
      .does(answerer, at(30, '11:00'), 'confirmHandOver', { at: at(30, '10:15'), receivedBy: '李思远' })
      .does(answerer, at(28, '09:15'), 'file', {
        caseNumber: documentNumber('吉四交执', at(28, '09:00'), 219),
        filedAt: at(28, '09:00'),
        officers: siping,
      })
      .does(answerer, at(3, '15:20'), 'decide', {
        outcome: 'penalty',
        decisionNumber: documentNumber('吉四交罚', at(3, '15:20'), 190),
        decidedOn: at(3, '15:20').slice(0, 10),
        penalties: ['fine'],
        fineYuan: 4_000,
        summary: '车货总质量超过限值8000千克，决定罚款4000元。对装载企业另案立案调查。',
      })
      .attaches(answerer, at(2, '10:00'), [
        { name: '行政处罚决定书.pdf', bytes: documentFor(reported, '行政处罚决定书') },
        { name: '罚款缴纳凭证.pdf', bytes: documentFor(reported, '罚款缴纳凭证') },
      ])
      .does(answerer, at(2, '10:20'), 'reportResult', {
        summary: '当事人已缴清罚款，决定书已送达并归档；装载企业案件正在调查，结果另行抄告。',
        execution: 'executed',
      }),

    preparedTransfer('closed', closed, before(48))
      .does('lishu.officer', at(48, '14:00'), 'acknowledge')
      .does('lishu.officer', at(46, '09:30'), 'requestSupplement', {
        gaps: [{ item: 'facts', what: '请补充货物装载地点的证据（出库单或过磅单）。' }],
      })
      .attaches(officer, at(44, '10:00'), [
        { item: 'other-evidence', name: '粮库出库单.pdf', bytes: documentFor(closed, '粮库出库单') },
      ])
      .does(officer, at(44, '10:15'), 'supply', {
        answers: [
          { item: 'facts', answer: '出库单已上传，装载地点为梨树县某粮库，装车时间为查获当日清晨。' },
        ],
      })
      .does('lishu.officer', at(43, '15:50'), 'accept', {
        contact: { name: '陈树森', phone: '0434-5550112' },
      })
      .does(officer, at(41, '09:40'), 'handOver', {
        at: at(41, '09:10'),
        place: '昌图县毛家店停车场',
        items: [
          { name: '半挂货车', quantity: 1, unit: '辆', condition: '外观完好，封条完整' },
          { name: '玉米', quantity: 13_000, unit: '千克', condition: '已卸载，苫盖完好' },
        ],
        handedBy: '周启明',
      })
      .does('lishu.officer', at(41, '13:20'), 'confirmHandOver', {
        at: at(41, '10:30'),
        receivedBy: '陈树森',
      })
      .does(officer, at(41, '14:10'), 'tellParty', { method: 'direct', at: at(41, '09:20') })
      .does('lishu.officer', at(38, '09:00'), 'file', {
        caseNumber: documentNumber('吉四梨交执', at(38, '08:50'), 87),
        filedAt: at(38, '08:50'),
        officers: [
          { name: '陈树森', certificateNumber: '演示2203220101' },
          { name: '谭永安', certificateNumber: '演示2203220102' },
        ],
      })
      .does('lishu.officer', at(33, '16:00'), 'decide', {
        outcome: 'penalty',
        decisionNumber: documentNumber('吉四梨交罚', at(33, '16:00'), 79),
        decidedOn: at(33, '16:00').slice(0, 10),
        penalties: ['fine'],
        fineYuan: 6_500,
        summary: '车货总质量62000千克，超过限值13000千克，决定罚款6500元，责令改正。',
      })
      .does('lishu.officer', at(32, '09:30'), 'reportResult', {
        summary: '罚款6500元已缴清，车辆和货物已发还。粮库装载行为已约谈并责令整改。',
        execution: 'executed',
      })
      .does(officer, at(31, '10:00'), 'confirmResult', { note: '结果已知悉，本地案卷归档。' }),
  ]
}
