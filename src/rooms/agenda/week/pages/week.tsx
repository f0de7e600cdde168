import { type Day, dayPlus, sayDay, sayWeekday, type Weekday } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { Days, type DaysColumn } from '#ui/days.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { CalmLine } from '#ui/notice.tsx'
import { PrintButton } from '#ui/sheet.tsx'
import { words as ofDates } from '../../exceptions/words/words.ts'
import { schoolDays } from '../../rules.ts'
import type { Trouble } from '../../troubles/rules.ts'
import { words } from '../../words/words.ts'
import { type CardView, type Facts, groupsOf, type SessionOf } from '../rules.ts'

export type WeekProps = {
  facts: Facts
  cards: CardView[]
  troubles: Trouble[]
  unplaced: { session: SessionOf; left: number }[]
  mayMake: boolean
  thisMonday: Day
}

/** The week of externals: who comes when, out of which group, and which lesson is behind it. */
export const TimetablePage = ({ facts, cards, troubles, unplaced, mayMake, thisMonday }: WeekProps) => {
  const t = words.use()
  const once = ofDates.use()
  const language = useLanguage()
  const { monday } = facts
  const title = fill(t['timetable.title'], { day: sayDay(monday, language, thisMonday) })
  return (
    <Page title={title} lead={t['timetable.lead']} back={{ href: '/agenda', label: t['feeds.back'] }}>
      <WeekWays monday={monday} thisMonday={thisMonday} />
      {facts.sessions.length === 0 ? (
        <Empty
          title={t['timetable.empty']}
          action={mayMake ? { href: '/rooster/sessies', label: t['timetable.empty.do'] } : undefined}
        >
          {t['timetable.empty.text']}
        </Empty>
      ) : (
        <>
          <Troubles troubles={troubles} cards={cards} />
          <Unplaced facts={facts} unplaced={unplaced} mayMake={mayMake} />
          <PrintButton>{t['timetable.print']}</PrintButton>
          <Days
            label={title}
            columns={columnsOf(facts, cards, troubles, mayMake, t, once, language, thisMonday)}
            drops={mayMake ? dropsOf(facts) : undefined}
            fields={{ week: monday, keep: 'room' }}
          />
          {mayMake && (
            <div class="not-printed">
              <CalmLine>{t['timetable.how']}</CalmLine>
            </div>
          )}
        </>
      )}
      {mayMake && facts.sessions.length > 0 && (
        <ButtonForm action="/rooster/weekvoorstellen" fields={{ week: monday }} label={t['timetable.propose']} />
      )}
    </Page>
  )
}

const WeekWays = ({ monday, thisMonday }: { monday: Day; thisMonday: Day }) => {
  const t = words.use()
  const to = (days: number) => `/rooster?week=${dayPlus(monday, days)}`
  return (
    <Actions>
      <ButtonLink href={to(-7)} kind="quiet" icon="back">
        {t['timetable.before']}
      </ButtonLink>
      {monday !== thisMonday && (
        <ButtonLink href="/rooster" kind="quiet">
          {t['timetable.now']}
        </ButtonLink>
      )}
      <ButtonLink href={to(7)} kind="quiet" icon="next">
        {t['timetable.after']}
      </ButtonLink>
    </Actions>
  )
}

type Words = ReturnType<typeof words.use>
type Once = ReturnType<typeof ofDates.use>

/** “4A (2), 5B (hele groep)”. */
export const sayGroups = (groups: CardView['groups'], t: Words) =>
  groups.map(({ name, pupils }) => `${name} (${pupils ?? t['session.all']})`).join(', ')

export const sayBehind = (behind: CardView['behind'], t: Words) =>
  behind
    .map(({ subject, times }) => fill(t[times > 1 ? 'timetable.again' : 'timetable.behind'], { subject, times }))
    .join('; ')

