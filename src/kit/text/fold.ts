/** Text as one compares it: small letters, no accents, no apostrophes. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ĳ/g, 'ij')
    .replace(/['’‘`´]/g, '')
}
