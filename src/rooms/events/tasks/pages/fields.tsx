import type { Said } from '#kit/form/form.ts'
import { Select } from '#ui/fields.tsx'
import { Pair } from '#ui/say.tsx'
import { asOptions, type Colleagues, useErrors, useMoments } from '../../pages/parts.tsx'
import { words } from '../../words/words.ts'

/** `offset` is the moment it has, usual or not, or the one of the task before. */
type Props = { label: string; offset: number | undefined; staff: Colleagues; said: Said }

/** When and by whom: the same two fields for a new task as for one that stands. */
export const Fields = ({ label, offset, staff, said }: Props) => {
  const t = words.use()
  const errors = useErrors(said)
  return (
    <Pair>
      <Select
        name="offset"
        label={label}
        value={said.values['offset'] ?? String(offset ?? 0)}
        error={errors['offset']}
        options={useMoments(offset)}
      />
      <Select
        name="doerId"
        label={t['add.who']}
        blank={t['add.who.none']}
        value={said.values['doerId']}
        error={errors['doerId']}
        options={asOptions(staff)}
      />
    </Pair>
  )
}
