import { chinaDayOf } from '../../../../kernel/day.ts'
import type { Words } from '../../../../kernel/words.ts'
import type { NoticeFacts } from '../case-notice/notice-of.ts'
import { chinaDay } from '../letter-facts.ts'
import { measuredOf } from '../overload-fields.ts'
import type { FoundAct } from './acts-elsewhere.ts'
import type { Registration } from './case.contract.ts'
import { type CaseRecord, decisionThatHolds } from './case-record.ts'
import type { ForeignEvidence } from './foreign-evidence.ts'
import type { UnderWay } from './under-way.ts'

/** A case as other matters begin from it. */
export type CaseFacts = {
  readonly content: Registration
  readonly record: CaseRecord
  /** The reference of the matter, which stands for the case number until it is filed. */
  readonly number: string
  /** Before filing: who deals with the same act, the surest first. */
  readonly elsewhere?: FoundAct | undefined
  /** The measures in force. */
  readonly measures?: readonly MeasureInForce[]
  /** What agencies of other provinces collected; those not recognised are asked for. */
  readonly foreign?: readonly ForeignEvidence[]
  /** What was begun from it and goes on, where a second one makes no sense. */
  readonly underWay?: readonly UnderWay[]
}

/** A measure whose term is running, with the words of that term. */
export type MeasureInForce = {
  readonly name: 'evidence' | 'seizure'
  readonly words: Words
  /** The number of its document. */
  readonly measure: string
  /** Instants, UTC: when it was taken, and until when it lasts. */
  readonly from: string
  readonly until: string
  /** Where the things are kept. */
  readonly place: string
}

/** What a matter of another kind begins with, as far as the case knows it; the rest is written by the officer. */
type Begun = Readonly<Record<string, unknown>>

const caseNumberOf = ({ record, number }: CaseFacts): string => record.filed?.caseNumber ?? number
const filedAtOf = ({ record }: CaseFacts): string | undefined => record.filed?.filedAt ?? record.filed?.at
/** Where it came to light, or else the last point. */
const foundAt = ({ content: { points } }: CaseFacts) =>
  points.find(({ role }) => role === 'detection' || role === 'place') ?? points.at(-1)
const factsOf = ({ content, record }: CaseFacts): string => record.conclusion?.facts ?? content.about.facts
const lawOf = ({ content, record }: CaseFacts): string => record.conclusion?.law ?? content.about.law
const isDecided = ({ record }: CaseFacts): boolean => decisionThatHolds(record) !== undefined
/** What is on record as fully carried out needs nobody's help. */
const isCarriedOut = ({ record }: CaseFacts): boolean => record.execution?.execution === 'executed'
/** A decision without penalty leaves nothing to carry out. */
const isPunished = ({ record }: CaseFacts): boolean => decisionThatHolds(record)?.penalties !== undefined

const subjectsOf = ({ content: { party, vehicle, ship, overload } }: CaseFacts): Begun =>
  present({ party, vehicle, ship, overload })

/** Drops what is not known, so that a draft shows it as still to be written. */
const present = (fields: Begun): Begun =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

const transfer = (facts: CaseFacts): Begun => {
  const { about, officers, contact } = facts.content
  const { place, road } = foundAt(facts) ?? {}
  return {
    ...toWhoFiledFirst(facts),
    case: present({
      number: caseNumberOf(facts),
      cause: about.cause,
      source: about.source,
      sourceNote: about.sourceNote,
      discoveredAt: about.discoveredAt,
      place,
      road,
      facts: factsOf(facts),
      law: lawOf(facts),
    }),
    ...subjectsOf(facts),
    ...measuresToHandOver(facts),
    officers,
    contact,
  }
}

/** What is in force goes along with its term. Whether things were sealed 查封 or seized 扣押 the case does not tell. */
const measuresToHandOver = ({ measures = [] }: CaseFacts): Begun =>
  measures.length > 0
    ? {
        measures: measures.map(({ name, measure, from, until, place }) => ({
          ...(name === 'evidence' ? { kind: 'register-save' } : {}),
          decisionNumber: measure,
          from,
          until,
          place,
        })),
      }
    : {}

