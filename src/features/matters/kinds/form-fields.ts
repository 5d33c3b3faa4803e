import { z } from 'zod'
import type { Check } from '../../../kernel/identifiers/check.ts'
import { checkPhone } from '../../../kernel/identifiers/phone.ts'
import { AgencyId } from '../../../kernel/ids.ts'
import { text } from '../../../kernel/text.ts'
import type { Words } from '../../../kernel/words.ts'

/**
 * Fields that forms of several kinds carry. Each names the widget the generic form draws; none transforms what was typed,
 * because what was signed is what is stored.
 */

/** A rule with its words, for `refine`. */
export const saying = (zh: string, en: string): { params: { words: Words } } => ({
  params: { words: { zh, en } },
})

/** Agencies of the directory 机构, each once. */
export const agencies = (most: number, fewest = 1) =>
  z
    .array(AgencyId)
    .min(fewest)
    .max(most)
    .refine(areDistinct, saying('同一机构只能选择一次。', 'Choose each agency once.'))
    .meta({ widget: 'agencies', uniqueItems: true })

/** In whose name 以哪一机关的名义 one's own agency acts: its own, or that of the bureau it acts for; the page offers no other. */
export const ownNames = () => agencies(1).meta({ among: 'own-names' })

/** A calendar day, as decisions are dated. */
export const day = () => z.iso.date().meta({ widget: 'day' })

/** One of a closed list. */
export const choice = <const V extends readonly string[]>(values: V) =>
  z.enum(values).meta({ widget: 'choice' })

/** At least `fewest` of a closed list, each once. */
export const choices = <const V extends readonly string[]>(values: V, fewest = 1) =>
  z
    .array(z.enum(values))
    .min(fewest)
    .max(values.length)
    .refine(areDistinct, saying('同一选项只能选择一次。', 'Choose each option once.'))
    .meta({ widget: 'choices', uniqueItems: true })

/** One of the files of the matter, by its id. */
export const file = () => z.uuid().meta({ widget: 'file' })

/** A statement the writer has to make. */
export const confirm = () => z.literal(true).meta({ widget: 'confirm' })

/** Several groups of the same fields. */
export const list = <S extends z.ZodType>(entry: S, most: number, fewest = 0) =>
  z.array(entry).min(fewest).max(most).meta({ widget: 'list' })

/**
 * The number of an entry of a list of the matter's content, counted from 1: the task that is answered, the hit that is meant.
 * @param kinds where it can only be one of these kinds, such as a statement by video; the page offers no other
 */
export const entryOf = (of: string, most: number, kinds?: readonly string[]) =>
  z
    .int()
    .min(1)
    .max(most)
    .meta({ widget: 'entry', of, ...(kinds ? { kinds } : {}) })

/** The same where each entry is answered once: the page offers those that are still open. */
export const openEntryOf = (of: string, most: number, kinds?: readonly string[]) =>
  entryOf(of, most, kinds).meta({ once: true })

/** What a clock that runs was started for, such as the number of a measure in force: one of those the clock `of` runs for now. */
export const running = (of: string) => text(100).meta({ widget: 'running', of })

/** Yuan, to the cent. */
export const money = () => z.number().min(0).max(1_000_000_000).multipleOf(0.01).meta({ widget: 'money' })

/** Whole kilograms; no vehicle weighs a thousand tonnes. */
export const kilograms = () => z.int().min(1).max(1_000_000).meta({ widget: 'kilograms' })

/** Metres to the centimetre; no vehicle with its load is longer than a hundred. */
export const metres = () => z.number().min(0.5).max(100).multipleOf(0.01)

/** Where something is weighed or kept: the stations 检测站 of the directory are offered, any other place is typed in. */
export const station = (most = 200) => text(most).meta({ widget: 'station' })

/** A telephone number, mobile or fixed, with its extension. */
export const phone = () => identifier(text(30), checkPhone).meta({ widget: 'phone' })

/** A field whose identifier must be in order, whatever anybody says about it. */
export function identifier<S extends z.ZodType<string>>(schema: S, check: (typed: string) => Check<unknown>) {
  return schema.superRefine((typed, context) => mindFault(context, [], check(typed), undefined))
}

/** Adds the fault of an identifier, unless it is one that a note may override and there is a note. */
export function mindFault(
  context: z.RefinementCtx,
  path: string[],
  check: Check<unknown>,
  note: string | undefined,
): void {
  if (check.ok || (check.overridable && note !== undefined)) return
  context.addIssue({ code: 'custom', path, params: { words: check.why } })
}

/** When a field of a group is needed: where another one of the group was answered in one of these ways, or at all. */
type Need = { readonly where: string; readonly is?: readonly string[] } & ReturnType<typeof saying>

/**
 * A group with fields that only some choices make necessary. The server refuses it without them, and the page, which reads the same
 * `needs`, asks for them as soon as the choice is made. Call it last: rules added afterwards would lose what the page reads.
 */
export function needing<S extends z.ZodObject>(group: S, needs: Readonly<Record<string, Need>>): S {
  const checked = Object.entries(needs).reduce(
    (it, [field, { where, is, params }]) =>
      it.refine(
        (value) => {
          const given = value as Readonly<Record<string, unknown>>
          const isNeeded = given[where] !== undefined && (is?.includes(String(given[where])) ?? true)
          return !isNeeded || given[field] !== undefined
        },
        { path: [field], params },
      ),
    group,
  )
  const read = Object.entries(needs).map(([field, { where, is }]) => [
    field,
    { where, ...(is ? { is } : {}) },
  ])
  return checked.meta({ needs: Object.fromEntries(read) })
}

/** Officers 执法人员, with the number of their certificate; two at least act on a case (行政处罚法 Art. 42). */
export const officers = () =>
  list(
    z.strictObject({ name: text(60).meta({ widget: 'officer' }), certificateNumber: text(25) }),
    9,
    2,
  ).refine(
    (each) => areDistinct(each.map(({ certificateNumber }) => certificateNumber)),
    saying('两名执法人员的证号不能相同。', 'Two officers cannot have the same certificate.'),
  )

/** Somebody at an agency who can be rung up: an official number, not personal data. */
export const reachable = () => z.strictObject({ name: text(60), phone: phone() })

/** Whom the other side rings up 联系人; whoever fills the form in, unless another is named. */
export const contact = () => reachable().meta({ begins: 'self' })

/** The name of who does something; whoever fills the form in, unless another is named. */
export const ownName = () => text(60).meta({ begins: 'self' })

/**
 * Begins with what was said before: a decision that follows its notice, a report on what was decided.
 * @param name what it was called then, if not the same: `objects`, `custody.items`
 */
export const asBefore = <S extends z.ZodType>(field: S, name?: string): S =>
  field.meta({ begins: 'said', ...(name ? { saidAs: name } : {}) })

/**
 * Begins with what the matter itself says, whatever was said since: the officers of the asker, where others have named theirs.
 * @param name what it is called there
 */
export const asAsked = <S extends z.ZodType>(field: S, name: string): S =>
  field.meta({ begins: 'asked', saidAs: name })

/** True when no value occurs twice. */
export function areDistinct(values: readonly (string | number)[]): boolean {
  return new Set(values).size === values.length
}

/** A group of which at least one field is filled in, whichever; where there is nothing, it says what to do instead. */
export const oneAtLeast = <S extends z.ZodObject>(group: S, { params }: ReturnType<typeof saying>) =>
  group
    .refine((given) => Object.values(given).some((value) => value !== undefined), { params })
    .meta({ minProperties: 1, unfilled: params.words })
