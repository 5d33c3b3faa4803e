import Checkbox from 'antd/es/checkbox'
import Input from 'antd/es/input'
import InputNumber from 'antd/es/input-number'
import Radio from 'antd/es/radio'
import Select from 'antd/es/select'
import { useSession } from '../parts/use-session.ts'
import { useWords } from '../words/language.ts'
import { useIsAnswered } from './answered-entries.ts'
import { useEntriesOf } from './entries-of.ts'
import { pointsTo } from './fitting-entries.ts'
import { fieldWords, optionWords, useForm } from './form-context.ts'
import { identifierAdvice } from './form-faults.ts'
import { valueAt } from './form-path.ts'
import {
  type FormPath,
  type FormSchema,
  fieldKind,
  isGroup,
  isNullable,
  isOwnNames,
  noneNeeded,
  offeredOptions,
  plain,
} from './form-schema.ts'
import { useRunning } from './running-items.ts'
import { TextCount } from './text-count.tsx'
import { AgencyPicker } from './widgets/agency-picker.tsx'
import { statusOf } from './widgets/aria.ts'
import { ColleaguePicker } from './widgets/colleague-picker.tsx'
import { FilePicker } from './widgets/file-picker.tsx'
import { MatterPicker } from './widgets/matter-picker.tsx'
import { OfficerName } from './widgets/officer-name.tsx'
import { OwnNames } from './widgets/own-names.tsx'
import { PlateInput } from './widgets/plate-input.tsx'
import { StationName } from './widgets/station-name.tsx'
import { TimeInput } from './widgets/time-input.tsx'

/** What every control needs to be named, described and found. */
export type ControlProps = {
  readonly schema: FormSchema
  readonly path: FormPath
  readonly id: string
  readonly isRequired: boolean
  readonly hasFault: boolean
  readonly describedBy: string | undefined
}

/** Up to so many options stand open; more fold away. */
const mostOpenOptions = 7

/** The control for a single value. */
export function Control(props: ControlProps) {
  const { t, say } = useWords()
  const { powers } = useSession()
  const form = useForm()
  const { path, id } = props
  const schema = plain(props.schema)
  const kind = fieldKind(schema)
  const value = valueAt(form.value, path)
  const text = typeof value === 'string' ? value : ''
  const set = (next: unknown) => form.set(path, next === '' ? undefined : next)
  const leave = () => form.leave(path)
  const aria = {
    'aria-required': props.isRequired,
    'aria-invalid': props.hasFault,
    ...(props.describedBy ? { 'aria-describedby': props.describedBy } : {}),
  }
  const status = statusOf(aria)

  switch (kind) {
    case 'prose':
      return (
        <>
          <Input.TextArea
            id={id}
            {...aria}
            status={status}
            value={text}
            autoSize={{ minRows: 3, maxRows: 14 }}
            onChange={({ target }) => set(target.value)}
            onBlur={leave}
          />
          <TextCount text={text} most={schema.maxLength ?? 10_000} />
        </>
      )
    case 'instant':
    case 'day':
      return (
        <TimeInput id={id} aria={aria} isDay={kind === 'day'} value={text} onChange={set} onLeave={leave} />
      )
    case 'plate':
      return <PlateInput id={id} aria={aria} value={text} onChange={set} onLeave={leave} />
    case 'agencies':
    case 'agency':
      if (isOwnNames(schema))
        return (
          <OwnNames
            id={id}
            aria={aria}
            value={Array.isArray(value) ? value.map(String)[0] : undefined}
            onChange={(chosen) => set([chosen])}
          />
        )
      return (
        <AgencyPicker
          id={id}
          aria={aria}
          most={kind === 'agency' ? 1 : (schema.maxItems ?? 50)}
          value={Array.isArray(value) ? value.map(String) : text === '' ? [] : [text]}
          onChange={(chosen) =>
            set(kind === 'agency' ? (chosen[0] ?? '') : chosen.length > 0 ? chosen : undefined)
          }
          onLeave={leave}
        />
      )
    case 'colleague':
    case 'colleagues':
      return (
        <ColleaguePicker
          id={id}
          aria={aria}
          isSeveral={kind === 'colleagues'}
          nobody={isNullable(props.schema) ? t('form.nobody') : undefined}
          value={value}
          onChange={(chosen) => form.set(path, chosen)}
        />
      )
    case 'officer': {
      const officer = path.slice(0, -1)
      const named = valueAt(form.value, officer)
      return (
        <OfficerName
          id={id}
          aria={aria}
          value={isGroup(named) ? named : {}}
          onChange={(next) => form.set(officer, next)}
          onLeave={leave}
        />
      )
    }
    case 'station':
      return <StationName id={id} aria={aria} value={text} onChange={set} onLeave={leave} />
    case 'matter':
      return <MatterPicker id={id} aria={aria} value={text} onChange={set} />
    case 'file':
      return <FilePicker id={id} aria={aria} value={text} onChange={set} />
    case 'money':
    case 'kilograms':
    case 'number':
      return (
        <InputNumber
          id={id}
          {...aria}
          status={status}
          className="number-input"
          value={typeof value === 'number' ? value : null}
          controls={false}
          inputMode="decimal"
          {...(kind === 'money' ? { precision: 2, suffix: t('form.yuan') } : {})}
          {...(kind === 'kilograms' ? { suffix: t('form.kg') } : {})}
          onChange={(next) => set(next ?? undefined)}
          onBlur={leave}
        />
      )
    case 'yes-no':
      return (
        <OpenOptions
          {...props}
          options={[
            { value: true, label: t('frame.yes') },
            { value: false, label: t('frame.no') },
          ]}
        />
      )
    case 'entry':
      return <EntryControl {...props} />
    case 'running':
      return <RunningControl {...props} />
    case 'choice':
    case 'plate-colour': {
      const options = offeredOptions(schema, powers, value).map((option) => ({
        value: option,
        label: say(optionWords(form.words, path, option)),
      }))
      if (options.length <= mostOpenOptions) return <OpenOptions {...props} options={options} />
      return (
        <Select
          id={id}
          aria-labelledby={`${id}-label`}
          {...aria}
          status={status}
          value={text === '' ? null : text}
          placeholder={t('form.choose')}
          showSearch={{ optionFilterProp: 'label' }}
          allowClear={!props.isRequired}
          onChange={(next) => set(next ?? '')}
          onBlur={leave}
          options={options}
        />
      )
    }
    case 'choices':
      return (
        <fieldset
          className="form-group"
          aria-labelledby={`${id}-label`}
          {...(props.describedBy ? { 'aria-describedby': props.describedBy } : {})}
          id={id}
          tabIndex={-1}
        >
          <Checkbox.Group
            className="options"
            value={Array.isArray(value) ? value.map(String) : []}
            onChange={(chosen) => set(chosen.length > 0 || noneNeeded(schema) ? chosen : undefined)}
            options={(schema.items?.enum ?? []).map((option) => ({
              value: option,
              label: say(optionWords(form.words, path, option)),
            }))}
          />
        </fieldset>
      )
    default:
      return (
        <>
          <Input
            id={id}
            {...aria}
            status={status}
            value={text}
            inputMode={kind === 'phone' ? 'tel' : 'text'}
            autoComplete="off"
            onChange={({ target }) => set(target.value)}
            onBlur={leave}
          />
          <TextCount text={text} most={schema.maxLength ?? 500} isShort />
          {text === ''
            ? null
            : identifierAdvice(kind, text).map((advice) => (
                <p key={advice.zh} className="field-advice" role="status">
                  {say(advice)}
                </p>
              ))}
        </>
      )
  }
}

