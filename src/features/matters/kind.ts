import type { z } from 'zod'
import type { ActionOf, Chart, StateOf } from '../../kernel/chart.ts'
import type { AgencyId } from '../../kernel/ids.ts'
import type { Material } from '../../kernel/materials.ts'
import type { Words } from '../../kernel/words.ts'
import type { Power } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import type { AgencyRef } from '../agencies/agencies.ts'
import type { KindLetters } from '../letters/letters.ts'
import type { LockedLeg, LockedMatter } from './matter-store.ts'

/** The words of a field: its label, and where helpful what to write. */
export type FieldWords = Words & { readonly hint?: Words }

/** All words of a kind; the generic page, the command line and the letters read them. */
export type KindWords<C extends Chart = Chart> = {
  readonly name: Words
  /** One sentence: what it is for. */
  readonly purpose: Words
  readonly states: Readonly<Record<StateOf<C>, Words>>
  /** The button's words and one sentence on what taking it means. */
  readonly actions: Readonly<Record<ActionOf<C>, Words & { readonly means: Words }>>
  readonly clocks: Readonly<Record<Extract<keyof C['clocks'], string>, Words>>
  /** By the path in the form: `party.name`, `objects[].quantity`. */
  readonly fields: Readonly<Record<string, FieldWords>>
  /** By the path of the field, then by value. */
  readonly options: Readonly<Record<string, Readonly<Record<string, Words>>>>
}

/** What an effect sees and may add to: the matter before the move, the leg, the body, and what the move will store. */
export type EffectInput = {
  readonly tx: Tx
  readonly matter: LockedMatter
  readonly leg: LockedLeg
  readonly body: Readonly<Record<string, unknown>>
  readonly actorAgencyId: string
  /** The moment of the move, UTC. */
  readonly now: string
}

/**
 * A kind of matter 事项类型: its chart, what each action's form carries, its words, and what else happens in the same
 * transaction. Everything else the engine gives.
 */
