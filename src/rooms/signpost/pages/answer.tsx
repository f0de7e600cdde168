import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { AskButton } from '#rooms/requests/door.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { CalmLine } from '#ui/notice.tsx'
import { Say } from '#ui/say.tsx'
import type { Answer } from '../answer/answer.ts'
import type { Found, OwnedRoute } from '../queries.ts'
import { firstName, isCrowd, parentsApply, type Topic } from '../rules.ts'
import { words } from '../words/words.ts'
import { TopicButton } from './ask.tsx'
import { ContactView, useContactSentence, useRole } from './contact.tsx'
import { MissingPartners, NearOnes, PartnerLines } from './partners.tsx'

type RoutesProps = { answer: Answer; found: Found; today: Day; chosen: boolean }

/** The ordinary answer: a sentence, a colleague, partners in order, how we do it here, why, and what else it could be. */
export const RoutesAnswer = ({ answer, found, today, chosen }: RoutesProps) => {
  const t = words.use()
  const sentence = useSentence(found, today)
  // What can only be about one child is talked over, not written down.
  const isWider = answer.level.some((level) => level !== 'pupil')
  const [first] = found.contacts
  const colleague = first && !isCrowd(first) ? first.people[0] : undefined
  return (
    <>
      <Say>{sentence}</Say>
      <CalmLines answer={answer} topic={found.topic} />
      <section>
        <h2>{t['contact.title']}</h2>
        {found.contacts.map((contact) => (
          <ContactView contact={contact} today={today} />
        ))}
        {answer.parentRole && <p>{t['contact.parent']}</p>}
        {isWider && colleague && colleague.personId !== found.askedBy && (
          <Actions>
            <AskButton to={{ personId: colleague.personId }} kind="quiet" about={colleague.name} />
          </Actions>
        )}
      </section>
      <PartnerLines
        lines={found.lines}
        present={found.present}
        colleagues={found.colleagues}
        mayAsk={isWider}
        told={found.contacts.flatMap((contact) => (isCrowd(contact) ? [] : (contact.people[0]?.personId ?? [])))}
      />
      {parentsApply(answer) && !answer.hints.includes('parents-apply') && <CalmLine>{t['apply.line']}</CalmLine>}
      <MissingPartners types={found.missing} any={found.lines.length > 0} />
      <NearOnes near={found.near} />
      {found.topic && <OwnWay topic={found.topic} route={found.route} mayTend={found.mayTend} today={today} />}
      <Why answer={answer} chosen={chosen} />
    </>
  )
}

/** One sentence that can be read out: whom to ask, when she works, whom she rings. */
function useSentence({ contacts, lines, colleagues, askedBy }: Found, today: Day): string {
  const t = words.use()
  const sayRole = useRole()
  const sayContact = useContactSentence(today)
  const [line] = lines
  const [first] = contacts
  const one = first && !isCrowd(first) ? first.people[0] : undefined
  // Everybody is somebody's teacher: that she holds the role says nothing about whose child it is.
  const isMe = one !== undefined && one.personId === askedBy && first?.role !== 'leerkracht'
  const contactSentence =
    isMe && first ? [fill(t['say.you'], { role: sayRole(first.role) })] : sayContact(contacts, colleagues)
  if (!line) return contactSentence.join(' ')
  if (isMe && line.ownerId === askedBy)
    return [...contactSentence, fill(t['say.youCall'], { partner: line.name })].join(' ')
  if (one && line.ownerId === one.personId)
    return [...contactSentence, fill(t['say.calls'], { first: firstName(one.name), partner: line.name })].join(' ')
  const outside = line.owner
    ? fill(t['say.through'], { partner: line.name, owner: line.owner })
    : fill(t['say.partner'], { partner: line.name })
  return [...contactSentence, outside].join(' ')
}

/** Lines of the topic itself: a doubt about safety, a threshold of the law. And what the question called for. */
export const CalmLines = ({ answer, topic }: { answer: Answer; topic: Topic | undefined }) => {
  const t = words.use()
  const threshold = `threshold.${topic?.id}` as keyof typeof t
  return (
    <>
      {answer.hints.map((hint) => (
        <CalmLine>{t[`hint.${hint}`]}</CalmLine>
      ))}
      {answer.lines.includes('let_op') && !answer.notices.includes('meldcode') && (
        <CalmLine icon="help">
          {t['safety.letOp']} <a href="/bij-wie/kaarten/meldcode">{t['safety.letOp.link']}</a>
        </CalmLine>
      )}
      {answer.lines.includes('wettelijke_melding') && (
        <CalmLine icon="help">{t[threshold] ?? t['threshold.other']}</CalmLine>
      )}
    </>
  )
}

const OwnWay = ({
  topic,
  route,
  mayTend,
  today,
}: {
  topic: Topic
  route: OwnedRoute | undefined
  mayTend: boolean
  today: Day
}) => {
  const t = words.use()
  const language = useLanguage()
  const note = t[`note.${topic.id}` as keyof typeof t]
  const by =
    route &&
    fill(t['own.by'], {
      owner: route.owner ?? t['own.nobody'],
      day: sayDay(route.updatedOn, language, today),
      source: route.source ?? '–',
    })
  return (
    <section>
      <h2>{t['own.title']}</h2>
      {route?.text ? route.text.split(/\n+/).map((line) => <p>{line}</p>) : <p class="soft">{t['own.none']}</p>}
      {by && <p class="source">{by}</p>}
      {note && (
        <p>
          <strong>{t['own.note']}:</strong> {note}
        </p>
      )}
      {mayTend && (
        <Actions>
          <ButtonLink href={`/bij-wie/routes/${topic.id}`} kind="quiet" icon="edit">
            {route?.text ? t['own.change'] : t['own.write']}
          </ButtonLink>
        </Actions>
      )}
    </section>
  )
}

/** Folded: what made us think so. Words of the question are not said back when there was a name among them. */
const Why = ({ answer, chosen }: { answer: Answer; chosen: boolean }) => {
  const t = words.use()
  const language = useLanguage()
  const [topic] = answer.topics
  const quoted = (list: readonly string[]) => list.map((word) => `“${word}”`).join(', ')
  const [reason] = answer.why
  const typed = answer.warnings.length ? [] : (reason?.words ?? [])
  return (
    <Details summary={t['why.title']}>
      {chosen && <p>{t['why.chosen']}</p>}
      {!chosen && topic && <p>{fill(t['why.topic'], { topic: nameOf('topic', topic, language) })}</p>}
      {reason && (
        <p>
          {typed.length
            ? fill(t['why.words'], { words: quoted(typed), phrase: reason.phrase })
            : fill(t['why.phrase'], { phrase: reason.phrase })}
        </p>
      )}
    </Details>
  )
}

/** What else it could be. Always buttons, never addresses. */
export const Others = ({ topics, lead }: { topics: readonly string[]; lead?: string | undefined }) => {
  const t = words.use()
  return (
    <section>
      <h2>{t['others.title']}</h2>
      {lead && <p>{lead}</p>}
      {topics.length > 0 && (
        <Actions>
          {topics.map((topic) => (
            <TopicButton topic={topic} />
          ))}
        </Actions>
      )}
      <p>
        <a href="/bij-wie">{t['others.all']}</a>
      </p>
    </section>
  )
}
