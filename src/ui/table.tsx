// biome-ignore-all lint/a11y/noRedundantRoles: on a phone the rows are shown as cards, which would take away what they mean.
import type { Child } from 'hono/jsx'
import { safeHref } from '#ui/href.ts'

/** `onScreen`: its buttons are nothing to have on paper. */
export type Column = { label: string; numeric?: boolean | undefined; onScreen?: boolean | undefined }
export type TableRow = { cells: Child[]; href?: string | undefined }
export type TableProps = {
  caption: Child
  columns: Column[]
  rows: TableRow[]
  /** Heard but not seen: when the heading above already says it. */
  captionHidden?: boolean | undefined
  /** A field that narrows the rows while typing; only where script runs. */
  filter?: { label: string; none: string } | undefined
}

/** A table that lines up its numbers, prints, and becomes cards on a phone. The first cell names its row. */
export const Table = (props: TableProps) =>
  props.filter ? (
    <div data-controller="filter">
      <Narrow {...props.filter} />
      <Rows {...props} />
    </div>
  ) : (
    <Rows {...props} />
  )

const Narrow = ({ label, none }: { label: string; none: string }) => (
  <div class="table-filter" hidden data-filter-target="box">
    <label>
      <span class="utrecht-form-label">{label}</span>
      <input
        class="utrecht-textbox utrecht-textbox--html-input"
        type="search"
        data-filter-target="query"
        data-action="filter#narrow"
      />
    </label>
    <p class="soft" role="status" data-filter-target="none" hidden>
      {none}
    </p>
  </div>
)

// Display values of a phone's cards would take the table's meaning away; the roles say it again.
const Rows = ({ caption, captionHidden, columns, rows }: TableProps) => (
  <table class="utrecht-table utrecht-table--html-table" role="table">
    <caption class={captionHidden ? 'only-heard' : undefined}>{caption}</caption>
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((column) => (
          <th scope="col" role="columnheader" class={classOf(column)}>
            {column.label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {rows.map((row) => (
        <tr role="row" data-filter-target="row">
          {columns.map((column, place) => (
            <Cell column={column} first={place === 0} content={row.cells[place]} href={row.href} />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

const classOf = ({ numeric, onScreen }: Column) =>
  [numeric && 'number', onScreen && 'not-printed'].filter(Boolean).join(' ') || undefined

type CellProps = { column: Column; first: boolean; content: Child; href?: string | undefined }

const Cell = ({ column, first, content, href }: CellProps) =>
  first ? (
    <th scope="row" role="rowheader">
      {href ? <a href={safeHref(href)}>{content}</a> : content}
    </th>
  ) : (
    <td role="cell" class={classOf(column)} data-label={column.label}>
      <span>{content}</span>
    </td>
  )
