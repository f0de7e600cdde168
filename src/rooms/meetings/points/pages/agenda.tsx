import { fill } from '#kit/words/words.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { List, Row } from '#ui/list.tsx'
import { stateOf } from '../../rules.ts'
import type { Meeting } from '../../tables.ts'
import { words as meetingWords } from '../../words/words.ts'
import { words } from '../words/words.ts'
import { Points } from './points.tsx'

type Props = { meeting: Meeting; points: readonly string[]; isMaker: boolean; bare?: boolean | undefined }

/** The points, on paper too once the moment is fixed, and for who made it the way to change them. */
export const Agenda = ({ meeting, points, isMaker, bare }: Props) => {
  const t = words.use()
  const at = `/bijeenkomsten/${meeting.id}`
  const hasPaper = points.length > 0 && stateOf(meeting) === 'fixed'
  return (
    <>
      <Points points={points} bare={bare} />
      {(isMaker || hasPaper) && (
        <Actions>
          {isMaker && (
            <ButtonLink href={`${at}/punten`} kind="quiet" icon="edit">
              {points.length ? t.change : t.write}
            </ButtonLink>
          )}
          {hasPaper && (
            <ButtonLink href={`${at}/papier`} kind="quiet" icon="print">
              {t.paper}
            </ButtonLink>
          )}
        </Actions>
      )}
    </>
  )
}

export type Line = { id: string; partner: string }
type AfterProps = { lines: readonly Line[]; points: readonly string[] }

/** What was agreed belongs with the partner it was agreed with: one click, and its form is open with the point in it. */
export const Afterwards = ({ lines, points }: AfterProps) => {
  const t = meetingWords.use()
  const own = words.use()
  if (!lines.length) return null
  return (
    <section>
      <h2>{t['after.title']}</h2>
      <p>{t['after.text']}</p>
      {points.length > 0 && (
        <List label={t['after.title']}>
          {points.map((point) => (
            <Row title={point} action={<Under point={point} lines={lines} />} />
          ))}
        </List>
      )}
      <Actions>
        {lines.map(({ id, partner }) => (
          <ButtonLink href={`/netwerk/${id}/afspraken/nieuw`} kind="quiet" icon="check">
            {fill(points.length ? own['after.else'] : t['after.agree'], { partner })}
          </ButtonLink>
        ))}
      </Actions>
    </section>
  )
}

const Under = ({ point, lines }: { point: string; lines: readonly Line[] }) => {
  const t = words.use()
  return (
    <Actions>
      {lines.map(({ id, partner }) => (
        <ButtonForm
          action={`/netwerk/${id}/afspraken/nieuw`}
          label={fill(t['after.agree'], { partner })}
          kind="quiet"
          fields={{ what: point }}
          about={point}
        />
      ))}
    </Actions>
  )
}
