import { type Day, sayLongDay, sayWeekday, type Weekday } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { LeanPage } from '#ui/lean.tsx'
import { words } from '../../words/words.ts'
import type { OnScreen, Screen } from '../queries.ts'

type Props = { screen: Screen; days: { weekday: Weekday; day: Day; isToday: boolean }[]; today: Day }

/** What hangs in the hall: large, black and white, looked at anew every five minutes where script runs. */
export const ScreenPage = ({ screen, days, today }: Props) => {
  const t = words.use()
  const language = useLanguage()
  const now = days.find(({ isToday }) => isToday)
  const rest = days.filter(({ day }) => day > today)
  const shut = (day: Day) => screen.closed.find((one) => one.day === day)
  const on = (weekday: number) => screen.items.filter((one) => one.weekday === weekday)
  const why = now && shut(now.day)
  return (
    <LeanPage title={fill(t['screen.title'], { school: screen.school })} skip={t['screen.skip']}>
      <main class="screen" id="main" data-controller="anew" data-anew-every-value="300">
        <h1>{screen.school}</h1>
        <p class="screen-day">{sayLongDay(today, language)}</p>
        <h2>{t['screen.today']}</h2>
        {why ? (
          <p>{fill(t['week.closed'], { why: language === 'en' ? why.en : why.nl })}</p>
        ) : (
          <Items items={now ? on(now.weekday) : []} />
        )}
        {rest.some(({ day, weekday }) => !shut(day) && on(weekday).length > 0) && <h2>{t['screen.later']}</h2>}
        <div class="screen-rest">
          {rest
            .filter(({ day, weekday }) => !shut(day) && on(weekday).length > 0)
            .map(({ weekday }) => (
              <section>
                <h3>{sayWeekday(weekday, language, 'long')}</h3>
                <Items items={on(weekday)} />
              </section>
            ))}
        </div>
      </main>
    </LeanPage>
  )
}

const Items = ({ items }: { items: readonly OnScreen[] }) => {
  const t = words.use()
  if (!items.length) return <p>{t['screen.nobody']}</p>
  return (
    <ul>
      {items.map(({ title, from, until, place }) => (
        <li>
          <strong>{title}</strong> <span class="screen-when">{`${from}–${until}`}</span> <span>{place}</span>
        </li>
      ))}
    </ul>
  )
}
