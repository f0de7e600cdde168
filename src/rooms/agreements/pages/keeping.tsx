import { sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Details } from '#ui/details.tsx'
import { FactList } from '#ui/facts.tsx'
import { Page } from '#ui/frame.tsx'
import { CalmLine, Notice } from '#ui/notice.tsx'
import { Balance, ContactForm, ContactRows } from '../contacts/pages/with.tsx'
import type { Contact } from '../contacts/queries.ts'
import type { AgreementShown, LineKept } from '../queries.ts'
import { hasFirstStep, isToLookAt, wasBeforeTheStart } from '../rules.ts'
import { type Aim, aimOutcomes, type Manners } from '../tables.ts'
import { words } from '../words/words.ts'
import { AgreementRows } from './agreed.tsx'

type Props = {
  line: LineKept
  aims: readonly Aim[]
  agreed: readonly AgreementShown[]
  contacts: readonly Contact[]
  manners: Manners | undefined
  reader: { personId: string; mayTend: boolean; mayRemoveAny: boolean }
  today: string
}

/** All that keeps one line warm: when it has succeeded, what was agreed, when one spoke, how one goes about it. */
export const KeepingPage = ({ line, aims, agreed, contacts, manners, reader, today }: Props) => {
  const t = words.use()
  const at = `/netwerk/${line.id}`
  return (
    <Page
      title={fill(t['keeping.title'], { name: line.name })}
      lead={t['keeping.lead']}
      back={{ href: at, label: fill(t['keeping.back'], { name: line.name }) }}
    >
      <Success at={at} aims={aims} agreed={agreed} mayTend={reader.mayTend} today={today} />
      <section>
        <h2>{t['agreement.title']}</h2>
        {agreed.length === 0 && <p>{t['agreement.none']}</p>}
        <AgreementRows agreed={agreed} side="school" reader={reader} today={today} />
        {reader.mayTend && (
          <Actions>
            <ButtonLink href={`${at}/afspraken/nieuw`} icon="add">
              {t['agreement.add']}
            </ButtonLink>
          </Actions>
        )}
      </section>
      <section>
        <h2>{t['contact.title']}</h2>
        <ContactForm partner={line} said={{ values: { day: today }, errors: {} }} today={today} full />
        {contacts.length === 0 && <p>{t['contact.none']}</p>}
        <ContactRows
          contacts={contacts}
          today={today}
          label={t['contact.title']}
          at={`${at}/contact`}
          reader={reader}
        />
      </section>
      <Balance contacts={contacts} today={today} />
      <p>
        <a href={`${at}/geld`}>{t['keeping.money']}</a>
      </p>
      <HowWeDoIt at={at} manners={manners} mayTend={reader.mayTend} today={today} />
    </Page>
  )
}

type SuccessProps = Pick<Props, 'aims' | 'agreed' | 'today'> & { at: string; mayTend: boolean }

const Success = ({ at, aims, agreed, mayTend, today }: SuccessProps) => {
  const t = words.use()
  const language = useLanguage()
  const open = aims.find(({ outcome }) => outcome === null)
  const before = aims.filter(({ outcome }) => outcome !== null)
  const say = (day: string) => sayDay(day, language, today)
  return (
    <section>
      <h2>{t['aim.title']}</h2>
      {open ? (
        <Card title={fill(t['aim.sentence'], { success: open.success })} level={3}>
          <p>{fill(t['aim.look'], { day: say(open.lookOn) })}</p>
          <p class="soft">
            {fill(wasBeforeTheStart(open) ? t['aim.before'] : t['aim.after'], { day: say(open.writtenOn) })}
          </p>
          {!hasFirstStep(open.writtenOn, agreed) && <CalmLine>{t['aim.step']}</CalmLine>}
          {mayTend && <LookBack at={`${at}/succes/${open.id}`} isDue={isToLookAt(open, today)} />}
        </Card>
      ) : (
        <p>{t['aim.none']}</p>
      )}
      {!open && mayTend && (
        <Actions>
          <ButtonLink href={`${at}/succes`} kind="quiet" icon="add">
            {t['aim.add']}
          </ButtonLink>
        </Actions>
      )}
      {before[0]?.outcome === 'reached' && <Notice kind="tell" text={t['aim.celebrate']} />}
      {before.length > 0 && (
        <Details summary={t['aim.earlier']}>
          <FactList
            facts={before.map(({ success, outcome, lookedOn, lookOn }) => ({
              term: fill(t['aim.sentence'], { success }),
              value: fill(t['aim.looked'], {
                outcome: t[`outcome.${outcome ?? 'missed'}`],
                day: say(lookedOn ?? lookOn),
              }),
            }))}
          />
        </Details>
      )}
    </section>
  )
}

const LookBack = ({ at, isDue }: { at: string; isDue: boolean }) => {
  const t = words.use()
  const buttons = (
    <Actions>
      {aimOutcomes.map((outcome) => (
        <ButtonForm action={`${at}/uitkomst`} fields={{ outcome }} label={t[`outcome.${outcome}`]} kind="quiet" />
      ))}
    </Actions>
  )
  if (!isDue) return <Details summary={t['aim.early']}>{buttons}</Details>
  return (
    <>
      <CalmLine icon="clock">{t['aim.due']}</CalmLine>
      {buttons}
    </>
  )
}

type HowProps = { at: string; manners: Manners | undefined; mayTend: boolean; today: string }

const HowWeDoIt = ({ at, manners, mayTend, today }: HowProps) => {
  const t = words.use()
  const language = useLanguage()
  const { everyWeeks, nextOn, tone, channel, route, style, procedure, procedureNote, refuses } = manners ?? {}
  const rhythm = everyWeeks ? `rhythm.${everyWeeks}` : ''
  const facts = [
    { term: t['manners.everyWeeks'], value: rhythm in t ? t[rhythm as 'rhythm.2'] : null },
    { term: t['manners.nextOn'], value: nextOn ? sayDay(nextOn, language, today) : null },
    { term: t['manners.tone'], value: tone ? t[`tone.${tone}`] : null },
    { term: t['manners.channel'], value: channel ? t[`channel.${channel}`] : null },
    { term: t['manners.route'], value: route },
    { term: t['manners.style'], value: style },
    { term: t['manners.procedure'], value: procedure ? t[`procedure.${procedure}`] : null },
    { term: t['manners.procedureNote'], value: procedureNote },
    { term: t['manners.refuses'], value: refuses },
  ].flatMap(({ term, value }) => (value ? [{ term, value }] : []))
  return (
    <section>
      <h2>{t['manners.heading']}</h2>
      {facts.length > 0 && <FactList facts={facts} />}
      <Actions>
        <ButtonLink href={`${at}/tafel`} kind="quiet" icon="people">
          {t['table.open']}
        </ButtonLink>
        {mayTend && (
          <ButtonLink href={`${at}/omgang`} kind="quiet" icon="edit">
            {t['manners.change']}
          </ButtonLink>
        )}
      </Actions>
    </section>
  )
}
