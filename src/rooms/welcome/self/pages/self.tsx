import type { Linked, OpenSession, ShownProvider, Ways, Who } from '#kit/gate/gate.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import type { Place } from '#rooms/people/door.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { FactList } from '#ui/facts.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { Tag } from '#ui/tag.tsx'
import { useMoment } from '../../pages/moment.tsx'
import { words } from '../../words/words.ts'
import type { Myself } from '../queries.ts'
import { deviceOf } from '../rules.ts'

type Props = {
  myself: Myself
  account: Pick<Who, 'email' | 'twoFactorOn'>
  places: readonly Place[]
  here: string
  sessions: readonly OpenSession[]
  ways: Ways
  providers: readonly ShownProvider[]
}

/** Mijn gegevens: what is known of me, where I act, and how I come in. */
export const SelfPage = ({ myself, account, places, here, sessions, ways, providers }: Props) => {
  const t = words.use()
  return (
    <Page title={t['self.title']} narrow>
      <Known myself={myself} email={account.email} atSchool={isAtSchool(places, here)} />
      <Places places={places} here={here} />
      <section>
        <h2>{t['self.in']}</h2>
        <p>{t[account.twoFactorOn ? 'self.second.is-on' : 'self.second.is-off']}</p>
        <Actions>
          <ButtonLink href="/mij/wachtwoord" kind="quiet" icon="lock">
            {t['self.password']}
          </ButtonLink>
          <ButtonLink href="/mij/tweede-stap" kind="quiet" icon="lock">
            {t['self.second']}
          </ButtonLink>
          <ButtonLink href="/mij/sleutels" kind="quiet" icon="lock">
            {t['key.title']}
          </ButtonLink>
        </Actions>
      </section>
      {providers.length > 0 && <Links linked={ways.linked} providers={providers} />}
      <Sessions sessions={sessions} />
      <ButtonForm action="/uitloggen" label={t['out.button']} icon="out" />
    </Page>
  )
}

const isAtSchool = (places: readonly Place[], here: string) =>
  places.some(({ organisationId, kind }) => organisationId === here && kind === 'school')

const Known = ({ myself, email, atSchool }: { myself: Myself; email: string; atSchool: boolean }) => {
  const t = words.use()
  const { name, mail, phone, source } = myself
  return (
    <section>
      <FactList
        facts={[
          { term: t['self.name'], value: name },
          { term: t['self.mail'], value: mail ?? email },
          ...(mail && mail.toLowerCase() !== email.toLowerCase() ? [{ term: t['self.mail.in'], value: email }] : []),
          { term: t['self.phone'], value: phone ?? t['self.phone.none'] },
          { term: t['self.source'], value: source },
        ]}
      />
      <p>{t[atSchool ? 'self.rights' : 'self.rights.elsewhere']}</p>
      <Actions>
        <ButtonLink href="/mij/gegevens" kind="quiet" icon="edit">
          {t['self.change']}
        </ButtonLink>
        {atSchool && (
          <ButtonLink href="/mij/ouderpagina" kind="quiet" icon="people">
            {t['self.parents']}
          </ButtonLink>
        )}
      </Actions>
    </section>
  )
}

const Places = ({ places, here }: { places: readonly Place[]; here: string }) => {
  const t = words.use()
  const language = useLanguage()
  return (
    <section>
      <h2>{t['self.places']}</h2>
      <List label={t['self.places']}>
        {places.map(({ organisationId, name, roles }) => (
          <Row
            title={name}
            line={roles.map((role) => nameOf('role', role, language)).join(', ')}
            tag={organisationId === here && <Tag kind="done">{t['self.place.here']}</Tag>}
            action={
              organisationId !== here && (
                <ButtonForm
                  action="/mij/plek"
                  fields={{ organisation: organisationId }}
                  label={t['self.place.go']}
                  about={name}
                  kind="quiet"
                />
              )
            }
          />
        ))}
      </List>
      <p>
        <a href="/begin/code">{t['more.link']}</a>
      </p>
    </section>
  )
}

/** The sign-ins elsewhere that are linked, and those that can be. */
const Links = ({ linked, providers }: { linked: readonly Linked[]; providers: readonly ShownProvider[] }) => {
  const t = words.use()
  const others = providers.filter(({ id }) => !linked.some(({ provider }) => provider === id))
  return (
    <section>
      <h2>{t['links.title']}</h2>
      <p>{t['links.lead']}</p>
      {linked.length > 0 && (
        <List label={t['links.title']}>
          {linked.map(({ id, name }) => (
            <Row
              title={name}
              action={
                <ButtonForm action={`/mij/aanmeldwegen/${id}/einde`} label={t['links.end']} about={name} kind="quiet" />
              }
            />
          ))}
        </List>
      )}
      <Actions>
        {others.map(({ id, name }) => (
          <ButtonForm
            action="/mij/aanmeldwegen"
            fields={{ provider: id }}
            label={fill(t['links.add'], { name })}
            kind="quiet"
          />
        ))}
      </Actions>
    </section>
  )
}

const Sessions = ({ sessions }: { sessions: readonly OpenSession[] }) => {
  const t = words.use()
  const sayMoment = useMoment()
  return (
    <section>
      <h2>{t['self.sessions']}</h2>
      <p>{t['self.sessions.lead']}</p>
      <List label={t['self.sessions']}>
        {sessions.map(({ id, device, startedAt, seenAt, current }) => (
          <Row
            title={deviceOf(device) || t['self.device.unknown']}
            line={fill(t['self.session.term'], { started: sayMoment(startedAt), seen: sayMoment(seenAt) })}
            tag={current && <Tag kind="done">{t['self.session.this']}</Tag>}
            action={
              !current && (
                <ButtonForm
                  action={`/mij/sessies/${id}/einde`}
                  label={t['self.session.end']}
                  about={deviceOf(device)}
                  kind="quiet"
                />
              )
            }
          />
        ))}
      </List>
      {sessions.length > 1 && <ButtonForm action="/mij/sessies/einde" label={t['self.sessions.end']} kind="quiet" />}
    </section>
  )
}
