import type { Chart, OpenAction, Side } from '../../kernel/chart.ts'
import type { Material } from '../../kernel/materials.ts'
import type { Words } from '../../kernel/words.ts'

/**
 * The shapes the API answers about matters. Types only: the server builds them, the web page and the command line read
 * them. Instants are ISO 8601 in UTC; days are `YYYY-MM-DD` in China.
 */

/** An agency, as short as a list needs it. */
export type AgencyShort = {
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly shortName: string
}

/** A person, by account. */
export type PersonShort = { readonly id: string; readonly name: string }

/** Green: time enough; amber: from the first reminder on; red: overdue. */
export type Light = 'green' | 'amber' | 'red'

/** A deadline that an action would start from a date typed into its form. */
export type ClockAhead = {
  readonly name: string
  /** The field of the form. */
  readonly field: string
  readonly startedAt: string
  readonly dueAt: string
  /** True when it would be overdue from its beginning. */
  readonly isOverdue: boolean
  /** When it ends; overdue, since when and why, and what to do. */
  readonly words: Words
  readonly steps: readonly { readonly words: Words }[]
}

/** A deadline of a leg, with its light and, in a single matter, its derivation. */
export type ClockView = {
  readonly id: string
  readonly leg: number
  readonly name: string
  /** Which of several it is, such as the number of the measure it limits. */
  readonly item: string | null
  readonly words: Words
  readonly ruleId: string
  readonly owes: AgencyShort
  /** The platform takes the step at its end: nobody has to do anything. */
  readonly endsByItself: boolean
  readonly startedAt: string
  readonly dueAt: string
  readonly pausedAt: string | null
  readonly extended: boolean
  readonly stoppedAt: string | null
  readonly outcome: 'met' | 'late' | 'void' | null
  readonly light: Light
  /** 剩 3 个工作日, 今日到期, 超期 2 日 … */
  readonly remaining: Words
  readonly basis: Words
  readonly confidence: string
  /** Where the number was read; only in GET /matters/{id}. */
  readonly source?: Words
  /** How the due time was reached, line by line; only in GET /matters/{id}. */
  readonly steps?: readonly { readonly words: Words }[]
  /** When it would end if it were extended now, where it can be; only in GET /matters/{id}. */
  readonly extendedDueAt?: string
}

/** One conversation between the asker and one answerer. */
export type LegView = {
  readonly no: number
  readonly asker: AgencyShort
  readonly answerer: AgencyShort | null
  readonly superior: AgencyShort | null
  /** Who reads and speaks in the conversation without a side of its own 列席. */
  readonly attending: readonly AgencyShort[]
  readonly state: string
  readonly stateWords: Words
  readonly settled: boolean
  readonly delivery: 'unsent' | 'delivered' | 'failed'
  readonly deliveryFault: Words | null
  readonly sentAt: string | null
  /** The sides the reader sits on. */
  readonly mySides: readonly Side[]
  /** What may be done now and what not and why: actions of the chart, then the standing ones (say, assign, urge …). */
  readonly openActions: readonly (OpenAction & {
    readonly words: Words
    readonly whyWords?: Words
    readonly standing?: true
  })[]
}

/** A file of the matter (features/files). */
export type AttachmentView = {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly digest: string
  readonly item: string | null
  readonly addedAt: string
  readonly addedBy: PersonShort | null
  readonly agency: AgencyShort
  /** Only for the agency that added it. */
  readonly internal: boolean
  /** When and why its agency took it back; it stays listed, and satisfies no item any more. */
  readonly withdrawn: { readonly at: string; readonly reason: string } | null
}

