import { FieldGroup, type FieldProps, type Said, said } from '#ui/field.tsx'
import type { Option } from '#ui/fields.tsx'

export type ChoiceProps = FieldProps & {
  value?: Said
  options: Option[]
  /** Side by side where there is room: for few short words, asked many times. */
  inRow?: boolean | undefined
}

/** One out of a few (radio buttons). */
export const Choice = ({ value, options, inRow, ...field }: ChoiceProps) => {
  const boxes = options.map((option, place) => (
    <Box type="radio" field={field} option={option} place={place} checked={said(value) === option.value} />
  ))
  return <FieldGroup {...field}>{inRow ? <div class="options-row">{boxes}</div> : boxes}</FieldGroup>
}

export type ChoicesProps = FieldProps & { values?: string | readonly string[] | null | undefined; options: Option[] }

/** More than this stand in columns, where there is room for them. */
const many = 8

/** None, one or several (checkboxes). All come under the same name. */
export const Choices = ({ values, options, ...field }: ChoicesProps) => {
  const chosen = [values ?? []].flat()
  return (
    <FieldGroup {...field}>
      <div class={options.length > many ? 'options options-many' : 'options'}>
        {options.map((option, place) => (
          <Box type="checkbox" field={field} option={option} place={place} checked={chosen.includes(option.value)} />
        ))}
      </div>
    </FieldGroup>
  )
}

export type TickProps = {
  name: string
  label: string
  checked?: boolean | undefined
  hint?: string | undefined
  error?: string | undefined
}

/** One box to tick; sends `yes`. */
export const Tick = ({ name, label, checked = false, hint, error }: TickProps) => (
  <div class={error ? 'utrecht-form-field utrecht-form-field--invalid' : 'utrecht-form-field'}>
    {error && (
      <div class="utrecht-form-field-error-message" id={`${name}-error`}>
        {error}
      </div>
    )}
    <Box
      type="checkbox"
      field={{ name, label, error }}
      option={{ value: 'yes', label, hint }}
      place={0}
      checked={checked}
    />
  </div>
)

type BoxProps = { type: 'radio' | 'checkbox'; field: FieldProps; option: Option; place: number; checked: boolean }

// The first box carries the field's own id, so that the error summary leads there.
const Box = ({ type, field: { name, id: base = name, error }, option, place, checked }: BoxProps) => {
  const id = place === 0 ? base : `${base}-${place + 1}`
  const about = [option.hint ? `${id}-about` : '', error ? `${base}-error` : ''].filter(Boolean).join(' ')
  return (
    <div class="option">
      <input
        type={type}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        aria-describedby={about || undefined}
      />
      <label for={id}>{option.label}</label>
      {option.hint && (
        <div class="utrecht-form-field-description" id={`${id}-about`}>
          {option.hint}
        </div>
      )}
    </div>
  )
}