export type Kind<C extends Chart = Chart> = {
  readonly name: C['name']
  readonly chart: C
  /** One form per action (Zod, without transforms): the web form, the API schema and the letters read it. */
  readonly forms: Readonly<Record<ActionOf<C>, z.ZodType>>
  readonly words: KindWords<C>
  /** Prefix of the matter's number, such as 案移. */
  readonly numberPrefix: string
  /** Most addressees of one matter; none where it is an agency's own affair, such as a case it has filed. */
  readonly mostAddressees: number
  /** Of what has no addressees: the states in which a reviewer has its files before him, so that none comes or goes. */
  readonly filesRestIn?: readonly StateOf<C>[]
  /** Who may begin one has one of these powers; `open` unless said. */
  readonly openedWith?: readonly Power[]
  /** Who alone answers one; any agency unless said. */
  readonly answeredBy?: 'police'
  /** The title of a matter, from its content. */
  readonly titleOf: (content: Readonly<Record<string, unknown>>) => string
  /** How urgent it is, from its content. */
  readonly urgencyOf: (content: Readonly<Record<string, unknown>>) => 'normal' | 'urgent'
  /** What makes two matters of an agency the same thing again, such as the case number; pending twice is refused (P3). */
  readonly subjectKeyOf: (content: Readonly<Record<string, unknown>>) => string | null
  /** The materials that must go with it, depending on the content, which may be half written; the door refuses what lacks them. */
  readonly materialsOf: (content: Readonly<Record<string, unknown>>) => readonly Material[]
  /** What the regions of the two sides ask for beside these, by the first two digits of their divisions (GB/T 2260). */
  readonly regionalMaterialsOf?: (
    content: Readonly<Record<string, unknown>>,
    provinces: readonly string[],
  ) => readonly Material[]
  /**
   * A group of fields that each side states for itself, in the content or in an action's form: shown next to each other, the last
   * statement of each agency. The remark says in a sentence what follows from comparing them.
   */
  readonly statements?: {
    readonly field: string
    readonly remark?: (
      statements: readonly Statement[],
      nameOf: (agencyId: string) => Words,
    ) => Words | undefined
  }
  /**
   * How settled matters are found that resemble one being written: these fields of the content count, among the matters that ended
   * in these states.
   */
  readonly precedents?: { readonly by: readonly string[]; readonly endedIn: readonly StateOf<C>[] }
  /**
   * Who should get it by what is written so far: shown beside the addressees while it is written. One beyond doubt stands there from the
   * start where nobody has been chosen, and is put in nobody's place.
   */
  readonly suggestsAddressee?: (input: {
    readonly tx: Tx
    readonly askerId: string
    readonly content: Readonly<Record<string, unknown>>
  }) => Promise<SuggestedAddressee | undefined>
  /** What a state that others end in does not say by itself, such as who had signed for a warning that expired; shown behind it. */
  readonly stateDetail?: (leg: Pick<LockedLeg, 'state' | 'done'>) => Words | undefined
  /** The official letters its actions produce. */
  readonly letters?: KindLetters<ActionOf<C>>
  /** What the form of an action begins with while nobody has written in it: what the record says already, as far as the reader sees it. */
  readonly begins?: Readonly<
    Partial<Record<ActionOf<C>, (tx: Tx, matter: BegunMatter) => Promise<Readonly<Record<string, unknown>>>>>
  >
  /** What comes of an action: a draft of another matter, opened beside it in the name of whoever took the action. */
  readonly followUps?: Readonly<
    Partial<Record<ActionOf<C>, (input: EffectInput) => Promise<FollowUp | undefined>>>
  >
  /** Refuses an addressee that may not answer such a matter, when it is addressed and when it is sent on to another one. */
  readonly refuseAddressees?: (input: {
    readonly tx: Tx
    readonly askerId: AgencyId
    readonly to: readonly AgencyId[]
  }) => Promise<void>
  /**
   * Why an action that the chart has open cannot be taken all the same, by what the record says and whatever its form would carry: the page
   * shows it closed with this reason, and the door refuses it in the same words. Asked for every such action whenever a page is read.
   */
  readonly closes?: Readonly<
    Partial<Record<ActionOf<C>, (tx: Tx, at: WhereItStands) => Promise<ClosedBecause | undefined>>>
  >
  /** Refuses (throws a Refusal) what the form alone cannot see; runs inside the transaction before anything is written. */
  readonly checks?: Readonly<Partial<Record<ActionOf<C>, (input: EffectInput) => Promise<void>>>>
  /** What the platform works out from what was entered, such as the date of service; kept in the record and shown beside it. */
  readonly finds?: Readonly<Partial<Record<ActionOf<C>, (input: EffectInput) => Promise<readonly Finding[]>>>>
}

/** The matter and the leg as they are at a moment, for who asks whether an action makes sense. */
export type WhereItStands = {
  readonly matter: Pick<LockedMatter, 'id' | 'content' | 'legs' | 'lead_id'>
  readonly leg: Pick<LockedLeg, 'no' | 'done'>
  /** UTC. */
  readonly now: string
}

/** Why an action is closed, and what a program reads of it, such as which conditions are missing. */
export type ClosedBecause = Words & { readonly facts?: Readonly<Record<string, unknown>> }

/** The matter as a form that begins with what it says looks at it. */
export type BegunMatter = Pick<LockedMatter, 'id' | 'opener_id' | 'content'>

/** Something the platform worked out: the value under a name, and the sentence that says it with its reason. */
export type Finding = Words & { readonly name: string; readonly value: string | number }

/** An addressee worked out from what was written, or none, and in a sentence why; doubtful where somebody has to look closer. */
export type SuggestedAddressee = {
  readonly agency: AgencyRef | null
  readonly isDoubtful: boolean
  readonly words: Words
}

/** The draft of another matter: its kind, and as much of its content as is known. */
export type FollowUp = { readonly kind: string; readonly content: Readonly<Record<string, unknown>> }

/** What one agency stated on a group of fields that every side fills in for itself. */
export type Statement = {
  readonly agencyId: string
  /** When it was last stated, UTC. */
  readonly at: string
  readonly value: Readonly<Record<string, unknown>>
}

/** Declares a kind with its chart's states and actions checked against its words and forms. */
export function defineKind<const C extends Chart>(kind: Kind<C>): Kind<C> {
  return kind
}
