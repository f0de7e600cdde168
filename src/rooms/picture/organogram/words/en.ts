import type { nl } from './nl.ts'

export const en: Readonly<Record<keyof typeof nl, string>> = {
  title: 'Who does what at {school}',
  lead: 'Per role: who has it, who stands in, and with which partners. Drawn from what is there; change a role or a line, and this sheet is right at once.',
  hours: '{hours} hours a year',
  deputy: 'stands in: {name}',
  alone: 'nobody stands in yet',
  others: 'Also: {names}',
  unheld: 'Nobody’s yet',
  till: 'to',
  print: 'Print on one A4',
  none: 'There are no colleagues with a role yet',
}
