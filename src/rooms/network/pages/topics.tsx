import { fill, useLanguage } from '#kit/words/words.ts'
import { nameOf, topics } from '#rooms/trade/door.ts'
import { ButtonForm } from '#ui/button.tsx'
import { Choices } from '#ui/choice.tsx'
import { Details } from '#ui/details.tsx'
import { Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { Stack } from '#ui/say.tsx'
import type { Beside } from '../queries.ts'
import { words } from '../words/words.ts'

type Partner = { id: string; name: string; type: string | null }
type Props = { partner: Partner; beside: Beside[]; mayOrder: boolean }

/** Which questions a partner answers, and in which order it is asked. */
export const TopicsPage = ({ partner, beside, mayOrder }: Props) => {
  const t = words.use()
  const mine = beside.filter(({ relationId }) => relationId === partner.id).map(({ topic }) => topic)
  return (
    <Page
      title={fill(t['topics.title'], { name: partner.name })}
      lead={t['topics.lead']}
      back={{ href: `/netwerk/${partner.id}`, label: fill(t['topics.back'], { name: partner.name }) }}
      narrow
    >
      <Form action={`/netwerk/${partner.id}/onderwerpen`}>
        <TopicBoxes partner={partner} chosen={mine} />
        <Submit>{t['topics.save']}</Submit>
      </Form>
      {mine.length > 0 && (
        <Stack>
          <h2>{t['topics.order']}</h2>
          <p>{mayOrder ? t['topics.order.text'] : t['topics.order.keepers']}</p>
          <List label={t['topics.order']}>
            {mine.map((topic) => (
              <InTurn
                topic={topic}
                partner={partner}
                all={beside.filter((one) => one.topic === topic)}
                mayOrder={mayOrder}
              />
            ))}
          </List>
        </Stack>
      )}
    </Page>
  )
}

/** What suits this kind of partner stands open on top; the rest is folded by cluster. */
const TopicBoxes = ({ partner, chosen }: { partner: Partner; chosen: string[] }) => {
  const t: Record<string, string> = words.use()
  const usual = topics.filter(({ id, partners }) => chosen.includes(id) || partners.includes(partner.type ?? ''))
  const rest = topics.filter((topic) => !usual.includes(topic))
  return (
    <>
      <Boxes id="usual" label={t['topics.usual'] ?? ''} of={usual} chosen={chosen} />
      {[...new Set(rest.map(({ cluster }) => cluster))].map((cluster) => (
        <Details summary={t[`cluster.${cluster}`] ?? cluster}>
          <Boxes
            id={cluster}
            label={t[`cluster.${cluster}`] ?? cluster}
            of={rest.filter((topic) => topic.cluster === cluster)}
            chosen={chosen}
          />
        </Details>
      ))}
    </>
  )
}

const Boxes = ({
  id,
  label,
  of,
  chosen,
}: {
  id: string
  label: string
  of: readonly { id: string }[]
  chosen: string[]
}) => {
  const language = useLanguage()
  if (!of.length) return null
  return (
    <Choices
      id={`topics-${id}`}
      name="topics"
      label={label}
      values={chosen}
      options={of.map((topic) => ({ value: topic.id, label: nameOf('topic', topic.id, language) }))}
    />
  )
}

const InTurn = ({
  topic,
  partner,
  all,
  mayOrder,
}: {
  topic: string
  partner: Partner
  all: Beside[]
  mayOrder: boolean
}) => {
  const t = words.use()
  const name = nameOf('topic', topic, useLanguage())
  const at = all.findIndex(({ relationId }) => relationId === partner.id)
  return (
    <Row
      title={name}
      line={all.map((one) => one.name).join(' → ')}
      action={
        mayOrder &&
        at > 0 && (
          <ButtonForm
            action={`/netwerk/${partner.id}/onderwerpen/${topic}/voorrang`}
            label={t['topics.sooner']}
            about={name}
            kind="quiet"
          />
        )
      }
    />
  )
}
