import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { aMatter } from '../../../../../test/a-matter.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { aRegion, type Region } from '../../../../../test/fixtures.ts'
import type { PersonActor } from '../../../../platform/actor.ts'
import { asActor } from '../../../../platform/as-actor.ts'
import { deadlineRules } from '../../../rules/rules.ts'
import { draftLetterOf } from '../../preview-letter.ts'
import { suggestedAddressee } from '../../suggested-addressee.ts'
import { caseTransferBodies, detainedTruck } from '../case-transfer/case-transfer.examples.ts'
import { materialsOf } from '../case-transfer/case-transfer.materials.ts'
import { criminalTransferChart } from './criminal-transfer.chart.ts'
import { criminalTransferBodies, overcrowdedCoach } from './criminal-transfer.examples.ts'

const { db } = await testDatabase()
let region: Region
let officer: PersonActor
let head: PersonActor
let police: PersonActor

beforeAll(async () => {
  region = await aRegion(db)
  officer = region.who('siping.officer')
  head = region.who('siping.leader')
  police = region.who('siping.partner')
})

const itsMaterials = ['investigation-report', 'objects-list', 'other-evidence']
const minute = 60_000
const hour = 60 * minute

const numbered = (number: string) => {
  const example = overcrowdedCoach(police.agencyId)
  return { ...example, case: { ...example.case, number } }
}

/** A transfer one can take further, reported under a number of its own. */
async function aReport(number: string = randomUUID(), occasion = {}) {
  const bodies = { ...criminalTransferBodies(police.agencyId), report: numbered(number) }
  const transfer = await aMatter(db, { kind: 'criminal-transfer', opener: officer, bodies })
  await transfer.attach(officer, itsMaterials)
  await transfer.does(officer, 'report', occasion)
  return transfer
}

async function aReceived(number?: string) {
  const transfer = await aReport(number)
  await transfer.does(head, 'approve')
  await transfer.does(officer, 'send')
  await transfer.does(police, 'sign')
  return transfer
}

describe('a suspected crime is reported', () => {
  test('with the four sorts of material beside the letter, of which the report cannot be left out', async () => {
    const bodies = criminalTransferBodies(police.agencyId)
    const transfer = await aMatter(db, { kind: 'criminal-transfer', opener: officer, bodies })
    const items = ['investigation-report', 'objects-list', 'appraisal', 'other-evidence']
    const excused = items.map((item) => ({ item, reason: '没有。' }))

    const refusals = [
      await transfer
        .does(officer, 'report', { body: { ...bodies.report, notApplicable: [] } })
        .catch((no) => no),
      await transfer
        .does(officer, 'report', { body: { ...bodies.report, notApplicable: excused } })
        .catch((no) => no),
    ]

    const missing = refusals.map(({ faults }) => faults.map(({ path }: { path: string[] }) => path[1]))
    expect(missing).toEqual([items, items.slice(0, 1)])
  })

  test('to the police of the same level and place, and a wrong choice is answered with the right one', async () => {
    const bodies = criminalTransferBodies(police.agencyId)
    const transfer = await aMatter(db, { kind: 'criminal-transfer', opener: officer, bodies })
    await transfer.attach(officer, itsMaterials)
    const { rows } = await sql<{ id: string; code: string }>`
      select id, code from agency where code in ('220322-GA', '211200-GA', '220300-GA', '220322-ZF')`.execute(
      db,
    )

    for (const { id, code } of rows.filter((row) => row.code !== '220300-GA'))
      await expect(
        transfer.does(officer, 'report', { body: { ...bodies.report, to: [id] } }),
        code,
      ).rejects.toMatchObject({
        faults: [{ path: ['to'], message: { zh: expect.stringContaining('四平市公安局交通警察支队') } }],
      })
  })

  test('to police who are named while it is written, or said to be missing', async () => {
    const named = async (writer: PersonActor) => {
      const bodies = criminalTransferBodies(police.agencyId)
      const { id } = await aMatter(db, { kind: 'criminal-transfer', opener: writer, bodies })
      return asActor(db, writer, (tx) => suggestedAddressee(tx, writer, id))
    }

    expect(await named(officer)).toMatchObject({
      agency: { id: police.agencyId },
      isDoubtful: false,
      words: { zh: expect.stringContaining('四平市公安局交通警察支队') },
    })
    expect(await named(region.who('tianjin.officer'))).toMatchObject({ agency: null, isDoubtful: true })
  })

  test('and decided on by the head alone, who is not the one who wrote it', async () => {
    const transfer = await aReport()

    for (const other of [officer, region.who('siping.reviewer')])
      await expect(transfer.does(other, 'approve')).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await transfer.does(head, 'refuse')).toMatchObject({ settled: true, legs: [{ state: 'refused' }] })
  })

  test('the head’s three days are not begun anew by sending the report back', async () => {
    const transfer = await aReport()
    const { approval } = await transfer.clocks()
    await transfer.does(head, 'sendBack')
    expect(await transfer.clocks()).toEqual({ approval })
    await transfer.does(officer, 'report')

    expect(await transfer.clocks()).toEqual({ approval })
  })
})

