import { sayLongDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import type { PollOnMe } from '#rooms/meetings/door.ts'
import type { RequestRow } from '#rooms/requests/door.ts'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { safeHref, telHref } from '#ui/href.ts'
import { List, Row } from '#ui/list.tsx'
import type { SchoolOfPartner } from '../queries.ts'
import { words } from '../words/words.ts'
import { type Greeting, useGreeting } from './today.tsx'
import { WaitsOnMe, WaitsOnOther } from './waiting.tsx'

type Props = {
  greeting: Greeting
  schools: readonly SchoolOfPartner[]
  /** On so many public pages of schools we are named. */
  named: number
  onMe: readonly RequestRow[]
  meetings: readonly PollOnMe[]
  onOther: readonly RequestRow[]
}

/** Vandaag of a partner's professional: what waits, her schools, and whom to ring there. */
export const PartnerHomePage = ({ greeting, schools, named, onMe, meetings, onOther }: Props) => {
  const t = words.use()
  const language = useLanguage()
  return (
    <Page title={t['today.title']} heading={useGreeting(greeting)} lead={sayLongDay(greeting.today, language)}>
      <WaitsOnMe asked={onMe} meetings={meetings} cards={[]} also={undefined} today={greeting.today} />
      <WaitsOnOther asked={onOther} today={greeting.today} />
      <h2>{t['partner.schools']}</h2>
      {schools.length === 0 ? (
        <Empty title={t['partner.none']}>{t['partner.none.text']}</Empty>
      ) : (
        <List label={t['partner.schools']}>
          {schools.map(({ school, place, owner, phone }) => (
            <Row
              title={school}
              href="/scholen"
              line={[place, owner ? fill(t['partner.owner'], { owner }) : t['partner.noOwner']]
                .filter(Boolean)
                .join(' · ')}
              action={phone && <a href={safeHref(telHref(phone))}>{fill(t['partner.call'], { phone })}</a>}
            />
          ))}
        </List>
      )}
      {named > 0 && (
        <p>
          <a href="/vermeldingen">{fill(t['partner.named'], { count: named })}</a>
        </p>
      )}
      <Actions>
        <ButtonLink href="/scholen">{t['partner.all']}</ButtonLink>
        <ButtonLink href="/profiel" kind="quiet">
          {t['partner.profile']}
        </ButtonLink>
        <ButtonLink href="/vertrek" kind="quiet" icon="out">
          {t['partner.stop']}
        </ButtonLink>
      </Actions>
    </Page>
  )
}
