import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import Radio from 'antd/es/radio'
import type { ReactNode } from 'react'
import { useWords } from '../words/language.ts'
import { useIsAnswered } from './answered-entries.ts'
import { AnsweredEntry } from './answered-entry.tsx'
import { Control } from './control.tsx'
import { type Entry, useEntriesOf } from './entries-of.ts'
import { fittingVariants, pointerIn, pointsTo } from './fitting-entries.ts'
import { fieldWords, optionWords, useForm } from './form-context.ts'
import { fieldId, valueAt } from './form-path.ts'
import {
  type FormPath,
  type FormSchema,
  fieldKind,
  isGroup,
  isOwnNames,
  plain,
  propertiesOf,
  variantsOf,
} from './form-schema.ts'
import { answeringFields, answers, isComplete } from './one-for-each.ts'
import { OverloadLine } from './overload-line.tsx'
import { useVariantBegins } from './variant-begins.ts'
import './form.css'

/** All fields of a group, in the order of the contract. */
export function Fields({ schema, path, without = [] }: FieldsProps) {
  const { value } = useForm()
  return propertiesOf(schema, valueAt(value, path)).map(([name, property, isRequired]) =>
    without.includes(name) ? null : (
      <Field key={name} schema={property} path={[...path, name]} isRequired={isRequired} />
    ),
  )
}

type FieldsProps = {
  readonly schema: FormSchema
  readonly path: FormPath
  /** Fields that are settled already. */
  readonly without?: readonly string[] | undefined
}

type FieldProps = {
  readonly schema: FormSchema
  readonly path: FormPath
  readonly isRequired: boolean
  /** A field that is a whole step has its label in the heading. */
  readonly isBare?: boolean
}

/** One field with its label, hint and faults, whatever its kind. */
export function Field({ schema, path, isRequired, isBare = false }: FieldProps) {
  switch (fieldKind(schema)) {
    case 'group':
    case 'variants':
      return <Group schema={plain(schema)} path={path} isRequired={isRequired} isBare={isBare} />
    case 'list':
      return <List schema={plain(schema)} path={path} isRequired={isRequired} isBare={isBare} />
    case 'confirm':
      return <Confirm path={path} />
    default:
      return <Single schema={schema} path={path} isRequired={isRequired} />
  }
}

/** A labelled control. */
function Single({ schema, path, isRequired }: FieldProps) {
  const { say } = useWords()
  const form = useForm()
  const id = fieldId(form.prefix, path)
  const words = fieldWords(form.words, path)
  const faults = form.faultsAt(path)
  const isSet =
    ['choices', 'choice', 'plate-colour', 'yes-no', 'entry', 'running'].includes(fieldKind(schema)) ||
    isOwnNames(plain(schema))
  const label = (
    <>
      {say(words)}
      {isRequired ? null : <OptionalMark />}
    </>
  )
  const describedBy = [words.hint ? `${id}-hint` : '', faults.length > 0 ? `${id}-fault` : '']
    .filter(Boolean)
    .join(' ')
  return (
    <div className={faults.length > 0 ? 'field has-fault' : 'field'}>
      {isSet ? (
        <span className="field-label" id={`${id}-label`}>
          {label}
        </span>
      ) : (
        <label htmlFor={id} id={`${id}-label`}>
          {label}
        </label>
      )}
      {words.hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {say(words.hint)}
        </p>
      ) : null}
      <Faults id={id} messages={faults.map(({ message }) => say(message))} />
      <Control
        schema={schema}
        path={path}
        id={id}
        isRequired={isRequired}
        hasFault={faults.length > 0}
        describedBy={describedBy === '' ? undefined : describedBy}
      />
      {form.adviceAt?.(path).map(({ words: remark, isWarning }) => (
        <p key={remark.zh} className={isWarning ? 'field-advice' : 'field-hint'} role="status">
          {say(remark)}
        </p>
      ))}
    </div>
  )
}

/** Says that something may be left out; read out by the control itself. */
function OptionalMark() {
  const { t } = useWords()
  return (
    <span className="field-mark" aria-hidden>
      {t('frame.optional')}
    </span>
  )
}

