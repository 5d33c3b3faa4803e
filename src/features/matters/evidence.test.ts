import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { aRegion, type Region } from '../../../test/fixtures.ts'
import { newId } from '../../kernel/ids.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { PersonActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import { actOnMatter } from './act-on-matter.ts'
import { airportCars } from './kinds/clue/clue.examples.ts'
import { openMatter } from './open-matter.ts'
import { readEvidence } from './read-evidence.ts'
import { readMatter } from './read-matter.ts'

const { db } = await testDatabase()
let region: Region
let tieling: PersonActor
let siping: PersonActor

beforeAll(async () => {
  region = await aRegion(db)
  tieling = region.who('tieling.officer')
  siping = region.who('siping.officer')
})

const act = async (actor: PersonActor, matterId: string, action: string, body: unknown) => {
  const { version } = await asActor(db, actor, (tx) => readMatter(tx, actor, matterId))
  return asActor(db, actor, (tx) =>
    actOnMatter(tx, actor, { matterId, action, body, expectedVersion: version }),
  )
}
const evidenceOf = (actor: PersonActor, matterId: string) =>
  asActor(db, actor, (tx) => readEvidence(tx, matterId))
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => {
      throw new Error('It was accepted.')
    },
    (reason: Refusal) => reason,
  )

async function aClue(isSent = true): Promise<string> {
  const { matter } = await asActor(db, tieling, (tx) => openMatter(tx, tieling, { kind: 'clue' }))
  if (isSent) await act(tieling, matter.id, 'push', airportCars([siping.agencyId]))
  return matter.id
}

/** A file of a matter; its bytes play no part here. */
async function aFile(actor: PersonActor, matterId: string, more: object = {}): Promise<string> {
  const id = newId()
  const file = {
    id,
    matter_id: matterId,
    digest: id.replaceAll('-', '').padStart(64, '0'),
    size: 10,
    name: '执法记录仪.mp4',
    media_type: 'video/mp4',
    ...more,
  }
  await asActor(db, actor, (tx) =>
    sql`select add_attachment(${JSON.stringify(file)}::jsonb, null)`.execute(tx),
  )
  return id
}

const collectors = [
  { name: '周启明', certificateNumber: '21120001' },
  { name: '王志远', certificateNumber: '21120002' },
]
const device = {
  name: '动态称重检测设备',
  number: 'G102-K812-1',
  calibrationNumber: '辽检〔2026〕118号',
  calibratedFrom: '2026-01-10',
  calibratedUntil: '2026-07-09',
  legalReviewOn: '2025-12-01',
  technicalReviewOn: '2025-12-02',
  publishedOn: '2025-12-20',
  publishedIn: '省厅网站',
}
const video = (file: string) => ({
  file,
  kind: 'audio-visual',
  proves: '现场过磅过程。',
  copy: { copy: 'electronic', medium: '执法记录仪存储卡' },
  collection: {
    origin: 'officers',
    collectedAt: '2026-03-05T09:30:00+08:00',
    place: 'G102 铁岭收费站',
    collectors,
    device: '记录仪 0312',
  },
})
const weighing = (file: string, of: object = {}, from: object = device) => ({
  file,
  kind: 'electronic',
  proves: '车货总质量 61.2 吨。',
  copy: { copy: 'electronic', medium: '数据导出光盘' },
  collection: {
    origin: 'monitoring',
    recordedAt: '2026-03-05T02:11:08+08:00',
    recordReviewedOn: '2026-03-06',
    place: 'G102 K812+300',
    collectors,
    device: from,
    ...of,
  },
})
const opened = (file: string) => ({
  act: 'opened',
  file,
  at: '2026-03-06T10:00:00+08:00',
  place: '物证室',
  reason: '询问时播放',
  by: collectors,
})

