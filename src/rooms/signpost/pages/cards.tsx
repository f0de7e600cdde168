import type { Child } from 'hono/jsx'
import type { Day } from '#kit/time/day.ts'
import { fill } from '#kit/words/words.ts'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { Page } from '#ui/frame.tsx'
import { SafetyCard } from '#ui/safety.tsx'
import type { CardFlag } from '../answer/answer.ts'
import type { SafetyPeople } from '../queries.ts'
import { allAway, inHerPlace, numbers, telOf } from '../rules.ts'
import { words } from '../words/words.ts'
import { ColleagueCard, useRole } from './contact.tsx'

type CardProps = { people: SafetyPeople; today: Day }

/** The cards of these flags, one under the other, above anything else on the page. */
export const SafetyCards = ({ flags, ...rest }: CardProps & { flags: readonly CardFlag[] }) => (
  <>
    {flags.map((flag) => {
      const Card = cards[flag]
      return <Card {...rest} />
    })}
  </>
)

const Acute = ({ people, today }: CardProps) => {
  const t = words.use()
  const calls = [
    { href: `tel:${numbers.emergency}`, label: t['call.emergency'] },
    { href: `tel:${numbers.suicide}`, label: t['call.suicide'] },
  ]
  return (
    <SafetyCard id="acuut" label={t['safety.label']} title={t['acuut.title']}>
      <Calls calls={calls} />
      <p>{t['acuut.call']}</p>
      <p>
        <strong>{t['acuut.alone']}</strong>
      </p>
      <p>{t['acuut.death']}</p>
      {people.heads.length > 0 && <p>{allAway(people.heads, today) ? t['help.here.away'] : t['acuut.fetch']}</p>}
      {people.heads.map((head) => (
        <ColleagueCard {...head} today={today} />
      ))}
      <p>{t['acuut.parents']}</p>
      <p>{t['acuut.later']}</p>
      <Source text={t['acuut.source']} />
    </SafetyCard>
  )
}

const Code = ({ people, today }: CardProps) => {
  const t = words.use()
  const calls = [
    { href: telOf(numbers.veiligThuis), label: t['call.veiligThuis'] },
    { href: `tel:${numbers.emergency}`, label: t['call.emergency'] },
  ]
  const steps = [1, 2, 3, 4, 5] as const
  return (
    <SafetyCard id="meldcode" label={t['safety.label']} title={t['meldcode.title']}>
      <Calls calls={calls} />
      <h3>{t['meldcode.who']}</h3>
      {people.officer ? <Officer people={people} today={today} /> : <p>{t['meldcode.who.unnamed']}</p>}
      <h3>{t['meldcode.steps']}</h3>
      <ol>
        {steps.map((step) => (
          <li>{t[`meldcode.step.${step}`]}</li>
        ))}
      </ol>
      <p>{t['meldcode.doubt']}</p>
      <p>{t['safety.notWritten']}</p>
      <Source text={t['meldcode.source']} />
    </SafetyCard>
  )
}

/** Straight to the board, and no name of the school anywhere: it may be anybody. */
const ToTheBoard = ({ people: { board } }: CardProps) => {
  const t = words.use()
  const inspector = { href: telOf(numbers.inspector), label: t['call.inspector'] }
  const calls = board?.phone
    ? [{ href: telOf(board.phone), label: fill(t['call.board'], { phone: board.phone }) }, inspector]
    : [inspector]
  return (
    <SafetyCard id="meldplicht_bestuur" label={t['safety.label']} title={t['meldplicht_bestuur.title']}>
      <Calls calls={calls} />
      <p>{t['meldplicht_bestuur.self']}</p>
      <p>
        {board ? fill(t['meldplicht_bestuur.board'], { board: board.name }) : t['meldplicht_bestuur.board.unknown']}
      </p>
      <p>
        <strong>{t['meldplicht_bestuur.direct']}</strong>
      </p>
      <p>{t['meldplicht_bestuur.quiet']}</p>
      <p>{t['meldplicht_bestuur.then']}</p>
      <p>{t['meldplicht_bestuur.inspector']}</p>
      <p>{t['meldplicht_bestuur.nothing']}</p>
      <Source text={t['meldplicht_bestuur.source']} />
    </SafetyCard>
  )
}

