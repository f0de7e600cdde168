import type { nl } from './nl.ts'

export const en: Readonly<Record<keyof typeof nl, string>> = {
  'alone.title': 'Never one person only',
  'alone.lead':
    'Of {count} of the {all} lines we know one person only, with us or at the partner, or nobody. Who rings when that one is away?',
  'alone.none': 'No line hangs on one person',
  'alone.none.text': 'With every partner there is somebody on both sides who can stand in.',
  'alone.partner': 'Partner',
  'alone.ours': 'Who with us',
  'alone.theirs': 'Who there',
  'alone.gap': 'What is missing',
  nobody: 'nobody yet',
  'gap.no-owner': 'nobody holds the line',
  'gap.no-deputy': 'nobody stands in',
  'gap.no-face': 'we know nobody there',
  'gap.one-face': 'we know one person there',
  law: 'the law asks for this partner',
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
