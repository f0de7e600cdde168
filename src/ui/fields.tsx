import { Field, type FieldProps, type Said, said, tied } from '#ui/field.tsx'

const box = 'utrecht-textbox utrecht-textbox--html-input'
const look = (error: string | undefined, short?: boolean) =>
  `${box}${error ? ' utrecht-textbox--invalid' : ''}${short ? ' short' : ''}`

export type TextFieldProps = FieldProps & {
  value?: Said
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | 'number' | undefined
  autocomplete?: string | undefined
  inputmode?: 'numeric' | 'decimal' | 'text' | undefined
  maxlength?: number | undefined
  short?: boolean | undefined
  placeholder?: string | undefined
  autofocus?: boolean | undefined
  /** One key that brings the reader to this field. */
  shortcut?: string | undefined
}

/** One line of text. A password is never said back. */
export const TextField = ({ value, type = 'text', short, ...field }: TextFieldProps) => (
  <Field {...field}>
    <input
      class={look(field.error, short)}
      type={type}
      value={type === 'password' ? undefined : said(value)}
      autocomplete={field.autocomplete}
      inputmode={field.inputmode}
      maxlength={field.maxlength}
      placeholder={field.placeholder}
      autofocus={field.autofocus}
      aria-keyshortcuts={field.shortcut}
      data-controller={field.shortcut && 'shortcut'}
      data-shortcut-key-value={field.shortcut}
      {...tied(field)}
    />
  </Field>
)

export type TextAreaProps = FieldProps & { value?: Said; rows?: number | undefined; maxlength?: number | undefined }

/** More than one line of text. */
export const TextArea = ({ value, rows = 5, maxlength, ...field }: TextAreaProps) => (
  <Field {...field}>
    <textarea
      class={`utrecht-textarea utrecht-textarea--html-textarea${field.error ? ' utrecht-textarea--invalid' : ''}`}
      rows={rows}
      maxlength={maxlength}
      {...tied(field)}
    >
      {said(value)}
    </textarea>
  </Field>
)

export type Option = { value: string; label: string; hint?: string | undefined }
export type SelectProps = FieldProps & {
  value?: Said
  options: Option[]
  /** The words of the empty choice on top; without it there is none. */
  blank?: string | undefined
}

/** One out of many. For fewer than eight, Choice is kinder. */
export const Select = ({ value, options, blank, ...field }: SelectProps) => (
  <Field {...field}>
    <select
      class={`utrecht-select utrecht-select--html-select${field.error ? ' utrecht-select--invalid' : ''}`}
      {...tied(field)}
    >
      {blank !== undefined && <option value="">{blank}</option>}
      {options.map((option) => (
        <option value={option.value} selected={option.value === said(value)}>
          {option.label}
        </option>
      ))}
    </select>
  </Field>
)

export type DateFieldProps = FieldProps & {
  /** YYYY-MM-DD. */
  value?: Said
  min?: string | undefined
  max?: string | undefined
}

/** A day. */
export const DateField = ({ value, min, max, ...field }: DateFieldProps) => (
  <Field {...field}>
    <input class={look(field.error, true)} type="date" value={said(value)} min={min} max={max} {...tied(field)} />
  </Field>
)

export type TimeFieldProps = FieldProps & {
  /** HH:MM. */
  value?: Said
  /** Seconds between choices; 300 is five minutes. */
  step?: number | undefined
}

/** A time of day. */
export const TimeField = ({ value, step = 300, ...field }: TimeFieldProps) => (
  <Field {...field}>
    <input class={look(field.error, true)} type="time" value={said(value)} step={step} {...tied(field)} />
  </Field>
)

export type FileFieldProps = FieldProps & { accept?: string | undefined; multiple?: boolean | undefined }

/** A file from this device; the form around it needs `upload`. */
export const FileField = ({ accept, multiple, ...field }: FileFieldProps) => (
  <Field {...field}>
    <input type="file" accept={accept} multiple={multiple} {...tied(field)} />
  </Field>
)