describe('the periods of the State Council', () => {
  test('run in clock hours and calendar days, each from its own event', async () => {
    const at = (instant: string) => ({ occasion: { now: instant, node: 'test' } })
    // A Friday evening before a weekend: three days are three days.
    const transfer = await aReport(randomUUID(), at('2027-03-05T10:00:00.000Z'))
    expect(await transfer.clocks()).toEqual({ approval: '2027-03-08T15:59:59.000Z' })

    await transfer.does(head, 'approve', at('2027-03-06T02:30:00.000Z'))
    expect(await transfer.clocks()).toEqual({ transfer: '2027-03-07T02:30:00.000Z' })

    await transfer.does(officer, 'send', at('2027-03-06T03:00:00.000Z'))
    await transfer.does(police, 'sign', at('2027-03-06T04:00:00.000Z'))
    expect(await transfer.clocks()).toEqual({ decision: '2027-03-09T15:59:59.000Z' })
  })

  test('cannot be set by an alliance nor extended by anybody', () => {
    const national = deadlineRules.filter(({ id }) => id.startsWith('CRIME_'))

    expect(national.map(({ id, value, unit }) => `${id} ${value} ${unit}`)).toEqual([
      'CRIME_APPROVE 3 cal_day',
      'CRIME_TRANSFER 24 hour',
      'CRIME_POLICE_FORWARD 24 hour',
      'CRIME_POLICE_DECIDE 3 cal_day',
      'CRIME_RECON_REQUEST 3 cal_day',
      'CRIME_RECON_DECIDE 3 cal_day',
      'CRIME_SUPERVISION 3 cal_day',
      'CRIME_HANDOVER 3 cal_day',
    ])
    expect(national.filter(({ editable, extension }) => editable !== 'never' || extension)).toEqual([])
    const steps = Object.values(criminalTransferChart.states).flatMap((state) => Object.values(state))
    expect(steps.filter((step) => 'extends' in step)).toEqual([])
  })

  test('give police who are not competent 24 clock hours to pass it on, and nobody more time to decide', async () => {
    const at = (instant: string) => ({ occasion: { now: instant, node: 'test' } })
    const transfer = await aReport(randomUUID(), at('2027-03-05T10:00:00.000Z'))
    await transfer.does(head, 'approve', at('2027-03-06T02:30:00.000Z'))
    await transfer.does(officer, 'send', at('2027-03-06T03:00:00.000Z'))

    await transfer.does(police, 'signNotCompetent', at('2027-03-06T04:00:00.000Z'))
    const decision = '2027-03-09T15:59:59.000Z'
    expect(await transfer.clocks()).toEqual({ forwarding: '2027-03-07T04:00:00.000Z', decision })
    await transfer.does(police, 'forwardCase', at('2027-03-06T20:00:00.000Z'))

    expect(await transfer.clocks()).toEqual({ decision })
    const { rows } = await sql<{ outcome: string; finding: string }>`
      select c.outcome, e.body #>> '{findings,0,zh}' as finding from clock c join event e using (matter_id)
      where matter_id = ${transfer.id} and c.name = 'forwarding' and e.type = 'forwardCase'`.execute(db)
    expect(rows).toEqual([{ outcome: 'met', finding: expect.stringContaining('16 小时内转送') }])
  })

  test('passed on later than that, the deadline is missed and stays so', async () => {
    const at = (instant: string) => ({ occasion: { now: instant, node: 'test' } })
    const transfer = await aReport(randomUUID(), at('2027-03-05T10:00:00.000Z'))
    await transfer.does(head, 'approve', at('2027-03-06T02:30:00.000Z'))
    await transfer.does(officer, 'send', at('2027-03-06T03:00:00.000Z'))
    await transfer.does(police, 'signNotCompetent', at('2027-03-06T04:00:00.000Z'))

    await transfer.does(police, 'forwardCase', at('2027-03-07T04:00:01.000Z'))

    const { rows } = await sql`
      select outcome from clock where matter_id = ${transfer.id} and name = 'forwarding'`.execute(db)
    expect(rows).toEqual([{ outcome: 'late' }])
  })

  test('each period on the way to the procuratorate runs three calendar days from its own event', async () => {
    const at = (instant: string) => ({ occasion: { now: instant, node: 'test' } })
    const transfer = await aReport(randomUUID(), at('2027-03-05T10:00:00.000Z'))
    await transfer.does(head, 'approve', at('2027-03-05T11:00:00.000Z'))
    await transfer.does(officer, 'send', at('2027-03-05T12:00:00.000Z'))
    await transfer.does(police, 'sign', at('2027-03-05T13:00:00.000Z'))
    await transfer.does(police, 'declineToFile', at('2027-03-06T02:00:00.000Z'))
    expect(await transfer.clocks()).toEqual({ objection: '2027-03-09T15:59:59.000Z' })

    await transfer.does(officer, 'requestReconsideration', at('2027-03-07T02:00:00.000Z'))
    expect(await transfer.clocks()).toEqual({ reconsideration: '2027-03-10T15:59:59.000Z' })

    await transfer.does(police, 'uphold', at('2027-03-08T02:00:00.000Z'))
    expect(await transfer.clocks()).toEqual({ supervision: '2027-03-11T15:59:59.000Z' })

    await transfer.does(officer, 'suggestSupervision', at('2027-03-09T02:00:00.000Z'))
    await transfer.does(police, 'file', at('2027-03-09T03:00:00.000Z'))
    expect(await transfer.clocks()).toEqual({ handOver: '2027-03-12T15:59:59.000Z' })
  })

  test('passing it on within 24 hours or later is worked out and kept', async () => {
    const transfer = await aReceived()
    await transfer.does(police, 'forwardCase', {
      occasion: { now: new Date(Date.now() + 30 * hour).toISOString(), node: 'test' },
    })

    const { rows } = await sql<{ finding: string }>`
      select body #>> '{findings,0,zh}' as finding from event
      where matter_id = ${transfer.id} and type = 'forwardCase'`.execute(db)
    expect(rows[0]?.finding).toContain('超过了 24 小时')
  })
})

