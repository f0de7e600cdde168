import { fill } from '#kit/words/words.ts'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Details } from '#ui/details.tsx'
import { Empty } from '#ui/empty.tsx'
import { FactList } from '#ui/facts.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { CalmLine } from '#ui/notice.tsx'
import { Person } from '#ui/person.tsx'
import { useHours, useReach } from '../../pages/said.tsx'
import { words } from '../../words/words.ts'
import type { OurSchool, OwnSchool } from '../queries.ts'

/** For a professional who serves many schools: whom she rings at each, in one place. */
export const SchoolsPage = ({ schools }: { schools: OurSchool[] }) => {
  const t = words.use()
  return (
    <Page
      title={t['schools.title']}
      lead={fill(schools.length === 1 ? t['schools.one'] : t['schools.count'], { count: schools.length })}
    >
      {schools.length === 0 ? (
        <Empty title={t['schools.empty']}>{t['schools.empty.text']}</Empty>
      ) : (
        <>
          <Actions>
            <ButtonLink href="/agenda/abonnementen" kind="quiet" icon="calendar">
              {t['schools.calendar']}
            </ButtonLink>
          </Actions>
          {schools.map((school) => (
            <SchoolCard school={school} />
          ))}
        </>
      )}
    </Page>
  )
}

/** For who speaks for a board: its own schools, and whom it calls where a school keeps a line with it. */
export const BoardSchoolsPage = ({ own, lines }: { own: readonly OwnSchool[]; lines: readonly OurSchool[] }) => {
  const t = words.use()
  const lead = own.length === 1 ? t['schools.board.one'] : fill(t['schools.board.count'], { count: own.length })
  return (
    <Page title={t['schools.board']} lead={own.length ? lead : ''}>
      {own.length === 0 ? (
        <Empty title={t['schools.board.empty']}>{t['schools.board.empty.text']}</Empty>
      ) : (
        <List label={t['schools.board']}>
          {own.map(({ name, place, phone }) => (
            <Row title={name} line={[place, phone].filter(Boolean).join(' · ')} />
          ))}
        </List>
      )}
      <CalmLine icon="lock">{t['schools.board.rights']}</CalmLine>
      {lines.length > 0 && (
        <section>
          <h2>{t['schools.board.lines']}</h2>
          {lines.map((school) => (
            <SchoolCard school={school} />
          ))}
        </section>
      )}
    </Page>
  )
}

const SchoolCard = ({ school }: { school: OurSchool }) => {
  const t = words.use()
  const reach = useReach()
  const sayHours = useHours()
  const { owner, deputy } = school
  return (
    <Card title={[school.school, school.place].filter(Boolean).join(', ')}>
      {owner ? (
        <Person name={owner.name} line={t['schools.owner']} reach={reach(owner)} />
      ) : (
        <p>{t['schools.nobody']}</p>
      )}
      {deputy && <Person name={deputy.name} line={t['schools.deputy']} reach={reach(deputy)} small />}
      {school.phone && <Person name={t['schools.desk']} reach={reach({ phone: school.phone })} small />}
      {school.hours.length > 0 && (
        <>
          <h3>{t['schools.hours']}</h3>
          <ul>
            {school.hours.map((hour) => (
              <li>{sayHours(hour)}</li>
            ))}
          </ul>
        </>
      )}
      {school.faces.length > 0 && (
        <Details summary={t['schools.faces']}>
          <FactList facts={school.faces.map(({ name, noted }) => ({ term: name, value: noted || '–' }))} />
          <p>{t['schools.faces.wrong']}</p>
        </Details>
      )}
      <Actions>
        <ButtonLink href={`/netwerk/${school.id}/aanwezigheid`} kind="quiet" icon="calendar">
          {t['schools.hours.change']}
          <span class="only-heard"> {school.school}</span>
        </ButtonLink>
      </Actions>
    </Card>
  )
}
