import type { Said } from '#kit/form/form.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'
import { Details } from '#ui/details.tsx'
import { DateField, Select, TextField } from '#ui/fields.tsx'
import { Pair } from '#ui/say.tsx'
import { repeats } from '../../tables.ts'
import { words } from '../../words/words.ts'

type Props = { said: Said | undefined; errors: Record<string, string>; today: Day }

/** One line, folded: most meetings are once. */
export const Repeat = ({ said, errors, today }: Props) => {
  const t = words.use()
  const values = said?.values ?? {}
  return (
    <Details summary={t['repeat.title']} open={Boolean(values.repeat || errors.until || errors.times)}>
      <Select
        name="repeat"
        label={t['repeat.how']}
        blank={t['repeat.not']}
        value={values.repeat}
        error={errors.repeat}
        options={repeats.map((value) => ({ value, label: t[`repeat.${value}`] }))}
      />
      <Pair>
        <DateField
          name="until"
          label={t['repeat.until']}
          min={today}
          max={dayPlus(today, 366)}
          value={values.until}
          error={errors.until}
        />
        <TextField
          name="times"
          label={t['repeat.times']}
          inputmode="numeric"
          value={values.times}
          error={errors.times}
        />
      </Pair>
      <p class="soft">{t['repeat.hint']}</p>
    </Details>
  )
}
