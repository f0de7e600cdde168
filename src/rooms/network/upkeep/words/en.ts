import type { nl } from './nl.ts'

export const en: Readonly<Record<keyof typeof nl, string>> = {
  'silent.title': 'Silent lines',
  'silent.lead':
    'With these partners it has been silent for a year: not in the building, no tip, not checked. Still needed? Or a road worth taking again?',
  'silent.none': 'No silent lines',
  'silent.none.text': 'Every partner was in the building, got a tip or was checked in the past year.',
  'silent.last': 'last checked on {day}',
  'silent.never': 'never checked yet',
  'silent.yes': 'Yes, still needed',
  'silent.no': 'No longer needed',
}
