import { without } from '#kit/text/without.ts'

/** Whom everybody may name at a party. */
const figures = [
  'Sint Nicolaas',
  'Sinterklaas',
  'Sint',
  'Piet',
  'Kerstman',
  'Willem-Alexander',
  'Máxima',
  'Amalia',
  'King',
  'Koning',
]
export const withoutFigures = (text: string) => without(text, figures)
