import type { Child } from 'hono/jsx'
import { fill, useLanguage } from '#kit/words/words.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { FactList } from '#ui/facts.tsx'
import { Page } from '#ui/frame.tsx'
import { Person } from '#ui/person.tsx'
import type { Colleague } from '../queries.ts'
import { words } from '../words/words.ts'
import { useDays } from './days.tsx'

/** One colleague: who she is and how to reach her first, then who stands in. */
export const ColleaguePage = ({
  colleague,
  mayManage,
  below,
}: {
  colleague: Colleague
  mayManage: boolean
  below?: Child
}) => {
  const t = words.use()
  const sayDays = useDays()
  const language = useLanguage()
  const { name, phone, mail, roles, days, deputy, deputyId } = colleague
  return (
    <Page title={name} heading={null} back={{ href: '/school', label: t['person.back'] }} narrow>
      <h1 class="only-heard">{name}</h1>
      <Person
        name={name}
        line={roles.map((role) => nameOf('role', role, language)).join(', ')}
        days={sayDays(days)}
        reach={[
          ...(phone
            ? [
                {
                  href: `tel:${phone.replace(/[^\d+]/g, '')}`,
                  label: fill(t['person.call'], { phone }),
                  icon: 'phone' as const,
                },
              ]
            : []),
          ...(mail
            ? [{ href: `mailto:${mail}`, label: fill(t['person.mailTo'], { mail }), icon: 'mail' as const }]
            : []),
        ]}
      />
      {!phone && !mail && <p>{t['person.noContact']}</p>}
      <FactList
        facts={[
          {
            term: t['person.deputy'],
            value: deputy && deputyId ? <a href={`/school/mensen/${deputyId}`}>{deputy}</a> : t['person.deputy.none'],
          },
          ...(mayManage ? [{ term: t['person.source'], value: colleague.source }] : []),
        ]}
      />
      {mayManage && (
        <Actions>
          {!colleague.hasAccount && mail && (
            <ButtonForm
              action="/uitnodigingen"
              fields={{ personId: colleague.personId }}
              label={t['person.invite']}
              icon="mail"
            />
          )}
          {!colleague.hasAccount && (
            <ButtonLink href="/uitnodigingen" kind="quiet">
              {t['person.invitations']}
            </ButtonLink>
          )}
          <ButtonLink href={`/school/mensen/${colleague.personId}/wijziging`} kind="quiet" icon="edit">
            {t['person.edit']}
          </ButtonLink>
          <ButtonLink href={`/school/mensen/${colleague.personId}/kennismaking`} kind="quiet" icon="network">
            {t['person.meet']}
          </ButtonLink>
          <ButtonLink href={`/school/mensen/${colleague.personId}/overdracht`} kind="quiet" icon="out">
            {t['person.handOver']}
          </ButtonLink>
        </Actions>
      )}
      {below}
    </Page>
  )
}
