import { beforeAll, describe, expect, test } from 'vitest'
import { aMatter } from '../../../../../test/a-matter.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { aRegion, type Region } from '../../../../../test/fixtures.ts'
import { parseInput } from '../../../../kernel/faults.ts'
import { Refusal } from '../../../../kernel/refusal.ts'
import type { PersonActor } from '../../../../platform/actor.ts'
import { asActor } from '../../../../platform/as-actor.ts'
import { attachmentsOf } from '../../../files/files.ts'
import { saveDraft } from '../../drafts.ts'
import type { DraftView } from '../../matter-views.ts'
import { readEvents } from '../../read-events.ts'
import { evidenceRecognitionForms, type Offer } from './evidence-recognition.contract.ts'
import { evidenceRecognitionBodies, scaleRecord } from './evidence-recognition.examples.ts'
import { evidenceRecognition } from './evidence-recognition.ts'
import { evidenceRequirements } from './evidence-requirements.ts'

const { db } = await testDatabase()
let region: Region
let provider: PersonActor
let user: PersonActor

beforeAll(async () => {
  region = await aRegion(db)
  provider = region.who('tieling.officer')
  user = region.who('siping.officer')
})

const someAgency = crypto.randomUUID() as never
const bodies = evidenceRecognitionBodies(someAgency)

/** What a form finds wrong: paths and words. */
function faultsOf(action: keyof typeof evidenceRecognitionForms, body: unknown): string[] {
  try {
    parseInput(evidenceRecognitionForms[action], body)
    return []
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    return refusal.faults.map(({ path, message }) => `${path.join('.')}: ${message.zh}`)
  }
}

const requiredItems = (offer: Offer) => evidenceRecognition.materialsOf(offer).map(({ item }) => item)

async function anOffer(offer = scaleRecord(user.agencyId)) {
  const examples = { ...evidenceRecognitionBodies(user.agencyId), send: offer }
  const matter = await aMatter(db, { kind: 'evidence-recognition', opener: provider, bodies: examples })
  await matter.attach(provider, requiredItems(offer))
  return matter
}

async function aReceivedOffer() {
  const offer = await anOffer()
  await offer.does(provider, 'send')
  await offer.does(user, 'acknowledge')
  return offer
}

test.each(Object.entries(bodies))('%s takes its example', (action, body) => {
  expect(faultsOf(action as keyof typeof evidenceRecognitionForms, body)).toEqual([])
})

describe('a monitoring record is refused as evidence (行政处罚法 Art. 41)', () => {
  const offered = (change: (piece: Record<string, unknown>) => void) => {
    const offer = structuredClone(scaleRecord(someAgency)) as unknown as {
      evidence: Record<string, unknown>[]
    }
    const [piece] = offer.evidence
    if (piece) change(piece)
    return faultsOf('send', offer)
  }
  const withDevice = (more: object) => (piece: Record<string, unknown>) => {
    piece.device = { ...(piece.device as object), ...more }
  }

  test.each<[string, object, string]>([
    ['calibration had run out', { calibratedUntil: '2025-06-02' }, 'calibratedUntil'],
    ['calibration came later', { calibratedFrom: '2025-06-04' }, 'calibratedUntil'],
    ['legal review came later', { legalReviewOn: '2025-06-04' }, 'legalReviewOn'],
    ['technical review came later', { technicalReviewOn: '2025-06-04' }, 'technicalReviewOn'],
    ['site was published later', { publishedOn: '2025-06-04' }, 'publishedOn'],
  ])('whose %s', (_, change, field) => {
    const [fault, ...others] = offered(withDevice(change))
    expect(others).toEqual([])
    expect(fault).toMatch(new RegExp(`^evidence\\.0\\.device\\.${field}: .*第四十一条.*不得作为证据`))
  })

  test.each(['calibrationNumber', 'legalReviewOn', 'technicalReviewOn', 'publishedOn'])(
    'that says nothing of %s',
    (field) => {
      expect(offered(withDevice({ [field]: undefined }))).toHaveLength(1)
    },
  )

  test('that nobody reviewed, or before it was made', () => {
    expect(offered((piece) => delete piece.recordReviewedOn)).toHaveLength(1)
    expect(offered((piece) => (piece.recordReviewedOn = '2025-06-02'))).toHaveLength(1)
  })

  test('that comes without any device', () => {
    expect(offered((piece) => delete piece.device)[0]).toMatch(/^evidence\.0\.device/)
  })

  test('but is taken on the last day of its calibration', () => {
    expect(offered(withDevice({ calibratedUntil: '2025-06-03' }))).toEqual([])
  })
})

