import type { z } from 'zod'
import type { AgencyId } from '../../../../kernel/ids.ts'
import { lightBodies } from '../light-exchange.ts'
import type { evidenceRecognitionForms, Offer } from './evidence-recognition.contract.ts'

// Examples that tests and the demonstration share; every name, number and plate is invented, and the plates say so (TEST).

type Bodies = {
  readonly [A in keyof typeof evidenceRecognitionForms]: z.infer<(typeof evidenceRecognitionForms)[A]>
}

const collectors = [
  { name: '试例十三', certificateNumber: '11000001' },
  { name: '试例十四', certificateNumber: '11000002' },
]

/** A dynamic scale in Liaoning recorded a truck that Jilin punishes, as its home region. */
export const scaleRecord = (to: AgencyId): Offer => ({
  to: [to],
  case: {
    number: '吉四交执〔2025〕TEST21号',
    cause: '车辆超限运输',
    violation: 'overload-monitored',
    legalBasis: '行政处罚法第四十一条；超限运输车辆行驶公路管理规定第五十条',
  },
  evidence: [
    {
      origin: 'monitoring',
      name: '不停车检测记录（吉CTEST1，六轴，119.07 吨）',
      kind: 'electronic',
      copy: 'electronic',
      proves: '证明该车经过检测点时车货总质量为 119070 千克。',
      place: 'G102 线 K560+300 上行',
      collectors,
      digest: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      recordedAt: '2025-06-03T09:12:08+08:00',
      recordReviewedOn: '2025-06-04',
      device: {
        name: '昌图不停车超限检测系统',
        number: 'WIM-TEST-01',
        calibrationNumber: '辽计检字 TEST0031',
        calibratedFrom: '2025-01-10',
        calibratedUntil: '2026-01-09',
        legalReviewOn: '2024-11-05',
        technicalReviewOn: '2024-10-28',
        publishedOn: '2024-12-01',
        publishedIn: '铁岭市交通运输局网站',
      },
    },
    {
      origin: 'officers',
      name: '驾驶人询问笔录',
      kind: 'party-statement',
      copy: 'checked-copy',
      proves: '证明装载地点、货物名称和运费约定。',
      place: '昌图县 102 国道超限检测站',
      collectors,
      collectedAt: '2025-06-03T10:05:00+08:00',
    },
  ],
  contact: { name: '试例二', phone: '024-70000001' },
  declaration: { lawfullyCollected: true, noStateSecrets: true },
})

const met = { form: 'met', legality: 'met', relevance: 'met', completeness: 'met' } as const
const reviewed = {
  reviewers: [
    { name: '试例二十一', certificateNumber: '22000001' },
    { name: '试例二十二', certificateNumber: '22000002' },
  ],
  reviewedOn: '2025-06-09',
  opinion: '检测记录符合本省证据标准，可以作为认定事实的依据。',
}

/** A good body for each action. */
export const evidenceRecognitionBodies = (to: AgencyId): Bodies => ({
  ...lightBodies,
  send: scaleRecord(to),
  requestSupplement: {
    gaps: [
      { item: 'calibration-certificate', what: '检定证书复印件不清，请重新扫描。' },
      { item: 'completeness', what: '询问笔录缺第二页。' },
    ],
  },
  supply: {
    answers: [
      { item: 'calibration-certificate', answer: '已重新扫描上传。' },
      { item: 'completeness', answer: '已补第二页，并加盖核对章。' },
    ],
  },
  recognise: {
    reviews: [
      { outcome: 'recognised', piece: 1, ...met },
      {
        outcome: 'refused',
        piece: 2,
        ...met,
        form: 'unmet',
        reasons: ['FormDefect'],
        grounds: '笔录末页没有被询问人签名，也没有注明拒签情况。',
      },
    ],
    ...reviewed,
  },
  refuse: {
    reviews: [
      {
        outcome: 'refused',
        piece: 1,
        ...met,
        legality: 'unmet',
        reasons: ['DeviceUnqualified'],
        grounds: '检定证书所载设备编号与记录不一致。',
      },
      {
        outcome: 'refused',
        piece: 2,
        ...met,
        form: 'unmet',
        completeness: 'unmet',
        reasons: ['FormDefect', 'Incomplete'],
        grounds: '缺页且没有被询问人签名。',
      },
    ],
    ...reviewed,
  },
})
