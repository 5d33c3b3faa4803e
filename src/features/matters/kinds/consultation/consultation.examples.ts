import type { z } from 'zod'
import type { AgencyId } from '../../../../kernel/ids.ts'
import type { Call, consultationForms } from './consultation.contract.ts'

// Examples that tests and the demonstration share; everything in them is invented.

type Bodies = {
  readonly [A in keyof typeof consultationForms]: z.infer<(typeof consultationForms)[A]>
}

/** Two neighbours and a third want to inspect overloads on the same road on the same days. */
export const jointInspection = (to: readonly AgencyId[]): Call => ({
  to: [...to],
  consultation: {
    subject: '102 国道省界超限联合检查',
    about: 'joint-action',
    background: '春季运粮期间，102 国道省界路段绕行超限增多，单方检查时车辆在对方一侧停车等待。',
  },
  topics: [
    { topic: '联合检查的时间和点位', note: '建议每周三、周五，毛家店和十家堡两点同时开展。' },
    { topic: '查获案件由谁立案' },
  ],
  meeting: { way: 'video', at: '2027-03-10T14:00:00+08:00' },
  position: {
    view: '建议两侧同时检查，查获案件由查获地机关立案，对方协助取证。',
    proposal: '三月中旬起每周两次，连续四周。',
    legalBasis: '行政处罚法第二十二条、第二十六条',
  },
  contact: { name: '试例三', phone: '024-00000001' },
  declaration: { noStateSecrets: true },
})

/** A good body for each action. */
export const consultationBodies = (to: readonly AgencyId[]): Bodies => ({
  call: jointInspection(to),
  discard: {},
  giveUp: { reason: '该单位已撤销。' },
  cancel: { reason: '双方已通过电话商定，不再召开。' },
  join: {
    attendance: 'remote',
    delegates: '试例十、试例十一',
    position: { view: '同意同时检查，周五警力不足，建议改为周四。' },
  },
  restate: { position: { view: '同意每周三、周四开展。', proposal: '先试行两周。' } },
  writeMinutes: {
    heldAt: '2026-09-10T14:00:00+08:00',
    way: 'video',
    participants: '昌图大队试例三、试例四；四平支队试例十、试例十一',
    minutes: '双方商定每周三、周四在两点同时开展检查，查获案件由查获地机关立案。',
    outcomes: [
      {
        topic: '联合检查的时间和点位',
        outcome: 'agreed',
        result: '每周三、周四 8 时至 18 时。',
        responsible: '双方',
        until: '2027-04-15',
      },
      { topic: '查获案件由谁立案', outcome: 'agreed', result: '由查获地机关立案，对方协助取证。' },
    ],
  },
  confirm: { note: '无意见。' },
  correct: { corrections: '检查时间应为 7 时至 17 时。' },
  close: {},
})