describe('where the police do not file', () => {
  test('no step is dated before what it follows from', async () => {
    const bodies = criminalTransferBodies(police.agencyId)
    const transfer = await aReceived()
    const refused = async (actor: PersonActor, action: keyof typeof bodies, misdated: object) => {
      const body = { ...bodies[action], ...misdated }
      const refusal = await transfer.does(actor, action, { body }).catch((no) => no)
      return refusal.faults?.map(({ path, message }: { path: string[]; message: { zh: string } }) => [
        ...path,
        message.zh,
      ])
    }

    // Discovered on the 2nd, not filed on the 5th.
    expect(await refused(police, 'declineToFile', { decidedOn: '2025-10-01' })).toEqual([
      ['decidedOn', '早于案件发现的日期（2025-10-02），请核对。'],
    ])
    await transfer.does(police, 'declineToFile')
    await transfer.does(officer, 'requestReconsideration')
    expect(await refused(police, 'uphold', { decidedOn: '2025-10-04' })).toEqual([
      ['decidedOn', '早于公安机关决定不予立案的日期（2025-10-05），请核对。'],
    ])
    await transfer.does(police, 'file')
    expect(await refused(officer, 'handOver', { at: '2025-10-04T10:00:00+08:00' })).toEqual([
      ['at', '早于公安机关决定立案的日期（2025-10-05），请核对。'],
    ])
  })

  test('they reconsider, the procuratorate supervises, and the police file after all', async () => {
    const transfer = await aReceived()
    await transfer.does(police, 'declineToFile')
    await transfer.does(officer, 'requestReconsideration')
    await transfer.does(police, 'uphold')
    await transfer.does(officer, 'suggestSupervision')

    expect(await transfer.does(police, 'file')).toMatchObject({ lead: police.agencyId })
    await transfer.does(officer, 'handOver')
    await transfer.does(police, 'confirmHandOver')
    expect(await transfer.does(police, 'conclude')).toMatchObject({ settled: true, lead: police.agencyId })
  })

  test('what each side answers goes as a letter; the suggestion goes to the procuratorate, and the police get a copy', async () => {
    const transfer = await aReceived()
    await transfer.does(police, 'declineToFile')
    await transfer.does(officer, 'requestReconsideration')
    await transfer.does(police, 'uphold')
    const { suggestSupervision } = criminalTransferBodies(police.agencyId)
    const preview = await asActor(db, officer, (tx) =>
      draftLetterOf(tx, officer, {
        matterId: transfer.id,
        action: 'suggestSupervision',
        body: suggestSupervision,
      }),
    )
    await transfer.does(officer, 'suggestSupervision')
    const before = await transfer.letters()
    await transfer.does(police, 'file')

    const after = await transfer.letters()
    const to = [{ id: null, name: suggestSupervision.procuratorate }]
    expect(preview).toMatchObject({ number: null, to, parts: before.at(-1)?.parts })
    expect(before.filter(({ isVoid }) => isVoid)).toEqual([])
    expect(before.at(-1)).toMatchObject({
      to,
      copies: [{ id: police.agencyId }],
    })
    expect(after.map(({ type, isVoid }) => [type, isVoid])).toEqual([
      ['criminal-transfer', false],
      ['criminal-receipt', false],
      ['criminal-not-filed', true],
      ['criminal-reconsideration', false],
      ['criminal-upheld', true],
      ['criminal-supervision', false],
      ['criminal-filed', false],
    ])
    expect(JSON.stringify(after.at(-1)?.parts)).toContain('并经人民检察院立案监督')
  })

  test('police who are not competent say so in the receipt, name who is when they pass it on, and that organ decides', async () => {
    const transfer = await aReport()
    await transfer.does(head, 'approve')
    await transfer.does(officer, 'send')
    await transfer.does(police, 'signNotCompetent')
    await transfer.does(police, 'forwardCase')
    await transfer.does(police, 'file')

    const [, receipt, notice, filed] = (await transfer.letters()).map(({ parts }) => JSON.stringify(parts))
    expect(receipt).toContain('该案不属我单位管辖，依法转送四平市公安局铁东分局')
    expect(notice).toContain('不属管辖的理由：犯罪地在铁东区')
    expect(filed).toMatch(/四平市公安局铁东分局于\d+年\d+月\d+日决定立案侦查/)
  })

  test('reconsideration is asked for within its three days, and after them the way that stays open is named', async () => {
    const transfer = await aReceived()
    await transfer.does(police, 'declineToFile')
    const late = { occasion: { now: new Date(Date.now() + 5 * 24 * hour).toISOString(), node: 'test' } }

    await expect(transfer.does(officer, 'requestReconsideration', late)).rejects.toMatchObject({
      code: 'not-now',
      words: { zh: expect.stringContaining('建议人民检察院') },
    })
    expect(await transfer.does(officer, 'suggestSupervision', late)).toMatchObject({
      legs: [{ state: 'supervised' }],
    })
  })

  test('or the agency accepts it and deals with the case itself', async () => {
    const transfer = await aReceived()
    await transfer.does(police, 'declineToFile')

    expect(await transfer.does(officer, 'acceptNotFiling')).toMatchObject({
      settled: true,
      lead: officer.agencyId,
    })
  })
})

