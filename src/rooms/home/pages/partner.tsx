import { sayLongDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import type { SchoolOfPartner } from '../queries.ts'
import { words } from '../words/words.ts'
import { type Greeting, useGreeting } from './today.tsx'

/** Vandaag of a partner's professional: her schools, and whom to ring there. */
export const PartnerHomePage = ({ greeting, schools }: { greeting: Greeting; schools: readonly SchoolOfPartner[] }) => {
  const t = words.use()
  const language = useLanguage()
  return (
    <Page title={t['today.title']} heading={useGreeting(greeting)} lead={sayLongDay(greeting.today, language)}>
      <h2>{t['partner.schools']}</h2>
      {schools.length === 0 ? (
        <Empty title={t['partner.none']}>{t['partner.none.text']}</Empty>
      ) : (
        <List label={t['partner.schools']}>
          {schools.map(({ school, place, owner, phone }) => (
            <Row
              title={school}
              line={[place, owner ? fill(t['partner.owner'], { owner }) : t['partner.noOwner'], phone]
                .filter(Boolean)
                .join(' · ')}
            />
          ))}
        </List>
      )}
      <Actions>
        <ButtonLink href="/scholen">{t['partner.all']}</ButtonLink>
        <ButtonLink href="/profiel" kind="quiet">
          {t['partner.profile']}
        </ButtonLink>
      </Actions>
    </Page>
  )
}
