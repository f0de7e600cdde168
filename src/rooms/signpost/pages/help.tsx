import type { Day } from '#kit/time/day.ts'
import type { InBuilding } from '#rooms/agenda/door.ts'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { Person } from '#ui/person.tsx'
import { SafetyCard } from '#ui/safety.tsx'
import { Columns } from '#ui/say.tsx'
import type { PartnerLine } from '../queries.ts'
import { allAway, cardFlags, type Held, numbers, telOf, worksOn } from '../rules.ts'
import { words } from '../words/words.ts'
import { useDays, useRole } from './contact.tsx'
import { PresentList } from './odd.tsx'

export type Helpers = { helpers: Held[]; present: InBuilding[]; around: PartnerLine[] }

/** “Nu hulp nodig”: numbers first, then who is here. Nothing to type. Outside the door it is the numbers only. */
export const HelpPage = ({
  around,
  today,
  canSignIn,
}: {
  around: Helpers | undefined
  today: Day
  canSignIn: boolean
}) => {
  const t = words.use()
  return (
    <Page title={t['help.title']} lead={t['help.lead']}>
      <Numbers />
      {around && <Here around={around} today={today} />}
      <section>
        <h2>{t['help.cards']}</h2>
        <List label={t['help.cards']}>
          {cardFlags.map((flag) => (
            <Row title={t[`help.card.${flag}`]} href={`/bij-wie/kaarten/${flag}`} />
          ))}
        </List>
      </section>
      {canSignIn && (
        <p>
          <a href="/inloggen">{t['help.signIn']}</a>
        </p>
      )}
    </Page>
  )
}

const Numbers = () => {
  const t = words.use()
  const calls = [
    [`tel:${numbers.emergency}`, t['help.emergency']],
    [telOf(numbers.veiligThuis), t['help.veiligThuis']],
    [`tel:${numbers.suicide}`, t['help.suicide']],
    [telOf(numbers.suicideFree), t['help.suicideFree']],
    [telOf(numbers.police), t['help.police']],
    [telOf(numbers.inspector), t['help.inspector']],
  ] as const
  return (
    <SafetyCard id="help" label={t['safety.label']} title={t['help.numbers']}>
      <p>
        <strong>{t['help.alone']}</strong>
      </p>
      <Actions>
        {calls.map(([href, label], place) => (
          <ButtonLink href={href} icon="phone" kind={place === 0 ? 'do' : 'quiet'}>
            {label}
          </ButtonLink>
        ))}
      </Actions>
    </SafetyCard>
  )
}

const Here = ({ around: { helpers, present, around }, today }: { around: Helpers; today: Day }) => {
  const t = words.use()
  return (
    <>
      <section>
        <h2>{t['help.here']}</h2>
        {helpers.length === 0 && <p>{t['help.here.none']}</p>}
        {allAway(helpers, today) && <p>{t['help.here.away']}</p>}
        <Columns>
          {helpers.map((helper) => (
            <HelperCard {...helper} today={today} />
          ))}
        </Columns>
      </section>
      <section>
        <h2>{t['help.partners']}</h2>
        <PresentList present={present} none={t['help.partners.none']} />
      </section>
      {around.length > 0 && (
        <section>
          <h2>{t['help.around']}</h2>
          <p>{t['help.around.say']}</p>
          <Columns>
            {around.map((line) => (
              <Around {...line} />
            ))}
          </Columns>
        </section>
      )}
    </>
  )
}

/** Who picks up there, and the number as a button. */
const Around = ({ id, name, phone, faces: [face] }: PartnerLine) => {
  const t = words.use()
  const number = face?.phone ?? phone
  return (
    <div>
      <Person
        name={face?.name ?? name}
        href={`/netwerk/${id}`}
        line={[face && name, face?.work].filter(Boolean).join(' · ')}
      />
      {number ? (
        <ButtonLink href={telOf(number)} kind="quiet" icon="phone">
          {number}
        </ButtonLink>
      ) : (
        <p class="soft">{t['contact.noReach']}</p>
      )}
    </div>
  )
}

/** Who she is, and her number as a button one cannot miss. */
const HelperCard = ({ colleague, roles, today }: Held & { today: Day }) => {
  const t = words.use()
  const sayDays = useDays()
  const sayRole = useRole()
  const { name, phone, personId, days } = colleague
  return (
    <div>
      <Person
        name={name}
        href={`/school/mensen/${personId}`}
        line={roles.map(sayRole).join(', ')}
        days={worksOn(colleague, today) ? t['days.today'] : sayDays(days)}
      />
      {phone ? (
        <ButtonLink href={telOf(phone)} kind="quiet" icon="phone">
          {phone}
        </ButtonLink>
      ) : (
        <p class="soft">{t['contact.noReach']}</p>
      )}
    </div>
  )
}
