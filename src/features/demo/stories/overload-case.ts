import type { Instant } from '../../../kernel/day.ts'
import type { AgencyId } from '../../../kernel/ids.ts'
import { inventedCreditCode, inventedPhone, inventedPlate, inventedTrailer, plateNote } from '../invented.ts'
import type { TransferContent } from '../papers/transfer-papers.ts'
import { documentNumber, documentTime } from '../past.ts'

/** What tells one overload case from another; the rest is as such cases are. */
export type OverloadCase = {
  /** Its number among the cases of the demonstration: the case number, the plate and the company's code follow from it. */
  readonly serial: number
  readonly to: AgencyId
  readonly foundAt: Instant
  readonly place: string
  readonly road: string
  readonly axles: number
  readonly totalKg: number
  readonly limitKg: number
  readonly cargo: string
  readonly company: string
  readonly address: string
  /** The issuing office of the plate, such as 吉C. */
  readonly office: string
  readonly reasons: string
  /** What else the facts tell. */
  readonly more?: string
  /** The vehicle is detained and its cargo unloaded: measures, and objects to hand over. */
  readonly detained?: { readonly from: Instant; readonly yard: string }
}

/** An overload case that 昌图 found and transfers. */
export function overloadCase(it: OverloadCase): TransferContent {
  const { foundAt, totalKg, limitKg, axles } = it
  const number = (mark: string) => documentNumber(`辽铁昌交${mark}`, foundAt, it.serial)
  const overKg = totalKg - limitKg
  const plate = inventedPlate(it.office, it.serial)
  return {
    to: [it.to],
    ground: {
      trigger: 'territory',
      reasons: it.reasons,
      legalBasis: '《中华人民共和国行政处罚法》第二十二条、第二十五条；区域执法协作协议关于案件移送的约定',
    },
    case: {
      number: number('执'),
      cause: '车辆超限运输',
      source: 'inspection',
      discoveredAt: foundAt,
      place: it.place,
      road: it.road,
      facts: `${documentTime(foundAt)}，执法人员在${it.place}检查时，发现${it.company}所属${axles}轴货车（${plate}）装载${it.cargo}行驶公路。经检测，车货总质量${totalKg}千克，限值${limitKg}千克，超过限值${overKg}千克。驾驶人未能提供超限运输车辆通行证，对检测结果无异议。${it.more ?? ''}`,
      law: '《中华人民共和国公路法》第五十条；《超限运输车辆行驶公路管理规定》第三条、第四十三条',
    },
    party: {
      kind: 'organisation',
      name: it.company,
      creditCode: inventedCreditCode(it.serial),
      representative: '赵某某',
      phone: inventedPhone(it.serial),
      address: it.address,
    },
    vehicle: {
      plate,
      colour: '2',
      plateNote,
      type: 'tractor',
      ...(axles > 4 ? { trailerPlate: inventedTrailer(it.office, it.serial) } : {}),
      owner: it.company,
    },
    overload: {
      axles,
      totalKg,
      limitKg,
      station: it.place,
      checkNumber: `YS-${String(it.serial).padStart(6, '0')}`,
    },
    ...(it.detained ? detention(it, it.detained, number('强'), overKg) : {}),
    officers: [
      { name: '周启明', certificateNumber: '演示2112240101' },
      { name: '孟晓峰', certificateNumber: '演示2112240102' },
    ],
    contact: { name: '周启明', phone: '024-55500101' },
    declaration: { evidenceSecured: true, noStateSecrets: true },
  }
}

function detention(
  it: OverloadCase,
  { from, yard }: NonNullable<OverloadCase['detained']>,
  decisionNumber: string,
  overKg: number,
) {
  const until = new Date(Date.parse(from) + 30 * 86_400_000).toISOString()
  return {
    measures: [{ kind: 'seize', decisionNumber, from, until, place: yard }],
    objects: [
      { name: '半挂货车', quantity: 1, unit: '辆', condition: '外观完好，封条完整', custody: yard },
      { name: it.cargo, quantity: overKg, unit: '千克', condition: '已卸载，苫盖存放', custody: yard },
    ],
  }
}
