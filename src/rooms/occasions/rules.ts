import type { Day } from '#kit/time/day.ts'

/** The same day a year on; 29 February becomes 1 March. */
export const nextYear = (day: Day): Day =>
  `${Number(day.slice(0, 4)) + 1}${day.endsWith('02-29') ? '-03-01' : day.slice(4)}`

type Addressed = {
  name: string
  label: string | null
  face: string | null
  postcode: string | null
  place: string | null
}
/** As it goes on an envelope: what was written down for that, else what the card knows. */
export function labelOf({ name, label, face, postcode, place }: Addressed, attention: string): string[] {
  if (label) return label.split('\n').filter(Boolean)
  return [
    name,
    face && face !== name ? `${attention} ${face}` : '',
    [postcode, place].filter(Boolean).join(' '),
  ].filter((line) => line !== '')
}
/** An envelope needs a street; a postcode alone does not bring it there. */
export const lacksStreet = ({ label }: Pick<Addressed, 'label'>) => !label
