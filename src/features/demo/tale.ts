import type { Instant } from '../../kernel/day.ts'

/** A file that somebody attaches. */
export type Paper = {
  readonly name: string
  readonly bytes: Buffer
  /** The item of the check-list it satisfies. */
  readonly item?: string
  readonly note?: string
}

type Body = Readonly<Record<string, unknown>>

/** One thing somebody does in a tale. */
export type Deed =
  | { readonly type: 'open'; readonly title: string | undefined }
  | { readonly type: 'attach'; readonly paper: Paper }
  | { readonly type: 'draft'; readonly action: string; readonly body: Body }
  | {
      readonly type: 'act'
      readonly action: string
      /** Or how to make it, once the other tales' matters are open. */
      readonly body: Body | ((matterIdOf: (tale: string) => string) => Body)
      readonly leg: number | undefined
    }

/** Who does what and when. */
export type TaleStep = { readonly by: string; readonly at: Instant; readonly deed: Deed }

/** The tale of one matter: everything that people did to it, in order. */
export type Tale = {
  readonly name: string
  readonly kind: string
  readonly steps: readonly TaleStep[]
}

/** A tale while it is being told; each line adds what somebody (a login) did at a moment. */
export type Telling = Tale & {
  attaches(by: string, at: Instant, papers: readonly Paper[]): Telling
  drafts(by: string, at: Instant, action: string, body: Body): Telling
  does(
    by: string,
    at: Instant,
    action: string,
    body?: Extract<Deed, { type: 'act' }>['body'],
    leg?: number,
  ): Telling
}

/** Begins a tale: somebody opens a matter, under a working title where it is never submitted. */
export function tell(name: string, kind: string, by: string, at: Instant, title?: string): Telling {
  const steps: TaleStep[] = [{ by, at, deed: { type: 'open', title } }]
  const add = (next: TaleStep): Telling => {
    steps.push(next)
    return telling
  }
  const telling: Telling = {
    name,
    kind,
    steps,
    attaches(by, at, papers) {
      for (const [index, paper] of papers.entries())
        add({ by, at: minutesLater(at, index), deed: { type: 'attach', paper } })
      return telling
    },
    drafts: (by, at, action, body) => add({ by, at, deed: { type: 'draft', action, body } }),
    does: (by, at, action, body = {}, leg = undefined) =>
      add({ by, at, deed: { type: 'act', action, body, leg } }),
  }
  return telling
}

const minutesLater = (at: Instant, minutes: number): Instant =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString()
