import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { Tick } from '#ui/choice.tsx'
import { Empty } from '#ui/empty.tsx'
import { DateField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page, useFrame } from '#ui/frame.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table } from '#ui/table.tsx'
import type { ToMeet } from '../queries.ts'
import { words } from '../words/words.ts'

type Person = { personId: string; name: string }
type Props = { person: Person; meetings: readonly ToMeet[]; suits: number; today: Day; address: string }

/** Ten partners and the days to meet them, on one A4. */
export const MeetingPage = ({ person, meetings, suits, today, address }: Props) => {
  const t = words.use()
  const language = useLanguage()
  const { print: _, ...frame } = useFrame()
  const at = `/school/mensen/${person.personId}/kennismaking`
  const title = fill(t['ten.title'], { name: person.name })
  const back = { href: `/school/mensen/${person.personId}`, label: fill(t['ten.back'], { name: person.name }) }
  const labels = ['ten.partner', 'ten.face', 'ten.through', 'ten.day', 'ten.met'] as const
  return (
    <Page title={title} heading={null} back={back} frame={frame}>
      {meetings.length > 0 && (
        <Actions>
          <ButtonLink href={`${at}/dagen`} icon="edit">
            {t['ten.change']}
          </ButtonLink>
        </Actions>
      )}
      <Sheet title={title} address={address} date={sayDay(today, language)} print={t['ten.print']}>
        <p>{fill(t['ten.lead'], { name: person.name })}</p>
        <p class="not-printed">
          <a href="/rollen">{t['pack.roles']}</a>
        </p>
        {meetings.length === 0 ? (
          <Empty title={t['ten.empty']}>{suits ? t['ten.empty.text'] : t['ten.noLines']}</Empty>
        ) : (
          <Table
            caption={title}
            captionHidden
            columns={labels.map((label) => ({ label: t[label] }))}
            rows={meetings.map(({ relationId, name, face, owner, onDay, metOn }) => ({
              href: `/netwerk/${relationId}`,
              cells: [
                name,
                face ? [face.name, face.phone ?? face.mail].filter(Boolean).join(' · ') : '–',
                owner ?? '–',
                onDay ? sayDay(onDay, language, today) : t['ten.noDay'],
                metOn ? fill(t['ten.met.on'], { day: sayDay(metOn, language, today) }) : '',
              ],
            }))}
          />
        )}
      </Sheet>
      {meetings.length === 0 && suits > 0 && <ButtonForm action={at} label={t['ten.plan']} />}
    </Page>
  )
}

type FormProps = { person: Person; meetings: readonly ToMeet[]; wrong: readonly string[] }
export const DaysPage = ({ person, meetings, wrong }: FormProps) => {
  const t = words.use()
  const at = `/school/mensen/${person.personId}/kennismaking`
  const title = fill(t['ten.title'], { name: person.name })
  return (
    <Page title={t['ten.change']} back={{ href: at, label: title }} narrow>
      <Form action={`${at}/dagen`}>
        <ErrorSummary
          title={t['error.summary']}
          errors={Object.fromEntries(wrong.map((field) => [field, t['error.day']]))}
        />
        {meetings.map(({ id, name, onDay, metOn }) => (
          <>
            <DateField
              name={`on.${id}`}
              label={fill(t['ten.dayOf'], { partner: name })}
              value={onDay}
              error={wrong.includes(`on.${id}`) ? t['error.day'] : undefined}
            />
            <Tick name={`met.${id}`} label={fill(t['ten.metOf'], { partner: name })} checked={metOn !== null} />
          </>
        ))}
        <Submit>{t['ten.save']}</Submit>
      </Form>
    </Page>
  )
}