function columnsOf(
  facts: Facts,
  cards: CardView[],
  troubles: Trouble[],
  mayMake: boolean,
  t: Words,
  once: Once,
  language: string,
  thisMonday: Day,
): DaysColumn[] {
  const wrong = new Set(troubles.flatMap((one) => [one.placement, ...one.with]))
  return schoolDays.map((weekday) => {
    const day = dayPlus(facts.monday, weekday - 1)
    const shut = facts.closed.find((one) => one.day === day)
    const mine = cards.filter((card) => card.weekday === weekday)
    return {
      key: String(weekday),
      label: sayDay(day, language, thisMonday),
      note: shut
        ? fill(t['week.closed'], { why: language === 'en' ? shut.en : shut.nl })
        : mine.length
          ? undefined
          : '–',
      cards: mine.map((card) => ({
        ...{ id: card.id, from: card.from, time: `${card.from}–${card.until}`, title: card.partner },
        ...(mayMake ? waysOf(card, facts.monday) : {}),
        lines: [sayGroups(card.groups, t), card.room ?? '', sayBehind(card.behind, t)].filter(Boolean),
        tag: tagOf(card, t, once, language),
        gone: card.gone !== undefined,
        wrong: wrong.has(card.id),
      })),
    }
  })
}

/** What is otherwise this once is undone where all of that stands; the rest is moved and swapped. */
const waysOf = ({ id, change, gone }: CardView, monday: Day) =>
  change || gone === 'away'
    ? { href: '/rooster/uitzonderingen' }
    : {
        href: `/rooster/plekken/${id}?week=${monday}`,
        move: `/rooster/plekken/${id}/verplaatsing`,
        swap: `/rooster/plekken/${id}/ruil`,
      }

function tagOf({ byHand, change, gone }: CardView, t: Words, once: Once, language: string): string | undefined {
  if (gone === 'moved' && change)
    return fill(once['card.moved'], {
      day: sayDay(change.toDay ?? change.day, language, change.day),
      from: change.from ?? '',
    })
  if (gone === 'cancelled' || gone === 'away' || gone === 'closed') return once[`card.${gone}`]
  if (change) return once[change.kind === 'extra' ? 'card.extra' : 'card.once']
  return byHand ? t['timetable.fixed'] : undefined
}

/** Every half hour between the first bell and the last. */
function dropsOf({ bells }: Facts): string[] {
  const first = bells.map(({ from }) => from).sort()[0] ?? '08:30'
  const last =
    bells
      .map(({ until }) => until)
      .sort()
      .at(-1) ?? '15:00'
  const times: string[] = []
  for (let minute = Number(first.slice(0, 2)) * 60 + Number(first.slice(3)); ; minute += 30) {
    const at = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
    if (at >= last || times.length > 40) return times
    times.push(at)
  }
}

const Troubles = ({ troubles, cards }: { troubles: Trouble[]; cards: CardView[] }) => {
  const t = words.use()
  const language = useLanguage()
  if (!troubles.length) return null
  const card = (id: string) => cards.find((one) => one.id === id)
  return (
    <section class="notice notice-waits" role="status">
      <div>
        <h2>{fill(t['trouble.title'], { count: troubles.length })}</h2>
        <ul>
          {troubles.map(({ what, placement, with: others }) => {
            const mine = card(placement)
            if (!mine) return null
            const at = `${sayWeekday(mine.weekday as Weekday, language, 'long')} ${mine.from}`
            const also = others.map((id) => card(id)).filter((one) => one !== undefined)
            const names = also.map((one) => `${one.partner} (${one.from})`).join(', ')
            return (
              <li>
                {fill(t[`trouble.${what}`], {
                  partner: mine.partner,
                  at,
                  room: mine.room ?? '',
                  others: names || mine.partner,
                })}
              </li>
            )
          })}
        </ul>
      </div>
    </section>
  )
}

const Unplaced = ({ facts, unplaced, mayMake }: Pick<WeekProps, 'facts' | 'unplaced' | 'mayMake'>) => {
  const t = words.use()
  if (!unplaced.length) return null
  return (
    <section>
      <h2>{t['timetable.unplaced']}</h2>
      <List label={t['timetable.unplaced']}>
        {unplaced.map(({ session, left }) => (
          <Row
            title={session.partner}
            href={mayMake ? `/rooster/sessies/${session.id}?week=${facts.monday}` : undefined}
            line={fill(t['timetable.left'], {
              ...{ groups: sayGroups(groupsOf(facts, session), t), minutes: session.minutes, left },
            })}
          />
        ))}
      </List>
    </section>
  )
}