/** `GET /matters/{id}`. */
export type MatterView = {
  readonly id: string
  readonly kind: string
  readonly kindWords: Words
  readonly number: string
  readonly title: string
  readonly urgency: 'normal' | 'urgent'
  readonly version: number
  readonly opener: AgencyShort
  readonly lead: AgencyShort
  /** Who reviews it until it is sent, where the opener has nobody for it but the writer 代为审核. */
  readonly reviewer: AgencyShort | null
  readonly alliance: { readonly id: string; readonly name: string; readonly nameEn: string } | null
  readonly openedAt: string
  readonly settledAt: string | null
  readonly restricted: boolean
  readonly assignee: PersonShort | null
  /** What was submitted; personal data masked. `masked` lists the paths that are. */
  readonly content: Readonly<Record<string, unknown>>
  readonly masked: readonly string[]
  readonly legs: readonly LegView[]
  readonly clocks: readonly ClockView[]
  readonly files: readonly AttachmentView[]
  /** The check-list of materials with the files that satisfy each item. */
  readonly materials: readonly {
    readonly item: string
    readonly words: Words
    readonly required: boolean
    /** The one side that brings it, where only one does. */
    readonly bringer: Side | null
    readonly files: readonly string[]
    readonly notApplicable: string | null
  }[]
  readonly links: readonly {
    readonly id: string
    readonly number: string
    readonly title: string
    readonly relation: string
    /** How far that matter is; of several conversations the first. */
    readonly stateWords: Words
  }[]
  /** What each side last stated on the same fields, to be read next to each other; null where the kind compares nothing. */
  readonly statements: {
    readonly field: string
    /** What follows from comparing them, in a sentence. */
    readonly remark: Words | null
    readonly each: readonly {
      readonly agency: AgencyShort
      readonly at: string
      readonly value: Readonly<Record<string, unknown>>
    }[]
  } | null
}

/** One entry of `GET /matters/{id}/precedents`: a settled matter that resembles this one. */
export type PrecedentView = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly settledAt: string
  readonly state: string
  readonly stateWords: Words
  readonly lead: AgencyShort | null
  /** The fields in which the two agree, by their paths. */
  readonly alike: readonly string[]
}

/** `GET /matters/{id}/suggested-addressee`: who should get what is being written, and why. */
export type SuggestedAddresseeView = {
  readonly agency: AgencyShort | null
  /** True where somebody has to look closer before it is sent. */
  readonly isDoubtful: boolean
  readonly words: Words
}

/** One entry of `GET /matters/{id}/events` (oldest first). */
export type EventView = {
  readonly seq: number
  readonly at: string
  readonly type: string
  readonly words: Words
  readonly leg: number | null
  readonly agency: AgencyShort | null
  /** The person, or null for the server's own jobs and machines. */
  readonly person: PersonShort | null
  readonly standingInFor: PersonShort | null
  /** The name of the machine or job where no person acted. */
  readonly machine: string | null
  /** What the action's form carried, masked. */
  readonly body: Readonly<Record<string, unknown>>
  /** True for preparation and internal notes: only one's own side sees it. */
  readonly internal: boolean
  readonly withoutEffect: boolean
  readonly hash: string
}

/** One row of `GET /matters`. */
export type MatterRow = {
  readonly id: string
  readonly kind: string
  readonly number: string
  readonly title: string
  readonly urgency: 'normal' | 'urgent'
  readonly version: number
  readonly opener: AgencyShort
  readonly lead: AgencyShort
  readonly openedAt: string
  readonly settledAt: string | null
  readonly assignee: PersonShort | null
  readonly unread: boolean
  readonly legs: readonly {
    readonly no: number
    readonly answerer: AgencyShort | null
    readonly state: string
    readonly stateWords: Words
    readonly delivery: string
  }[]
  /** The nearest running deadline, whoever owes it. */
  readonly nextClock: Omit<ClockView, 'steps'> | null
}

/** One row of the workbench: a running deadline and the matter it belongs to. */
export type ObligationRow = {
  readonly clock: Omit<ClockView, 'steps'>
  readonly matter: Pick<MatterRow, 'id' | 'kind' | 'number' | 'title' | 'urgency' | 'assignee'>
  /** On which side of the leg the reader's agency is; undefined for a superior. */
  readonly side: 'asker' | 'answerer' | undefined
  readonly leg: number
  readonly state: string
  readonly stateWords: Words
  /** The other side. */
  readonly with: AgencyShort | null
}

