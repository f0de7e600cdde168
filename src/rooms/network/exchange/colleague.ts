export const plain = (text: string) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

const titles = /^(?:juf(?:frouw)?|meester|mevr(?:ouw)?|mw|dhr|de heer|mr|mrs|ms)\.? /

/** The colleague a list means by “juf Marijke”, “M. de Wit” or a full name; nobody when two could be meant. */
export function colleagueNamed<C extends { name: string }>(said: string, colleagues: readonly C[]): C | undefined {
  const name = plain(said).replace(titles, '')
  if (!name) return undefined
  const ways = [
    (other: string) => other === name,
    (other: string) => other.split(' ')[0] === name,
    (other: string) => initialed(other) === name.replace(/\./g, ''),
    (other: string) => other.endsWith(` ${name}`),
  ]
  for (const isMeant of ways) {
    const meant = colleagues.filter((one) => isMeant(plain(one.name)))
    if (meant.length) return meant.length === 1 ? meant[0] : undefined
  }
  return undefined
}

const initialed = (name: string) => name.replace(/^(\S)\S*/, '$1')
