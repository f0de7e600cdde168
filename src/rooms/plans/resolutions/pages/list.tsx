import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { Tag } from '#ui/tag.tsx'
import type { ResolutionOfLine, ResolutionRow } from '../queries.ts'
import { isAhead, isUnheard } from '../rules.ts'
import { words } from '../words/words.ts'

type Props = { resolutions: readonly ResolutionRow[]; today: Day }

/** What the school is going to decide, the first day on top; then what has been. */
export const ResolutionsPage = ({ resolutions, today }: Props) => {
  const t = words.use()
  const ahead = resolutions.filter(({ decidesOn }) => isAhead(decidesOn, today)).reverse()
  const before = resolutions.filter(({ decidesOn }) => !isAhead(decidesOn, today))
  return (
    <Page title={t['list.title']} lead={t['list.lead']}>
      <Actions>
        <ButtonLink href="/besluiten/nieuw" icon="add">
          {t['list.new']}
        </ButtonLink>
      </Actions>
      {resolutions.length === 0 && <Empty title={t['list.empty']}>{t['list.empty.text']}</Empty>}
      <Part title={t['list.ahead']} resolutions={ahead} today={today} />
      <Part title={t['list.before']} resolutions={before} today={today} />
    </Page>
  )
}

const Part = ({ title, resolutions, today }: Props & { title: string }) => {
  const t = words.use()
  const language = useLanguage()
  if (!resolutions.length) return null
  return (
    <section>
      <h2>{title}</h2>
      <List label={title}>
        {resolutions.map(({ id, title: name, decidesOn, involved, informed, unheard }) => (
          <Row
            title={name}
            href={`/besluiten/${id}`}
            line={involved + informed > 0 ? fill(t['list.figures'], { involved, informed }) : t['list.nobody']}
            when={sayDay(decidesOn, language, today)}
            waits={unheard > 0 && isAhead(decidesOn, today) ? fill(t['list.unheard'], { count: unheard }) : undefined}
          />
        ))}
      </List>
    </section>
  )
}

/** On the card of a partner: what the school was going to decide, and what they said of it. */
export const ResolutionsOfLine = ({ resolutions, today }: { resolutions: readonly ResolutionOfLine[]; today: Day }) => {
  const t = words.use()
  const language = useLanguage()
  if (!resolutions.length) return null
  return (
    <section>
      <h2>{t['card.title']}</h2>
      <List label={t['card.title']}>
        {resolutions.map((one) => (
          <Row
            title={one.title}
            href={`/besluiten/${one.id}`}
            line={one.said ? fill(t.said, { said: one.said }) : undefined}
            tag={<Tag kind={one.way === 'not' ? 'quiet' : 'plain'}>{t[`way.${one.way}`]}</Tag>}
            when={sayDay(one.decidesOn, language, today)}
            waits={isUnheard(one) && isAhead(one.decidesOn, today) ? t.unheard : undefined}
          />
        ))}
      </List>
    </section>
  )
}
