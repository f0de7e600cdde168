import { sayLongDay } from '#kit/time/day.ts'
import { useLanguage } from '#kit/words/words.ts'
import { AskForm } from '#rooms/signpost/door.ts'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import type { SchoolOfBoard } from '../queries.ts'
import { words } from '../words/words.ts'
import { type Greeting, useGreeting } from './today.tsx'

type Props = { greeting: Greeting; schools: readonly SchoolOfBoard[]; isStyled: boolean; mayStyle: boolean }

/** Vandaag of somebody at a board: one next step, her schools, and what is not hers to read. */
export const BoardHomePage = ({ greeting, schools, isStyled, mayStyle }: Props) => {
  const t = words.use()
  const language = useLanguage()
  return (
    <Page title={t['today.title']} heading={useGreeting(greeting)} lead={sayLongDay(greeting.today, language)}>
      {mayStyle && (
        <Card title={isStyled ? t['board.styled'] : t['board.style']}>
          <p>{t['board.style.text']}</p>
          <ButtonLink href="/huisstijl">{isStyled ? t['board.styled.do'] : t['board.style.do']}</ButtonLink>
        </Card>
      )}
      <section>
        <h2>{t['board.schools']}</h2>
        {schools.length > 0 ? (
          <List label={t['board.schools']}>
            {schools.map(({ name, place }) => (
              <Row title={name} line={place ?? undefined} />
            ))}
          </List>
        ) : (
          <p>{t['board.none']}</p>
        )}
        <p>{t['board.rights']}</p>
      </section>
      <AskForm shortcut="/" />
      <Actions>
        <ButtonLink href="/collegas" kind="quiet">
          {t['board.people']}
        </ButtonLink>
        <ButtonLink href="/mij" kind="quiet">
          {t['board.me']}
        </ButtonLink>
      </Actions>
    </Page>
  )
}
