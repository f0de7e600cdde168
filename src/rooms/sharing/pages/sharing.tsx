import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { DraftShown } from '#rooms/events/door.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { ButtonForm } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import type { Given, Offered, Taken } from '../queries.ts'
import { whereIs } from '../rules.ts'
import { words } from '../words/words.ts'

type Props = { offered: Offered[]; given: Given[]; taken: Taken[]; mayShare: boolean; today: Day }

/** What others offer this school, what it offers them, and what it took over. */
export const SharingPage = ({ offered, given, taken, mayShare, today }: Props) => {
  const t = words.use()
  return (
    <Page title={t.title} lead={t.lead} back={{ href: '/netwerk', label: t.back }}>
      <ForUs offered={offered} mayShare={mayShare} />
      <Ours given={given} mayShare={mayShare} today={today} />
      <TakenOver taken={taken} today={today} />
    </Page>
  )
}

function useName() {
  const t = words.use()
  const language = useLanguage()
  return ({ name, topic }: { name: string | null; topic: string | null }) =>
    name ?? fill(t['given.body'], { topic: nameOf('topic', topic ?? '', language) })
}

const ForUs = ({ offered, mayShare }: Pick<Props, 'offered' | 'mayShare'>) => {
  const t = words.use()
  return (
    <section>
      <h2>{t['for.title']}</h2>
      {offered.length === 0 && <p>{t['for.none']}</p>}
      {offered.length > 0 && !mayShare && <p>{t['take.keepers']}</p>}
      <List label={t['for.title']}>
        {offered.map((offer) => (
          <OfferRow offer={offer} mayShare={mayShare} />
        ))}
      </List>
    </section>
  )
}

const OfferRow = ({ offer, mayShare }: { offer: Offered; mayShare: boolean }) => {
  const t = words.use()
  const language = useLanguage()
  const title = useName()(offer)
  const names = offer.faces.map(({ name, work }) => [name, work].filter(Boolean).join(', ')).join('; ')
  const line = [
    offer.type && nameOf('partnerType', offer.type, language),
    offer.kind === 'partner' && offer.place,
    offer.kind === 'playbook' && t['for.playbook'],
    fill(t['for.from'], { school: offer.giver }),
  ]
  return (
    <Row
      title={title}
      line={
        <>
          {line.filter(Boolean).join(' · ')}
          {offer.note && <span class="offer-note"> “{offer.note}” </span>}
          {names && ` ${fill(t['for.faces'], { names })}`}
          {offer.playbook && (
            <Details summary={t['for.playbook.read']}>
              <DraftShown draft={offer.playbook} />
            </Details>
          )}
          {offer.body && (
            <Details summary={t['for.text']}>
              {offer.body.split(/\n+/).map((part) => (
                <p>{part}</p>
              ))}
            </Details>
          )}
        </>
      }
      action={
        mayShare && <ButtonForm action={`/delen/${offer.id}/overname`} label={t.take} about={title} kind="quiet" />
      }
    />
  )
}

const Ours = ({ given, mayShare, today }: Pick<Props, 'given' | 'mayShare' | 'today'>) => {
  const t = words.use()
  const language = useLanguage()
  const sayName = useName()
  const sayTo = ({ offer: { audience, km }, schools }: Given) =>
    fill(t[`to.${audience}`], { km: km ?? 0, schools: schools.join(', ') })
  return (
    <section>
      <h2>{t['given.title']}</h2>
      {given.length === 0 && <p>{t['given.none']}</p>}
      <List label={t['given.title']}>
        {given.map((one) => (
          <Row
            title={sayName(one.offer)}
            line={fill(t['given.line'], { to: sayTo(one), day: sayDay(one.offer.offeredOn, language, today) })}
            action={
              mayShare && (
                <ButtonForm
                  action={`/delen/${one.offer.id}/intrekking`}
                  label={t.withdraw}
                  about={sayName(one.offer)}
                  kind="quiet"
                  icon="undo"
                />
              )
            }
          />
        ))}
      </List>
    </section>
  )
}

const TakenOver = ({ taken, today }: Pick<Props, 'taken' | 'today'>) => {
  const t = words.use()
  const language = useLanguage()
  const sayName = useName()
  if (!taken.length) return null
  return (
    <section>
      <h2>{t['taken.title']}</h2>
      <List label={t['taken.title']}>
        {taken.map((one) => (
          <Row
            title={sayName(one)}
            href={whereIs(one)}
            line={fill(t['taken.line'], { school: one.giver, day: sayDay(one.takenOn, language, today) })}
          />
        ))}
      </List>
    </section>
  )
}