test('P2 evidence and its custody stand in the chain of the matter, both sides read them, and the lead stays', async () => {
  const matterId = await aClue()
  const file = await aFile(tieling, matterId)
  const before = await asActor(db, siping, (tx) => readMatter(tx, siping, matterId))

  await act(tieling, matterId, 'describeEvidence', video(file))
  await act(tieling, matterId, 'recordCustody', {
    act: 'handed-over',
    file,
    at: '2026-03-07T09:00:00+08:00',
    place: '四平支队',
    reason: '随案移送',
    from: '周启明',
    to: '李思远',
    toAgency: '四平支队',
  })
  await act(siping, matterId, 'recordCustody', opened(file))
  await act(siping, matterId, 'recordCustody', {
    ...opened(file),
    act: 'sealed',
    at: '2026-03-08T09:00:00+08:00',
    sealNumber: '封〔2026〕31',
  })

  const [evidence, ...others] = await evidenceOf(siping, matterId)
  expect(others).toEqual([])
  expect(evidence).toMatchObject({ file, name: '执法记录仪.mp4', description: video(file) })
  expect(evidence?.custody.map(({ form }) => form.act)).toEqual(['opened', 'handed-over', 'sealed'])
  const after = await asActor(db, siping, (tx) => readMatter(tx, siping, matterId))
  expect(after.lead).toEqual(before.lead)
  expect(after.legs.map(({ state }) => state)).toEqual(before.legs.map(({ state }) => state))
  expect(after.version).toBe(before.version + 4)
})

test('a description said again counts from then on, and the earlier one stays in the record', async () => {
  const matterId = await aClue()
  const file = await aFile(tieling, matterId)
  await act(tieling, matterId, 'describeEvidence', video(file))
  await act(tieling, matterId, 'describeEvidence', { ...video(file), proves: '过磅和卸载过程。' })

  const [evidence] = await evidenceOf(tieling, matterId)
  const { rows } =
    await sql`select from event where matter_id = ${matterId} and type = 'describeEvidence'`.execute(db)
  expect(evidence?.description.proves).toBe('过磅和卸载过程。')
  expect(rows).toHaveLength(2)
})

test('what is being prepared, or is internal, is no evidence in the eyes of the other side', async () => {
  const draft = await aClue(false)
  const early = await aFile(tieling, draft)
  await act(tieling, draft, 'describeEvidence', video(early))
  const { rows } = await sql<{ visible_to: string[] | null }>`
    select visible_to from event where matter_id = ${draft} and type = 'describeEvidence'`.execute(db)
  expect(rows).toEqual([{ visible_to: [tieling.agencyId] }])

  const sent = await aClue()
  const internal = await aFile(tieling, sent, { internal: true })
  await act(tieling, sent, 'describeEvidence', video(internal))
  expect(await evidenceOf(tieling, sent)).toHaveLength(1)
  expect(await evidenceOf(siping, sent)).toEqual([])
  const stranger = region.who('gaomi.officer')
  expect(await refusal(evidenceOf(stranger, sent))).toMatchObject({ code: 'not-found' })
})

test('only the agency that added a file describes it, while it is not withdrawn, and only files of the matter', async () => {
  const matterId = await aClue()
  const file = await aFile(tieling, matterId)
  const elsewhere = await aFile(tieling, await aClue())
  const withdrawn = await aFile(tieling, matterId)
  await asActor(db, tieling, (tx) => sql`select withdraw_attachment(${withdrawn}, '传错了')`.execute(tx))

  for (const [actor, id, words] of [
    [siping, file, /添加附件的单位/],
    [tieling, elsewhere, /没有这份附件/],
    [tieling, withdrawn, /已经撤下/],
  ] as const) {
    const { faults } = await refusal(act(actor, matterId, 'describeEvidence', video(id)))
    expect(faults).toEqual([
      { path: ['file'], message: expect.objectContaining({ zh: expect.stringMatching(words) }) },
    ])
  }
  expect(await refusal(act(tieling, matterId, 'recordCustody', opened(file)))).toMatchObject({
    faults: [{ path: ['file'], message: { zh: expect.stringMatching(/登记为证据/) } }],
  })
})

