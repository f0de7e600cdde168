import type { Day } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import type { InBuilding } from '#rooms/agenda/door.ts'
import type { Colleague } from '#rooms/people/door.ts'
import { nameOf, partnerTypeOf } from '#rooms/trade/door.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { List, Row } from '#ui/list.tsx'
import { Say } from '#ui/say.tsx'
import type { Answer, Choice } from '../answer/answer.ts'
import type { PartnerLine } from '../queries.ts'
import { type Contact, numbers, shortly, telOf, worksOn } from '../rules.ts'
import { words } from '../words/words.ts'
import { CalmLines } from './answer.tsx'
import { ContactView, useRole } from './contact.tsx'
import { PartnerLines } from './partners.tsx'

/** A question that may mean several things: ask back, the emergency first. */
export const ClarifyAnswer = ({ answer }: { answer: Answer }) => {
  const t = words.use()
  return (
    <>
      <div id="keuzes">
        <Say>{t['clarify.say']}</Say>
      </div>
      <Actions>
        {(answer.clarify ?? []).map((choice) => (
          <ChoiceButton choice={choice} />
        ))}
      </Actions>
      <CalmLines answer={answer} topic={undefined} />
    </>
  )
}

const ChoiceButton = ({ choice }: { choice: Choice }) => {
  const t = words.use()
  const language = useLanguage()
  if (choice.kind === 'emergency') return <ButtonLink href="/hulp-nu">{t['clarify.emergency']}</ButtonLink>
  if (choice.kind === 'search')
    return (
      <ButtonLink href="/netwerk" kind="quiet">
        {t['clarify.search']}
      </ButtonLink>
    )
  if (choice.kind === 'card')
    return (
      <ButtonForm
        action="/bij-wie"
        kind="quiet"
        label={t[`clarify.card.${choice.flag}`]}
        fields={{ choice: choice.flag }}
      />
    )
  const own = `clarify.topic.${choice.topic}` as keyof typeof t
  return (
    <ButtonForm
      action="/bij-wie"
      kind="quiet"
      label={t[own] ?? nameOf('topic', choice.topic, language)}
      fields={{ topic: choice.topic }}
    />
  )
}

type PresenceProps = { present: readonly InBuilding[]; colleagues: readonly Colleague[]; today: Day }

/** “Wie is er vandaag in huis”: the board itself. */
export const PresenceAnswer = ({ present, colleagues, today }: PresenceProps) => {
  const t = words.use()
  const sayRole = useRole()
  const working = colleagues.filter((one) => worksOn(one, today))
  const unknown = colleagues.filter((one) => !one.days.length).length
  return (
    <>
      <Say>{t['presence.say']}</Say>
      <section>
        <h2>{t['presence.partners']}</h2>
        <PresentList present={present} none={t['presence.partners.none']} />
        <p>
          <a href="/agenda">{t['presence.agenda']}</a>
        </p>
      </section>
      <section>
        <h2>{t['presence.staff']}</h2>
        {working.length === 0 && <p>{t['presence.staff.none']}</p>}
        <List label={t['presence.staff']}>
          {working.map((one) => (
            <Row title={one.name} href={`/school/mensen/${one.personId}`} line={one.roles.map(sayRole).join(', ')} />
          ))}
        </List>
        {unknown > 0 && working.length > 0 && <p class="soft">{fill(t['presence.unknown'], { count: unknown })}</p>}
      </section>
    </>
  )
}

/** Partners in the building, by the clock, with their room and what one can ask. */
export const PresentList = ({ present, none }: { present: readonly InBuilding[]; none: string }) => {
  const t = words.use()
  if (!present.length) return <p>{none}</p>
  return (
    <List label={t['presence.partners']}>
      {present.map(({ partner, relationId, from, until, space, what }) => (
        <Row
          title={partner}
          href={`/netwerk/${relationId}`}
          line={[space, what].filter(Boolean).join(' · ')}
          when={fill(t['presence.time'], { from, until })}
        />
      ))}
    </List>
  )
}

type ContactProps = {
  answer: Answer
  contact: Contact | undefined
  lines: readonly PartnerLine[]
  present: readonly InBuilding[]
  colleagues: readonly Colleague[]
  today: Day
}

/** Somebody's number was asked for: the card of that partner or colleague, nothing else. */
export const ContactAnswer = ({ answer, contact, lines, present, colleagues, today }: ContactProps) => {
  const t = words.use()
  const language = useLanguage()
  const asked = answer.contactType ?? ''
  const what = shortly(nameOf(partnerTypeOf(asked) ? 'partnerType' : 'role', asked, language))
  const national = asked === 'wijkagent' ? { number: numbers.police, label: t['call.police'] } : undefined
  const isKnown = lines.length > 0 || Boolean(contact?.people.length)
  return (
    <>
      {(isKnown || !answer.notices.length) && <Say>{fill(isKnown ? t['found.title'] : t['found.none'], { what })}</Say>}
      {!isKnown && national && (
        <Actions>
          <ButtonLink href={telOf(national.number)} icon="phone">
            {national.label}
          </ButtonLink>
        </Actions>
      )}
      {contact && <ContactView contact={contact} today={today} />}
      <PartnerLines title={t['found.lines']} lines={lines} present={present} colleagues={colleagues} />
      {!lines.length && partnerTypeOf(asked) && (
        <Actions>
          <ButtonLink href={`/netwerk/nieuw?type=${asked}`} icon="add">
            {t['found.add']}
          </ButtonLink>
        </Actions>
      )}
    </>
  )
}

type PrivacyProps = { answer: Answer; contacts: readonly Contact[]; today: Day }

/** About data of a child: the rule, whom to ask, and a sentence to say. A number alone gets only its warning. */
export const PrivacyAnswer = ({ answer, contacts, today }: PrivacyProps) => {
  const t = words.use()
  if (!answer.topics.length) return <Say>{t['privacy.number']}</Say>
  return (
    <>
      <Say>{t['privacy.say']}</Say>
      <p>{t['privacy.rule']}</p>
      <p>{t['privacy.caller']}</p>
      <p>{t['privacy.file']}</p>
      <p>
        <strong>{t['privacy.standard']}</strong>
      </p>
      <section>
        <h2>{t['privacy.who']}</h2>
        {contacts.map((contact) => (
          <ContactView contact={contact} today={today} />
        ))}
      </section>
      <p class="source">{fill(t['safety.source'], { source: t['privacy.source'] })}</p>
    </>
  )
}

/** We do not know, and say so. */
export const NoneAnswer = ({ answer, head, today }: { answer: Answer; head: Contact; today: Day }) => {
  const t = words.use()
  return (
    <>
      <Say>{t['none.say']}</Say>
      <CalmLines
        answer={{ ...answer, hints: answer.hints.filter((hint) => hint !== 'search-partners-or-head') }}
        topic={undefined}
      />
      <Actions>
        <ButtonLink href="/netwerk" kind="quiet" icon="search">
          {t['none.network']}
        </ButtonLink>
      </Actions>
      <section>
        <h2>{t['none.head']}</h2>
        <ContactView contact={head} today={today} />
      </section>
    </>
  )
}
