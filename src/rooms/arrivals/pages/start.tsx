import { type Day, sayDay, sayWeekday, type Weekday } from '#kit/time/day.ts'
import { fill } from '#kit/words/words.ts'
import type { findCard } from '#rooms/network/door.ts'
import { Actions, ButtonForm } from '#ui/button.tsx'
import { Page, useFrame } from '#ui/frame.tsx'
import { Sheet } from '#ui/sheet.tsx'
import type { SchoolWithPack } from '../queries.ts'
import type { Opening } from '../rules.ts'
import { words } from '../words/words.ts'
import { bellsOf, ownWords, type Part, Parts, reachOf, usePartsWords } from './parts.tsx'

type Card = NonNullable<Awaited<ReturnType<typeof findCard>>>
export type Started = {
  card: Card
  school: SchoolWithPack
  openings: readonly Opening[]
  /** What was asked and is open, in the words that went to the partner. */
  open: readonly string[]
}
type Table = ReturnType<typeof words.in>

/** What whoever is new at a partner wants to know, in the order in which she asks it. */
export function startParts(t: Table, language: string, { card, school, openings, open }: Started): Part[] {
  const reach = (one: Card['owner']) =>
    one ? [one.name, one.phone, one.mail].filter(Boolean).join(' · ') : t['start.none']
  const hours = card.hours.map(({ weekday, from, until, space, what }) =>
    [`${sayWeekday(weekday as Weekday, language, 'long')} ${from}–${until}`, space, what].filter(Boolean).join(' · '),
  )
  const listed = (title: string, lines: readonly string[]) => (lines.length ? [{ title, lines }] : [])
  return [
    { title: t['start.line'], lines: [reach(card.owner)] },
    ...(card.deputy ? [{ title: t['start.deputy'], lines: [reach(card.deputy)] }] : []),
    ...ownWords(t, school),
    bellsOf(t, language, openings),
    ...listed(t['start.hours'], hours),
    ...listed(t['start.open'], open),
    ...reachOf(t, school),
  ]
}

type Props = Started & { today: Day; address: string; maySend: boolean }

/** The starter pack for somebody new at this partner: a page, an A4, and a letter. */
export const StartPackPage = (props: Props) => {
  const { t, language } = usePartsWords()
  const { print: _, ...frame } = useFrame()
  const { card, school, today, address, maySend } = props
  const title = fill(t['start.title'], { school: school.name })
  return (
    <Page
      title={title}
      heading={null}
      back={{ href: `/netwerk/${card.id}`, label: fill(t['start.back'], { partner: card.name }) }}
      frame={frame}
    >
      {maySend && <Send card={card} />}
      <Sheet title={title} address={address} date={sayDay(today, language)} print={t['start.print']} dense>
        <p>{fill(t['start.lead'], { partner: card.name })}</p>
        <Parts parts={startParts(t, language, props)} />
      </Sheet>
    </Page>
  )
}

const Send = ({ card }: { card: Card }) => {
  const t = words.use()
  const mailed = card.faces.filter(({ mail }) => mail)
  if (!mailed.length) return <p class="not-printed">{fill(t['start.noMail'], { partner: card.name })}</p>
  return (
    <>
      <p class="not-printed">{t['start.send.lead']}</p>
      <Actions>
        {mailed.map(({ id, name }) => (
          <ButtonForm
            action={`/netwerk/${card.id}/welkomstmap`}
            fields={{ faceId: id }}
            label={`${t['start.send']}: ${name}`}
            kind="quiet"
            icon="mail"
          />
        ))}
      </Actions>
    </>
  )
}
