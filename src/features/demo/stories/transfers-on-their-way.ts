import { documentFor } from '../papers/transfer-papers.ts'
import type { Cast } from '../stage.ts'
import { type Tale, tell } from '../tale.ts'
import { overloadCase } from './overload-case.ts'
import { preparedTransfer } from './sent-transfer.ts'

const place = 'tieling'
const officer = 'tieling.officer'
const corn = '玉米'

/** 昌图 writes, reviews and sends: what stands on the sender's desk, and what has just arrived or waits to be signed for. */
export function transfersOnTheirWay({ past, agency, who }: Cast): readonly Tale[] {
  const siping = agency('220300-ZF')
  const common = {
    axles: 6,
    limitKg: 49_000,
    office: '吉C',
    place: '昌图县毛家店超限检测站',
    road: 'G102 K812+300 上行',
  }
  const reasons =
    '车辆及经营业户登记地、货物源头装载企业均在四平市，由四平市办理便于核实经营资质、查处源头装载行为，避免当事人往返两地。'

  const draft = overloadCase({
    ...common,
    serial: 1,
    to: siping,
    foundAt: past.minutes(170),
    totalKg: 57_860,
    cargo: '袋装化肥',
    company: '四平市驰禾货运有限公司',
    address: '四平市铁西区演示路18号',
    reasons,
  })
  const half = {
    to: draft.to,
    case: { ...draft.case, law: '' },
    vehicle: draft.vehicle,
    overload: draft.overload,
  }

  const inReview = overloadCase({
    ...common,
    serial: 2,
    to: siping,
    foundAt: past.workday(2, '10:20'),
    totalKg: 61_200,
    cargo: corn,
    company: '四平市北岭远途物流有限公司',
    address: '四平市铁东区演示街6号',
    reasons,
  })
  const corrected = overloadCase({
    ...common,
    serial: 3,
    to: siping,
    foundAt: past.workday(6, '06:45'),
    totalKg: 55_400,
    cargo: '商品混凝土用砂石',
    company: '四平市恒昌石料运输有限公司',
    address: '四平市铁西区演示路102号',
    reasons,
    more: '装载地点为四平市铁西区某石料场，过磅单载明装载质量。',
  })
  const approved = overloadCase({
    ...common,
    serial: 4,
    to: siping,
    foundAt: past.workday(4, '22:15'),
    totalKg: 63_920,
    cargo: '钢卷',
    company: '四平市金辙运输有限公司',
    address: '四平市铁东区演示街31号',
    reasons,
  })
  const unsigned = overloadCase({
    ...common,
    serial: 5,
    to: siping,
    foundAt: past.workday(6, '05:50'),
    totalKg: 58_300,
    cargo: corn,
    company: '四平市众合粮贸运输有限公司',
    address: '四平市铁西区演示路55号',
    reasons,
  })
  const justSent = overloadCase({
    ...common,
    serial: 6,
    to: siping,
    foundAt: past.workday(1, '09:05'),
    totalKg: 66_480,
    cargo: '煤炭',
    company: '四平市顺垣煤炭运销有限公司',
    address: '四平市铁西区演示路77号',
    reasons,
    more: '该车三个月内在辽宁境内已有两次超限记录。',
  })
  const recalled = overloadCase({
    ...common,
    serial: 7,
    to: siping,
    foundAt: past.workday(9, '14:10'),
    totalKg: 52_700,
    cargo: '饲料',
    company: '四平市禾丰源饲料运输部',
    address: '四平市铁东区演示街9号',
    reasons,
  })

  return [
    tell('half-written', 'case-transfer', officer, past.minutes(96), '驰禾货运超限运输（待补充）')
      .attaches(officer, past.minutes(90), [
        { item: 'scene-record', name: '现场笔录.pdf', bytes: documentFor(draft, '现场笔录') },
        {
          name: '驾驶证、行驶证复印件.pdf',
          bytes: documentFor(draft, '证件复印件'),
          item: 'vehicle-certificates',
        },
      ])
      .drafts(officer, past.minutes(62), 'submit', half),

    preparedTransfer('in review', inReview, {
      place,
      opened: past.workday(1, '13:40'),
      submitted: past.workday(1, '15:25'),
    }).does(officer, past.workday(1, '15:40'), 'note', {
      text: '当事人下周要出车，请法制尽量今明两天审完。询问笔录第2页签名已补。',
    }),

    preparedTransfer('sent back for correction', corrected, {
      place,
      opened: past.workday(5, '09:10'),
      submitted: past.workday(5, '10:30'),
    })
      .does('tieling.reviewer', past.workday(4, '09:15'), 'sendBack', {
        reason: '装载地点未写明，移送理由中“源头装载企业在四平”缺少依据，请补充过磅单并修改事实部分。',
      })
      .attaches(officer, past.workday(4, '14:00'), [
        { item: 'other-evidence', name: '石料场过磅单.pdf', bytes: documentFor(corrected, '石料场过磅单') },
      ])
      .does(officer, past.workday(4, '14:20'), 'submit', corrected),

    preparedTransfer('approved, not sent', approved, {
      place,
      opened: past.workday(3, '08:50'),
      submitted: past.workday(3, '10:05'),
      approved: past.workday(1, '16:10'),
    }),

    preparedTransfer('not signed for', unsigned, {
      place,
      opened: past.workday(5, '08:40'),
      submitted: past.workday(5, '09:50'),
      approved: past.workday(4, '10:10'),
      sent: past.workday(4, '11:00'),
    })
      .does('tieling.leader', past.workday(2, '09:00'), 'assign', { accountId: who(officer).accountId })
      .does(officer, past.workday(2, '09:20'), 'urge', {
        text: '移送已两个工作日未签收，请贵单位尽快签收。如有困难请联系周启明。',
      }),

    preparedTransfer('just sent', justSent, {
      place,
      opened: past.workday(1, '10:30'),
      submitted: past.workday(1, '11:20'),
      approved: past.minutes(75),
      sent: past.minutes(38),
    }),

    preparedTransfer('recalled', recalled, {
      place,
      opened: past.workday(8, '08:55'),
      submitted: past.workday(8, '10:00'),
      approved: past.workday(8, '15:30'),
      sent: past.workday(7, '09:00'),
    })
      .does(officer, past.workday(7, '14:40'), 'askBack', {
        reason: '当事人今日已到我大队接受处理并申请当场办结，请贵单位同意撤回本次移送。',
      })
      .does('siping.officer', past.workday(6, '08:50'), 'release', { note: '同意撤回，材料未作他用。' }),

    tell('discarded', 'case-transfer', officer, past.workday(10, '10:00'), '毛家店站疑似超限货车').does(
      officer,
      past.workday(9, '09:30'),
      'discard',
      { reason: '经复核称重记录，车货总质量在限值误差范围内，不构成超限，不再移送。' },
    ),
  ]
}
