import { randomUUID } from 'node:crypto'
import type { Kind } from '../src/features/matters/kind.ts'
import { caseNoticeBodies } from '../src/features/matters/kinds/case-notice/case-notice.examples.ts'
import { caseTransferBodies } from '../src/features/matters/kinds/case-transfer/case-transfer.examples.ts'
import { clueBodies } from '../src/features/matters/kinds/clue/clue.examples.ts'
import { coInvestigationBodies } from '../src/features/matters/kinds/co-investigation/co-investigation.examples.ts'
import { consultationBodies } from '../src/features/matters/kinds/consultation/consultation.examples.ts'
import { criminalTransferBodies } from '../src/features/matters/kinds/criminal-transfer/criminal-transfer.examples.ts'
import { dataCorrectionBodies } from '../src/features/matters/kinds/data-correction/data-correction.examples.ts'
import { documentServiceBodies } from '../src/features/matters/kinds/document-service/document-service.examples.ts'
import { evidenceRecognitionBodies } from '../src/features/matters/kinds/evidence-recognition/evidence-recognition.examples.ts'
import { executionHelpBodies } from '../src/features/matters/kinds/execution-help/execution-help.examples.ts'
import { forceRequestBodies } from '../src/features/matters/kinds/force-request/force-request.examples.ts'
import { jurisdictionDisputeBodies } from '../src/features/matters/kinds/jurisdiction-dispute/jurisdiction-dispute.examples.ts'
import { kindOf, kinds } from '../src/features/matters/kinds/kinds.ts'
import { lookoutBodies } from '../src/features/matters/kinds/lookout/lookout.examples.ts'
import { partnerReferralBodies } from '../src/features/matters/kinds/partner-referral/partner-referral.examples.ts'
import { warningNoticeBodies } from '../src/features/matters/kinds/warning-notice/warning-notice.examples.ts'
import type { AgencyId } from '../src/kernel/ids.ts'

/** A good body for each action. */
export type Bodies = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** Who plays a kind 事项类型 that goes between agencies, and with what. Logins of the demonstration, the one who opens it first. */
export type PlayedKind = {
  readonly name: string
  readonly kind: Kind
  readonly asker: readonly string[]
  /** The people of each agency it may go to. */
  readonly answerers: readonly (readonly string[])[]
  /** The action that carries the content, and the one that delivers it. */
  readonly writing: string
  readonly sending: string
  /** Bodies with a content about another thing each time: a number of its own. */
  readonly bodies: (to: readonly AgencyId[]) => Bodies
}

const peopleOf = (place: string): readonly string[] =>
  ['officer', 'reviewer', 'leader'].map((role) => `${place}.${role}`)
const police = ['siping.partner']

type Cast = {
  readonly asker?: readonly string[]
  readonly answerers?: readonly (readonly string[])[]
  readonly bodies: (to: readonly AgencyId[]) => unknown
  /** Where the content names the thing it is about. */
  readonly subject?: readonly string[]
  readonly newSubject?: () => string
}

const toOne =
  (bodies: (to: AgencyId) => unknown) =>
  ([to]: readonly AgencyId[]) =>
    bodies(to as AgencyId)

let plates = 10_000

const casts: Readonly<Record<string, Cast>> = {
  'case-transfer': { bodies: toOne(caseTransferBodies), subject: ['case', 'number'] },
  clue: { bodies: clueBodies },
  'co-investigation': { bodies: (to) => coInvestigationBodies(...to) },
  'document-service': { bodies: toOne(documentServiceBodies), subject: ['document', 'number'] },
  'execution-help': { bodies: toOne(executionHelpBodies) },
  'case-notice': { bodies: caseNoticeBodies, subject: ['decision', 'decisionNumber'] },
  'jurisdiction-dispute': {
    answerers: [peopleOf('lishu')],
    bodies: toOne(jurisdictionDisputeBodies),
    subject: ['dispute', 'caseNumber'],
  },
  'criminal-transfer': {
    asker: peopleOf('siping'),
    answerers: [police],
    bodies: toOne(criminalTransferBodies),
    subject: ['case', 'number'],
  },
  'evidence-recognition': { bodies: toOne(evidenceRecognitionBodies) },
  'force-request': { bodies: forceRequestBodies },
  lookout: {
    bodies: lookoutBodies,
    subject: ['vehicles', '0', 'plate'],
    newSubject: () => `辽M${plates++}`,
  },
  'data-correction': { bodies: toOne(dataCorrectionBodies), subject: ['record', 'recordNumber'] },
  'warning-notice': { bodies: warningNoticeBodies },
  'partner-referral': {
    asker: police,
    answerers: [peopleOf('siping')],
    bodies: toOne(partnerReferralBodies),
  },
  consultation: { bodies: consultationBodies },
}

/** Every kind that goes from one agency to another; a case of one's own goes nowhere. */
export const playedKinds: readonly PlayedKind[] = kinds
  .filter(({ mostAddressees }) => mostAddressees > 0)
  .map(({ name }) => {
    const cast = casts[name]
    if (!cast) throw new Error(`Nobody plays ${name}: give it a cast in test/each-kind.ts.`)
    const kind: Kind = kindOf(name)
    const { asker = peopleOf('tieling'), subject, newSubject = randomUUID } = cast
    const answerers = cast.answerers ?? [peopleOf('siping'), peopleOf('lishu')]
    const writing = actionWith(kind, 'addresses')
    return {
      name,
      kind,
      asker,
      answerers: answerers.slice(0, kind.mostAddressees),
      writing,
      sending: actionWith(kind, 'sends'),
      bodies(to) {
        const bodies = cast.bodies(to) as Bodies
        const content = structuredClone(bodies[writing]) as Record<string, unknown>
        if (subject) setAt(content, subject, newSubject())
        return { ...bodies, [writing]: content }
      },
    }
  })

function actionWith({ name, chart }: Kind, mark: 'addresses' | 'sends'): string {
  const found = Object.values(chart.states)
    .flatMap((steps) => Object.entries(steps))
    .find(([, step]) => step[mark])
  if (!found) throw new Error(`No action of ${name} ${mark}.`)
  return found[0]
}

function setAt(
  value: Record<string, unknown>,
  [step = '', ...path]: readonly string[],
  wanted: string,
): void {
  if (path.length === 0) value[step] = wanted
  else setAt(value[step] as Record<string, unknown>, path, wanted)
}