/** The act is filed elsewhere already: it goes to whoever filed it (行政处罚法 Art. 25). */
const toWhoFiledFirst = ({ elsewhere }: CaseFacts): Begun =>
  elsewhere
    ? {
        to: [elsewhere.agency.id],
        ground: {
          trigger: 'earlier-filing',
          reasons: `${elsewhere.agency.name}已于${chinaDayOf(elsewhere.at)}就同一违法行为立案（${elsewhere.number}），由最先立案的机关管辖。`,
          legalBasis: '《中华人民共和国行政处罚法》第二十五条',
        },
      }
    : {}

const coInvestigation = (facts: CaseFacts): Begun => {
  const { about, vehicle, ship, officers, contact } = facts.content
  const subjects = [
    ...(vehicle ? [{ kind: 'vehicle', ...vehicle }] : []),
    ...(ship ? [{ kind: 'ship', ...ship }] : []),
  ]
  return {
    ...askingForRecognition(facts),
    case: present({ number: caseNumberOf(facts), cause: about.cause, facts: factsOf(facts).slice(0, 3_000) }),
    ...(subjects.length > 0 ? { subjects } : {}),
    officers,
    contact,
  }
}

/** Evidence of another region that nobody recognised is asked for where it was collected: only who collected it can offer it. */
const askingForRecognition = (facts: CaseFacts): Begun => {
  const open = (facts.foreign ?? []).filter(({ isRecognised }) => !isRecognised)
  const [first] = open.flatMap(({ collectedBy }) => collectedBy ?? [])
  if (!first) return {}
  const names = open.flatMap(({ collectedBy, name }) => (collectedBy?.id === first.id ? [`“${name}”`] : []))
  return {
    to: [first.id],
    tasks: [
      {
        kind: 'fetch-record',
        what: `请以“证据互认”事项提供${names.join('、')}，案号写“${caseNumberOf(facts)}”，并按两地证据标准附齐材料，供本机关逐份审核。`,
      },
    ],
  }
}

const dispute = (facts: CaseFacts): Begun => {
  const { about, party, vehicle, ship, contact } = facts.content
  const { place, road, at } = foundAt(facts) ?? {}
  return {
    ...(facts.elsewhere ? { to: [facts.elsewhere.agency.id] } : {}),
    dispute: present({
      behaviour: about.behaviour,
      cause: about.cause,
      caseNumber: facts.record.filed?.caseNumber,
      place,
      road,
      occurredAt: at,
      facts: factsOf(facts),
    }),
    ...present({ party, vehicle, ship }),
    position: present({
      competent: 'asker',
      caseNumber: facts.record.filed?.caseNumber,
      filedAt: filedAtOf(facts),
      measures: measuresOf(facts),
    }),
    contact,
  }
}

/** The terms of measures do not stop during a dispute, so the other side and the superior read when each ends. */
const measuresOf = ({ measures = [] }: CaseFacts): string | undefined =>
  measures.length > 0
    ? measures
        .map(({ words, measure, until }) => `${words.zh}（${measure}）至${chinaDay(chinaDayOf(until))}。`)
        .join('\n')
    : undefined

const documentService = (facts: CaseFacts): Begun => {
  const { party, contact } = facts.content
  const { notice } = facts.record
  const decision = decisionThatHolds(facts.record)
  const document = decision
    ? { kind: 'decision', number: decision.decisionNumber, decidedOn: decision.decidedOn }
    : notice && { kind: 'notice', number: notice.number }
  return {
    ...(document ? { document } : {}),
    recipient: party,
    request: present({ caseNumber: caseNumberOf(facts) }),
    contact,
  }
}

const executionHelp = (facts: CaseFacts): Begun => {
  const { party, vehicle, officers, contact } = facts.content
  const decision = decisionThatHolds(facts.record)
  return {
    decision: present({
      caseNumber: caseNumberOf(facts),
      number: decision?.decisionNumber,
      decidedOn: decision?.decidedOn,
      servedOn: servedOn(facts.record),
      holds: decision?.summary?.slice(0, 2_000),
    }),
    ...present({ party, vehicle }),
    officers,
    contact,
  }
}

/** When the decision was served that holds now; one that was changed is served anew, outside the case's record. */
const servedOn = ({ service, revision }: CaseRecord): string | undefined =>
  service && !revision ? chinaDayOf(service.servedAt) : undefined

