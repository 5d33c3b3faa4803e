import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { asActor } from '../../platform/as-actor.ts'
import { actOnMatter } from '../matters/matters.ts'
import { aFileServer } from './files.fixture.ts'
import { type RetentionView, reportRetention } from './retention.ts'
import { anMp4, aPng } from './sample-files.fixture.ts'

const { db } = await testDatabase()
const desk = await aFileServer(db)
const tieling = 'tieling.officer'

async function aFile(matterId: string, name: string, query: Readonly<Record<string, string>> = {}) {
  const bytes = name.endsWith('.mp4') ? anMp4(1_000 + Math.floor(Math.random() * 5_000)) : aPng(Math.random())
  const answer = await desk.upload(tieling, matterId, { name, ...query }, bytes)
  return ((await answer.json()) as { id: string }).id
}
const reportOf = async (login: string, view: 'over' | 'kept' = 'over') =>
  (
    (await (await desk.ask(login, `/files/retention?view=${view}`)).json()) as {
      items: RetentionView[]
    }
  ).items
const settle = (matterId: string, isSettled: boolean) =>
  sql`update matter set settled_at = case when ${isSettled} then now() end where id = ${matterId}`.execute(db)

/** Says of a file that it is evidence. */
async function describeAsEvidence(matterId: string, file: string) {
  const actor = desk.person(tieling)
  await asActor(db, actor, async (tx) => {
    const { rows } = await sql<{
      version: number
    }>`select version from matter where id = ${matterId}`.execute(tx)
    const body = {
      file,
      kind: 'audio-visual',
      proves: '现场情况。',
      copy: { copy: 'original' },
      collection: {
        origin: 'submitted',
        collectedAt: '2025-12-05T09:30:00+08:00',
        place: 'G102',
        submittedBy: 'driver',
        collectors: [{ name: '周启明', certificateNumber: '21120001' }],
      },
    }
    await actOnMatter(tx, actor, {
      matterId,
      action: 'describeEvidence',
      body,
      expectedVersion: rows[0]?.version,
    })
  })
}

test('sound and video that are no evidence are reported half a year after they came, and nothing is ever deleted', async () => {
  const matterId = await desk.aDraft()
  const old = await aFile(matterId, '巡查.mp4')
  await aFile(matterId, '照片.png')
  await aFile(matterId, '材料.mp4', { item: 'evidence' })
  const young = await aFile(matterId, '昨日.mp4')
  await sql`update attachment set added_at = '2026-01-05T02:00:00Z' where matter_id = ${matterId} and id <> ${young}`.execute(
    db,
  )
  await sql`update attachment set added_at = '2026-07-04T02:00:00Z' where id = ${young}`.execute(db)

  expect(await reportRetention(db, '2026-07-06T00:00:00Z'), 'while the matter goes on').toBe(0)
  await settle(matterId, true)
  expect(await reportRetention(db, '2026-07-05T15:59:00Z'), 'on the last day').toBe(0)
  expect(await reportRetention(db, '2026-07-05T16:01:00Z'), 'the day after').toBe(1)
  expect(await reportRetention(db, '2026-07-06T00:00:00Z'), 'once').toBe(0)

  expect(await reportOf(tieling)).toEqual([
    expect.objectContaining({ file: old, name: '巡查.mp4', rule: 'AV_RETENTION' }),
  ])
  expect(await reportOf('siping.officer')).toEqual([])
  expect(await desk.list(tieling, matterId)).toHaveLength(4)
  expect((await desk.ask(tieling, `/files/${old}`)).status).toBe(200)

  await settle(matterId, false)
  await describeAsEvidence(matterId, old)
  await settle(matterId, true)
  await sql`update attachment set added_at = '2026-07-05T02:00:00Z' where id = ${young}`.execute(db)
  await reportRetention(db, '2026-08-06T00:00:00Z')
  expect(await reportOf(tieling)).toEqual([])
})

test('what is evidence is kept as long as its case file, however old', async () => {
  const matterId = await desk.aDraft()
  const file = await aFile(matterId, '执法.mp4')
  await sql`update attachment set added_at = '2020-01-05T02:00:00Z' where id = ${file}`.execute(db)
  await describeAsEvidence(matterId, file)
  await settle(matterId, true)

  expect(await reportRetention(db, '2026-07-06T00:00:00Z')).toBe(0)
})

test('of each recording of one’s agency it is said until when it is kept, and why', async () => {
  const matterId = await desk.aDraft()
  const reasons = {
    material: await aFile(matterId, '材料.mp4', { item: 'evidence' }),
    evidence: await aFile(matterId, '执法.mp4'),
    over: await aFile(matterId, '巡查.mp4'),
    checking: await aFile(matterId, '未核对.mp4'),
    time: await aFile(matterId, '今日.mp4'),
  }
  await aFile(matterId, '照片.png')
  await describeAsEvidence(matterId, reasons.evidence)
  const old = [reasons.over, reasons.checking]
  await sql`update attachment set added_at = '2025-01-05T02:00:00Z' where id = any(${old}::uuid[])`.execute(
    db,
  )
  const ongoing = await desk.aDraft()
  const fresh = await aFile(ongoing, '进行中.mp4')
  await settle(matterId, true)
  await reportRetention(db, '2026-07-06T00:00:00Z')
  await sql`delete from retention_report where file_id = ${reasons.checking}`.execute(db)

  const said = [...(await reportOf(tieling)), ...(await reportOf(tieling, 'kept'))]

  const of = (file: string) => said.find((each) => each.file === file)
  for (const [why, file] of Object.entries({ ...reasons, ongoing: fresh }))
    expect(of(file), why).toMatchObject({ why, rule: 'AV_RETENTION', confidence: 'M' })
  expect(of(reasons.over)).toMatchObject({
    keptUntil: expect.stringContaining('2025-07-05'),
    matter: { id: matterId, number: expect.any(String) },
  })
  for (const file of [reasons.material, reasons.evidence]) expect(of(file)?.keptUntil).toBeNull()
  expect((await reportOf(tieling)).map(({ file }) => file)).toEqual([reasons.over])
  expect(said.map(({ name }) => name)).not.toContain('照片.png')
  expect(await reportOf('siping.officer', 'kept')).toEqual([])
})

test('nobody of an agency writes into the report', async () => {
  const actor = desk.person(tieling)
  await expect(asActor(db, actor, (tx) => sql`delete from retention_report`.execute(tx))).rejects.toThrow(
    /permission denied/,
  )
})