test('officers collect in twos, one takes what is handed in, and a copy says who checked it and where the original is', async () => {
  const matterId = await aClue()
  const file = await aFile(tieling, matterId)
  const alone = {
    ...video(file),
    collection: { ...video(file).collection, collectors: collectors.slice(0, 1) },
  }
  const twins = {
    ...video(file),
    collection: { ...video(file).collection, collectors: [collectors[0], collectors[0]] },
  }
  const copy = { ...video(file), copy: { copy: 'checked-copy' } }
  const future = {
    ...video(file),
    collection: { ...video(file).collection, collectedAt: '2126-03-05T09:30:00+08:00' },
  }
  const pathsOf = async (body: object) =>
    (await refusal(act(tieling, matterId, 'describeEvidence', body))).faults.map(({ path }) => path.join('.'))

  expect(await pathsOf(alone)).toEqual(['collection.collectors'])
  expect(await pathsOf(twins)).toEqual(['collection.collectors'])
  expect(await pathsOf(copy)).toEqual(['copy.checkedBy', 'copy.checkedOn', 'copy.originalAt'])
  expect(await pathsOf(future)).toEqual(['collection.collectedAt'])
  const { device: _, ...handedIn } = alone.collection
  await act(tieling, matterId, 'describeEvidence', {
    ...alone,
    collection: { ...handedIn, origin: 'submitted', submittedBy: 'driver' },
  })
  expect(await evidenceOf(tieling, matterId)).toHaveLength(1)
})

test('a record of technical monitoring without everything of art. 41 is refused, and all that is missing is named at once', async () => {
  const matterId = await aClue()
  const file = await aFile(tieling, matterId)
  const pathsOf = async (body: object) => {
    const { faults } = await refusal(act(tieling, matterId, 'describeEvidence', body))
    for (const { message } of faults) expect(message.zh.length).toBeGreaterThan(3)
    return faults.map(({ path }) => path.slice(1).join('.')).toSorted()
  }

  expect(
    await pathsOf(
      weighing(
        file,
        { recordReviewedOn: undefined },
        {
          name: '称重设备',
          number: '1',
          calibratedFrom: '2025-01-10',
          calibratedUntil: '2025-07-09',
          legalReviewOn: '2026-04-01',
        },
      ),
    ),
  ).toEqual([
    'device.calibratedUntil',
    'device.calibrationNumber',
    'device.legalReviewOn',
    'device.publishedIn',
    'device.publishedOn',
    'device.technicalReviewOn',
    'recordReviewedOn',
  ])
  expect(await pathsOf(weighing(file, { device: undefined }))).toEqual(['device'])
  expect(
    await pathsOf(
      weighing(file, {}, { ...device, publishedOn: '2026-03-06', technicalReviewOn: '2026-03-06' }),
    ),
  ).toEqual(['device.publishedOn', 'device.technicalReviewOn'])
  expect(await evidenceOf(tieling, matterId)).toEqual([])

  await act(tieling, matterId, 'describeEvidence', weighing(file))
  expect(await evidenceOf(tieling, matterId)).toHaveLength(1)
})

test('custody begins with the collection and ends when the evidence is given back', async () => {
  const matterId = await aClue()
  const file = await aFile(tieling, matterId)
  await act(tieling, matterId, 'describeEvidence', video(file))
  const early = { ...opened(file), at: '2026-03-05T09:29:00+08:00' }
  expect(await refusal(act(tieling, matterId, 'recordCustody', early))).toMatchObject({
    faults: [{ path: ['at'], message: { zh: expect.stringMatching(/不能早于/) } }],
  })

  const { by: _, ...acted } = opened(file)
  await act(tieling, matterId, 'recordCustody', {
    ...acted,
    act: 'returned',
    at: '2026-03-08T10:00:00+08:00',
    from: '周启明',
    to: '当事人',
  })

  expect(
    await refusal(
      act(tieling, matterId, 'recordCustody', { ...opened(file), at: '2026-03-09T10:00:00+08:00' }),
    ),
  ).toMatchObject({ faults: [{ path: ['at'], message: { zh: expect.stringMatching(/已经退还/) } }] })
  // What happened before may still be recorded.
  await act(tieling, matterId, 'recordCustody', opened(file))
  const alone = { ...opened(file), by: collectors.slice(0, 1) }
  expect((await refusal(act(tieling, matterId, 'recordCustody', alone))).code).toBe('invalid-input')
})
