import { fill } from '#kit/words/words.ts'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { Stack } from '#ui/say.tsx'
import type { RequestRow } from '../queries.ts'
import { words } from '../words/words.ts'
import { Rows } from './list.tsx'

type AskProps = {
  to: { relationId: string } | { personId: string }
  kind?: 'do' | 'quiet'
  /** Names whom, for who hears the button out of its place. */
  about?: string
}

/** The way to a new question. The address holds whom it goes to, and never a word of the question. */
export const AskButton = ({ to, kind, about }: AskProps) => {
  const t = words.use()
  const whom = 'relationId' in to ? `lijn=${to.relationId}` : `collega=${to.personId}`
  return (
    <ButtonLink href={`/vragen/nieuw?${whom}`} kind={kind} icon="ask">
      {t['ask.button']}
      {about && <span class="only-heard"> {fill(t['row.to'], { to: about })}</span>}
    </ButtonLink>
  )
}

/** On the card of a partner: what is open with it, and the button to ask. */
export const RequestsWith = ({
  rows,
  relationId,
  today,
}: {
  rows: readonly RequestRow[]
  relationId: string
  today: string
}) => {
  const t = words.use()
  return (
    <Stack>
      {rows.length > 0 && <h2>{t['with.title']}</h2>}
      {rows.length > 0 && <Rows rows={rows} today={today} label={t['with.title']} />}
      <Actions>
        <AskButton to={{ relationId }} />
      </Actions>
    </Stack>
  )
}