type OpenOptionsProps = ControlProps & {
  readonly options: readonly {
    readonly value: string | number | boolean
    readonly label: string
    readonly disabled?: boolean
  }[]
}

/** Options that all stand open. What need not be answered can be taken back: a radio button alone cannot. */
function OpenOptions({ path, id, isRequired, hasFault, describedBy, options }: OpenOptionsProps) {
  const { t, say } = useWords()
  const form = useForm()
  const value = valueAt(form.value, path)
  return (
    <div className="row">
      <Radio.Group
        id={id}
        aria-required={isRequired}
        aria-invalid={hasFault}
        {...(describedBy ? { 'aria-describedby': describedBy } : {})}
        aria-labelledby={`${id}-label`}
        className="options"
        value={value}
        onChange={({ target }) => form.set(path, target.value)}
        options={[...options]}
      />
      {isRequired || value === undefined ? null : (
        <button
          type="button"
          className="text-button"
          aria-label={t('form.unchooseNamed', { what: say(fieldWords(form.words, path)) })}
          onClick={() => form.set(path, undefined)}
        >
          {t('form.unchoose')}
        </button>
      )}
    </div>
  )
}

/** Chooses what a running clock is about, with the time that is left: which of the measures in force. */
function RunningControl(props: ControlProps) {
  const { say, t } = useWords()
  const clocks = useRunning(plain(props.schema).of ?? '')
  return (
    <OpenOptions
      {...props}
      options={clocks.map(({ item, remaining }) => ({
        value: item ?? '',
        label: t('form.runningItem', { item: item ?? '', left: say(remaining) }),
      }))}
    />
  )
}

/** Chooses an entry of a list that stands in the matter: which task, which vehicle. */
function EntryControl(props: ControlProps) {
  const { say, t } = useWords()
  const form = useForm()
  const schema = plain(props.schema)
  const { of = '', once } = schema
  const entries = useEntriesOf(of, form.words).filter(({ value }) => pointsTo(schema, value))
  const isAnswered = useIsAnswered()
  return (
    <OpenOptions
      {...props}
      options={entries.map(({ number, label }) => {
        const isDone = once === true && isAnswered(number)
        return {
          value: number,
          label: isDone ? t('form.answeredEntry', { what: say(label) }) : say(label),
          disabled: isDone,
        }
      })}
    />
  )
}
