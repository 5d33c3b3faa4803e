import type { ClockView, DraftView, MatterView } from '../../features/matters/matter-views.ts'
import type { SessionView } from '../../features/people/session-view.ts'
import { pointsTo } from './fitting-entries.ts'
import { valueAt } from './form-path.ts'
import {
  type FormSchema,
  fieldKind,
  isGroup,
  noneNeeded,
  plain,
  propertiesOf,
  variantsOf,
} from './form-schema.ts'
import { oneForEach } from './one-for-each.ts'
import { onlyRunning } from './running-items.ts'
import type { Said } from './said.ts'

type Body = Readonly<Record<string, unknown>>

/**
 * What a draft leaves out begins with what is known, also one that was not begun by a person: the notice a closed case calls for is
 * drafted by the platform, which does not know who will write it.
 */
export const completed = (draft: DraftView, known: Body): DraftView => ({
  ...draft,
  body: { ...known, ...draft.body },
})

/** What nobody has begun to write yet begins with what is known already. */
export const begun = (draft: DraftView, known: Body): DraftView =>
  draft.version > 0 ? draft : completed(draft, known)

/** What is known when somebody is about to answer. */
type Known = {
  readonly session: SessionView
  readonly matter: MatterView
  /** The lists the form answers (`listsToAnswer`). */
  readonly lists: Body
  /** The running clocks of the conversation. */
  readonly running: readonly ClockView[]
  /** The records of the matter, oldest first. */
  readonly records: readonly Said[]
  readonly leg: number
}

/** What the form of an answer begins with, so that nobody types what the platform knows. */
export function answerBegins(schema: FormSchema, known: Known): Body {
  const { session, matter, lists, running, records, leg } = known
  return {
    ...firstAnswers(schema, session.account),
    ...ownStatement(schema, matter, session.agency.id),
    ...oneForEach(schema, lists),
    ...onlyEntries(schema, lists),
    ...onlyRunning(schema, running),
    ...saidBefore(schema, matter.content, records, leg),
  }
}

/** What one's own side stated last, where a form asks for it again: who revises it changes words and types none anew. */
function ownStatement(schema: FormSchema, { statements }: MatterView, own: string): Body {
  const stated = statements?.each.find(({ agency }) => agency.id === own)
  const asks = propertiesOf(schema, {}).some(([name]) => name === statements?.field)
  return statements && stated && asks ? { [statements.field]: stated.value } : {}
}

/**
 * The fields of a form that begin with an answer. With whoever fills it in: the contact 联系人, the name of who hands something over.
 * With none chosen: choices of which none need be taken, so that saying nothing is an answer. What may be left out stays empty.
 * @param self name, and the telephone at the office where the account has one
 */
export function firstAnswers(
  schema: FormSchema,
  self: { readonly name: string; readonly phone: string | null },
): Body {
  return Object.fromEntries(
    propertiesOf(schema, {}).flatMap(([name, given, isRequired]): [string, Body | string | []][] => {
      const property = plain(given)
      if (!isRequired) return []
      if (fieldKind(property) === 'choices' && noneNeeded(property)) return [[name, []]]
      if (property.begins === 'self' && fieldKind(property) !== 'group') return [[name, self.name]]
      if (property.begins === 'self')
        return [[name, { name: self.name, ...(self.phone ? { phone: self.phone } : {}) }]]
      const inner = fieldKind(property) === 'group' ? firstAnswers(property, self) : {}
      return Object.keys(inner).length > 0 ? [[name, inner]] : []
    }),
  )
}

/**
 * The fields of a form that have nothing to choose from: the only vehicle that is looked out for, the last task that is open.
 * @param lists the matter's content, and what was asked for since (`listsToAnswer`)
 * @param answered the numbers that are answered already, where each is answered once
 */
export function onlyEntries(
  schema: FormSchema,
  lists: Body,
  answered: ReadonlySet<unknown> = new Set(),
): Body {
  return Object.fromEntries(
    propertiesOf(schema, {}).flatMap(([name, given, isRequired]): [string, number][] => {
      const field = plain(given)
      const entries = fieldKind(field) === 'entry' && isRequired ? lists[field.of ?? ''] : undefined
      const numbers = Array.isArray(entries)
        ? entries.flatMap((entry, index) => (pointsTo(field, entry) ? [index + 1] : []))
        : []
      const [only, ...others] = numbers.filter((number) => !(field.once && answered.has(number)))
      return only !== undefined && others.length === 0 ? [[name, only]] : []
    }),
  )
}

/**
 * The fields of a form that begin with what was said last in this conversation or, if nothing was, in the matter itself: the decision
 * that follows its notice, the objects that are handed over. What a field has no place for is left out, and so is personal data, which
 * may have come masked.
 * @param content of the matter
 * @param records of the matter, oldest first
 */
export function saidBefore(schema: FormSchema, content: Body, records: readonly Said[], leg: number): Body {
  const said = [content, ...records.filter((record) => record.leg === leg).map(({ body }) => body.form)]
  return Object.fromEntries(
    propertiesOf(schema, {}).flatMap(([name, given]): [string, unknown][] => {
      const field = plain(given)
      if (field.begins !== 'said' && field.begins !== 'asked') return []
      const place = (field.saidAs ?? name).split('.')
      const sources = field.begins === 'asked' ? [content] : said
      const last = sources.map((each) => valueAt(each, place)).findLast((value) => value !== undefined)
      return last === undefined ? [] : [[name, fitting(field, last)]]
    }),
  )
}

function fitting(field: FormSchema, value: unknown): unknown {
  const { items } = field
  if (Array.isArray(value)) return items ? value.map((each) => fitting(plain(items), each)) : value
  if (!isGroup(value)) return value
  const by = variantsOf(field)?.by
  return {
    ...(by === undefined ? {} : { [by]: value[by] }),
    ...Object.fromEntries(
      propertiesOf(field, value).flatMap(([name, given]): [string, unknown][] => {
        const property = plain(given)
        return name in value && !property.personal ? [[name, fitting(property, value[name])]] : []
      }),
    ),
  }
}
