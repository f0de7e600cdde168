import type { Day } from '#kit/time/day.ts'
import { Page } from '#ui/frame.tsx'
import { CalmLine, Notice } from '#ui/notice.tsx'
import type { Answer } from '../answer/answer.ts'
import type { Found, SafetyPeople } from '../queries.ts'
import { type Contact, carriesSafetyLine, namesNobody } from '../rules.ts'
import { words } from '../words/words.ts'
import { Others, RoutesAnswer } from './answer.tsx'
import { AskForm } from './ask.tsx'
import { SafetyCards, SafetyLine } from './cards.tsx'
import { ClarifyAnswer, ContactAnswer, NoneAnswer, PresenceAnswer, PrivacyAnswer } from './odd.tsx'

export type AnswerPageProps = {
  answer: Answer
  /** The question, to change a word of it. Empty where a name or a number stood in it, and where safety speaks. */
  echo: string
  /** She pointed at a topic or a choice; nothing was typed. */
  chosen: boolean
  today: Day
  people: SafetyPeople
  found: Found
  head: Contact
}

/** The answer: warnings, cards about safety, then what was asked, then the line that is always there. */
export const AnswerPage = (props: AnswerPageProps) => {
  const t = words.use()
  const { answer, people, today, echo } = props
  const alone = answer.answer === 'safety'
  return (
    <Page
      title={t['ask.title']}
      heading={alone ? null : useTitle(answer)}
      back={{ href: '/bij-wie', label: t['ask.again'] }}
    >
      {alone && <h1 class="only-heard">{t['safety.label']}</h1>}
      {answer.warnings.map((warning) => (
        <Notice kind="tell" text={t[`warning.${warning}`]} />
      ))}
      {answer.answer === 'clarify' && answer.notices.length > 0 && (
        <p>
          <a href="#keuzes">{t['clarify.jump']}</a>
        </p>
      )}
      <SafetyCards flags={answer.notices} people={people} today={today} />
      {alone ? <Alone answer={answer} /> : <Ordinary {...props} />}
      {carriesSafetyLine(answer) && <SafetyLine />}
      {!alone && <AskForm value={echo} />}
    </Page>
  )
}

/** Below a card that stands alone: at most a sentence the question called for. */
const Alone = ({ answer }: { answer: Answer }) => {
  const t = words.use()
  return (
    <>
      {answer.hints
        .filter((hint) => hint !== 'no-judgement-on-a-child')
        .map((hint) => (
          <CalmLine>{t[`hint.${hint}`]}</CalmLine>
        ))}
    </>
  )
}

/** Below a card that may be about a colleague nobody is named: other topics are one press away instead. */
const Ordinary = (props: AnswerPageProps) => {
  const t = words.use()
  const { answer } = props
  if (namesNobody(answer))
    return answer.answer === 'clarify' ? (
      <ClarifyAnswer answer={answer} />
    ) : (
      <Others topics={[...answer.topics.slice(0, 1), ...othersOf(answer)]} lead={t['others.routes']} />
    )
  return (
    <>
      <Kind {...props} />
      {answer.answer !== 'clarify' && answer.topics.length > 1 && <Others topics={othersOf(answer)} />}
    </>
  )
}

const othersOf = ({ others, topics }: Answer) => others ?? topics.slice(1, 5)

const Kind = ({ answer, found, today, chosen, head }: AnswerPageProps) => {
  const { contacts, lines, present, colleagues } = found
  switch (answer.answer) {
    case 'clarify':
      return <ClarifyAnswer answer={answer} />
    case 'presence':
      return <PresenceAnswer present={present} colleagues={colleagues} today={today} />
    case 'contact':
      return (
        <ContactAnswer
          answer={answer}
          contact={contacts[0]}
          lines={lines}
          present={present}
          colleagues={colleagues}
          today={today}
        />
      )
    case 'privacy':
      return <PrivacyAnswer answer={answer} contacts={contacts} today={today} />
    case 'none':
      return <NoneAnswer answer={answer} head={head} today={today} />
    default:
      return <RoutesAnswer answer={answer} found={found} today={today} chosen={chosen} />
  }
}

/** What the page says on top. The tab always says the same: a browser keeps the names of tabs. */
function useTitle({ answer }: Answer): string {
  const t = words.use()
  const titles: Partial<Record<Answer['answer'], string>> = {
    clarify: t['clarify.title'],
    presence: t['presence.title'],
    privacy: t['privacy.title'],
    none: t['none.title'],
  }
  return titles[answer] ?? t['ask.title']
}