describe('while the police have the case', () => {
  /** A case transfer that its receiver has filed, ready to be decided. */
  async function aFiledCase(number: string) {
    const example = detainedTruck(officer.agencyId)
    const content = { ...example, case: { ...example.case, number } }
    const bodies = { ...caseTransferBodies(officer.agencyId), submit: content }
    const sender = region.who('tielingxian.officer')
    const transfer = await aMatter(db, { kind: 'case-transfer', opener: sender, bodies })
    await transfer.attach(
      sender,
      materialsOf(content).map(({ item }) => item),
    )
    await transfer.does(sender, 'submit')
    await transfer.does(region.who('tielingxian.reviewer'), 'approve')
    await transfer.does(sender, 'send')
    await transfer.does(officer, 'acknowledge')
    await transfer.does(officer, 'accept')
    await transfer.does(officer, 'file', { body: { ...bodies.file, caseNumber: `吉-${number}` } })
    return { transfer, bodies }
  }

  test('no penalty is decided, under whichever number, until they decline or give it back', async () => {
    const number = randomUUID()
    const { transfer } = await aFiledCase(number)
    const crime = await aReceived(`吉-${number}`)
    const locked = { code: 'not-now', words: { zh: expect.stringContaining('不得作出行政处罚决定') } }

    await expect(transfer.does(officer, 'decide')).rejects.toMatchObject(locked)
    await crime.does(police, 'file')
    await expect(transfer.does(officer, 'decide')).rejects.toMatchObject(locked)
    await crime.does(officer, 'handOver')
    expect(await crime.does(police, 'sendBackForPenalty')).toMatchObject({ lead: officer.agencyId })

    expect(await transfer.does(officer, 'decide')).toMatchObject({ legs: [{ state: 'decided' }] })
  })

  test('a decision without penalty, such as handing it to justice, stays possible', async () => {
    const number = randomUUID()
    const { transfer, bodies } = await aFiledCase(number)
    await aReceived(number)
    const { penalties: _, fineYuan: __, ...rest } = bodies.decide as Record<string, unknown>

    expect(await transfer.does(officer, 'decide', { body: { ...rest, outcome: 'judicial' } })).toMatchObject({
      legs: [{ state: 'decided' }],
    })
  })

  test('after a criminal fine only a further fine is refused', async () => {
    const number = randomUUID()
    const { transfer, bodies } = await aFiledCase(number)
    const crime = await aReceived(number)
    await crime.does(police, 'file')
    await crime.does(officer, 'handOver')
    await crime.does(police, 'conclude')

    await expect(transfer.does(officer, 'decide')).rejects.toMatchObject({
      words: { zh: expect.stringContaining('第三十五条') },
    })
    const { fineYuan: _, ...rest } = bodies.decide as Record<string, unknown>
    await expect(
      transfer.does(officer, 'decide', { body: { ...rest, penalties: ['suspend-licence'] } }),
    ).resolves.toBeDefined()
  })

  test('P5 the case is not transferred to another agency', async () => {
    const number = randomUUID()
    await aReceived(number)
    const example = detainedTruck(region.who('tieling.officer').agencyId)
    const content = { ...example, case: { ...example.case, number } }
    const transfer = await aMatter(db, { kind: 'case-transfer', opener: officer, bodies: {} })
    await transfer.attach(
      officer,
      materialsOf(content).map(({ item }) => item),
    )

    await expect(transfer.does(officer, 'submit', { body: content })).rejects.toMatchObject({
      code: 'not-now',
      words: { zh: expect.stringContaining('不得再移送其他机关') },
    })
  })
})