/** `GET /workbench`: what my agency owes by due time, what it waits for, and how many there are. */
export type WorkbenchView = {
  readonly owed: readonly ObligationRow[]
  readonly awaited: readonly ObligationRow[]
  readonly counts: {
    readonly owed: number
    readonly overdue: number
    readonly dueToday: number
    readonly awaited: number
    readonly awaitedLate: number
    /** Counted up to 99; `unreadMore` says that there are more. */
    readonly unread: number
    readonly unreadMore: boolean
    readonly drafts: number
  }
}

/** One entry of `GET /inbox` (newest first). */
export type InboxRow = {
  readonly id: number
  readonly at: string
  readonly type: string
  readonly words: Words
  readonly urgent: boolean
  readonly readAt: string | null
  readonly leg: number | null
  readonly matter: {
    readonly id: string
    readonly kind: string
    readonly number: string
    readonly title: string
  }
  readonly from: AgencyShort | null
}

/** `POST /matters` and `POST /matters/{id}/moves`: what was done, and where the matter stands now; `GET` it for what may be done next. */
export type MoveResult = {
  readonly matter: {
    readonly id: string
    readonly number: string
    readonly kind: string
    readonly version: number
    readonly lead: string
    readonly settled: boolean
    readonly legs: readonly {
      readonly no: number
      readonly answerer: string | null
      readonly state: string
      readonly delivery: string
    }[]
  }
  readonly event: {
    readonly seq: number
    readonly type: string
    readonly at: string
    readonly hash: string
    readonly withoutEffect: boolean
  }
}

/** `GET|PUT /matters/{id}/drafts/{action}`. */
export type DraftView = {
  readonly action: string
  readonly leg: number
  readonly body: Readonly<Record<string, unknown>>
  /** 0 when nothing was saved yet. */
  readonly version: number
  readonly savedAt: string | null
  readonly savedBy: PersonShort | null
  /** For the matter's own content: the check-list of materials that go with what has been typed so far. */
  readonly materials?: readonly Material[]
}

/** One entry of `GET /kinds` (open to strangers). */
export type KindView = {
  readonly kind: string
  readonly words: {
    readonly name: Words
    readonly purpose: Words
    readonly states: Readonly<Record<string, Words>>
    readonly actions: Readonly<Record<string, Words & { readonly means: Words }>>
    readonly clocks: Readonly<Record<string, Words>>
    readonly fields: Readonly<Record<string, Words & { readonly hint?: Words }>>
    readonly options: Readonly<Record<string, Readonly<Record<string, Words>>>>
  }
  readonly chart: Pick<Chart, 'initial' | 'states'>
  /** JSON Schema per action; `widget` and `personal` are our own annotations. */
  readonly forms: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly clocks: Readonly<
    Record<
      string,
      {
        readonly rule: string
        readonly owes: Side
        readonly runsIn: readonly string[]
        readonly pausedIn?: readonly string[]
        readonly from?: string
      }
    >
  >
  /** Who may begin one has one of these powers. */
  readonly openedWith: readonly string[]
  readonly mostAddressees: number
  /** The actions that write an official letter, with what it is called. */
  readonly letters: Readonly<Record<string, Words>>
  /** Settled matters that resemble one are found: `GET /matters/{id}/precedents`. */
  readonly hasPrecedents?: true
  /** An addressee is suggested while it is written: `GET /matters/{id}/suggested-addressee`. */
  readonly suggestsAddressee?: true
  /** While this action is open, a case of the answerer can be begun from the matter: `POST /matters/{id}/case`. */
  readonly filesCaseBy?: string
}

/** `GET /kinds`: the standing actions, which every kind offers, are said once. */
export type KindsView = {
  readonly items: readonly KindView[]
  readonly standing: {
    readonly actions: KindView['words']['actions']
    readonly forms: KindView['forms']
  }
}
