import type { Submission } from '../case-transfer/case-transfer.contract.ts'
import type { Push } from '../clue/clue.contract.ts'
import type { Referral } from '../partner-referral/partner-referral.contract.ts'
import type { Registration } from './case.contract.ts'

/** A matter that another agency sent, as a case of whoever answers it begins from it. */
export type SentMatter = {
  readonly number: string
  /** The name of the agency that sent it. */
  readonly sender: string
  readonly content: Readonly<Record<string, unknown>>
}

/** What a case begins with, as far as what was sent says it; the rest is written by the officer. */
type Begun = Readonly<Record<string, unknown>>

type About = { readonly [K in keyof Registration['about']]?: Registration['about'][K] | undefined }

/** Drops what is not known, so that a draft shows it as still to be written. */
const present = (fields: Begun): Begun =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

const aboutOf = (about: About): Begun => present(about)

const fromTransfer = ({ number, sender, content }: SentMatter): Begun => {
  const { case: sent, party, vehicle, ship, overload } = content as Submission
  return present({
    about: aboutOf({
      cause: sent.cause,
      behaviour: overload ? 'overload' : undefined,
      source: 'regional',
      sourceNote: `${sender}移送（${number}，原案号${sent.number}）`.slice(0, 200),
      discoveredAt: sent.discoveredAt,
      facts: sent.facts,
      law: sent.law,
    }),
    points: [present({ role: 'place', at: sent.discoveredAt, place: sent.place, road: sent.road })],
    party,
    vehicle,
    ship,
    overload,
  })
}

/** Types of a referral that name one behaviour; the others are for the officer to tell. */
const behavioursOfTypes: Readonly<Record<string, About['behaviour']>> = {
  'ride-hailing': 'taxi',
  'overloaded-truck': 'overload',
  hazmat: 'hazmat',
  'road-damage': 'road-damage',
  waterway: 'waterway',
}

const fromReferral = ({ number, sender, content }: SentMatter): Begun => {
  const { referral, facts, party, vehicle, ship, occupancy } = content as Referral
  const carriesPassengers = occupancy !== undefined && referral.type === 'illegal-operation'
  return present({
    about: aboutOf({
      cause: facts.title,
      behaviour: carriesPassengers ? 'illegal-passenger' : behavioursOfTypes[referral.type],
      source: 'other-department',
      sourceNote: `${sender}移交（${number}）`.slice(0, 200),
      discoveredAt: facts.occurredAt,
      facts: facts.facts,
    }),
    points: [{ role: 'detection', at: facts.occurredAt, place: facts.place }],
    party,
    vehicle,
    ship,
  })
}

/** Domains of a clue that name one behaviour. */
const behavioursOfDomains: Readonly<Record<string, About['behaviour']>> = {
  'tour-coach': 'tour-coach',
  hazmat: 'hazmat',
  overload: 'overload',
  oversize: 'oversize',
  shipping: 'waterway',
  roadside: 'road-damage',
}

const fromClue = ({ number, sender, content }: SentMatter): Begun => {
  const { what, subjects = [] } = content as Push
  // A case is about one vehicle or ship and one party; of several, the officer says which.
  const only = (...kinds: readonly string[]) => {
    const of = subjects.filter(({ kind }) => kinds.includes(kind))
    return of.length === 1 ? of[0] : undefined
  }
  const withoutKind = ({ kind: _, ...subject }: Readonly<Record<string, unknown>>): Begun => subject
  const [vehicle, ship, party] = [only('vehicle'), only('ship'), only('organisation', 'person')]
  return present({
    about: aboutOf({
      cause: what.title,
      behaviour: behavioursOfDomains[what.domain],
      source: 'regional',
      sourceNote: `${sender}推送的线索（${number}）`.slice(0, 200),
      discoveredAt: what.occurredAt,
      facts: what.facts,
    }),
    points: [present({ role: 'place', at: what.occurredAt, place: what.place })],
    party,
    vehicle: vehicle && withoutKind(vehicle),
    ship: ship && withoutKind(ship),
  })
}

/**
 * The kinds whose answerer files a case of its own, the action that says under which number, and what the case begins with. That action
 * is open exactly while there is a case to be filed.
 */
export const leadsToCase = {
  'case-transfer': { files: 'file', begin: fromTransfer },
  'partner-referral': { files: 'file', begin: fromReferral },
  clue: { files: 'conclude', begin: fromClue },
} as const satisfies Record<string, { readonly files: string; readonly begin: (sent: SentMatter) => Begun }>

/** How a kind leads to a case of its answerer; undefined for kinds that do not. */
export const caseFrom = (
  kind: string,
): { readonly files: string; readonly begin: (sent: SentMatter) => Begun } | undefined =>
  Object.hasOwn(leadsToCase, kind) ? leadsToCase[kind as keyof typeof leadsToCase] : undefined