describe('the check-list', () => {
  test('is that of both regions, which nobody has to name', async () => {
    const offered = async (receiver: PersonActor) => {
      const { id } = await aMatter(db, { kind: 'evidence-recognition', opener: provider, bodies: {} })
      const address = { matterId: id, action: 'send', leg: 0 }
      const draft = { body: scaleRecord(receiver.agencyId), version: 0 }
      return asActor(db, provider, (tx) => saveDraft(tx, provider, address, draft))
    }
    const itemsOf = ({ materials = [] }: DraftView) => materials.map(({ item }) => item)
    const toJilin = await offered(user)
    const toShanghai = await offered(region.who('qingpu.officer'))

    expect(itemsOf(toJilin)).toEqual(requiredItems(scaleRecord(user.agencyId)))
    expect(itemsOf(toShanghai)).toEqual([...itemsOf(toJilin), 'video-interview-note'])
  })

  test('of the receiver’s region goes along, or the offer is refused', async () => {
    const shanghai = region.who('qingpu.officer')
    const offer = await anOffer(scaleRecord(shanghai.agencyId))

    await expect(offer.does(provider, 'send')).rejects.toMatchObject({
      faults: [
        {
          path: ['materials', 'video-interview-note'],
          message: { zh: expect.stringContaining('上海要求') },
        },
      ],
    })
  })

  test('holds for a draft that says not yet to whom it goes', async () => {
    const { id } = await aMatter(db, { kind: 'evidence-recognition', opener: provider, bodies: {} })
    const address = { matterId: id, action: 'send', leg: 0 }

    const { materials = [] } = await asActor(db, provider, (tx) =>
      saveDraft(tx, provider, address, { body: { to: ['somebody'] }, version: 0 }),
    )

    expect(materials.map(({ item }) => item)).toEqual(['collectors-certificates', 'party-identity'])
  })

  test('says of every item where it stands and how sure that is', () => {
    for (const { item, source, confidence } of evidenceRequirements) {
      expect(source.zh, item).not.toBe('')
      expect(['V', 'V-local', 'M', 'D'], item).toContain(confidence)
    }
    expect(new Set(evidenceRequirements.map(({ item }) => item)).size).toBe(evidenceRequirements.length)
  })

  test('cannot be waived where the law makes it a condition', async () => {
    const notApplicable = [{ item: 'device-reviews', reason: '已在网上公布' }]
    const offer = { ...scaleRecord(user.agencyId), notApplicable }
    const matter = await aMatter(db, { kind: 'evidence-recognition', opener: provider, bodies: {} })
    await matter.attach(
      provider,
      requiredItems(offer).filter((item) => item !== 'device-reviews'),
    )

    await expect(matter.does(provider, 'send', { body: offer })).rejects.toMatchObject({
      faults: [{ path: ['materials', 'device-reviews'] }],
    })
  })
})

