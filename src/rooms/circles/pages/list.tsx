import type { Said } from '#kit/form/form.ts'
import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Empty } from '#ui/empty.tsx'
import { Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import type { CircleShown } from '../queries.ts'
import { words } from '../words/words.ts'
import { CircleFields, type Colleagues, Wrong } from './fields.tsx'

type Props = { circles: readonly CircleShown[]; staff: Colleagues; said: Said; mayBegin: boolean; today: Day }

/** Every circle of the school: who leads it, and how many sit in it. */
export const CirclesPage = ({ circles, staff, said, mayBegin, today }: Props) => {
  const t = words.use()
  const sayLine = useLine(today)
  return (
    <Page title={t.title} lead={t.lead}>
      <Wrong said={said} />
      {circles.length === 0 && <Empty title={t.none}>{t['none.text']}</Empty>}
      {circles.length > 0 && (
        <List label={t.title}>
          {circles.map((circle) => (
            <Row title={circle.name} href={`/kennisgroepen/${circle.id}`} line={sayLine(circle)} />
          ))}
        </List>
      )}
      {mayBegin && (
        <section>
          <h2>{t['add.title']}</h2>
          <Form action="/kennisgroepen">
            <CircleFields staff={staff} said={said} />
            <Submit>{t['add.do']}</Submit>
          </Form>
        </section>
      )}
    </Page>
  )
}

function useLine(today: Day) {
  const t = words.use()
  const language = useLanguage()
  return ({ lead, members, partners, lastNote }: CircleShown) =>
    [
      lead ? fill(t['list.lead'], { name: lead }) : t['list.noLead'],
      members.length === 1 ? t['list.member'] : members.length && fill(t['list.members'], { count: members.length }),
      partners.length === 1
        ? t['list.partner']
        : partners.length && fill(t['list.partners'], { count: partners.length }),
      lastNote && fill(t['list.note'], { day: sayDay(lastNote, language, today) }),
    ]
      .filter(Boolean)
      .join(' · ')
}
