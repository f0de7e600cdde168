import type { nl } from './nl.ts'

export const en: Record<keyof typeof nl, string> = {
  title: 'With whom {school} works, and why',
  skip: 'To the text',
  languages: 'Languages',
  lead: 'A school cannot do it alone. With these partners we work together.',
  none: 'There is no partner here yet.',
  partners: 'Our partners',
  site: 'Website: {site}',
  'jobs.title': 'Working with us',
  'jobs.text': 'Whoever works here does not stand alone. Ring or mail the school about vacancies.',
  'off.title': 'Are you on this page and would you rather not be?',
  'off.text': 'Tell the school. Then we take it away.',
  'off.account': 'With an account you take your organisation off yourself, at “Where you are named”.',
  'foot.site': 'Website of the school',
  'foot.keeps': 'Names of people are never on this page. It keeps nothing about you and uses no cookies.',
  print: 'Print this page',
  preview: 'This is a preview. Everybody sees it like this when the page is on.',
  'preview.back': 'Back',
}
