import { fill } from '#kit/words/words.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { Page } from '#ui/frame.tsx'
import type { LineOfRound } from '../queries.ts'
import { words } from '../words/words.ts'

/** Before a round is closed with lines undecided: which those are, and what closing does to them. */
export const ClosePage = ({ open, all }: { open: readonly LineOfRound[]; all: number }) => {
  const t = words.use()
  const next = open[0]
  return (
    <Page title={t['close.title']} back={{ href: '/jaarronde', label: t['line.back'] }} narrow>
      <p>{fill(t['close.text'], { open: open.length, all })}</p>
      <Actions>
        {next && (
          <ButtonLink href={`/jaarronde/${next.id}`} icon="next">
            {fill(t['round.go'], { name: next.name })}
          </ButtonLink>
        )}
        <ButtonForm action="/jaarronde/afsluiting" label={t['close.do']} kind="quiet" />
      </Actions>
      <section>
        <h2>{t['round.todo']}</h2>
        <ul>
          {open.map(({ id, name }) => (
            <li>
              <a href={`/jaarronde/${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  )
}
