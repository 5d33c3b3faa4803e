import { sql } from 'kysely'
import { openActions } from '../../kernel/chart.ts'
import type { Words } from '../../kernel/words.ts'
import type { AgencyActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { hereAndNow, type Occasion } from '../../platform/occasion.ts'
import { attachmentsOf } from '../files/files.ts'
import { calendarFor } from '../rules/rules.ts'
import { agencyNames, personNames } from './agency-names.ts'
import { checkListOf } from './check-list.ts'
import { type ClockRow, explainedClock } from './clock-view.ts'
import { whyNoneExtended } from './clocks.ts'
import { closedWords } from './closed-because.ts'
import type { Kind, WhereItStands } from './kind.ts'
import { kindOf } from './kinds/kinds.ts'
import { maskPersonalData } from './masking.ts'
import { type LockedLeg, type LockedMatter, type LockedParty, matterNotFound } from './matter-store.ts'
import type { AgencyShort, LegView, MatterView } from './matter-views.ts'
import { sidesOf } from './move.ts'
import { moverOn, reviewsForOpener } from './review.ts'
import { openStandingActions } from './standing-actions.ts'
import { statementsOf } from './statements.ts'
import { legsAsActedOn } from './superior.ts'

type MatterFacts = Omit<LockedMatter, 'clocks' | 'head' | 'last_at' | 'earlier'> & {
  readonly clocks: readonly Omit<ClockRow, 'kind'>[]
  readonly parties: readonly LockedParty[]
  readonly alliance: MatterView['alliance']
  readonly links: readonly {
    readonly id: string
    readonly number: string
    readonly title: string
    readonly relation: string
    readonly kind: string
    readonly state: string
  }[]
}

/**
 * A matter as its reader may see it: personal data masked, each deadline with its derivation, and for each leg what may be
 * done now and what not and why.
 * @throws Refusal `not-found` also when it exists but is not for the reader
 */
export async function readMatter(
  tx: Tx,
  actor: AgencyActor,
  id: string,
  occasion: Occasion = hereAndNow(),
): Promise<MatterView> {
  const matter = await matterFacts(tx, id)
  const kind = kindOf(matter.kind)
  const files = await attachmentsOf(tx, id)
  const agencyOf = await agencyNames(tx, [
    matter.opener_id,
    matter.lead_id,
    matter.reviewer_id,
    ...matter.legs.flatMap((leg) => [leg.asker_id, leg.answerer_id, leg.superior_id, ...leg.attending]),
    ...matter.clocks.map((clock) => clock.owes_id),
  ])
  const own = matter.parties.find((party) => party.agency_id === actor.agencyId)
  const personOf = await personNames(tx, [own?.assignee_id])
  const calendar = await calendarFor(tx)
  const content = maskedContent(kind, matter.content)
  const actedOn = await legsAsActedOn(tx, kind.chart, matter.legs, actor)
  const legs = await Promise.all(
    matter.legs.map(async (leg, index) => {
      const offers = chartOffers(kind, matter, actedOn[index] ?? leg, actor, agencyOf).flatMap((offer) =>
        asClocksAllow(kind, matter, leg, offer, occasion.now),
      )
      return {
        ...legView(kind, leg, actor, agencyOf),
        openActions: [
          ...(await asRecordAllows(tx, kind, { matter, leg, now: occasion.now }, offers)),
          ...standingOffers(matter, leg, actor),
        ],
      }
    }),
  )

  return {
    id: matter.id,
    kind: matter.kind,
    kindWords: kind.words.name,
    number: matter.number,
    title: matter.title,
    urgency: matter.urgency,
    version: matter.version,
    opener: named(agencyOf(matter.opener_id)),
    lead: named(agencyOf(matter.lead_id)),
    reviewer: agencyOf(matter.reviewer_id),
    alliance: matter.alliance,
    openedAt: isoOf(matter.opened_at),
    settledAt: matter.settled_at && isoOf(matter.settled_at),
    restricted: own?.restricted ?? false,
    assignee: personOf(own?.assignee_id),
    content: content.value as Record<string, unknown>,
    masked: content.masked,
    legs,
    clocks: [...matter.clocks]
      .sort(
        (a, b) =>
          Number(a.stopped_at !== null) - Number(b.stopped_at !== null) || a.due_at.localeCompare(b.due_at),
      )
      .map((clock) =>
        explainedClock(isoClock({ ...clock, kind: matter.kind }), agencyOf, calendar, occasion.now),
      ),
    files,
    materials: (await checkListOf(tx, kind, { openerId: matter.opener_id, content: matter.content })).map(
      ({ item, words, required, later }) => ({
        item,
        words,
        required,
        bringer: later ?? null,
        files: files.filter((file) => file.item === item && !file.withdrawn).map((file) => file.id),
        notApplicable: notApplicable(matter.content, item),
      }),
    ),
    links: matter.links.map(({ kind: of, state, ...link }) => ({
      ...link,
      stateWords: kindOf(of).words.states[state] ?? { zh: state, en: state },
    })),
    statements: await statementsView(tx, kind, {
      ...matter,
      content: content.value as MatterFacts['content'],
    }),
  }
}

async function statementsView(tx: Tx, kind: Kind, matter: MatterFacts): Promise<MatterView['statements']> {
  if (!kind.statements) return null
  const statements = await statementsOf(tx, kind, matter)
  const agencyOf = await agencyNames(
    tx,
    statements.map(({ agencyId }) => agencyId),
  )
  const nameOf = (agencyId: string) => {
    const { name, nameEn } = named(agencyOf(agencyId))
    return { zh: name, en: nameEn }
  }
  return {
    field: kind.statements.field,
    remark: kind.statements.remark?.(statements, nameOf) ?? null,
    each: statements.map(({ agencyId, at, value }) => ({ agency: named(agencyOf(agencyId)), at, value })),
  }
}

/** One round trip for everything but names and files. */
async function matterFacts(tx: Tx, id: string): Promise<MatterFacts> {
  const { rows } = await sql<{ matter: MatterFacts }>`
    select to_jsonb(m) - 'head' || jsonb_build_object(
      'legs', (select jsonb_agg(to_jsonb(l) order by l.no) from leg l where l.matter_id = m.id),
      'clocks', coalesce((select jsonb_agg(to_jsonb(c)) from clock c where c.matter_id = m.id), '[]'),
      'parties', coalesce((select jsonb_agg(to_jsonb(p)) from party p where p.matter_id = m.id), '[]'),
      'alliance', (select jsonb_build_object('id', a.id, 'name', a.name, 'nameEn', a.name_en) from alliance a where a.id = m.alliance_id),
      'links', coalesce((
        select jsonb_agg(jsonb_build_object('id', o.id, 'number', o.number, 'title', o.title, 'relation', k.relation, 'kind', o.kind,
          'state', (select l.state from leg l where l.matter_id = o.id order by l.no limit 1)))
        from matter_link k join matter o on o.id = case when k.matter_id = m.id then k.other_id else k.matter_id end
        where m.id in (k.matter_id, k.other_id)), '[]')) as matter
    from matter m where m.id = ${id}`.execute(tx)
  const matter = rows[0]?.matter
  if (!matter) throw matterNotFound()
  return matter
}

type Offer = LegView['openActions'][number]
type NameOf = (id: string | null) => AgencyShort | null

/** What the chart lets the reader do on a leg, or why not. */
function chartOffers(
  kind: Kind,
  matter: MatterFacts,
  leg: LockedLeg,
  actor: AgencyActor,
  agencyOf: NameOf,
): Offer[] {
  // Who reviews for another agency is not offered what its own people do there.
  const shown = openActions(kind.chart, leg, moverOn(matter, leg, actor)).filter(
    ({ open }) => open || !reviewsForOpener(matter, actor),
  )
  return shown.map((open) => ({
    ...open,
    words: kind.words.actions[open.action] ?? { zh: open.action, en: open.action },
    ...(open.why
      ? { whyWords: closedWords(kind, leg.state, open.action, open.why, agencyOf(matter.reviewer_id)) }
      : {}),
  }))
}

/**
 * What an action that is about a running clock offers: nothing where it would have to choose among clocks of which none runs, such as
 * measures in force; an extension is closed once it comes too late, so that nobody writes a reason in vain.
 */
function asClocksAllow(
  { chart }: Kind,
  { clocks }: MatterFacts,
  { no, state }: LockedLeg,
  offer: Offer,
  now: string,
): readonly Offer[] {
  const extended = chart.states[state]?.[offer.action]?.extends
  const chosen = Object.entries(chart.clocks).find(
    ([name, { each, metBy }]) => each && (name === extended || metBy.includes(offer.action)),
  )?.[0]
  const wanted = chosen ?? extended
  if (wanted === undefined) return [offer]
  const running = clocks.filter(
    ({ leg_no, name, stopped_at }) => leg_no === no && name === wanted && !stopped_at,
  )
  if (chosen && running.length === 0) return []
  const refusal = extended && offer.open ? whyNoneExtended(running, now) : undefined
  return [refusal ? { ...offer, open: false, whyWords: refusal.words } : offer]
}

/**
 * Closes, with its reason, what the record stands against whatever the chart says of it. Nobody waits for the other side to do such a
 * thing either, so it is left out there.
 */
async function asRecordAllows(
  tx: Tx,
  { closes }: Kind,
  at: WhereItStands,
  offers: readonly Offer[],
): Promise<readonly Offer[]> {
  const allowed = await Promise.all(
    offers.map(async (offer): Promise<readonly Offer[]> => {
      const why = await closes?.[offer.action]?.(tx, at)
      if (!why) return [offer]
      return offer.why === 'other-side'
        ? []
        : [{ ...offer, open: false, whyWords: { zh: why.zh, en: why.en } }]
    }),
  )
  return allowed.flat()
}

const standingOffers = (matter: MatterFacts, leg: LockedLeg, actor: AgencyActor): Offer[] =>
  openStandingActions(matter, leg, actor).map(({ action, open, words, why }) => ({
    action,
    open,
    by: sidesOf(leg, actor.agencyId)[0] ?? 'asker',
    power: 'handle',
    words,
    ...(why ? { whyWords: why } : {}),
    standing: true,
  }))

function legView(
  kind: Kind,
  leg: LockedLeg,
  actor: AgencyActor,
  agencyOf: NameOf,
): Omit<LegView, 'openActions'> {
  return {
    no: leg.no,
    asker: named(agencyOf(leg.asker_id)),
    answerer: agencyOf(leg.answerer_id),
    superior: agencyOf(leg.superior_id),
    attending: leg.attending.map((id) => named(agencyOf(id))),
    state: leg.state,
    stateWords: stateWordsOf(kind, leg),
    settled: leg.settled_at !== null,
    delivery: leg.delivery,
    deliveryFault:
      leg.delivery === 'failed'
        ? {
            zh: '承办单位已停用，未能送达。请重新发送或改送其他单位。',
            en: 'The agency is closed; nothing was delivered. Send again or choose another.',
          }
        : null,
    sentAt: leg.sent_at && isoOf(leg.sent_at),
    mySides: sidesOf(leg, actor.agencyId),
  }
}

/** 有效期满（未签收）: a state with what it does not say by itself. */
function stateWordsOf({ words, stateDetail }: Kind, leg: LockedLeg): Words {
  const state = words.states[leg.state] ?? { zh: leg.state, en: leg.state }
  const detail = stateDetail?.(leg)
  return detail ? { zh: `${state.zh}（${detail.zh}）`, en: `${state.en} (${detail.en})` } : state
}

/** The content of a matter with personal data masked, by the annotations of the form it came in with. */
export function maskedContent(kind: Kind, content: Readonly<Record<string, unknown>>) {
  const form = kind.forms[contentAction(kind)]
  return form ? maskPersonalData(form, content) : { value: content, masked: [] }
}

/** The action whose form is the matter's content. */
export function contentAction(kind: Kind): string {
  for (const steps of Object.values(kind.chart.states))
    for (const [action, step] of Object.entries(steps)) if (step.addresses) return action
  throw new Error(`Kind ${kind.name} has no action that addresses.`)
}

function notApplicable(content: Readonly<Record<string, unknown>>, item: string): string | null {
  const entries = (content.notApplicable ?? []) as readonly {
    readonly item: string
    readonly reason: string
  }[]
  return entries.find((entry) => entry.item === item)?.reason ?? null
}

/** Times inside JSON come in PostgreSQL's spelling; outside they are UTC ISO. */
export const isoOf = (at: string): string => new Date(at).toISOString()

/** A clock row out of JSON, with its times in ISO. */
export function isoClock(clock: ClockRow): ClockRow {
  return {
    ...clock,
    started_at: isoOf(clock.started_at),
    due_at: isoOf(clock.due_at),
    amber_at: isoOf(clock.amber_at),
    paused_at: clock.paused_at && isoOf(clock.paused_at),
    extended_at: clock.extended_at && isoOf(clock.extended_at),
    stopped_at: clock.stopped_at && isoOf(clock.stopped_at),
  }
}

const named = (agency: AgencyShort | null): AgencyShort =>
  agency ?? { id: '', name: '', nameEn: '', shortName: '' }
