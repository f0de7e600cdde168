import type { Child } from 'hono/jsx'
import { safeHref } from '#ui/href.ts'
import { Tag } from '#ui/tag.tsx'

export type DaysCard = {
  id: string
  /** HH:MM, for its place in the day. */
  from: string
  time: string
  title: string
  href?: string | undefined
  lines: Child[]
  tag?: string | undefined
  /** Something is not right with it: said in words elsewhere, and by its edge here. */
  wrong?: boolean | undefined
  /** It stood here and is not held: struck through, with its tag saying why. */
  gone?: boolean | undefined
  /** Where it is sent when it is dropped at a time, and when it is dropped on another card. */
  move?: string | undefined
  swap?: string | undefined
}
export type DaysColumn = { key: string; label: string; note?: Child; cards: DaysCard[] }
export type DaysProps = {
  label: string
  columns: DaysColumn[]
  /** Times a card can be dropped at; they show while one is dragged, where script runs. */
  drops?: readonly string[] | undefined
  /** Sent along with a drop. */
  fields?: Record<string, string> | undefined
}

/** Days side by side with what happens on each; under one another on a phone, and small enough for one A4. */
export const Days = ({ label, columns, drops = [], fields = {} }: DaysProps) => (
  <section class="days" aria-label={label} data-controller={drops.length ? 'drag' : undefined}>
    {columns.map((column) => (
      <div class="days-day">
        <h3>{column.label}</h3>
        {column.note && <p class="soft">{column.note}</p>}
        <ol>{inOrder(column, drops)}</ol>
      </div>
    ))}
    {drops.length > 0 && (
      <form method="post" data-drag-target="form" hidden>
        {Object.entries({ ...fields, weekday: '', from: '', other: '' }).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
      </form>
    )}
  </section>
)

function inOrder({ key, cards }: DaysColumn, drops: readonly string[]) {
  const all = [
    ...cards.map((card) => ({ at: card.from, rank: 1, item: <Card card={card} /> })),
    ...drops.map((at) => ({ at, rank: 0, item: <Drop day={key} at={at} /> })),
  ]
  return all.sort((a, b) => a.at.localeCompare(b.at) || a.rank - b.rank).map(({ item }) => item)
}

const Drop = ({ day, at }: { day: string; at: string }) => (
  <li
    class="days-drop"
    hidden
    aria-hidden="true"
    data-drag-target="drop"
    data-day={day}
    data-from={at}
    data-action="dragover->drag#over dragleave->drag#leave drop->drag#drop"
  >
    {at}
  </li>
)

const Card = ({ card: { id, time, title, href, lines, tag, wrong, gone, move, swap } }: { card: DaysCard }) => (
  <li
    class={['days-card', wrong && 'days-wrong', gone && 'days-gone'].filter(Boolean).join(' ')}
    draggable={move ? 'true' : undefined}
    data-id={id}
    data-move={move}
    data-swap={swap}
    data-drag-target={move ? 'card' : undefined}
    data-action={
      move
        ? 'dragstart->drag#start dragend->drag#end dragover->drag#over dragleave->drag#leave drop->drag#drop'
        : undefined
    }
  >
    <p class="days-time">
      {time} {tag && <Tag kind="quiet">{tag}</Tag>}
    </p>
    <p class="days-title">{href ? <a href={safeHref(href)}>{title}</a> : title}</p>
    {lines.map((line) => (
      <p class={gone ? 'soft' : undefined}>{line}</p>
    ))}
  </li>
)