/** What is wrong with a control, read out with it. */
export function Faults({ id, messages }: { readonly id: string; readonly messages: readonly string[] }) {
  if (messages.length === 0) return null
  return (
    <p className="field-fault" id={`${id}-fault`}>
      {messages.join(' ')}
    </p>
  )
}

/** A group of fields; one that may be left out is opened by saying that it applies. */
function Group({ schema, path, isRequired, isBare }: FieldProps) {
  const { t, say } = useWords()
  const form = useForm()
  const value = valueAt(form.value, path)
  const what = say(fieldWords(form.words, path))
  const isOpen = isRequired || isGroup(value)
  return (
    <Fieldset legend={isBare ? undefined : what} id={fieldId(form.prefix, path)} path={path}>
      {isRequired ? null : (
        <Checkbox checked={isOpen} onChange={({ target }) => form.set(path, target.checked ? {} : undefined)}>
          {t('form.include', { what })}
        </Checkbox>
      )}
      {isOpen ? (
        <>
          <VariantChoice schema={schema} path={path} />
          <Fields schema={schema} path={path} />
          <div role="status">
            <OverloadLine group={value} />
          </div>
        </>
      ) : null}
    </Fieldset>
  )
}

type VariantChoiceProps = Pick<FieldProps, 'schema' | 'path'> & {
  /** The entry the group answers, where that is settled. */
  readonly question?: Entry | undefined
}

/**
 * Which variant of a group holds; choosing another keeps what both have, and begins the rest with what is known. Variants that fit none of
 * the entries still to be answered are not offered.
 */
function VariantChoice({ schema, path, question }: VariantChoiceProps) {
  const { say } = useWords()
  const form = useForm()
  const beginsWith = useVariantBegins()
  const variants = variantsOf(schema)
  const pointer = Object.values(variants?.of ?? {})
    .map((each) => pointerIn(each)?.[1])
    .find(Boolean)
  const entries = useEntriesOf(pointer?.of ?? '', form.words)
  const isAnswered = useIsAnswered()
  if (!variants) return null
  const place = [...path, variants.by]
  const id = fieldId(form.prefix, place)
  const faults = form.faultsAt(place)
  const choose = (chosen: string) => {
    const before = valueAt(form.value, path)
    const kept = Object.entries(isGroup(before) ? before : {}).filter(([name, value]) => {
      const property = variants.of[chosen]?.properties?.[name]
      const entry = entries.find(({ number }) => number === value)
      return (
        property !== undefined &&
        (plain(property).widget !== 'entry' || pointsTo(plain(property), entry?.value))
      )
    })
    const begun = variants.of[chosen] ? beginsWith(variants.of[chosen]) : {}
    form.set(path, { ...begun, ...Object.fromEntries(kept), [variants.by]: chosen })
  }
  const open = question ? [question] : entries.filter(({ number }) => !isAnswered(number))
  const fitting = fittingVariants(
    variants,
    open.map(({ value }) => value),
  )
  const chosen = valueAt(form.value, place)
  const options = Object.keys(variants.of).filter((option) => option === chosen || fitting.includes(option))
  return (
    <div className={faults.length > 0 ? 'field has-fault' : 'field'}>
      <span className="field-label" id={`${id}-label`}>
        {say(fieldWords(form.words, place))}
      </span>
      <Faults id={id} messages={faults.map(({ message }) => say(message))} />
      <Radio.Group
        id={id}
        aria-labelledby={`${id}-label`}
        value={chosen}
        onChange={({ target }) => choose(String(target.value))}
        options={options.map((option) => ({
          value: option,
          label: say(optionWords(form.words, place, option)),
        }))}
      />
    </div>
  )
}

