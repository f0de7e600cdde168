export type GridField = { name: string; label: string; value: string; error?: string | undefined }
export type GridRow = { fields: GridField[] }
export type GridProps = {
  caption: string
  columns: string[]
  rows: GridRow[]
  /** So many columns at the front hold a few signs only. */
  narrow?: number | undefined
}

/** A table to type in, as on squared paper: every field says its own row and column to who hears it. */
export const Grid = ({ caption, columns, rows, narrow = 0 }: GridProps) => (
  <section class="grid-scroll" tabindex={0} aria-label={caption}>
    <table class="grid">
      <caption class="only-heard">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col">{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ fields }) => (
          <tr>
            {fields.map((field, place) => (
              <td class={place < narrow ? 'grid-narrow' : undefined}>
                <Cell {...field} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

const Cell = ({ name, label, value, error }: GridField) => (
  <>
    <input
      class={`utrecht-textbox utrecht-textbox--html-input${error ? ' utrecht-textbox--invalid' : ''}`}
      type="text"
      id={name}
      name={name}
      value={value}
      aria-label={label}
      autocomplete="off"
      aria-invalid={error ? 'true' : undefined}
      aria-describedby={error ? `${name}-error` : undefined}
    />
    {error && (
      <span class="grid-error" id={`${name}-error`}>
        {error}
      </span>
    )}
  </>
)

/** A short field beside each of many names, in columns where there is room.  */
export const Numbers = ({ id, fields }: { id: string; fields: GridField[] }) => (
  <div class="numbers" id={id} tabindex={-1}>
    {fields.map(({ name, label, value }) => (
      <div>
        <label for={name}>{label}</label>
        <input
          class="utrecht-textbox utrecht-textbox--html-input"
          type="text"
          id={name}
          name={name}
          value={value}
          autocomplete="off"
        />
      </div>
    ))}
  </div>
)
