/** "LET OP: nog bellen!!", "rood = klaar" or a whole sentence: something said about the table, no row of it. */
export function isRemark(text: string): boolean {
  const words = text.trim().split(/\s+/)
  return isShouted(text) || (words.length >= 4 && SAYS.test(text))
}

/** Signs that stand in no name, whatever else is in the row. */
export const isShouted = (text: string) =>
  /[!?]{2}|\p{L}[!?](\s|$)|\s=\s|^\s*(let op|nb|n\.b\.|p\.?s\.?)\s*[:!]/iu.test(text)

const SAYS =
  /(?<!\p{L})(is|zijn|was|wordt|worden|moet|moeten|staat|staan|klopt|kloppen|nog|niet|niets|graag|svp|aub|please)(?!\p{L})/iu
