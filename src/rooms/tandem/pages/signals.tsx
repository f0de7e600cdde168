import { fill } from '#kit/words/words.ts'
import type { Group } from '#rooms/signals/door.ts'
import { ButtonForm } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { List, Row } from '#ui/list.tsx'
import { words } from '../words/words.ts'

type Table = ReturnType<typeof words.in>
const named = 3

/** All of one kind as one sentence, as it goes onto the agenda: partners by name, never a person. */
export function saySignal(t: Table, { name, signals }: Group): string {
  const partners = [...new Set(signals.flatMap(({ line }) => line?.name ?? []))]
  const names = partners.slice(0, named).join(', ')
  const count = partners.length - named
  return fill(t['propose.point'], { name, names: count > 0 ? fill(t['names.more'], { names, count }) : names })
}

type Props = { signals: readonly Group[]; proposed: readonly Group[] }

/** What the network says by itself, by kind, each to be put on the agenda with one press; and all of it, line by line. */
export const Proposals = ({ signals, proposed }: Props) => {
  const t = words.use()
  const count = signals.reduce((sum, group) => sum + group.signals.length, 0)
  return (
    <section class="not-printed">
      <h2>{t['propose.title']}</h2>
      <p class="soft">{count ? t['propose.lead'] : t['propose.none']}</p>
      <List label={t['propose.title']}>
        {proposed.map((group) => {
          const title = saySignal(t, group)
          return (
            <Row
              title={title}
              action={
                <ButtonForm
                  action="/tandem/punten"
                  fields={{ signal: group.kind }}
                  label={t['propose.do']}
                  about={title}
                  kind="quiet"
                  icon="add"
                />
              }
            />
          )
        })}
      </List>
      {count > 0 && (
        <Details summary={fill(t['propose.all'], { count })}>
          {signals.map((group) => (
            <>
              <h3>{group.name}</h3>
              <List label={group.name}>
                {group.signals.map(({ title, line, href, said }) => (
                  <Row title={title} href={line ? `/netwerk/${line.id}` : href} line={said} />
                ))}
              </List>
            </>
          ))}
        </Details>
      )}
    </section>
  )
}