const Apart = ({ people, today }: CardProps) => {
  const t = words.use()
  const calls = [
    { href: telOf(numbers.police), label: t['call.police'] },
    { href: `tel:${numbers.emergency}`, label: t['call.emergency'] },
  ]
  const head = people.heads.find(({ roles }) => roles.includes('directeur'))
  const told = [...(people.officer?.people ?? []), ...inHerPlace(people, today).map(({ colleague }) => colleague)]
  return (
    <SafetyCard id="veiligheid_apart" label={t['safety.label']} title={t['veiligheid_apart.title']}>
      <Calls calls={calls} />
      <p>
        <strong>{t['veiligheid_apart.images']}</strong>
      </p>
      <p>{t['veiligheid_apart.who']}</p>
      {people.officer && <Officer people={people} today={today} />}
      {head && !told.some((one) => one.personId === head.colleague.personId) && (
        <ColleagueCard {...head} today={today} />
      )}
      <p>{t['veiligheid_apart.police']}</p>
      <p>{t['veiligheid_apart.child']}</p>
      <Source text={t['veiligheid_apart.source']} />
    </SafetyCard>
  )
}

const cards = {
  acuut: Acute,
  meldcode: Code,
  meldplicht_bestuur: ToTheBoard,
  veiligheid_apart: Apart,
} as const satisfies Record<CardFlag, unknown>

/** What to do first: numbers above the words. */
const Calls = ({ calls }: { calls: readonly { href: string; label: string }[] }) => (
  <Actions>
    {calls.map(({ href, label }, place) => (
      <ButtonLink href={href} icon="phone" kind={place === 0 ? 'do' : 'quiet'}>
        {label}
      </ButtonLink>
    ))}
  </Actions>
)

/** Who holds the task; when none of them is in today, who can be gone to instead. */
const Officer = ({ people, today }: CardProps) => {
  const { officer } = people
  const t = words.use()
  const sayRole = useRole()
  if (!officer?.people.length) return <p>{t['safety.nobody']}</p>
  const instead = inHerPlace(people, today)
  return (
    <>
      {officer.role !== officer.asked && <p>{fill(t['safety.instead'], { role: sayRole(officer.role) })}</p>}
      {officer.people.map((colleague) => (
        <ColleagueCard colleague={colleague} roles={[officer.role]} today={today} />
      ))}
      {instead.length > 0 && <p>{allAway(instead, today) ? t['help.here.away'] : t['safety.notToday']}</p>}
      {instead.map((held) => (
        <ColleagueCard {...held} today={today} />
      ))}
    </>
  )
}

const Source = ({ text }: { text: string }) => {
  const t = words.use()
  return <p class="source">{fill(t['safety.source'], { source: text })}</p>
}

/** On every answer that may be about a child. It says what to do, never what we did or did not see. */
export const SafetyLine = () => {
  const t = words.use()
  // “… {veiligThuis} … {emergency}.”: every other piece is the name of a number, to be rung at once.
  const pieces = t['safety.line'].split(/\{(\w+)\}/)
  return (
    <p class="calm">
      <span>
        {pieces.map((piece, place) => (place % 2 ? <NumberLink name={piece as keyof typeof numbers} /> : piece))}{' '}
        <a href="/hulp-nu">{t['safety.line.help']}</a>
      </span>
    </p>
  )
}

const NumberLink = ({ name }: { name: keyof typeof numbers }) => <a href={telOf(numbers[name])}>{numbers[name]}</a>

/** One card by itself. */
export const CardPage = ({ flag, people, today, children }: CardProps & { flag: CardFlag; children?: Child }) => {
  const t = words.use()
  return (
    <Page title={t['safety.label']} heading={null} back={{ href: '/bij-wie', label: t['safety.back'] }} narrow>
      <h1 class="only-heard">{t['safety.label']}</h1>
      <SafetyCards flags={[flag]} people={people} today={today} />
      {children}
      <SafetyLine />
    </Page>
  )
}
