import { dayOf, sayDay } from '#kit/time/day.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import { FactList } from '#ui/facts.tsx'
import { CalmLine } from '#ui/notice.tsx'
import { Tag } from '#ui/tag.tsx'
import type { State } from '../rules.ts'
import type { Moment, Request } from '../tables.ts'
import { words } from '../words/words.ts'

const longestTitle = 80
/** A question in a list: its first words. */
export const shortly = (text: string) =>
  text.length > longestTitle ? `${text.slice(0, longestTitle - 1).trimEnd()}…` : text

export const StateTag = ({ state }: { state: State }) => {
  const t = words.use()
  const kind = state === 'done' ? 'done' : state === 'withdrawn' || state === 'rerouted' ? 'quiet' : 'plain'
  return <Tag kind={kind}>{t[`state.${state}`]}</Tag>
}

type Shown = Pick<Request, 'level' | 'what' | 'forWhom' | 'wishDay' | 'answerBy'> & {
  asker: string | null
  school: string
}
/** What a school wrote itself: Dutch, whatever the page speaks. */
const Own = ({ text }: { text: string }) => <span lang={useLanguage() === 'nl' ? undefined : 'nl'}>{text}</span>

/** The three lines, who asks, and by when. */
export const Lines = ({ request, today, to }: { request: Shown; today: string; to?: string | undefined }) => {
  const t = words.use()
  const language = useLanguage()
  const { what, forWhom, level, wishDay, answerBy, asker, school } = request
  if (what === null) return <CalmLine icon="leaf">{t['one.forgotten']}</CalmLine>
  return (
    <FactList
      facts={[
        { term: t['one.what'], value: <Own text={what} /> },
        ...(forWhom ? [{ term: t['one.forWhom'], value: <Own text={forWhom} /> }] : []),
        { term: t['one.level'], value: t[`new.level.${level}`] },
        { term: t['one.wish'], value: sayDay(wishDay, language, today) },
        { term: t['one.answerBy'], value: sayDay(answerBy, language, today) },
        { term: t['one.asker'], value: [asker, school].filter(Boolean).join(', ') },
        ...(to ? [{ term: t['one.to'], value: to }] : []),
      ]}
    />
  )
}

/** What happened, the first first. */
export const Timeline = ({ moments, today }: { moments: readonly Moment[]; today: string }) => {
  const t = words.use()
  const sayMoment = useMoment()
  const language = useLanguage()
  return (
    <section>
      <h2>{t['one.timeline']}</h2>
      <ol class="stack">
        {moments.map((moment) => (
          <li>
            <p>
              <span class="soft">{sayDay(dayOf(moment.at), language, today)}</span> {sayMoment(moment)}
            </p>
            {moment.text && (
              <blockquote>
                {moment.text.split(/\n+/).map((line) => (
                  <p>{moment.side === 'asking' ? <Own text={line} /> : line}</p>
                ))}
              </blockquote>
            )}
            {moment.leftOut?.map((what) => (
              <p class="small">{t[`left.${what}`]}</p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}

function useMoment() {
  const t = words.use()
  return ({ kind, side, byName, reason, outcome }: Moment) =>
    kind === 'reminded'
      ? t[`moment.reminded.${side}`]
      : fill(t[`moment.${kind}`], {
          who: byName ?? t['moment.somebody'],
          reason: t[`reason.${reason ?? 'other'}`].toLowerCase(),
          outcome: t[`outcome.${outcome ?? 'helped'}`].toLowerCase(),
        })
}

/** What is not right yet, said in words, by the field it belongs to. */
export function useErrors() {
  const t = words.use()
  return (errors: Partial<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))
}
