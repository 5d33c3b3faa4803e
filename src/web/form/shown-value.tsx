import { useQuery } from '@tanstack/react-query'
import { Link, useMatch, useParams } from '@tanstack/react-router'
import type { KindView } from '../../features/matters/matter-views.ts'
import { agencyQuery } from '../api/agency-queries.ts'
import { peopleQuery } from '../api/people-queries.ts'
import { matterQuery } from '../api/queries.ts'
import { when } from '../parts/when.ts'
import { WideTable } from '../parts/wide-table.tsx'
import { agencyName } from '../words/agency-name.ts'
import { useWords } from '../words/language.ts'
import { useEntriesOf } from './entries-of.ts'
import { fieldWords, optionWords, schemaAt } from './form-context.ts'
import { valueAt } from './form-path.ts'
import {
  type FormPath,
  type FormSchema,
  fieldKind,
  isGroup,
  plain,
  propertiesOf,
  variantsOf,
} from './form-schema.ts'
import { OverloadLine } from './overload-line.tsx'

type Words = KindView['words']
type Props = {
  readonly schema: FormSchema
  readonly words: Words
  /** The whole form's value. */
  readonly value: unknown
  readonly path: FormPath
}

/** What was typed at a place, as a reader wants it: options by their names, times in China, agencies by name. */
export function ShownValue({ schema, words, value, path }: Props) {
  const { t, say, list, language } = useWords()
  const typed = valueAt(value, path)
  const given = schemaAt(schema, value, path)
  if (isBlank(typed)) return <span className="soft">{t('form.notFilled')}</span>
  if (!given) return <span>{JSON.stringify(typed)}</span>
  const kind = fieldKind(given)
  switch (kind) {
    case 'group':
    case 'variants':
      return <ShownGroup schema={schema} words={words} value={value} path={path} />
    case 'list':
      if (isFlat(given)) return <ShownTable schema={schema} words={words} value={value} path={path} />
      return (
        <ol className="shown-list">
          {(Array.isArray(typed) ? typed : []).map((_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an entry has no other name than its place.
            <li key={index}>
              <ShownValue schema={schema} words={words} value={value} path={[...path, index]} />
            </li>
          ))}
        </ol>
      )
    case 'choices':
      return (
        <span>
          {list(
            (Array.isArray(typed) ? typed : []).map((option) =>
              say(optionWords(words, path, String(option))),
            ),
          )}
        </span>
      )
    case 'agencies':
      return (
        <span>
          {(Array.isArray(typed) ? typed : []).map((id) => (
            <AgencyName key={String(id)} id={String(id)} />
          ))}
        </span>
      )
    case 'agency':
      return <AgencyName id={String(typed)} />
    case 'colleague':
      return <PersonName id={String(typed)} />
    case 'colleagues':
      return (
        <span className="row">
          {(Array.isArray(typed) ? typed : []).map((id) => (
            <PersonName key={String(id)} id={String(id)} />
          ))}
        </span>
      )
    case 'matter':
      return (
        <Link to="/matters/$matterId" params={{ matterId: String(typed) }}>
          {t('form.toMatter')}
        </Link>
      )
    case 'file':
      return <FileName id={String(typed)} />
    case 'choice':
    case 'plate-colour':
      return <span>{say(optionWords(words, path, String(typed)))}</span>
    case 'instant':
      return <span>{when(String(typed), language)}</span>
    case 'day':
      return <span>{when(String(typed), language, 'day')}</span>
    case 'entry':
      return <ShownEntry list={plain(given).of ?? ''} number={Number(typed)} words={words} />
    case 'confirm':
    case 'yes-no':
      return <span>{t(typed ? 'frame.yes' : 'frame.no')}</span>
    case 'money':
      return (
        <span>{`${Number(typed).toLocaleString('zh-CN', { minimumFractionDigits: 2 })} ${t('form.yuan')}`}</span>
      )
    case 'kilograms':
      return <span>{`${Number(typed).toLocaleString('zh-CN')} ${t('form.kg')}`}</span>
    case 'plate':
      return <span className="nowrap">{String(typed)}</span>
    case 'prose':
      return <span className="shown-prose">{String(typed)}</span>
    default:
      return <span>{String(typed)}</span>
  }
}

/** Nothing typed at all, also in a group or list that was opened and left. */
const isBlank = (typed: unknown): boolean =>
  typed === undefined ||
  typed === null ||
  typed === '' ||
  (typeof typed === 'object' && Object.values(typed).every(isBlank))

