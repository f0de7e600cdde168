import { dayOf, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Actions, ButtonForm } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Select } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { CalmLine, Notice } from '#ui/notice.tsx'
import { Stack } from '#ui/say.tsx'
import { PrintButton } from '#ui/sheet.tsx'
import type { SaidAt } from '../forms.ts'
import type { LinkShown, RequestRow } from '../queries.ts'
import { canDo, canSendOn } from '../rules.ts'
import type { Moment, MomentKind } from '../tables.ts'
import { words } from '../words/words.ts'
import { AcceptButtons, AnswerForm, CloseForm, DeclineForm, FollowUpForm, NoteForm } from './deeds.tsx'
import { Lines, StateTag, Timeline, useErrors } from './parts.tsx'

type Choosable = { id: string; name: string }
export type One = {
  request: RequestRow
  moments: readonly Moment[]
  links: readonly LinkShown[]
  sentOn: { id: string; to: string } | undefined
  /** Where it can be sent on to: other lines, colleagues, and other faces at this partner. */
  lines: readonly Choosable[]
  colleagues: readonly Choosable[]
  faces: readonly Choosable[]
}
type Props = { one: One; today: string; said?: SaidAt | undefined }

/** One request: what is asked, on whom it waits, what one can do now, and what happened. */
export const OnePage = ({ one, today, said }: Props) => {
  const t = words.use()
  const errors = useErrors()(said?.errors ?? {})
  const { request, moments } = one
  const { asker, school, to, party, personId } = request
  const title =
    party !== 'asked'
      ? fill(t['one.title'], { to })
      : fill(t[personId ? 'one.title.colleague' : 'one.title.asked'], { school, asker: asker ?? t['moment.somebody'] })
  const summary = Object.fromEntries(Object.entries(errors).map(([field, text]) => [`${said?.noun}-${field}`, text]))
  return (
    <Page
      title={title}
      back={{ href: '/vragen', label: t['one.back'] }}
      aside={party === 'asking' && <Links {...{ one, today }} />}
    >
      <ErrorSummary title={t['error.summary']} errors={summary} />
      <p>
        <StateTag state={request.state} />
      </p>
      <WaitsOn request={request} today={today} />
      <Lines request={request} today={today} to={party === 'asking' ? to : undefined} />
      {party === 'asking' && <Timeline moments={moments} today={today} />}
      {party === 'asking' && <Asking one={one} today={today} said={said} />}
      {party === 'asked' && <Asked one={one} said={said} />}
      {party === 'asked' && <Timeline moments={moments} today={today} />}
      <Family one={one} />
      <PrintButton>{t['one.print']}</PrintButton>
    </Page>
  )
}

const WaitsOn = ({ request, today }: { request: RequestRow; today: string }) => {
  const t = words.use()
  const language = useLanguage()
  const { waits, overdue, answerBy, party, asker, to, state } = request
  if (overdue && party === 'asking')
    return <Notice kind="waits" text={fill(t['one.waits.overdue'], { day: sayDay(answerBy, language, today) })} />
  if (waits === 'me') return <Notice kind="waits" text={t['one.waits.me']} />
  const onAsker = party === 'asked' || state === 'answered' || state === 'declined'
  const who = onAsker ? (asker ?? t['moment.somebody']) : to
  return waits ? <CalmLine icon="clock">{fill(t['one.waits.other'], { who })}</CalmLine> : null
}

const atOf = ({ id }: RequestRow) => `/vragen/${id}`
const may = (request: RequestRow, kind: MomentKind) =>
  request.party !== undefined && canDo(request.party, request.state, kind)

/** For whoever was asked and has an account. */
const Asked = ({ one, said }: Omit<Props, 'today'>) => {
  const { request } = one
  const props = { at: atOf(request), said, voice: 'one' } as const
  return (
    <Stack>
      {may(request, 'accepted') && <AcceptButtons {...props} />}
      {may(request, 'answered') && <AnswerForm {...props} />}
      {canSendOn(request) && request.what !== null && <Reroute one={one} said={said} />}
      {may(request, 'declined') && <DeclineForm {...props} />}
      {may(request, 'done') && <CloseForm {...props} />}
      {may(request, 'note') && <NoteForm {...props} />}
    </Stack>
  )
}

