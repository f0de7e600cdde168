import type { Said } from '#kit/form/form.ts'
import { type Day, dayOf, sayDay, sayWeekdays } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { FactList } from '#ui/facts.tsx'
import { Select } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { PrintButton } from '#ui/sheet.tsx'
import type { InvolvementShown, ResolutionShown } from '../queries.ts'
import { isAhead, isUnheard, type KnownLine, type Touch, type Touched, usualAskUntil } from '../rules.ts'
import { type Involving, involving } from '../tables.ts'
import { words } from '../words/words.ts'
import { sayErrors } from './form.tsx'

type Props = {
  shown: ResolutionShown
  ticked: readonly InvolvementShown[]
  /** Whom it touches and nobody ticked yet, with why. */
  touched: readonly Touched[]
  /** Whom one may add besides. */
  others: readonly { id: string; name: string }[]
  said: Said
  today: Day
  mayTend: boolean
  /** Those of whom I may say how they take part. */
  mayInvolve: (line: Pick<KnownLine, 'ownerId' | 'deputyId'>) => boolean
}

/** One decision beforehand: whom it touches and why, who takes part, and what they said. */
export const ResolutionPage = (props: Props) => {
  const { shown, ticked, said, today, mayTend } = props
  const t = words.use()
  const at = `/besluiten/${shown.resolution.id}`
  return (
    <Page title={shown.resolution.title} back={{ href: '/besluiten', label: t['form.back'] }}>
      <ErrorSummary title={t['error.summary']} errors={sayErrors(said, t)} />
      <Facts shown={shown} today={today} />
      <Proposed {...props} at={at} />
      {involving.map((way) => (
        <Ticked {...props} at={at} way={way} ticked={ticked.filter((one) => one.way === way)} />
      ))}
      {mayTend && <Also {...props} at={at} />}
      <Actions>
        {mayTend && (
          <>
            <ButtonLink href={`${at}/wijziging`} kind="quiet" icon="edit">
              {t['one.change']}
            </ButtonLink>
            <ButtonForm action={`${at}/verwijdering`} label={t['one.withdraw']} kind="quiet" />
          </>
        )}
        <PrintButton>{t['one.print']}</PrintButton>
      </Actions>
    </Page>
  )
}

const Facts = ({ shown, today }: Pick<Props, 'shown' | 'today'>) => {
  const t = words.use()
  const language = useLanguage()
  const { resolution, vision, line, person, recorder, space } = shown
  const { about, decidesOn, topic, type, weekdays, lineId, choiceId } = resolution
  const facts = [
    { term: t['one.decidesOn'], value: sayDay(decidesOn, language, today) },
    { term: t['one.about'], value: about },
    { term: t['one.vision'], value: vision },
    { term: t['one.topic'], value: topic && nameOf('topic', topic, language) },
    { term: t['one.type'], value: type && nameOf('partnerType', type, language) },
    { term: t['one.weekdays'], value: sayWeekdays(weekdays, language, t['one.until']) },
    { term: t['one.space'], value: space },
    { term: t['one.person'], value: person },
    { term: t['one.line'], value: lineId && line && <a href={`/netwerk/${lineId}`}>{line}</a> },
    { term: t['one.choice'], value: choiceId && <a href={`/keuzes/${choiceId}`}>{t['one.choice.link']}</a> },
    { term: t['one.recorder'], value: recorder },
  ]
  return <FactList facts={facts.filter(({ value }) => value)} />
}

/** A reason in words. */
function useTouch() {
  const t = words.use()
  const language = useLanguage()
  return (touch: Touch) =>
    'weekdays' in touch
      ? fill(t[`touch.${touch.kind}`], { days: sayWeekdays(touch.weekdays, language, t['one.until']) })
      : t[`touch.${touch.kind}`]
}

type At = { at: string }
/** As many as one looks through; the rest is folded away. */
const atFirst = 12

