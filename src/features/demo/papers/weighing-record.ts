import { chinaInstant, type Instant } from '../../../kernel/day.ts'

/** What a scale printed. Weights in kilograms. */
export type Weighing = {
  readonly at: Instant
  readonly station: string
  readonly checkNumber: string
  readonly plate: string
  readonly axles: number
  readonly totalKg: number
  readonly limitKg: number
}

/** The weighing record 称重检测单 as a table that spreadsheets open: the total, and how it lay on the axles. */
export function weighingRecord(weighing: Weighing): Buffer {
  const { at, station, checkNumber, plate, axles, totalKg, limitKg } = weighing
  const rows = [
    ['检测单号', checkNumber],
    ['检测站点', station],
    ['检测时间', chinaInstant(Date.parse(at)).slice(0, 19).replace('T', ' ')],
    ['车牌号码', `${plate}（演示号牌）`],
    ['轴数', String(axles)],
    ['车货总质量（千克）', String(totalKg)],
    ['限值（千克）', String(limitKg)],
    ['超限（千克）', String(totalKg - limitKg)],
    ['轴序', '轴重（千克）'],
    ...axleLoads(totalKg, axles).map((load, index) => [String(index + 1), String(load)]),
  ]
  // The mark at the beginning tells spreadsheets that it is UTF-8.
  return Buffer.from(`\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}\r\n`)
}

/** The steering axle carries less; the others share the rest, and the last one what rounding leaves. */
function axleLoads(totalKg: number, axles: number): number[] {
  const steering = Math.round((totalKg * 0.55) / axles / 10) * 10
  const each = Math.round((totalKg - steering) / (axles - 1) / 10) * 10
  return [steering, ...Array.from({ length: axles - 2 }, () => each), totalKg - steering - each * (axles - 2)]
}
