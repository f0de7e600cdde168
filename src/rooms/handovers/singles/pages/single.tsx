import { fill } from '#kit/words/words.ts'
import { ButtonForm } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Empty } from '#ui/empty.tsx'
import { Select } from '#ui/fields.tsx'
import { Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import type { ItemRow } from '../../queries.ts'
import type { Candidate } from '../../rules.ts'
import { words } from '../../words/words.ts'
import type { Single } from '../rules.ts'

export type Shown = Single & { asked: ItemRow | undefined; proposal: Candidate | undefined; mayAsk: boolean }
type Props = { lines: readonly Shown[]; staff: readonly Candidate[] }

/** Lines that hang on one person. A colleague is asked to stand in, and may say no. */
export const SinglesPage = ({ lines, staff }: Props) => {
  const t = words.use()
  return (
    <Page title={t['single.title']} lead={t['single.lead']} back={{ href: '/overdracht', label: t['one.back'] }}>
      {lines.length === 0 ? (
        <Empty title={t['single.none']}>{t['single.none.text']}</Empty>
      ) : (
        <List label={t['single.title']}>
          {lines.map((line) => (
            <Row
              title={line.name}
              href={`/netwerk/${line.id}`}
              line={useStanding(line)}
              action={line.ownerId && line.mayAsk && line.asked?.state !== 'asked' && <Ask line={line} staff={staff} />}
            />
          ))}
        </List>
      )}
    </Page>
  )
}

/** On whom it hangs here, whether there is one face there, and what was asked already. */
function useStanding({ owner, faces, asked }: Shown): string {
  const t = words.use()
  const parts = [
    owner ? fill(t['single.holds'], { name: owner }) : t['single.nobody'],
    faces === 1 ? t['single.noFace'] : '',
    asked?.state === 'asked' ? fill(t['single.asked'], { name: asked.successor ?? '' }) : '',
    asked?.state === 'declined' ? fill(t['single.declined'], { name: asked.successor ?? '' }) : '',
  ]
  return parts.filter(Boolean).join(' · ')
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