function ShownEntry({
  list,
  number,
  words,
}: {
  readonly list: string
  readonly number: number
  readonly words: Words
}) {
  const { say } = useWords()
  const entry = useEntriesOf(list, words).find((each) => each.number === number)
  return <span>{entry ? say(entry.label) : number}</span>
}

/** The filled fields of a group, label and value. */
export function ShownGroup({ schema, words, value, path }: Props) {
  const { say } = useWords()
  const given = schemaAt(schema, value, path)
  const group = valueAt(value, path)
  if (!given || !isGroup(group)) return null
  const by = variantsOf(plain(given))?.by
  const filled = propertiesOf(given, group).filter(([name]) => group[name] !== undefined)
  const namesOf = (isPointer: boolean) =>
    filled.flatMap(([name, property]) => ((fieldKind(property) === 'entry') === isPointer ? [name] : []))
  // What an answer is about comes before the answer.
  const names = [...namesOf(true), ...(by && group[by] !== undefined ? [by] : []), ...namesOf(false)]
  return (
    <>
      <dl className="shown">
        {names.map((name) => (
          <div key={name} className={layoutOf(propertyOf(given, group, name))}>
            <dt>{say(fieldWords(words, [...path, name]))}</dt>
            <dd>
              {name === by ? (
                say(optionWords(words, [...path, name], String(group[name])))
              ) : (
                <ShownValue schema={schema} words={words} value={value} path={[...path, name]} />
              )}
            </dd>
          </div>
        ))}
      </dl>
      <OverloadLine group={group} />
    </>
  )
}

const propertyOf = (given: FormSchema, group: unknown, name: string): FormSchema =>
  propertiesOf(given, group).find(([own]) => own === name)?.[1] ?? {}

/** Whether a field needs the whole width, or is a statement of many words with a yes at its end. */
const layoutOf = (schema: FormSchema): string | undefined =>
  fieldKind(schema) === 'confirm' ? 'shown-statement' : isLong(schema) ? 'shown-long' : undefined

const isLong = (schema: FormSchema): boolean =>
  ['prose', 'list', 'group', 'variants', 'choices', 'agencies'].includes(fieldKind(schema)) ||
  (schema.maxLength ?? 0) > 150

/** Entries of a few short fields read better as a table. */
function isFlat(list: FormSchema): boolean {
  const { items } = plain(list)
  if (!items || fieldKind(items) !== 'group') return false
  const properties = propertiesOf(items, {})
  return (
    properties.length <= 6 &&
    properties.every(([, property]) => fieldKind(property) !== 'list' && fieldKind(property) !== 'group')
  )
}

function ShownTable({ schema, words, value, path }: Props) {
  const { say } = useWords()
  const list = valueAt(value, path)
  const given = schemaAt(schema, value, path)
  const items = given && plain(given).items
  if (!Array.isArray(list) || !items) return null
  const names = propertiesOf(items, {}).map(([name]) => name)
  const used = names.filter((name) => list.some((entry) => isGroup(entry) && entry[name] !== undefined))
  const label = say(fieldWords(words, path))
  return (
    <WideTable label={label}>
      <thead>
        <tr>
          {used.map((name) => (
            <th key={name} scope="col">
              {say(fieldWords(words, [...path, 0, name]))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {list.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry has no other name than its place.
          <tr key={index}>
            {used.map((name) => (
              <td key={name}>
                <ShownValue schema={schema} words={words} value={value} path={[...path, index, name]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

/** An agency by its name; until it is known, its place stays reserved. */
export function AgencyName({ id }: { readonly id: string }) {
  const { language } = useWords()
  const { data } = useQuery(agencyQuery(id))
  return (
    <Link to="/directory/$agencyId" params={{ agencyId: id }} className="agency-name">
      {data ? agencyName(language, data) : '……'}
    </Link>
  )
}

function PersonName({ id }: { readonly id: string }) {
  const { data } = useQuery(peopleQuery)
  return <span>{data?.find((person) => person.id === id)?.name ?? '—'}</span>
}

/**
 * A file of the open matter by its name, which opens it where the page has a viewer; one that is not there any more, or elsewhere, by
 * its id.
 */
function FileName({ id }: { readonly id: string }) {
  const { matterId = '' } = useParams({ strict: false })
  const page = useMatch({ from: '/inside/matters/$matterId', shouldThrow: false })
  const { data } = useQuery({ ...matterQuery(matterId), enabled: matterId !== '' })
  const file = data?.files.find((each) => each.id === id)
  if (!file || !page) return <span>{file?.name ?? id}</span>
  return (
    <Link from={page.fullPath} to="." search={(now) => ({ ...now, file: id })}>
      {file.name}
    </Link>
  )
}
