import type { Said } from '#kit/form/form.ts'
import { type Day, sayDay } from '#kit/time/day.ts'
import { sayKey, useLanguage } from '#kit/words/words.ts'
import { TextArea } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page, useFrame } from '#ui/frame.tsx'
import { CalmLine } from '#ui/notice.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table } from '#ui/table.tsx'
import { sayMoment } from '../../pages/parts.tsx'
import type { Meeting } from '../../tables.ts'
import { linesEach } from '../rules.ts'
import { words } from '../words/words.ts'

/** Every line is a point. */
export const PointsPage = ({ meeting, said }: { meeting: Meeting; said: Said }) => {
  const t = words.use()
  const errors = said.errors.points ? { points: sayKey(t, said.errors.points) } : {}
  return (
    <Page title={t.title} lead={t.lead} back={{ href: `/bijeenkomsten/${meeting.id}`, label: meeting.title }} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action={`/bijeenkomsten/${meeting.id}/punten`}>
        <CalmLine icon="lock">{t.child}</CalmLine>
        <TextArea
          name="points"
          label={t.field}
          hint={t.hint}
          rows={8}
          value={said.values.points}
          error={errors.points}
        />
        <Submit>{t.save}</Submit>
      </Form>
    </Page>
  )
}

/** What is spoken about, as who comes reads it. */
export const Points = ({ points, bare }: { points: readonly string[]; bare?: boolean | undefined }) => {
  const t = words.use()
  if (!points.length) return null
  return (
    <section>
      {!bare && <h2>{t.heading}</h2>}
      <ol>
        {points.map((point) => (
          <li>{point}</li>
        ))}
      </ol>
    </section>
  )
}

/** A point with room below it to write: so much that all of them stay on one sheet. */
const OnPaper = ({ nr, point, lines }: { nr: number; point: string; lines: number }) => (
  <>
    {nr}. {point}
    {Array.from({ length: lines + 1 }, () => (
      <br />
    ))}
    &nbsp;
  </>
)

type PaperProps = {
  meeting: Meeting
  points: readonly string[]
  invitees: readonly { name: string }[]
  address: string
  today: Day
}

/** One A4 for on the table: the points, with room to write. */
export const PaperPage = ({ meeting, points, invitees, address, today }: PaperProps) => {
  const t = words.use()
  const language = useLanguage()
  const { print: _, ...frame } = useFrame()
  const when = meeting.startsAt ? sayMoment(meeting.startsAt, meeting.minutes, language, today) : ''
  return (
    <Page
      title={meeting.title}
      heading={null}
      back={{ href: `/bijeenkomsten/${meeting.id}`, label: meeting.title }}
      frame={frame}
    >
      <Sheet title={meeting.title} address={address} date={sayDay(today, language)} print={t.print}>
        <p>{[when, meeting.place].filter(Boolean).join(' · ')}</p>
        <p>{invitees.map(({ name }) => name).join(', ')}</p>
        <Table
          caption={t.heading}
          captionHidden
          columns={[{ label: `${t.heading}, ${t.notes}` }]}
          rows={points.map((point, nth) => ({
            cells: [<OnPaper nr={nth + 1} point={point} lines={linesEach(points.length)} />],
          }))}
        />
      </Sheet>
    </Page>
  )
}
