import { fill } from '#kit/words/words.ts'
import type { Gap, LineKept } from '#rooms/network/door.ts'
import { ButtonForm } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Empty } from '#ui/empty.tsx'
import { Select } from '#ui/fields.tsx'
import { Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { Table } from '#ui/table.tsx'
import type { ItemRow } from '../../queries.ts'
import type { Candidate } from '../../rules.ts'
import { words } from '../../words/words.ts'

export type Hanging = LineKept & { gaps: Gap[] }
export type Shown = Hanging & {
  asked: ItemRow | undefined
  proposal: Candidate | undefined
  mayAsk: boolean
  mayTend: boolean
}
type Props = { lines: readonly Shown[]; all: number; staff: readonly Candidate[] }

/** Lines that hang on one person, with us or there. A colleague is asked to stand in, and may say no. */
export const SinglesPage = ({ lines, all, staff }: Props) => {
  const t = words.use()
  const lacking = (...those: Gap[]) => lines.filter(({ gaps }) => gaps.some((gap) => those.includes(gap))).length
  const lead = {
    ...{ all, unheld: lacking('no-owner'), alone: lacking('no-deputy'), there: lacking('no-face', 'one-face') },
  }
  const columns = ['partner', 'ours', 'theirs'] as const
  return (
    <Page title={t['single.title']} lead={lines.length > 0 && fill(t['single.lead'], lead)}>
      {lines.length === 0 ? (
        <Empty title={t['single.none']}>{t['single.none.text']}</Empty>
      ) : (
        <Table
          caption={t['single.title']}
          captionHidden
          columns={columns.map((column) => ({ label: t[`single.${column}`] }))}
          rows={lines.map((line) => ({
            cells: [<Partner line={line} />, <Ours line={line} staff={staff} />, <Theirs line={line} />],
          }))}
        />
      )}
    </Page>
  )
}

const Partner = ({ line: { id, name, mayTend, obligation } }: { line: Shown }) => (
  <>
    <a href={`/netwerk/${id}${mayTend ? '/wijziging' : ''}`}>{name}</a>
    {obligation === 'law' && (
      <>
        {' '}
        <span class="row-line">{words.use()['single.law']}</span>
      </>
    )}
  </>
)

const Ours = ({ line, staff }: { line: Shown; staff: readonly Candidate[] }) => {
  const t = words.use()
  const { owner, deputy, gaps, asked, mayAsk } = line
  const waits = gaps.includes('no-deputy') ? asked : undefined
  // She said yes; in a moment the line says so too.
  const isTaken = waits?.state === 'accepted' && !waits.movedAt
  const parts = [
    [owner, deputy].filter(Boolean).join(', '),
    gaps.includes('no-owner') && t['gap.no-owner'],
    gaps.includes('no-deputy') && !isTaken && t['gap.no-deputy'],
    isTaken && fill(t['single.accepted'], { name: waits.successor ?? '' }),
    waits?.state === 'asked' && fill(t['single.asked'], { name: waits.successor ?? '' }),
    waits?.state === 'declined' && fill(t['single.declined'], { name: waits.successor ?? '' }),
  ]
  return (
    <>
      {parts.filter(Boolean).join(' · ')}
      {mayAsk && !isTaken && waits?.state !== 'asked' && <Ask line={line} staff={staff} />}
    </>
  )
}

const Theirs = ({ line: { id, faces, gaps, mayTend } }: { line: Shown }) => {
  const t = words.use()
  const lacks = gaps.filter((gap) => gap === 'no-face' || gap === 'one-face').map((gap) => t[`gap.${gap}`])
  return (
    <>
      {[faces.join(', '), ...lacks].filter(Boolean).join(' · ')}
      {mayTend && gaps.includes('one-face') && (
        <>
          {' '}
          <a class="not-printed" href={`/vragen/nieuw?lijn=${id}&over=tweede`}>
            {t['single.second']}
          </a>
        </>
      )}
    </>
  )
}

const Ask = ({ line, staff }: { line: Shown; staff: readonly Candidate[] }) => {
  const t = words.use()
  const at = `/overdracht/lijnen/${line.id}/vervanger`
  const { proposal } = line
  return (
    <>
      {proposal && (
        <ButtonForm
          action={at}
          fields={{ personId: proposal.personId }}
          label={fill(t['single.ask'], { name: proposal.name, count: proposal.lines })}
          about={line.name}
          kind="quiet"
        />
      )}
      <Details summary={t['single.other']}>
        <Form action={at}>
          <Select
            name="personId"
            id={`who-${line.id}`}
            label={t['single.other']}
            options={staff
              .filter(({ personId }) => personId !== line.ownerId)
              .map(({ personId, name, lines }) => ({
                value: personId,
                label: fill(t['one.whom.lines'], { name, count: lines }),
              }))}
          />
          <Submit kind="quiet">{t['single.other.ask']}</Submit>
        </Form>
      </Details>
    </>
  )
}
