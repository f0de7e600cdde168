import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Choices } from '#ui/choice.tsx'
import { CalmLine } from '#ui/notice.tsx'
import { dayIn, timeIn } from '../../rules.ts'
import { words as wishWords } from '../../wishes/words/words.ts'
import { words } from '../../words/words.ts'
import type { Found, Proposal } from '../rules.ts'

type Props = { found: Found; chosen: readonly string[]; error: string | undefined; today: Day }

/** The moments the house found, with why; and the smallest thing that would have to give where nothing suits all. */
export const Proposals = ({ found: { proposals, concession }, chosen, error, today }: Props) => {
  const t = words.use()
  const sayWhy = useWhy()
  const say = useLocal(today)
  if (!proposals.length && !concession) return <CalmLine>{t['find.none']}</CalmLine>
  const least = concession && !proposals.some(({ local }) => local === concession.local)
  return (
    <>
      {concession && <CalmLine>{sayWhy.concession(concession, say(concession.local))}</CalmLine>}
      <Choices
        name="moment"
        label={t['find.title']}
        hint={t['find.hint']}
        values={chosen}
        error={error}
        options={[
          ...(least
            ? [
                {
                  value: concession.local,
                  label: say(concession.local),
                  hint: `${t['find.least']} ${sayWhy.gives(concession)}`.trim(),
                },
              ]
            : []),
          ...proposals.map((one) => ({ value: one.local, label: say(one.local), hint: sayWhy.fits(one) })),
        ]}
      />
    </>
  )
}

function useLocal(today: Day) {
  const language = useLanguage()
  return (local: string) => `${sayDay(dayIn(local), language, today)}, ${timeIn(local)}`
}

function useWhy() {
  const t = words.use()
  const w = wishWords.use()
  const language = useLanguage()
  const list = (parts: readonly string[]) => new Intl.ListFormat(language, { type: 'conjunction' }).format(parts)
  const gives = ({ asks, room, roomAsks }: Least) =>
    [
      asks.length
        ? fill(t['find.concession.people'], {
            names: list(
              asks.map(({ name, minutes, travels }) =>
                fill(travels ? w['concession.travels'] : t['find.concession.one'], { name, minutes }),
              ),
            ),
          })
        : '',
      roomAsks ? fill(t['find.concession.room'], { room: room ?? '', minutes: roomAsks }) : '',
    ]
      .filter(Boolean)
      .join(' ')
  return {
    fits: ({ room, missing, outside, others }: Proposal) =>
      [
        others ? fill(w['why.others'], others) : '',
        missing.length ? fill(t['find.why.missing'], { names: list(missing) }) : '',
        outside.length ? fill(t['find.why.outside'], { names: list(outside) }) : '',
        room ? fill(t['find.why.room'], { room }) : '',
      ]
        .filter(Boolean)
        .join(' ') || undefined,
    concession: (one: Least, moment: string) => `${fill(t['find.concession'], { moment })} ${gives(one)}`.trim(),
    gives,
  }
}
type Least = NonNullable<Found['concession']>