const criminalTransfer = (facts: CaseFacts): Begun => {
  const { about, party, vehicle, ship, officers, contact } = facts.content
  const decision = decisionThatHolds(facts.record)
  return {
    case: present({
      number: caseNumberOf(facts),
      cause: about.cause,
      discoveredAt: about.discoveredAt,
      place: foundAt(facts)?.place,
      facts: factsOf(facts),
      law: lawOf(facts),
    }),
    ...present({ party, vehicle, ship, earlierPenalties: decision && penaltiesOf(decision) }),
    team: officers,
    contact,
  }
}

/** What was imposed before the case goes to the police: it is told them, and a fine is set off against a criminal one (order 310 Art. 11). */
const penaltiesOf = ({
  penalties,
  decisionNumber,
  decidedOn,
  fineYuan,
}: NonNullable<CaseRecord['decision']>): readonly Begun[] | undefined =>
  penalties?.map((kind) =>
    present({ kind, decisionNumber, decidedOn, fineYuan: kind === 'fine' ? fineYuan : undefined }),
  )

/** Behaviours as notices name them. */
const noticeBehaviours = {
  overload: 'overload',
  oversize: 'oversize',
  'illegal-passenger': 'passenger',
  'illegal-freight': 'freight',
  hazmat: 'hazmat',
  'tour-coach': 'passenger',
  taxi: 'passenger',
  waterway: 'waterway',
  'road-damage': 'other',
  other: 'other',
} as const satisfies Record<Registration['about']['behaviour'], NoticeFacts['decision']['behaviour']>

/** What a notice to the licensing region says of the case; undefined without a penalty that holds. */
export function noticeFactsOf(facts: CaseFacts, handledOn: string): NoticeFacts | undefined {
  const { about, vehicle, overload } = facts.content
  const { execution } = facts.record
  const decision = decisionThatHolds(facts.record)
  const at = foundAt(facts)
  if (!decision?.penalties || !at) return undefined
  return {
    vehicle,
    decision: {
      behaviour: noticeBehaviours[about.behaviour],
      caseNumber: caseNumberOf(facts),
      occurredAt: at.at,
      place: at.place,
      facts: factsOf(facts).slice(0, 3_000),
      ...(overload ? measuredOf(overload) : {}),
      decisionNumber: decision.decisionNumber ?? '',
      decidedOn: decision.decidedOn,
      handledOn,
      penalties: decision.penalties,
      ...(decision.fineYuan === undefined ? {} : { fineYuan: decision.fineYuan }),
      ...(decision.confiscatedYuan === undefined ? {} : { confiscatedYuan: decision.confiscatedYuan }),
      execution: execution?.execution ?? 'pending',
    },
  }
}

type Onward = {
  /** Whether it makes sense now. */
  readonly when: (facts: CaseFacts) => boolean
  readonly begin: (facts: CaseFacts) => Begun
}

const always = () => true

/** The matters that begin from a case, each with the fields the case fills in. */
export const onward = {
  'case-transfer': { when: (facts) => !isDecided(facts), begin: transfer },
  'co-investigation': { when: (facts) => !isDecided(facts), begin: coInvestigation },
  'document-service': {
    when: ({ record }) => record.notice !== undefined || record.decision !== undefined,
    begin: documentService,
  },
  'execution-help': { when: (facts) => isPunished(facts) && !isCarriedOut(facts), begin: executionHelp },
  'jurisdiction-dispute': { when: (facts) => !isDecided(facts), begin: dispute },
  'criminal-transfer': { when: always, begin: criminalTransfer },
} as const satisfies Record<string, Onward>

export type OnwardKind = keyof typeof onward

/** Their names, for the schema of a request. */
export const onwardKindNames = Object.keys(onward) as [OnwardKind, ...OnwardKind[]]

/** What may begin while the case is not filed, because somebody else has filed the same act. */
const beforeFiling: readonly OnwardKind[] = ['case-transfer', 'jurisdiction-dispute']

/** The kinds that may begin from the case now, in the order they are offered. */
export function onwardKinds(facts: CaseFacts): readonly OnwardKind[] {
  if (!facts.record.filed) return facts.elsewhere ? beforeFiling : []
  return onwardKindNames.filter((kind) => onward[kind].when(facts))
}
