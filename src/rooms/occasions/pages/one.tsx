import { sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { Choices } from '#ui/choice.tsx'
import { Details } from '#ui/details.tsx'
import { Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { Labels, PrintButton } from '#ui/sheet.tsx'
import { Table } from '#ui/table.tsx'
import type { CouldCome } from '../queries.ts'
import { labelOf, lacksStreet } from '../rules.ts'
import type { Occasion } from '../tables.ts'
import { words } from '../words/words.ts'

type Props = { occasion: Occasion; lines: readonly CouldCome[]; today: string; mayTend: boolean }

/** One occasion: who is on the list, ready to print and to tick off by pen. */
export const OccasionPage = ({ occasion, lines, today, mayTend }: Props) => {
  const t = words.use()
  const language = useLanguage()
  const { id, name, kind, day, doneOn } = occasion
  const guests = lines.filter(({ isOn }) => isOn)
  const lead = [
    t[`kind.${kind}`],
    sayDay(day, language, today),
    doneOn && fill(t['list.done'], { day: sayDay(doneOn, language, today) }),
  ]
  return (
    <Page title={name} lead={lead.filter(Boolean).join(' · ')} back={{ href: '/attenties', label: t['one.back'] }}>
      {guests.length ? <GuestTable guests={guests} /> : <p>{t['one.list.none']}</p>}
      {guests.length > 0 && <PrintButton>{t['one.print']}</PrintButton>}
      {mayTend && (
        <>
          <Actions>
            {guests.length > 0 && (
              <ButtonLink href={`/attenties/${id}/etiketten`} kind="quiet" icon="print">
                {t['one.labels']}
              </ButtonLink>
            )}
            {guests.length > 0 && !doneOn && (
              <ButtonForm action={`/attenties/${id}/gift`} label={t['one.give']} kind="quiet" icon="check" />
            )}
            {doneOn && (
              <ButtonForm action={`/attenties/${id}/herhaling`} label={t['one.repeat']} kind="quiet" icon="calendar" />
            )}
            <ButtonForm action={`/attenties/${id}/verwijdering`} label={t['one.remove']} kind="quiet" about={name} />
          </Actions>
          <Details summary={t['one.choose']} open={guests.length === 0}>
            <Form action={`/attenties/${id}`}>
              <Choices
                name="guests"
                label={t['one.guests']}
                values={guests.map((guest) => guest.id)}
                options={lines.map((line) => ({ value: line.id, label: line.name }))}
              />
              <Submit>{t['one.save']}</Submit>
            </Form>
          </Details>
        </>
      )}
    </Page>
  )
}

const GuestTable = ({ guests }: { guests: readonly CouldCome[] }) => {
  const t = words.use()
  return (
    <Table
      caption={t['one.list']}
      columns={[{ label: t['one.partner'] }, { label: t['one.who'] }, { label: t['one.by'] }, { label: t['one.tick'] }]}
      rows={guests.map(({ id, name, face, owner }) => ({
        href: `/netwerk/${id}`,
        cells: [name, face ?? '', owner ?? '', '☐'],
      }))}
    />
  )
}

/** Addresses on labels, three by eight. */
export const LabelsPage = ({ occasion, guests }: { occasion: Occasion; guests: readonly CouldCome[] }) => {
  const t = words.use()
  const lacking = guests.filter(lacksStreet).map(({ name }) => name)
  return (
    <Page
      title={fill(t['labels.title'], { name: occasion.name })}
      lead={t['labels.lead']}
      back={{ href: `/attenties/${occasion.id}`, label: occasion.name }}
    >
      <div class="no-print">
        {lacking.length > 0 && <p>{fill(t['labels.lack'], { names: lacking.join(', ') })}</p>}
        <PrintButton>{t['labels.print']}</PrintButton>
      </div>
      <Labels labels={guests.map((guest) => labelOf(guest, t['labels.attention']))} />
    </Page>
  )
}
