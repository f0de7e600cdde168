import { fill } from '#kit/words/words.ts'
import { ButtonForm } from '#ui/button.tsx'
import { List, Row } from '#ui/list.tsx'
import type { Signal, SignalKind } from '../rules.ts'
import { words } from '../words/words.ts'

type Table = ReturnType<typeof words.in>
const named = 3

/** A signal as one sentence, as it goes onto the agenda. */
export function saySignal(t: Table, { kind, names }: Signal): string {
  const first = names.slice(0, named).join(', ')
  const rest = names.length - named
  return fill(t[`signal.${kind}`], {
    names: rest > 0 ? fill(t['names.more'], { names: first, count: rest }) : first,
  })
}

/** Where one looks at all of them. */
const pages: Record<SignalKind, string> = {
  overdue: '/vragen',
  single: '/netwerk/vervanging',
  promises: '/afspraken',
  ending: '/netwerk',
  funds: '/overdracht',
  silent: '/netwerk/stille-lijntjes',
}

/** What the network says by itself, each to be put on the agenda with one press. */
export const Proposals = ({ signals }: { signals: readonly Signal[] }) => {
  const t = words.use()
  return (
    <section class="not-printed">
      <h2>{t['propose.title']}</h2>
      <p class="soft">{signals.length ? t['propose.lead'] : t['propose.none']}</p>
      <List label={t['propose.title']}>
        {signals.map((signal) => {
          const title = saySignal(t, signal)
          return (
            <Row
              title={title}
              line={<a href={pages[signal.kind]}>{t['propose.see']}</a>}
              action={
                <ButtonForm
                  action="/tandem/punten"
                  fields={{ signal: signal.kind }}
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
    </section>
  )
}
