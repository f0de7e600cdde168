import { fill } from '#kit/words/words.ts'
import { ButtonForm } from '#ui/button.tsx'
import { Select } from '#ui/fields.tsx'
import { List, Row } from '#ui/list.tsx'
import { Table } from '#ui/table.tsx'
import type { ItemRow } from '../queries.ts'
import { type Candidate, hasFallen } from '../rules.ts'
import { words } from '../words/words.ts'

export type Proposed = ItemRow & { proposal: string | null }
export type ItemsProps = {
  sitting: { name: string }
  items: readonly Proposed[]
  candidates: readonly (Candidate & { hasAccount: boolean })[]
  kindName: (kind: string) => string
  gives: boolean
  arranges: boolean
}

/** One row for each thing: what, with whom it is now, and whom one asks. */
export const ItemsTable = ({ sitting, items, candidates, kindName, gives, arranges }: ItemsProps) => {
  const t = words.use()
  const labels = ['one.what', 'one.kind', 'one.whom', 'one.state'] as const
  return (
    <Table
      caption={fill(t['one.table'], { name: sitting.name })}
      captionHidden
      columns={labels.map((label) => ({ label: t[label] }))}
      rows={items.map((item) => ({
        ...(item.href ? { href: item.href } : {}),
        cells: [
          item.name,
          kindName(item.kind),
          gives && isOpen(item) && (arranges || !item.arranged) ? (
            <Whom item={item} candidates={candidates} />
          ) : (
            (item.successor ?? '–')
          ),
          <StateOf item={item} />,
        ],
      }))}
    />
  )
}

const isOpen = ({ state }: ItemRow) => state === 'open' || state === 'asked' || state === 'declined'

const Whom = ({ item, candidates }: { item: Proposed; candidates: readonly Candidate[] }) => {
  const t = words.use()
  const shown = item.state === 'asked' ? item.successorId : item.proposal
  return (
    <Select
      name={`to.${item.id}`}
      label={<span class="only-heard">{fill(t['one.whom.for'], { name: item.name })}</span>}
      value={shown}
      blank={t['one.whom.nobody']}
      options={candidates.map(({ personId, name, lines }) => ({
        value: personId,
        label: fill(t['one.whom.lines'], { name, count: lines }),
      }))}
    />
  )
}

const StateOf = ({ item }: { item: ItemRow }) => {
  const t = words.use()
  // What nobody was asked for says so by asking whom: the choice stands beside it.
  const said = item.state === 'open' ? '' : t[`one.state.${item.state}`]
  const who = item.state === 'declined' ? `${item.successor ?? ''} ${said}`.trim() : said
  const parts = [
    who,
    item.state === 'declined' ? item.note : null,
    hasFallen(item, item.state) ? fill(t['one.state.fell'], { name: item.holder ?? '' }) : null,
  ]
  return <>{parts.filter(Boolean).join(' · ')}</>
}

/** Who has no account cannot answer here: her yes is written down by who asked her. */
export const YesFor = ({ items, candidates }: Pick<ItemsProps, 'items' | 'candidates'>) => {
  const t = words.use()
  const without = new Set(candidates.filter(({ hasAccount }) => !hasAccount).map(({ personId }) => personId))
  const asked = items.filter(({ state, successorId }) => state === 'asked' && successorId && without.has(successorId))
  if (!asked.length) return null
  return (
    <section>
      <h2>{t['one.yesFor.title']}</h2>
      <p>{t['one.yesFor.text']}</p>
      <List label={t['one.yesFor.title']}>
        {asked.map((item) => (
          <Row
            title={item.name}
            line={item.successor ?? ''}
            action={
              <ButtonForm
                action={`/overdracht/stukken/${item.id}/aanvaarding`}
                label={t['one.yesFor']}
                about={item.name}
                kind="quiet"
              />
            }
          />
        ))}
      </List>
    </section>
  )
}

export const Ends = ({ name, ends }: { name: string; ends: readonly string[] }) => {
  const t = words.use()
  if (!ends.length) return null
  return (
    <section>
      <h2>{t['one.ends.title']}</h2>
      <p>{fill(t['one.ends.text'], { name })}</p>
      <ul>
        {ends.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
    </section>
  )
}