/** For the side that asks: after an answer one closes, after a refusal one sends on; the rest is folded away. */
const Asking = ({ one, said }: Props) => {
  const { request } = one
  const t = words.use()
  const props = { at: atOf(request), said, voice: 'one' } as const
  const isAnswered = request.state === 'answered'
  return (
    <Stack>
      {isAnswered && <CloseForm {...props} first />}
      {may(request, 'asked_on') && <FollowUpForm {...props} />}
      {canSendOn(request) && request.what !== null && <Reroute one={one} said={said} />}
      {may(request, 'note') && <NoteForm {...props} />}
      {may(request, 'done') && !isAnswered && <CloseForm {...props} />}
      {may(request, 'withdrawn') && (
        <Details summary={t['one.withdraw']}>
          <p>{t['one.withdraw.ask']}</p>
          <ButtonForm action={`${props.at}/intrekking`} label={t['one.withdraw.do']} kind="quiet" icon="undo" />
        </Details>
      )}
    </Stack>
  )
}

const Reroute = ({ one: { request, lines, colleagues, faces }, said }: Omit<Props, 'today'>) => {
  const t = words.use()
  const mine = said?.noun === 'doorverwijzing' ? said : undefined
  const errors = useErrors()(mine?.errors ?? {})
  return (
    <Details summary={t['one.reroute']} open={mine !== undefined || request.state === 'declined'}>
      <p>
        {request.party === 'asked'
          ? fill(t['one.reroute.asked'], { who: request.asker ?? t['moment.somebody'] })
          : t['one.reroute.hint']}
      </p>
      <Form action={`${atOf(request)}/doorverwijzing`}>
        <Select
          name="lijn"
          id="doorverwijzing-lijn"
          label={t['one.reroute.to']}
          blank={t['one.reroute.choose']}
          value={mine?.values.lijn}
          error={errors.lijn}
          options={lines
            .filter(({ id }) => id !== request.relationId)
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
        {colleagues.length > 0 && (
          <Select
            name="collega"
            id="doorverwijzing-collega"
            label={t['one.reroute.colleague']}
            blank={t['one.reroute.colleague.choose']}
            value={mine?.values.collega}
            options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {faces.length > 1 && (
          <Select
            name="face"
            id="doorverwijzing-face"
            label={fill(t['one.reroute.face'], { to: request.to })}
            blank="–"
            value={mine?.values.face}
            error={errors.face}
            options={faces.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Submit kind={request.state === 'declined' ? 'do' : 'quiet'}>{t['one.reroute.send']}</Submit>
      </Form>
    </Details>
  )
}

/** What went before, and what it became; to who was asked, whose question it stays. */
const Family = ({ one: { request, sentOn } }: { one: One }) => {
  const t = words.use()
  const isSentOn = request.party === 'asked' && request.state === 'rerouted'
  if (!request.followsId && !sentOn && !isSentOn) return null
  return (
    <Stack>
      {isSentOn && <p>{fill(t['one.sentOn.asked'], { who: request.asker ?? t['moment.somebody'] })}</p>}
      {request.followsId && request.party === 'asking' && (
        <p>
          {t['one.follows']} <a href={`/vragen/${request.followsId}`}>{t['one.follows.link']}</a>
        </p>
      )}
      {sentOn && (
        <p>
          {fill(t['one.sentOn'], { to: sentOn.to })}{' '}
          <a href={`/vragen/${sentOn.id}`}>{fill(t['one.sentOn.link'], { to: sentOn.to })}</a>
        </p>
      )}
    </Stack>
  )
}

/** To whom a personal link went, whether it was opened, and the way to end or renew it. */
const Links = ({ one: { request, moments, links }, today }: { one: One; today: string }) => {
  const t = words.use()
  const language = useLanguage()
  const isOpen = request.waits !== undefined
  const say = (moment: Date) => sayDay(dayOf(moment), language, today)
  if (links.length === 0) return <CardLink request={request} />
  return (
    <section class="stack">
      <h2>{t['links.title']}</h2>
      <ul class="stack">
        {links.map(({ id, name, mail, sentAt, expiresAt, revokedAt }) => (
          <li>
            {fill(t['links.sent'], { name, mail, day: say(sentAt) })}{' '}
            {moments.some(({ linkId }) => linkId === id) ? t['links.seen'] : t['links.unseen']}{' '}
            {revokedAt || dayOf(expiresAt) < today ? t['links.over'] : fill(t['links.until'], { day: say(expiresAt) })}
          </li>
        ))}
      </ul>
      {isOpen && (
        <Actions>
          <ButtonForm action={`${atOf(request)}/link`} label={t['links.renew']} kind="quiet" icon="mail" />
          {links.some(({ revokedAt }) => !revokedAt) && (
            <ButtonForm action={`${atOf(request)}/link/intrekking`} label={t['links.end']} kind="quiet" icon="close" />
          )}
        </Actions>
      )}
      <CardLink request={request} />
    </section>
  )
}

const CardLink = ({ request: { relationId, to } }: { request: RequestRow }) => {
  const t = words.use()
  return relationId && <a href={`/netwerk/${relationId}`}>{fill(t['one.card'], { to })}</a>
}
