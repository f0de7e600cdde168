import type { Child } from 'hono/jsx'
import { buttonLook } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'

export type SheetProps = {
  title: string
  children?: Child
  address: string
  date: string
  /** Words on the print button, which only shows where script runs. */
  print?: string | undefined
  /** Much on one A4: smaller on paper. */
  dense?: boolean | undefined
}

/** One A4 to hang up: black on white, with date and address. Use it in a Page with `heading={null}`. */
export const Sheet = ({ title, children, address, date, print, dense }: SheetProps) => (
  <>
    {print && <PrintButton>{print}</PrintButton>}
    <article class={dense ? 'sheet sheet-dense' : 'sheet'}>
      <h1>{title}</h1>
      {children}
      <p class="sheet-foot">
        <span>{address}</span> <span>{date}</span>
      </p>
    </article>
  </>
)

/** Shows where script runs; elsewhere the browser's own menu prints. */
export const PrintButton = ({ children }: { children?: Child }) => (
  <div class="actions">
    <button class={buttonLook('quiet')} type="button" hidden data-controller="print" data-action="print#now">
      <Icon name="print" /> {children}
    </button>
  </div>
)

export type LetterProps = { to: readonly string[]; day: string; subject: string; children?: Child }

/** A letter on a sheet of its own: the address where a window envelope shows it, then day, subject and words. */
export const Letter = ({ to, day, subject, children }: LetterProps) => (
  <article class="sheet letter">
    <address>
      {to.map((line) => (
        <span>{line}</span>
      ))}
    </address>
    <p>{day}</p>
    <h2>{subject}</h2>
    {children}
  </article>
)

/** Address labels for a sheet of three by eight. */
export const Labels = ({ labels }: { labels: readonly (readonly string[])[] }) => (
  <div class="labels">
    {labels.map((lines) => (
      <p>
        {lines.map((line) => (
          <span>{line}</span>
        ))}
      </p>
    ))}
  </div>
)
