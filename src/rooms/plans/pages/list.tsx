import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { Tag } from '#ui/tag.tsx'
import type { ChoiceShown } from '../queries.ts'
import { asksDecision } from '../rules.ts'
import type { Outcome } from '../tables.ts'
import { words } from '../words/words.ts'

type Props = { choices: readonly ChoiceShown[]; today: Day }
const lastOf = ({ decided }: ChoiceShown) => decided.at(-1)

/** All choices of the school: what waits for a decision first. */
export const ChoicesPage = ({ choices, today }: Props) => {
  const t = words.use()
  const asks = (shown: ChoiceShown) => asksDecision(shown.choice, lastOf(shown)?.outcome ?? null, today)
  const [open, done] = [choices.filter(asks), choices.filter((shown) => !asks(shown))]
  return (
    <Page title={t['list.title']} lead={t['list.lead']}>
      <Actions>
        <ButtonLink href="/keuzes/nieuw" icon="add">
          {t['list.new']}
        </ButtonLink>
      </Actions>
      {choices.length === 0 && <Empty title={t['list.empty']}>{t['list.empty.text']}</Empty>}
      <Part title={t['list.open']} choices={open} today={today} />
      <Part title={t['list.done']} choices={done} today={today} />
    </Page>
  )
}

const Part = ({ title, choices, today }: Props & { title: string }) => {
  if (!choices.length) return null
  return (
    <section>
      <h2>{title}</h2>
      <List label={title}>
        {choices.map((shown) => (
          <ChoiceRow shown={shown} today={today} />
        ))}
      </List>
    </section>
  )
}

const ChoiceRow = ({ shown, today }: { shown: ChoiceShown; today: Day }) => {
  const t = words.use()
  const language = useLanguage()
  const { choice, asker, vision } = shown
  const last = lastOf(shown)
  const day = sayDay(last?.decidedOn ?? choice.askedOn, language, today)
  const said = last
    ? fill(t['list.decided'], { day })
    : fill(asker ? t['list.by'] : t['list.by.nobody'], { day, name: asker ?? '' })
  const isOver = last && asksDecision(choice, last.outcome, today)
  return (
    <Row
      title={choice.name}
      href={`/keuzes/${choice.id}`}
      line={[vision, choice.better].filter(Boolean).join(' · ')}
      tag={<OutcomeTag outcome={last?.outcome} />}
      when={isOver ? t['list.trial'] : said}
    />
  )
}

export const OutcomeTag = ({ outcome }: { outcome: Outcome | undefined }) => {
  const t = words.use()
  return <Tag kind={outcome === 'no' ? 'quiet' : outcome ? 'done' : 'plain'}>{t[`outcome.${outcome ?? 'none'}`]}</Tag>
}
