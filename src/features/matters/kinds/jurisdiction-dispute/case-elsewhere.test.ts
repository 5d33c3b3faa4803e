import { expect, test } from 'vitest'
import { aboutAnotherTruck, aCaseUntil, on } from '../../../../../test/a-case-of-march.ts'
import { aMatter } from '../../../../../test/a-matter.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { aRegion } from '../../../../../test/fixtures.ts'
import { asActor } from '../../../../platform/as-actor.ts'
import { readMatter } from '../../read-matter.ts'
import { caseStanding } from '../case/case-standing.ts'
import { caseTransferBodies, detainedTruck } from '../case-transfer/case-transfer.examples.ts'
import { materialsOf } from '../case-transfer/case-transfer.materials.ts'
import { jurisdictionDisputeBodies, loadedAndWeighed } from './jurisdiction-dispute.examples.ts'

// Whoever lost a case in a dispute, or gave it away in a transfer, stops dealing with it (行政处罚法 Arts. 25 and 29).

const { db } = await testDatabase()
const region = await aRegion(db)
const finder = region.who('tieling.officer')
const finderLeader = region.who('tieling.leader')
const loader = region.who('lishu.officer')
const ministry = region.who('ministry.supervisor')

/** A case of the finder until this step. */
async function aCase(last: 'register' | 'conclude') {
  const { bodies } = aboutAnotherTruck()
  const played = await aCaseUntil(db, last, { officer: finder, leader: finderLeader }, bodies)
  return { ...played, caseNumber: bodies.file.caseNumber }
}

/** A case of the finder that was investigated to its end. */
const aConcludedCase = () => aCase('conclude')

/** A dispute over this case, which may have no number yet, before the common superior. */
async function aReferredDispute(caseNumber: string | undefined) {
  const example = loadedAndWeighed(loader.agencyId)
  const { caseNumber: _, filedAt: __, ...position } = example.position
  const { caseNumber: ___, ...about } = example.dispute
  const numbered = caseNumber === undefined ? about : { ...about, caseNumber }
  const bodies = {
    ...jurisdictionDisputeBodies(loader.agencyId),
    raise: { ...example, dispute: numbered, position },
  }
  const dispute = await aMatter(db, { kind: 'jurisdiction-dispute', opener: finder, bodies })
  await dispute.does(finder, 'raise')
  const { number } = await dispute.does(finderLeader, 'escalate')
  return { ...dispute, number }
}

/** A transfer of this case to the other side, which has accepted it. */
async function anAcceptedTransfer(caseNumber: string) {
  const example = detainedTruck(loader.agencyId)
  const submit = { ...example, case: { ...example.case, number: caseNumber } }
  const bodies = { ...caseTransferBodies(loader.agencyId), submit }
  const transfer = await aMatter(db, { kind: 'case-transfer', opener: finder, bodies })
  await transfer.attach(
    finder,
    materialsOf(submit).map(({ item }) => item),
  )
  await transfer.does(finder, 'submit')
  await transfer.does(region.who('tieling.reviewer'), 'approve')
  await transfer.does(finder, 'send')
  await transfer.does(loader, 'acknowledge')
  const { number } = await transfer.does(loader, 'accept')
  return { ...transfer, number }
}

/** What the page of the case says about jurisdiction. */
const jurisdictionOf = async (matterId: string) => {
  const { gates } = await asActor(db, finder, (tx) => caseStanding(tx, matterId))
  return gates.find(({ name }) => name === 'jurisdiction')
}
const notice = { occasion: on('2026-03-09T11:00:00') }

test('while a dispute is open the case goes on, and when another agency is designated it does not', async () => {
  const disputed = await aConcludedCase()
  const dispute = await aReferredDispute(disputed.caseNumber)
  expect(await jurisdictionOf(disputed.id)).toMatchObject({ is: 'not-needed' })

  await dispute.does(ministry, 'designateAnswerer')

  expect(await jurisdictionOf(disputed.id)).toMatchObject({
    is: 'shut',
    why: { zh: expect.stringMatching(new RegExp(`梨树县.*${dispute.number}.*移送有管辖权的行政机关`)) },
  })
  await expect(disputed.does(finder, 'serveNotice', notice)).rejects.toMatchObject({
    code: 'not-now',
    facts: { in: dispute.number },
  })
})

test('no penalty is decided on what was lost after the party had been told', async () => {
  const disputed = await aConcludedCase()
  await disputed.does(finder, 'serveNotice', notice)
  const dispute = await aReferredDispute(disputed.caseNumber)
  await dispute.does(ministry, 'designateAnswerer')

  await expect(
    disputed.does(finderLeader, 'decide', { occasion: on('2026-03-17T16:00:00') }),
  ).rejects.toMatchObject({ facts: { missing: ['jurisdiction'] } })
})

test('who was designated goes on with its own case', async () => {
  const disputed = await aConcludedCase()
  const dispute = await aReferredDispute(disputed.caseNumber)

  await dispute.does(ministry, 'designateAsker')

  expect(await jurisdictionOf(disputed.id)).toMatchObject({ is: 'not-needed' })
  await expect(disputed.does(finder, 'serveNotice', notice)).resolves.toMatchObject({
    legs: [{ state: 'noticed' }],
  })
})

test('a case over which jurisdiction was settled before it had a number is not filed here', async () => {
  const disputed = await aCase('register')
  const dispute = await aReferredDispute(undefined)
  await dispute.does(finder, 'link', { body: { to: disputed.id, relation: 'same-case' } })
  await dispute.does(ministry, 'designateAnswerer')
  await disputed.looksAgain()

  const page = await asActor(db, finderLeader, (tx) => readMatter(tx, finderLeader, disputed.id))
  expect(page.legs[0]?.openActions.find(({ action }) => action === 'file')).toMatchObject({
    whyWords: { zh: expect.stringMatching(new RegExp(`梨树县.*${dispute.number}.*不再立案`)) },
  })
  await expect(
    disputed.does(finderLeader, 'file', { occasion: on('2026-03-05T15:00:00') }),
  ).rejects.toMatchObject({ code: 'not-now' })
})

test('a case under a number that was settled on another agency is not filed here', async () => {
  const disputed = await aCase('register')
  const dispute = await aReferredDispute(disputed.caseNumber)
  await dispute.does(ministry, 'designateAnswerer')

  await expect(
    disputed.does(finderLeader, 'file', { occasion: on('2026-03-05T15:00:00') }),
  ).rejects.toMatchObject({ code: 'not-now', facts: { in: dispute.number } })
})

test('a case that was accepted elsewhere rests here, until the receiver declines to file it', async () => {
  const sent = await aConcludedCase()
  const transfer = await anAcceptedTransfer(sent.caseNumber)
  expect(await jurisdictionOf(sent.id)).toMatchObject({
    is: 'shut',
    why: { zh: expect.stringContaining(transfer.number) },
  })

  await transfer.does(loader, 'declineToFile')

  expect(await jurisdictionOf(sent.id)).toMatchObject({ is: 'not-needed' })
})
