/**
 * A name and its place as one part of an address, in plain letters: “De Linde” in Ede gives de-linde-ede, the place
 * only once, at most sixty signs. `otherwise` where nothing of it can be written in plain letters.
 */
export function dashed(name: string, place: string | null, otherwise: string): string {
  const said = plain(name)
  const where = plain(place ?? '')
  const whole = where && !`-${said}-`.includes(`-${where}-`) ? `${said}-${where}` : said
  return whole.slice(0, 60).replace(/-+$/, '') || otherwise
}

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

/** When somebody was first: de-linde-ede, de-linde-ede-2, and so on. */
export const nth = (address: string, count: number) => (count < 2 ? address : `${address}-${count}`)
