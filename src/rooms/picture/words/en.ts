import type { nl } from './nl.ts'

export const en: Readonly<Record<keyof typeof nl, string>> = {
  'tabs.label': 'The network in one picture',
  'tabs.map': 'Map',
  'tabs.organogram': 'Organogram',
  'tabs.holders': 'Who holds what',
}
