import { z } from 'zod'
import { chinaDayOf } from '../../../../kernel/day.ts'
import { text } from '../../../../kernel/text.ts'
import type { Words } from '../../../../kernel/words.ts'
import { day } from '../form-fields.ts'

/**
 * The device an electronic-monitoring record comes from 电子技术监控设备. Without calibration valid at that moment, legal and technical
 * review, and publication of the site before, its record is no evidence (行政处罚法 Art. 41).
 */
export const MonitoringDevice = z.strictObject({
  name: text(100),
  number: text(64),
  calibrationNumber: text(64),
  calibratedFrom: day(),
  calibratedUntil: day(),
  legalReviewOn: day(),
  technicalReviewOn: day(),
  publishedOn: day(),
  publishedIn: text(200),
})
export type MonitoringDevice = z.infer<typeof MonitoringDevice>

type DeviceFault = { readonly field: keyof MonitoringDevice; readonly words: Words }

const refused = (field: keyof MonitoringDevice, zh: string, en: string): DeviceFault => ({
  field,
  words: {
    zh: `${zh}依行政处罚法第四十一条，该记录不得作为证据，请从清单中删去或更正日期。`,
    en: `${en} By art. 41 of the Administrative Penalty Law it is no evidence: leave it out, or correct the date.`,
  },
})

/** Why a record of this moment cannot be evidence, as far as its device goes; empty when it can. */
export function deviceFaults(device: MonitoringDevice, recordedAt: string): readonly DeviceFault[] {
  const on = chinaDayOf(recordedAt)
  return [
    ...(on < device.calibratedFrom || device.calibratedUntil < on
      ? [
          refused(
            'calibratedUntil',
            '记录时设备不在检定有效期内。',
            'The device was not under valid calibration then.',
          ),
        ]
      : []),
    ...(device.legalReviewOn > on
      ? [
          refused(
            'legalReviewOn',
            '记录时设备尚未通过法制审核。',
            'The legal review of the device came later.',
          ),
        ]
      : []),
    ...(device.technicalReviewOn > on
      ? [
          refused(
            'technicalReviewOn',
            '记录时设备尚未通过技术审核。',
            'The technical review of the device came later.',
          ),
        ]
      : []),
    ...(device.publishedOn > on
      ? [
          refused(
            'publishedOn',
            '记录时设备设置地点尚未公布。',
            'The site of the device was published later.',
          ),
        ]
      : []),
  ]
}
