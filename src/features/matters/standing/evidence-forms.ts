import { z } from 'zod'
import { chinaDayOf } from '../../../kernel/day.ts'
import { instant, prose, text } from '../../../kernel/text.ts'
import { evidenceKinds } from '../kinds/evidence-recognition/evidence-recognition.contract.ts'
import { deviceFaults, MonitoringDevice } from '../kinds/evidence-recognition/monitoring-device.ts'
import { agencies, choice, day, file, list, officers, saying } from '../kinds/form-fields.ts'

/** Who hands evidence in, where officers did not collect it themselves. */
export const submitters = ['party', 'driver', 'company', 'witness', 'other-agency', 'other'] as const

const oneOfficer = () => list(z.strictObject({ name: text(60), certificateNumber: text(25) }), 9, 1)
const place = text(200)

/** Original 原件, or a copy with who checked it against the original and where that is, or data with its medium. */
const Copy = z.discriminatedUnion('copy', [
  z.strictObject({ copy: z.literal('original') }),
  z.strictObject({
    copy: z.literal('checked-copy'),
    checkedBy: text(60),
    checkedOn: day(),
    originalAt: text(200),
  }),
  z.strictObject({ copy: z.literal('electronic'), medium: text(200) }),
])

/** What officers collected: two of them at least (行政处罚法 Art. 42). */
const ByOfficers = z.strictObject({
  origin: z.literal('officers'),
  collectedAt: instant(),
  place,
  collectors: officers(),
  device: text(100).optional(),
})

/** What somebody handed in: one officer takes it. */
const Submitted = z.strictObject({
  origin: z.literal('submitted'),
  collectedAt: instant(),
  place,
  submittedBy: choice(submitters),
  collectors: oneOfficer(),
})

const ByDevice = z.strictObject({
  origin: z.literal('monitoring'),
  recordedAt: instant(),
  place,
  device: MonitoringDevice,
  recordReviewedOn: day(),
  collectors: officers(),
})

const deviceFields = ['calibratedUntil', 'legalReviewOn', 'technicalReviewOn', 'publishedOn'] as const

/** A day in every field says nothing against a device; one that is missing is named by the form itself. */
const harmless = {
  calibratedFrom: '0000-01-01',
  calibratedUntil: '9999-12-31',
  legalReviewOn: '0000-01-01',
  technicalReviewOn: '0000-01-01',
  publishedOn: '0000-01-01',
}
const hopeless = {
  ...harmless,
  calibratedFrom: '9999-12-31',
  legalReviewOn: '9999-12-31',
  technicalReviewOn: '9999-12-31',
  publishedOn: '9999-12-31',
} as MonitoringDevice

/** What is wrong with the device at the time of the record, as far as that can be said already. */
function faultsSoFar(record: unknown) {
  const { device, recordedAt } = (record ?? {}) as { device?: object; recordedAt?: unknown }
  if (typeof recordedAt !== 'string' || Number.isNaN(Date.parse(recordedAt))) return []
  const days = Object.entries(device ?? {}).filter(([, value]) => typeof value === 'string')
  return deviceFaults({ ...harmless, ...Object.fromEntries(days) } as MonitoringDevice, recordedAt)
}

/**
 * A record of technical monitoring 电子技术监控记录: without valid calibration, legal and technical review, published site and a review
 * of the record itself it is no evidence (行政处罚法 Art. 41). All that is missing is named at once.
 */
const MonitoringRecord = deviceFields
  .reduce(
    (form, field) =>
      form.refine((record) => !faultsSoFar(record).some((fault) => fault.field === field), {
        path: ['device', field],
        params: {
          words: deviceFaults(hopeless, '2026-01-01T00:00:00Z').find((f) => f.field === field)?.words,
        },
        when: () => true,
      }),
    ByDevice,
  )
  .refine(({ recordReviewedOn, recordedAt }) => recordReviewedOn >= chinaDayOf(recordedAt), {
    path: ['recordReviewedOn'],
    ...saying('审核日期不能早于记录日期。', 'It cannot have been reviewed before it was recorded.'),
  })

/** A file of the matter as evidence 证据: what it is, what it proves, original or copy, who collected it, when and where. */
export const EvidenceDescription = z.strictObject({
  file: file(),
  kind: choice(evidenceKinds),
  proves: prose(1_000),
  copy: Copy,
  collection: z.discriminatedUnion('origin', [ByOfficers, Submitted, MonitoringRecord]),
  /** Where another agency collected it; and the piece of a recognition of evidence by which it entered this file. */
  collectedBy: agencies(1).optional(),
  recognition: z.strictObject({ number: text(64), piece: z.int().min(1).max(50) }).optional(),
})
export type EvidenceDescription = z.infer<typeof EvidenceDescription>

const act = { file: file(), at: instant(), place, reason: prose(500) }

/** What happened to evidence in custody 保管: handed over, sealed, opened, copied, given back. */
export const CustodyAct = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('handed-over'),
    ...act,
    from: text(60),
    to: text(60),
    toAgency: text(100),
  }),
  z.strictObject({ act: z.literal('sealed'), ...act, by: officers(), sealNumber: text(64).optional() }),
  z.strictObject({ act: z.literal('opened'), ...act, by: officers() }),
  z.strictObject({ act: z.literal('copied'), ...act, by: officers(), copies: z.int().min(1).max(100) }),
  z.strictObject({ act: z.literal('returned'), ...act, from: text(60), to: text(60) }),
])
export type CustodyAct = z.infer<typeof CustodyAct>
