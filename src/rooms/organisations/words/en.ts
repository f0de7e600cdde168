import type { nl } from './nl.ts'

export const en: Record<keyof typeof nl, string> = {
  'look.title': 'House style',
  'look.lead': 'All schools of {board} see this colour and name, and so do parents on the page of the school.',
  'look.accent': 'Colour',
  'look.accent.hint': 'Six signs, such as #1d3a6b. Leave it empty for the usual colour.',
  'look.brand': 'Name beside the mark',
  'look.brand.hint': 'At most 40 signs. Leave it empty for the usual name.',
  'look.save': 'Save the house style',
  'look.saved': 'Saved.',
  'look.result': 'What the colour looks like on screen',
  'look.light': 'Light screen',
  'look.dark': 'Dark screen',
  'look.sample': 'Button',
  'look.kept': 'Exactly your colour.',
  'look.darker': 'We make the colour darker. Otherwise letters are hard to read.',
  'look.lighter': 'We make the colour lighter. Otherwise letters are hard to read.',
  'error.summary': 'This is not quite right yet',
  'error.colour': 'A colour has six signs: digits and the letters a to f. For example #1d3a6b.',
  'error.safety': 'This colour is too like that of the safety cards. Choose another, so that those keep standing out.',
  'error.brand': 'Keep the name under 40 signs.',
}
