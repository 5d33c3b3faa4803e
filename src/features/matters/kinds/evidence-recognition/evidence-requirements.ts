import type { Material } from '../../../../kernel/materials.ts'
import type { Words } from '../../../../kernel/words.ts'
import type { Confidence } from '../../../rules/rules.ts'
import { type Province, provinces } from '../provinces.ts'

/** The violations whose evidence crosses borders most 违法行为类型. */
export const violations = [
  'overload-on-site',
  'overload-monitored',
  'illegal-operation',
  'ride-hailing',
  'hazmat',
  'coach',
  'waterway',
  'other',
] as const

export type Violation = (typeof violations)[number]

/** What has to be in hand for evidence of a violation to be recognised, everywhere or in one province, and where that stands. */
export type EvidenceRequirement = {
  readonly item: string
  readonly words: Words
  readonly of: readonly Violation[] | 'all'
  /** The province whose practice asks for it; national where missing. */
  readonly province?: Province
  /** Without it the evidence cannot be used, whatever anybody says. */
  readonly indispensable?: true
  readonly source: Words
  readonly confidence: Confidence
}

const words = (zh: string, en: string): Words => ({ zh, en })
const art41 = words('行政处罚法第四十一条', 'Administrative Penalty Law, art. 41')
const art42 = words('行政处罚法第四十二条、第五十五条', 'Administrative Penalty Law, arts 42 and 55')
const procedure = words(
  '交通运输行政执法程序规定（待核对原文）',
  'transport procedure rules (text to be checked)',
)
const proposed = words('系统建议，协作区域可另行约定', 'our proposal')

/**
 * The check-lists of evidence 证据标准清单. National ones hold everywhere; a province's holds for evidence collected or used there,
 * so that what is offered satisfies both sides. What the four north-eastern regions ask for beyond the national list is not known.
 */