/** Several groups of the same fields. Those that have to be there stand open from the start; where none has to, none does. */
function List({ schema, path, isRequired, isBare }: FieldProps) {
  const { t, say } = useWords()
  const form = useForm()
  const what = say(fieldWords(form.words, path))
  const { items, minItems = 0, maxItems = 100 } = schema
  const typed = valueAt(form.value, path)
  const list: readonly unknown[] = Array.isArray(typed) ? typed : []
  const fewest = isRequired || list.length > 0 ? minItems : 0
  const shown =
    list.length < fewest ? [...list, ...Array.from({ length: fewest - list.length }, () => ({}))] : list
  const answered = useEntriesOf(schema.forEach ?? '', form.words)
  if (!items) return null
  /** What an entry answers, where the list answers those of another one. */
  const answeredBy = (index: number): Entry | undefined => {
    const own = valueAt(form.value, [...path, index])
    const fits = (each: Entry | undefined) => !!each && answers(schema, own, each)
    return fits(answered[index]) ? answered[index] : answered.find(fits)
  }
  const isFixed = isComplete(schema, shown, answered)
  const isGrouped = fieldKind(items) === 'group' || fieldKind(items) === 'variants'
  const setAt = (index: number, change: unknown) => {
    const next = [...shown]
    // What need not be given at all is given up with the first of those that have to be there.
    if (change === undefined) next.splice(index, shown.length > minItems ? 1 : shown.length)
    else next[index] = change
    form.set(path, next.length > 0 ? next : undefined)
  }
  const legend = (
    <>
      {what}
      {(isRequired && minItems > 0) || answered.length > 0 ? null : <OptionalMark />}
    </>
  )
  return (
    <Fieldset legend={isBare ? undefined : legend} id={fieldId(form.prefix, path)} path={path}>
      {shown.map((_, index) => {
        const question = answeredBy(index)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry has no other name than its place.
          <fieldset key={index} className="list-entry">
            <legend>
              {question ? say(question.label) : t('form.itemNumber', { what, number: index + 1 })}
            </legend>
            {isGrouped ? (
              <>
                {question && schema.forEach ? (
                  <AnsweredEntry list={schema.forEach} number={question.number} />
                ) : null}
                <VariantChoice schema={items} path={[...path, index]} question={question} />
                <Fields
                  schema={items}
                  path={[...path, index]}
                  without={question && answeringFields(schema, question.value)}
                />
              </>
            ) : (
              <Field schema={items} path={[...path, index]} isRequired />
            )}
            {!isFixed && (shown.length > minItems || !isRequired) ? (
              <Button
                size="small"
                className="list-remove"
                onClick={() => setAt(index, undefined)}
                aria-label={t('form.removeNumber', { number: index + 1 })}
              >
                {t('frame.remove')}
              </Button>
            ) : null}
          </fieldset>
        )
      })}
      {!isFixed && shown.length < maxItems ? (
        <Button onClick={() => setAt(shown.length, isGrouped ? {} : '')}>{t('form.add', { what })}</Button>
      ) : null}
    </Fieldset>
  )
}

type FieldsetProps = {
  readonly legend: ReactNode
  readonly id: string
  readonly path: FormPath
  readonly children: ReactNode
}

/** What belongs together, with its hint and faults. */
function Fieldset({ legend, id, path, children }: FieldsetProps) {
  const { say } = useWords()
  const form = useForm()
  const faults = form.faultsAt(path)
  const words = fieldWords(form.words, path)
  return (
    <fieldset id={id} tabIndex={-1} className={faults.length > 0 ? 'form-group has-fault' : 'form-group'}>
      {legend ? <legend>{legend}</legend> : <legend className="unseen">{say(words)}</legend>}
      {words.hint ? <p className="field-hint">{say(words.hint)}</p> : null}
      <Faults id={id} messages={faults.map(({ message }) => say(message))} />
      {children}
    </fieldset>
  )
}

/** A statement the writer makes by ticking it. */
function Confirm({ path }: { readonly path: FormPath }) {
  const { say } = useWords()
  const form = useForm()
  const id = fieldId(form.prefix, path)
  const faults = form.faultsAt(path)
  const words = fieldWords(form.words, path)
  return (
    <div className={faults.length > 0 ? 'field has-fault' : 'field'}>
      <Faults id={id} messages={faults.map(({ message }) => say(message))} />
      <Checkbox
        id={id}
        checked={valueAt(form.value, path) === true}
        onChange={({ target }) => form.set(path, target.checked ? true : undefined)}
      >
        {say(words)}
      </Checkbox>
      {words.hint ? <p className="field-hint">{say(words.hint)}</p> : null}
    </div>
  )
}
