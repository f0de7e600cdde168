import { type Day, sayDay, sayMonth } from '#kit/time/day.ts'
import { fill, type Language, useLanguage } from '#kit/words/words.ts'
import type { ChosenFor } from '#rooms/plans/door.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { FactList } from '#ui/facts.tsx'
import type { Prepared } from '../queries.ts'
import { cameOf } from '../rules.ts'
import { words } from '../words/words.ts'

/** What is known of a line, each with its day: facts people talk about, nothing added up. */
export const Facts = ({ line, today }: { line: Prepared; today: Day }) => {
  const t = words.use()
  const language = useLanguage()
  const { owner, since, lastOn, agreed, hours, chosen, began } = line
  const why = [
    began?.obligation && t[`obligation.${began.obligation}`],
    ...(began?.motives ?? []).map((motive) => nameOf('motive', motive, language)),
  ].filter(Boolean)
  return (
    <section>
      <h2>{t['line.facts']}</h2>
      <FactList
        facts={[
          { term: t['line.why'], value: why.join(', ') || t['line.why.none'] },
          ...(chosen ? [{ term: t['line.chosen'], value: sayChosen(chosen, language, today) }] : []),
          { term: t['line.came'], value: <Came line={line} today={today} /> },
          { term: t['line.success'], value: <Success line={line} today={today} /> },
          { term: t['line.last'], value: lastOn ? sayDay(lastOn, language, today) : t['line.last.none'] },
          {
            term: t['line.agreed'],
            value: isNone(agreed) ? t['line.agreed.none'] : fill(t['line.agreed.said'], agreed),
          },
          {
            term: t['line.hours'],
            value: hours ? fill(t['line.hours.said'], { hours: sayHours(hours, language) }) : t['line.hours.none'],
          },
          {
            term: t['line.year'],
            value: chosen
              ? fill(t['line.year.said'], { hours: chosen.hours, day: sayDay(chosen.chosenOn, language, today) })
              : t['line.year.none'],
          },
          { term: t['line.owner'], value: owner ?? t['line.owner.none'] },
          ...(since ? [{ term: t['line.since'], value: sayMonth(since, language) }] : []),
        ]}
      />
    </section>
  )
}

const isNone = ({ kept, notKept, open }: Prepared['agreed']) => kept + notKept + open === 0

const sayHours = (hours: number, language: string) =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(hours)

const Success = ({ line: { successes }, today }: { line: Prepared; today: Day }) => {
  const t = words.use()
  const language = useLanguage()
  const [last] = successes
  if (!last) return <>{t['line.success.none']}</>
  const day = sayDay(last.lookOn, language, today)
  const state = last.outcome
    ? t[`outcome.${last.outcome}`]
    : fill(last.lookOn < today ? t['line.success.due'] : t['line.success.look'], { day })
  return (
    <>
      {last.success} ({state})
    </>
  )
}

const sayChosen = ({ vision, better, seenBy }: ChosenFor, language: Language, today: Day) => {
  const text = fill(words.in(language)['line.chosen.said'], { better, day: sayDay(seenBy, language, today) })
  return vision ? `${vision}: ${text}` : text
}

/** In words, as people saw it when they looked; and when nobody did, what is missing. */
const Came = ({ line, today }: { line: Prepared; today: Day }) => {
  const t = words.use()
  const language = useLanguage()
  const came = cameOf(line, today)
  if ('on' in came) return <>{fill(t[`came.${came.kind}`], { day: sayDay(came.on, language, today) })}</>
  if (!('seen' in came)) return <>{t[`came.${came.kind}`]}</>
  const { outcome, lookedOn, success } = came.seen
  const said = fill(t[`came.${outcome}`], { day: sayDay(lookedOn, language, today) })
  // The sentence stands right below, unless a newer one does.
  return <>{line.successes[0] === came.seen ? said : `${said} ${fill(t['came.about'], { success })}`}</>
}
