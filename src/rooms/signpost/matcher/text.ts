import { fold } from '#kit/text/fold.ts'

/** Chat letters kept up too long ("heeeel") are brought back to two. */
export function wordsOf(text: string): string[] {
  const found = fold(text).match(/[a-z0-9]+/g) ?? []
  return found.map((word) => word.replace(/(.)\1{2,}/g, '$1$1'))
}

/** Words that only glue a sentence together; their pairs still count, on their own they say nothing. */
const glue = new Set(
  (
    'aan al alle allemaal als ander andere anders bij bijvoorbeeld binnen daar daarna dan dat de deze die dit doe doen ' +
    'doet door dus echt een eens eentje eerst en enkele er even ga gaan gaat geeft gewoon ging had hadden heb hebben ' +
    'hebt heeft heel hem hen het hier hij hoe hoor hun iemand iets ik in is ja je jij jou jouw juist jullie kan kom ' +
    'komt kon konden krijg krijgt kun kunnen kunt laat laten maar mag me meer men met mij mijn moest moet moeten mogen ' +
    'n na naar nog nou nu of om omdat onder ons onze ook op over per s sinds soms staan staat steeds t te tegen toch ' +
    'toen tot tussen u uit uw van vanaf veel via vind vindt voor waar waarom wanneer want waren was wat we wel welke ' +
    'werd wie wij wil willen word worden wordt zal ze zei zegt zich zij zijn zit zitten zo zoals zoiets zou zouden zn ' +
    'dr m r a b c d e f g h i j k l o p q v w x y z ben bent gehad geweest hele weer erg best graag tijdens ' +
    'the of and to is my a in for i he she it at on with who can we our they his her this that has have do does how ' +
    'are not be from what where when was me so if or an by there about'
  ).split(' '),
)

export const isGlue = (word: string): boolean => glue.has(word)