describe('foreign evidence enters a file after a review only', () => {
  test('piece by piece, each recognised or refused for a reason', async () => {
    const offer = await aReceivedOffer()

    expect(await offer.does(user, 'recognise')).toMatchObject({
      settled: true,
      legs: [{ state: 'recognised' }],
    })
    const events = await asActor(db, provider, (tx) => readEvents(tx, offer.id))
    expect(events.find(({ type }) => type === 'recognise')?.body.findings).toMatchObject([
      { value: 1, zh: '2 份证据中认可 1 份；未予认可、不得作为定案依据的：驾驶人询问笔录。' },
    ])
  })

  test('by its receiver and nobody else', async () => {
    const offer = await aReceivedOffer()

    await expect(offer.does(provider, 'recognise')).rejects.toMatchObject({ code: 'not-your-turn' })
  })

  test('and no piece is left out', async () => {
    const offer = await aReceivedOffer()
    const { reviews, ...rest } = bodies.recognise

    await expect(
      offer.does(user, 'recognise', { body: { reviews: reviews.slice(0, 1), ...rest } }),
    ).rejects.toMatchObject({
      faults: [{ path: ['reviews'], message: { zh: expect.stringContaining('询问笔录') } }],
    })
  })

  test.each<[string, object, string]>([
    ['recognised although it fails a criterion', { outcome: 'recognised', legality: 'unmet' }, 'outcome'],
    ['refused without a reason', { outcome: 'refused', form: 'unmet', reasons: [], grounds: 'x' }, 'reasons'],
    [
      'refused for a criterion that is met',
      { outcome: 'refused', form: 'unmet', reasons: ['Irrelevant'], grounds: 'x' },
      'reasons',
    ],
    [
      'refused for want of trust',
      { outcome: 'refused', form: 'unmet', reasons: ['Mistrust'], grounds: 'x' },
      'reasons.0',
    ],
  ])('and none is %s', (_, change, path) => {
    const met = { piece: 1, form: 'met', legality: 'met', relevance: 'met', completeness: 'met' }
    const reviews = [
      { ...met, ...change },
      { ...met, piece: 2, outcome: 'recognised' },
    ]
    const faults = faultsOf('recognise', { ...bodies.recognise, reviews })
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([`reviews.0.${path}`])
  })

  test('and a review of two officers, one certificate each', () => {
    const { reviewers, ...rest } = bodies.recognise
    expect(faultsOf('recognise', { ...rest, reviewers: [reviewers[0], reviewers[0]] })).toHaveLength(1)
    expect(faultsOf('recognise', { ...rest, reviewers: reviewers.slice(1) })).toHaveLength(1)
  })

  test('and what recognises nothing is called a refusal, and the other way round', () => {
    expect(faultsOf('recognise', bodies.refuse)[0]).toMatch(/^reviews: /)
    expect(faultsOf('refuse', bodies.recognise)[0]).toMatch(/^reviews: /)
  })
})

test('a supplement is asked for once with all gaps, answered in full, and the time for reviewing rests meanwhile', async () => {
  const offer = await aReceivedOffer()
  await offer.does(user, 'requestSupplement')
  expect(Object.keys(await offer.clocks()).sort()).toEqual(['review', 'supplement'])
  const { answers } = bodies.supply

  await expect(offer.does(provider, 'supply', { body: { answers: answers.slice(1) } })).rejects.toMatchObject(
    { faults: [{ path: ['answers'] }] },
  )
  await offer.does(provider, 'supply')
  await expect(offer.does(user, 'requestSupplement')).rejects.toMatchObject({ code: 'not-now' })
  expect(await offer.does(user, 'refuse')).toMatchObject({ settled: true, legs: [{ state: 'refused' }] })
})

describe('the file of a piece', () => {
  const withFile = (file: string, digest?: string): Offer => {
    const offer = scaleRecord(user.agencyId)
    const [first, ...others] = offer.evidence.map(({ digest: _, ...piece }) => piece)
    return { ...offer, evidence: [{ ...first, file, ...(digest ? { digest } : {}) }, ...others] } as Offer
  }

  test('is one of the offer that the receiver will find there', async () => {
    const other = await anOffer()
    const offer = await anOffer()
    const [elsewhere] = await asActor(db, provider, (tx) => attachmentsOf(tx, other.id))
    const [here] = await asActor(db, provider, (tx) => attachmentsOf(tx, offer.id))

    await expect(offer.does(provider, 'send', { body: withFile(elsewhere?.id ?? '') })).rejects.toMatchObject(
      { faults: [{ path: ['evidence', 0, 'file'] }] },
    )
    expect(await offer.does(provider, 'send', { body: withFile(here?.id ?? '') })).toMatchObject({
      legs: [{ state: 'sent' }],
    })
  })

  test('is what the device took, where the device gave a digest', async () => {
    const offer = await anOffer()
    const [file] = await asActor(db, provider, (tx) => attachmentsOf(tx, offer.id))
    const sends = (digest: string) => offer.does(provider, 'send', { body: withFile(file?.id ?? '', digest) })

    await expect(sends('b'.repeat(64))).rejects.toMatchObject({
      faults: [{ path: ['evidence', 0, 'digest'], message: { zh: expect.stringContaining('不一致') } }],
    })
    expect(await sends(file?.digest ?? '')).toMatchObject({ legs: [{ state: 'sent' }] })
  })
})