const Proposed = ({ touched, ...props }: Props & At) => {
  const t = words.use()
  const rows = (some: readonly Touched[]) => (
    <List label={t['proposed.title']}>
      {some.map((one) => (
        <ProposedRow {...props} one={one} />
      ))}
    </List>
  )
  const rest = touched.slice(atFirst)
  return (
    <section>
      <h2>{t['proposed.title']}</h2>
      <p class="soft">{touched.length ? t['proposed.lead'] : t['proposed.none']}</p>
      {touched.length > 0 && rows(touched.slice(0, atFirst))}
      {rest.length > 0 && <Details summary={fill(t['proposed.more'], { count: rest.length })}>{rows(rest)}</Details>}
    </section>
  )
}

type OneProps = Pick<Props, 'mayInvolve' | 'shown' | 'today'> & At & { one: Touched }
const ProposedRow = ({ one: { line, because }, at, mayInvolve, shown, today }: OneProps) => {
  const t = words.use()
  const askUntil = usualAskUntil(shown.resolution.decidesOn, today) ?? ''
  const sayTouch = useTouch()
  const partner = `${at}/partners/${line.id}`
  return (
    <Row
      title={line.name}
      href={`/netwerk/${line.id}`}
      line={because.map(sayTouch).join(' · ')}
      action={
        mayInvolve(line) && (
          <Actions>
            <ButtonForm
              action={partner}
              fields={{ way: 'involved', askUntil }}
              label={t['do.involved']}
              about={line.name}
              kind="quiet"
            />
            <ButtonForm
              action={partner}
              fields={{ way: 'informed' }}
              label={t['do.informed']}
              about={line.name}
              kind="quiet"
            />
            <ButtonLink href={`${partner}?hoe=not`} kind="quiet">
              {t['do.not']} <span class="only-heard">{line.name}</span>
            </ButtonLink>
          </Actions>
        )
      }
    />
  )
}

const Ticked = ({ ticked, way, at, shown, today, mayInvolve }: Props & At & { way: Involving }) => {
  const t = words.use()
  const language = useLanguage()
  if (!ticked.length) return null
  const ahead = isAhead(shown.resolution.decidesOn, today)
  const sayLetter = ({ letter, writtenTo }: InvolvementShown) =>
    letter && fill(t[`written.${letter.way}`], { name: writtenTo, day: sayDay(dayOf(letter.sentAt), language, today) })
  return (
    <section>
      <h2>{t[`${way}.title`]}</h2>
      {way === 'involved' && <p class="soft">{t['involved.lead']}</p>}
      <List label={t[`${way}.title`]}>
        {ticked.map((one) => (
          <Row
            title={one.partner}
            href={`/netwerk/${one.relationId}`}
            line={[one.said ? fill(t.said, { said: one.said }) : one.why, sayLetter(one)].filter(Boolean).join(' · ')}
            waits={ahead && isUnheard(one) ? t.unheard : undefined}
            when={
              one.saidOn
                ? fill(t['said.on'], { day: sayDay(one.saidOn, language, today) })
                : one.askUntil && fill(t['unheard.until'], { day: sayDay(one.askUntil, language, today) })
            }
            action={
              mayInvolve(one) && (
                <Actions>
                  {way !== 'not' && !one.letter && (
                    <ButtonLink href={`${at}/partners/${one.relationId}/brief`} kind="quiet">
                      {t['write.do']} <span class="only-heard">{one.partner}</span>
                    </ButtonLink>
                  )}
                  <ButtonLink href={`${at}/partners/${one.relationId}`} kind="quiet">
                    {isUnheard(one) ? t['partner.note'] : t['partner.change']}{' '}
                    <span class="only-heard">{one.partner}</span>
                  </ButtonLink>
                </Actions>
              )
            }
          />
        ))}
      </List>
    </section>
  )
}

const Also = ({ others, said, at }: Props & At) => {
  const t = words.use()
  if (!others.length) return null
  return (
    <section class="not-printed">
      <h2>{t['also.title']}</h2>
      <Form action={`${at}/partners`}>
        <Select
          name="lineId"
          label={t['also.line']}
          blank={t['also.none']}
          value={said.values['lineId']}
          error={sayErrors(said, t)['lineId']}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Submit kind="quiet">{t['also.do']}</Submit>
      </Form>
    </section>
  )
}
