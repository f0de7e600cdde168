import { dayOf, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { Pager } from '#ui/pager.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { pageSize, type RequestRow } from '../queries.ts'
import { awaitsAnswer } from '../rules.ts'
import { words } from '../words/words.ts'
import { StateTag, shortly } from './parts.tsx'

export const listParts = ['me', 'other', 'closed'] as const
export type ListPart = (typeof listParts)[number]
/** How a part stands in the address. */
export const partWords = { me: 'mij', other: 'ander', closed: 'klaar' } as const

type Side = 'school' | 'partner'
type Props = {
  rows: readonly RequestRow[]
  counts: Record<ListPart, number>
  part: ListPart
  page: number
  /** All of the school, which only some may ask for; undefined for who may not. */
  whole: boolean | undefined
  side: Side
  today: string
}

/** What was asked and what became of it: on whom it waits, the most pressing first. */
export const ListPage = ({ rows, counts, part, page, whole, side, today }: Props) => {
  const t = words.use()
  const at = (to: ListPart, turn = 1) => addressOf({ part: to, page: turn, whole: whole === true })
  const lead = side === 'partner' ? t['list.lead.partner'] : whole ? t['list.lead.whole'] : t['list.lead']
  return (
    <Page title={t['list.title']} lead={lead}>
      <Tabs
        label={t['list.parts']}
        tabs={listParts.map((one) => ({
          href: at(one),
          label: `${t[`list.${one}`]} (${counts[one]})`,
          current: one === part,
        }))}
      />
      {rows.length === 0 ? <Nothing part={part} side={side} /> : <Rows rows={rows} today={today} />}
      <Turns part={part} page={page} count={counts[part]} at={at} />
      {whole !== undefined && (
        <Actions>
          <ButtonLink href={addressOf({ part, page: 1, whole: !whole })} kind="quiet">
            {whole ? t['list.mine'] : t['list.whole']}
          </ButtonLink>
        </Actions>
      )}
    </Page>
  )
}

function addressOf({ part, page, whole }: { part: ListPart; page: number; whole: boolean }): string {
  const query = new URLSearchParams()
  if (part !== 'me') query.set('deel', partWords[part])
  if (whole) query.set('van', 'school')
  if (page > 1) query.set('pagina', String(page))
  const said = query.toString()
  return said ? `/vragen?${said}` : '/vragen'
}

/** Rows that say enough not to be opened. Also on the card of a partner. */
export const Rows = ({ rows, today, label }: { rows: readonly RequestRow[]; today: string; label?: string }) => {
  const t = words.use()
  const language = useLanguage()
  const sayWho = useWho()
  return (
    <List label={label ?? t['list.title']}>
      {rows.map((row) => (
        <Row
          title={shortly(row.what ?? fill(t['row.forgotten'], { day: sayDay(dayOf(row.createdAt), language, today) }))}
          href={`/vragen/${row.id}`}
          line={sayWho(row)}
          tag={<StateTag state={row.state} />}
          waits={row.waits === 'me' ? t['row.waits'] : undefined}
          when={
            row.overdue
              ? t['row.overdue']
              : awaitsAnswer(row.state) && fill(t['row.answerBy'], { day: sayDay(row.answerBy, language, today) })
          }
        />
      ))}
    </List>
  )
}

function useWho() {
  const t = words.use()
  return ({ party, to, asker, school, relationId }: RequestRow) => {
    const name = asker ?? t['moment.somebody']
    if (party === 'asked') return fill(relationId ? t['row.from.school'] : t['row.from'], { asker: name, school })
    return [fill(t['row.to'], { to }), fill(t['row.from'], { asker: name })].join(' · ')
  }
}

const Nothing = ({ part, side }: { part: ListPart; side: Side }) => {
  const t = words.use()
  const action = side === 'school' && part === 'me' ? { href: '/netwerk', label: t['list.partners'] } : undefined
  return (
    <Empty title={t[`list.none.${part}`]} action={action}>
      {side === 'school' && t[`list.none.${part}.text`]}
    </Empty>
  )
}

type TurnsProps = { part: ListPart; page: number; count: number; at: (part: ListPart, page: number) => string }
const Turns = ({ part, page, count, at }: TurnsProps) => {
  const t = words.use()
  if (count <= pageSize) return null
  const until = Math.min(page * pageSize, count)
  return (
    <Pager
      label={t['list.pages']}
      previous={page > 1 ? { href: at(part, page - 1), label: t['list.previous'] } : undefined}
      next={until < count ? { href: at(part, page + 1), label: t['list.next'] } : undefined}
      text={fill(t['list.text'], { from: (page - 1) * pageSize + 1, until, count })}
    />
  )
}