export const evidenceRequirements: readonly EvidenceRequirement[] = [
  {
    item: 'collectors-certificates',
    words: words('取证人员执法证件', 'Certificates of the officers who collected it'),
    of: 'all',
    source: art42,
    confidence: 'V',
  },
  {
    item: 'party-identity',
    words: words('当事人主体资格材料', 'Who the party is'),
    of: 'all',
    source: procedure,
    confidence: 'M',
  },
  {
    item: 'scene-record',
    words: words('现场笔录', 'Record of the scene'),
    of: ['overload-on-site', 'illegal-operation', 'ride-hailing', 'hazmat', 'coach', 'waterway'],
    source: procedure,
    confidence: 'M',
  },
  {
    item: 'questioning-record',
    words: words('询问笔录', 'Record of questioning'),
    of: ['overload-on-site', 'illegal-operation', 'ride-hailing', 'hazmat', 'coach', 'waterway'],
    source: procedure,
    confidence: 'M',
  },
  {
    item: 'weighing-record',
    words: words('称重检测单', 'Weighing record'),
    of: ['overload-on-site', 'overload-monitored'],
    indispensable: true,
    source: words('超限运输车辆行驶公路管理规定', 'Rules on overloaded vehicles (MOT order 62 of 2016)'),
    confidence: 'M',
  },
  {
    item: 'calibration-certificate',
    words: words('称重、监控设备检定证书', 'Calibration of the scale or device'),
    of: ['overload-on-site', 'overload-monitored'],
    indispensable: true,
    source: words('行政处罚法第四十一条；计量法', 'Administrative Penalty Law, art. 41; Metrology Law'),
    confidence: 'M',
  },
  {
    item: 'device-reviews',
    words: words('监控设备法制审核和技术审核意见', 'Legal and technical review of the device'),
    of: ['overload-monitored'],
    indispensable: true,
    source: art41,
    confidence: 'V',
  },
  {
    item: 'site-publication',
    words: words('监控设备设置地点公布材料', 'Publication of the site of the device'),
    of: ['overload-monitored'],
    indispensable: true,
    source: art41,
    confidence: 'V',
  },
  {
    item: 'record-review',
    words: words('监控记录审核意见', 'Review of the monitoring record'),
    of: ['overload-monitored'],
    indispensable: true,
    source: art41,
    confidence: 'V',
  },
  {
    item: 'party-notice',
    words: words('告知当事人违法事实、提供查询的材料', 'Notice of the facts to the party'),
    of: ['overload-monitored'],
    source: art41,
    confidence: 'V',
  },
  {
    item: 'vehicle-licences',
    words: words('行驶证、道路运输证复印件', 'Copies of the vehicle’s licences'),
    of: ['overload-on-site', 'overload-monitored', 'illegal-operation', 'ride-hailing', 'hazmat', 'coach'],
    source: proposed,
    confidence: 'D',
  },
  {
    item: 'passenger-statements',
    words: words('乘客询问笔录', 'Statements of passengers'),
    of: ['illegal-operation', 'ride-hailing', 'coach'],
    source: proposed,
    confidence: 'D',
  },
  {
    item: 'payment-proof',
    words: words('收费、支付证据', 'Proof of payment'),
    of: ['illegal-operation', 'ride-hailing'],
    source: proposed,
    confidence: 'D',
  },
  {
    item: 'platform-orders',
    words: words('网约车平台订单数据', 'Orders of the ride-hailing platform'),
    of: ['ride-hailing'],
    source: proposed,
    confidence: 'D',
  },
  {
    item: 'permit-lookup',
    words: words('许可查询结果', 'What the licence register says'),
    of: ['illegal-operation', 'ride-hailing', 'hazmat', 'coach', 'waterway'],
    source: proposed,
    confidence: 'D',
  },
  {
    item: 'waybill',
    words: words('危险货物运单', 'Waybill of the dangerous goods'),
    of: ['hazmat'],
    source: proposed,
    confidence: 'D',
  },
  {
    item: 'ship-certificates',
    words: words('船舶营业运输证和船员证书复印件', 'Certificates of ship and crew'),
    of: ['waterway'],
    source: proposed,
    confidence: 'D',
  },
  {
    item: 'start-announcement',
    words: words('设备启用日期公告', 'Announcement of when the device came into use'),
    of: ['overload-monitored'],
    province: '44',
    source: words('江门市不停车超限检测做法', 'practice of Jiangmen'),
    confidence: 'V-local',
  },
  {
    item: 'video-interview-note',
    words: words(
      '音视频询问的书面说明（时间、要点）',
      'Written note on a recorded interview: time and key points',
    ),
    of: ['overload-monitored'],
    province: '31',
    source: words('浦东新区非现场执法规定（2021）', 'Pudong rules on off-site enforcement (2021)'),
    confidence: 'V-local',
  },
]

/** What evidence of a violation has to come with, wherever it is collected and used. */
export const nationalRequirements = (violation: unknown): readonly EvidenceRequirement[] =>
  evidenceRequirements.filter((it) => it.province === undefined && isOf(it, violation))

/** What the provinces where it is collected and used ask for beside that: both check-lists. */
export const regionalRequirements = (
  violation: unknown,
  provinces: readonly string[],
): readonly EvidenceRequirement[] =>
  evidenceRequirements.filter(
    (it) => it.province !== undefined && provinces.includes(it.province) && isOf(it, violation),
  )

const isOf = ({ of }: EvidenceRequirement, violation: unknown): boolean =>
  of === 'all' || (of as readonly unknown[]).includes(violation)

/** A requirement as an item of the check-list of materials: what it is, whose it is, where that stands. */
export const asMaterial = ({
  item,
  words: name,
  province,
  indispensable,
}: EvidenceRequirement): Material => ({
  item,
  words: province
    ? {
        zh: `${name.zh}（${provinces[province].zh}要求）`,
        en: `${name.en} (asked for in ${provinces[province].en})`,
      }
    : name,
  required: true,
  ...(indispensable ? { indispensable } : {}),
})
