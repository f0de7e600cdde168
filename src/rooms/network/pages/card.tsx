import { sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { type Contact, ContactsWith } from '#rooms/agreements/door.ts'
import { WorksWithCircles } from '#rooms/circles/door.ts'
import { type ChoiceShown, ChoicesOfLine, ResolutionsOfLine } from '#rooms/plans/door.ts'
import { isDue, isOpen } from '#rooms/relations/door.ts'
import { type RequestRow, RequestsWith } from '#rooms/requests/door.ts'
import { DecisionsAbout } from '#rooms/rounds/door.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { Card as Paper } from '#ui/card.tsx'
import { Details } from '#ui/details.tsx'
import { Page } from '#ui/frame.tsx'
import { Line } from '#ui/line.tsx'
import { CalmLine, Notice } from '#ui/notice.tsx'
import { Person } from '#ui/person.tsx'
import { Stack } from '#ui/say.tsx'
import { DesksOf } from '../desks/pages/desks.tsx'
import type { Card, FaceShown } from '../queries.ts'
import { TipsOf, type TipsProps } from '../tips/pages/tips.tsx'
import { words } from '../words/words.ts'
import { FactsOf, ProfileOf, StyleOf } from './facts.tsx'
import { useDays, useHours, useReach } from './said.tsx'

type Props = { card: Card; today: string; mayTend: boolean }
/** `isMine`: the line waits for whoever holds it, or for everyone who may tend it while nobody does. */
type Yours = Props & { isMine: boolean }
type Whole = Yours &
  Pick<TipsProps, 'tips' | 'reader'> & {
    requests: readonly RequestRow[]
    contacts: readonly Contact[]
    choices: readonly ChoiceShown[]
  }

/** One partner: who and how to reach first, then what waits, then what we know. */
export const CardPage = ({ card, today, mayTend, isMine, tips, reader, ...more }: Whole) => {
  const { requests, contacts, choices } = more
  const t = words.use()
  const at = `/netwerk/${card.id}`
  return (
    <Page
      title={card.name}
      back={{ href: '/netwerk', label: t['card.back'] }}
      skip={isOpen(card, today) ? { href: '#line', label: t['card.skip'], shortcut: 'n' } : undefined}
      aside={
        <>
          <InHouse card={card} mayTend={mayTend} />
          <Answers card={card} mayTend={mayTend} />
          <FactsOf card={card} />
          <ProfileOf card={card} />
        </>
      }
    >
      {card.until && <Ended card={card} today={today} mayTend={mayTend} />}
      <TheLine card={card} />
      <StyleOf card={card} mayTend={mayTend} />
      <StandIns card={card} />
      <DesksOf name={card.name} desks={card.desks} />
      <WorksWithCircles circles={card.circles} />
      {isOpen(card, today) && mayTend && card.owner && !card.deputy && (
        <CalmLine icon="people">
          {t['card.noDeputy']} <a href={`${at}/wijziging`}>{t['card.noDeputy.choose']}</a>
        </CalmLine>
      )}
      {isOpen(card, today) && <RequestsWith rows={requests} relationId={card.id} today={today} />}
      {isOpen(card, today) && <ContactsWith contacts={contacts} partner={card} today={today} />}
      {isOpen(card, today) && <StillRight card={card} today={today} mayTend={mayTend} isMine={isMine} />}
      <TipsOf partnerId={card.id} tips={tips} reader={reader} today={today} />
      <ChoicesOfLine choices={choices} relationId={card.id} today={today} isOpen={isOpen(card, today)} />
      <ResolutionsOfLine resolutions={card.resolutions} today={today} />
      <DecisionsAbout decided={card.decided} today={today} />
      {mayTend && <Tend card={card} mayShare={reader.mayRemoveAny} />}
    </Page>
  )
}

/** What one seldom does with a line stands folded; changing it is one step away. */
const Tend = ({ card, mayShare }: { card: Card; mayShare: boolean }) => {
  const t = words.use()
  const at = `/netwerk/${card.id}`
  return (
    <div class="not-printed">
      <Actions>
        <ButtonLink href={`${at}/wijziging`} kind="quiet" icon="edit">
          {t['card.change']}
        </ButtonLink>
      </Actions>
      <Details summary={t['card.tend']}>
        <Actions>
          <ButtonLink href={`${at}/gezichten`} kind="quiet" icon="people">
            {t['card.faces']}
          </ButtonLink>
          <ButtonLink href={`${at}/overdracht`} kind="quiet" icon="print">
            {t['card.handover']}
          </ButtonLink>
          <ButtonLink href={`${at}/welkomstmap`} kind="quiet" icon="out">
            {t['card.welcome']}
          </ButtonLink>
          {!card.until && mayShare && (
            <ButtonLink href={`${at}/deling`} kind="quiet" icon="out">
              {t['card.share']}
            </ButtonLink>
          )}
          {!card.until && (
            <ButtonLink href={`${at}/afsluiting`} kind="quiet" icon="close">
              {t['card.end']}
            </ButtonLink>
          )}
        </Actions>
      </Details>
    </div>
  )
}

const Ended = ({ card, today, mayTend }: Props) => {
  const t = words.use()
  const language = useLanguage()
  const ended = isOpen(card, today) ? t['card.ending'] : t['card.ended']
  return (
    <>
      <Notice kind="tell" text={fill(ended, { day: sayDay(card.until ?? today, language, today) })} />
      {mayTend && (
        <ButtonForm action={`/netwerk/${card.id}/heropening`} label={t['card.resume']} kind="quiet" icon="undo" />
      )}
    </>
  )
}

const TheLine = ({ card }: { card: Card }) => {
  const t = words.use()
  const to = useFace()
  const from = useColleague()
  const [first] = card.faces
  return (
    <Line
      label={fill(t['card.line'], { name: card.name })}
      from={card.owner ? from(card.owner, card.ownerIn) : { name: t['card.noOwner'], line: t['card.noOwner.text'] }}
      how={t['card.how']}
      when={
        [first?.moment, card.reply && fill(t['card.reply'], { reply: card.reply })].filter(Boolean).join(' · ') ||
        undefined
      }
      to={
        first ? to(first, card.name) : to({ name: card.name, work: null, phone: card.phone, mail: null, days: [] }, '')
      }
    />
  )
}

type Inside = NonNullable<Card['owner']>
type InsideAs = { roles: string[]; days: number[] } | null

function useColleague() {
  const language = useLanguage()
  const [sayDays, reach] = [useDays(), useReach()]
  return (one: Inside, as: InsideAs) => ({
    name: one.name,
    href: `/school/mensen/${one.id}`,
    line: as?.roles.map((role) => nameOf('role', role, language)).join(', '),
    days: sayDays(as?.days),
    reach: reach(one),
  })
}

function useFace() {
  const [sayDays, reach] = [useDays(), useReach()]
  return (face: Pick<FaceShown, 'name' | 'work' | 'phone' | 'mail' | 'days'>, partner: string) => ({
    name: face.name,
    line: [face.work, face.name === partner ? '' : partner].filter(Boolean).join(', '),
    days: sayDays(face.days),
    reach: reach(face),
  })
}

/** Who stands in on either side. */
const StandIns = ({ card }: { card: Card }) => {
  const t = words.use()
  const face = useFace()
  const colleague = useColleague()
  const others = card.faces.slice(1)
  if (!card.deputy && !others.length) return null
  return (
    <Stack>
      <h2>{t['card.deputies']}</h2>
      {card.deputy && <Person {...colleague(card.deputy, card.deputyIn)} small />}
      {others.map((other) => (
        <Person {...face(other, card.name)} small />
      ))}
    </Stack>
  )
}

/** Once a year: “klopt dit nog?”, answered with one click. */
const StillRight = ({ card, today, mayTend, isMine }: Yours) => {
  const t = words.use()
  const language = useLanguage()
  const said = card.assuredOn
    ? fill(card.assuredBy ? t['card.assured.by'] : t['card.assured'], {
        day: sayDay(card.assuredOn, language, today),
        name: card.assuredBy ?? '',
      })
    : t['card.assured.never']
  if (!isDue(card.assuredOn, today)) return <CalmLine icon="check">{said}</CalmLine>
  if (!mayTend) return <CalmLine icon="clock">{said}</CalmLine>
  return (
    <Paper title={t['card.due']} waits={isMine ? t['card.due.waits'] : undefined}>
      <p>{`${said} ${t['card.due.text']}`}</p>
      <ButtonForm action={`/netwerk/${card.id}/bevestiging`} label={t['card.due.yes']} icon="check" kind="quiet" />
    </Paper>
  )
}

const InHouse = ({ card, mayTend }: { card: Card; mayTend: boolean }) => {
  const t = words.use()
  const sayHours = useHours()
  if (!card.hours.length && !mayTend) return null
  return (
    <Stack>
      <h2>{t['card.presence']}</h2>
      {card.hours.length ? (
        <ul>
          {card.hours.map((hour) => (
            <li>{sayHours(hour)}</li>
          ))}
        </ul>
      ) : (
        <p>{t['card.presence.none']}</p>
      )}
      {mayTend && (
        <p class="not-printed">
          <a href={`/netwerk/${card.id}/aanwezigheid`}>{t['card.presence.change']}</a>
        </p>
      )}
      {card.hours.length > 0 && (
        <p class="not-printed">
          <a href={`/agenda/abonnementen?wat=partner:${card.id}`}>{t['card.presence.calendar']}</a>
        </p>
      )}
    </Stack>
  )
}

const Answers = ({ card, mayTend }: { card: Card; mayTend: boolean }) => {
  const t = words.use()
  const language = useLanguage()
  if (!card.topics.length && !mayTend) return null
  return (
    <Stack>
      <h2>{t['card.topics']}</h2>
      {card.topics.length ? (
        <ul>
          {card.topics.map(({ topic }) => (
            <li>{nameOf('topic', topic, language)}</li>
          ))}
        </ul>
      ) : (
        <p>{t['card.topics.none']}</p>
      )}
      {mayTend && (
        <p class="not-printed">
          <a href={`/netwerk/${card.id}/onderwerpen`}>{t['card.topics.change']}</a>
        </p>
      )}
    </Stack>
  )
}
