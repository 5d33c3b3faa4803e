import type { z } from 'zod'
import type { AgencyId } from '../../../../kernel/ids.ts'
import { lightBodies } from '../light-exchange.ts'
import type { dataCorrectionForms, Report } from './data-correction.contract.ts'

// Examples that tests and the demonstration share; every name, number and plate is invented, and the plates say so (TEST).

type Bodies = { readonly [A in keyof typeof dataCorrectionForms]: z.infer<(typeof dataCorrectionForms)[A]> }

/** A truck whose record shows five axles and an expired certificate. */
export const wrongAxles = (to: AgencyId): Report => ({
  to: [to],
  record: {
    register: 'vehicle',
    subject: '吉CTEST1（黄色）',
    recordNumber: '220300TEST01',
    source: '全国道路运政管理信息系统',
    seenAt: '2025-06-03T10:20:00+08:00',
  },
  errors: [
    {
      field: '轴数',
      recorded: '5 轴',
      correct: '6 轴',
      basis: '现场勘验和行驶证均为六轴汽车列车。',
    },
    {
      field: '道路运输证有效期',
      recorded: '2024-12-31',
      correct: '2026-12-31',
      basis: '当事人出示的道路运输证已换发。',
    },
  ],
  use: {
    purpose: '办理超限运输案件，认定车货总质量限值。',
    consequence: '按五轴认定限值会多认定超限 6 吨。',
  },
  contact: { name: '试例二', phone: '024-70000001' },
  declaration: { noStateSecrets: true },
})

/** A good body for each action. */
export const dataCorrectionBodies = (to: AgencyId): Bodies => ({
  ...lightBodies,
  send: wrongAxles(to),
  correct: {
    results: [
      {
        outcome: 'corrected',
        error: 1,
        value: '6 轴',
        correctedAt: '2025-06-05T15:00:00+08:00',
      },
      {
        outcome: 'kept',
        error: 2,
        reason: 'RecordConfirmed',
        grounds: '换证申请尚未办结，现行有效期仍为 2024 年底。',
      },
    ],
    alsoUpdated: '已同步更正省级运政系统。',
  },
  decline: { reason: 'RecordConfirmed', grounds: '经核对原始档案，登记内容与行驶证一致。' },
  confirm: {},
  challenge: { grounds: '换证已于三月办结，附换证凭证。', legalBasis: '政务数据共享条例第二十八条' },
  orderCorrection: {
    rulings: [
      { error: 1, ruling: 'correct' },
      { error: 2, ruling: 'stays' },
    ],
    grounds: '行驶证和现场勘验均为六轴，应当更正；换证凭证尚未核发，有效期以登记为准。',
    legalBasis: '政务数据共享条例第二十六条',
  },
  uphold: { grounds: '换证凭证与发证机关记录不符，维持原记录。', legalBasis: '政务数据共享条例第二十六条' },
})
