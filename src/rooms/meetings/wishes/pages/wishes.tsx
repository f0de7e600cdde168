import type { Said } from '#kit/form/form.ts'
import { fill } from '#kit/words/words.ts'
import { Details } from '#ui/details.tsx'
import { Select, TextField } from '#ui/fields.tsx'
import { Submit } from '#ui/form.tsx'
import { travelField, travels } from '../../asking/forms.ts'
import { useErrors } from '../../pages/parts.tsx'
import { words as meetingWords } from '../../words/words.ts'
import { words } from '../words/words.ts'

type Props = {
  at: string
  invitees: readonly { id: string; name: string; personId: string | null; travel: number }[]
  madeBy: string | null
  said: Said
}

/** What few meetings need: from how many of the others it goes on, and who travels. Open when something was said. */
export const Wishes = ({ at, invitees, madeBy, said: { values, errors: wrong } }: Props) => {
  const t = words.use()
  const you = meetingWords.use()['one.you']
  const errors = useErrors()(wrong)
  const fields = invitees.map(({ id }) => travelField(id))
  const told = values.quorum || fields.some((name) => Number(values[name] ?? 0) > 0)
  const mend = errors.quorum || fields.some((name) => errors[name])
  return (
    <>
      <Details summary={t.more} open={Boolean(told || mend)}>
        <TextField
          name="quorum"
          label={t.quorum}
          hint={t['quorum.hint']}
          inputmode="numeric"
          short
          value={values.quorum}
          error={errors.quorum}
        />
        <h3>{t.travel}</h3>
        <p class="soft">{t['travel.hint']}</p>
        {invitees.map(({ id, name, personId, travel }) => (
          <Select
            name={travelField(id)}
            label={personId !== null && personId === madeBy ? fill(you, { name }) : name}
            value={values[travelField(id)]}
            error={errors[travelField(id)]}
            options={[...new Set([0, travel, ...travels])]
              .sort((a, b) => a - b)
              .map((minutes) => ({
                value: String(minutes),
                label: minutes ? fill(t['travel.minutes'], { minutes }) : t['travel.none'],
              }))}
          />
        ))}
      </Details>
      <Submit kind="quiet" icon="search" action={at}>
        {t.again}
      </Submit>
    </>
  )
}
