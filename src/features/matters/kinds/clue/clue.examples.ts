import type { z } from 'zod'
import type { AgencyId } from '../../../../kernel/ids.ts'
import type { clueForms, Push } from './clue.contract.ts'

// Examples that tests and the demonstration share. The facts follow real cases as they were reported; every person,
// company, number and plate is invented, and the plates say so (TEST).

type Bodies = { readonly [A in keyof typeof clueForms]: z.infer<(typeof clueForms)[A]> }

/** S03: cars of 北京 that carry passengers between 天津 and the capital's airport; several vehicles in one clue. */
export const airportCars = (to: readonly AgencyId[]): Push => ({
  to: [...to],
  what: {
    title: '多辆京牌小客车往返天津与首都机场涉嫌非法营运',
    domain: 'illegal-operation',
    facts:
      '经分析近三个月通行记录和轨迹，下列车辆每日多次往返天津市区与首都机场，途中在固定地点上下客，疑似有组织揽客。通行记录、轨迹分析和现场视频见附件。',
    place: '天津市河东区至首都机场',
    occurredAt: '2025-03-18T06:30:00+08:00',
  },
  source: { kind: 'report', sourceGrade: 'B', contentGrade: '2' },
  assessment: {
    pushReasons: ['gang', 'belongs-to-member'],
    urgency: 'normal',
    suggestion: '建议在首都机场周边布控，查获正在营运的车辆。',
  },
  subjects: [
    { kind: 'vehicle', plate: '京ATEST1', colour: '1', type: 'car' },
    { kind: 'vehicle', plate: '京ATEST2', colour: '1', type: 'car' },
    {
      kind: 'vehicle',
      plate: '京ATEST3D',
      plateNote: '新能源号牌，照片模糊，末位待核',
      colour: '94',
      type: 'car',
    },
    { kind: 'person', name: '试例十二', phone: '13800000002' },
  ],
  declaration: { noReporter: true, noStateSecrets: true },
})

/** An urgent one: a dangerous goods vehicle that leaks and is about to cross the border. */
export const leakingTanker = (to: readonly AgencyId[]): Push => ({
  to: [...to],
  what: {
    title: '危险货物运输车疑似泄漏，正驶向省界',
    domain: 'hazmat',
    facts: '收费站工作人员发现罐车尾部滴漏，驾驶人未停车，沿 G1 京哈高速向吉林方向行驶。',
    place: 'G1 京哈高速 K760 附近',
    occurredAt: '2025-08-14T22:10:00+08:00',
  },
  source: { kind: 'screening', sourceGrade: 'A', contentGrade: '2' },
  assessment: { pushReasons: ['source-hazard'], urgency: 'urgent', suggestion: '请在省界服务区拦停检查。' },
  subjects: [
    { kind: 'vehicle', plate: '辽MTEST1', colour: '2', type: 'hazmat' },
    { kind: 'organisation', name: '铁岭试例危货运输有限公司', creditCode: '91211224TEXTTL012G' },
  ],
  declaration: { noReporter: true, noStateSecrets: true },
})

/** A good body for each action; `push` is the cars at the airport. */
export const clueBodies = (to: readonly AgencyId[]): Bodies => ({
  push: airportCars(to),
  discard: {},
  acknowledge: {},
  giveUp: { reason: '该单位已撤销，线索另行推送。' },
  askBack: { reason: '线索车辆已由我方查获。' },
  release: {},
  take: {
    officers: [
      { name: '试例十三', certificateNumber: '11000001' },
      { name: '试例十四', certificateNumber: '11000002' },
    ],
  },
  return: { reason: 'Duplicate', grounds: '与上月收到的线索涉及同一批车辆，已在核查。' },
  extend: { reason: '部分车辆近期未出现，需继续布控。' },
  conclude: {
    outcome: 'filed',
    findings: '布控期间查获其中两辆正在载客，已扣押并立案。',
    caseNumber: '京交执〔2025〕TEST12号',
  },
  feedback: { summary: '三辆车中两辆已立案查处，一辆已停止营运。', measuresTaken: '扣押车辆两台。' },
  rate: { usefulness: 'high', comment: '系列案件告破。' },
})
