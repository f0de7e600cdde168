import type { Chance } from './chance.ts'

// Common first and last names, joined by chance: whoever bears such a name is not meant.
const first = `Aïsha Anneke Anouk Arjan Astrid Bart Bas Bram Carla Cees Claudia Daan Dennis Dirk Eline Ellen Els Emma
Erik Esra Esther Eva Fatima Femke Fleur Floor Gerda Gijs Hanna Hanneke Hans Hasan Henk Ilse Imane Inge Iris Ivo Jan
Janneke Jasper Jeroen Joke Joris Joyce Judith Jurre Karin Karlijn Kees Khadija Koen Lars Laura Leila Leonie Lieke
Linda Lisa Lotte Luuk Maaike Malika Marieke Marijn Marjan Mark Marloes Martijn Meral Merel Michiel Mirjam Mohamed
Monique Nadia Naomi Niels Nienke Noor Olga Omar Patricia Paul Petra Pieter Quinten Rachid Renske Rianne Rik Robin
Roos Ruben Rutger Sanne Saskia Selma Sevda Sietske Simone Sjoerd Sofie Stefan Suzan Tamara Teun Thea Thijs Tineke
Tom Ursula Vera Wendy Willem Wouter Yasmin Yvonne Zeynep`.split(/\s+/)
const last =
  `Aalbers|Achterberg|Bakker|Bergsma|van den Berg|Bijlsma|de Boer|Boersma|Bos|Bosman|Bouwman|ten Brink|Brouwer|
de Bruijn|Buitenhuis|Dekker|Demir|Dijkman|Dijkstra|van Dijk|Doornbos|van Dongen|Driessen|van Eck|El Amrani|Elzinga|
van Es|Evers|Feenstra|Gerritsen|de Graaf|Groen|Groot|de Haan|Haddou|Harmsen|Heijmans|Hendriks|van der Heuvel|
Hoekstra|Hofman|Hoogland|Huisman|Jacobs|Jansen|Janssen|de Jong|Jonker|Kaya|Keizer|Kok|Koning|Koopman|Kramer|Kuiper|
van der Laan|Lammers|Leenders|van Leeuwen|Linders|Maas|van der Meer|Meijer|Mensink|Molenaar|Mulder|Nijland|Noorman|
Öztürk|Oosterhuis|Peeters|Peters|Polman|Postma|Prins|Reinders|van Rijn|Roelofs|Rutten|Schipper|Scholten|Schouten|
Sijbrands|Slot|Smeets|Smit|Spaan|van der Steen|Terpstra|Timmer|Tol|Veenstra|van Veen|Veldman|van der Velde|Verbeek|
Verhoeven|Vermeer|Visser|de Vries|Vos|de Waal|van de Water|Wessels|Wiersma|Wolters|Yilmaz|Zandstra|Zijlstra|Zwart`
    .split('|')
    .map((name) => name.trim())

export type Invented = { name: string; mail: string; phone: string }

/** Somebody who does not exist, at an address that leads nowhere and a number that cannot be rung. */
export function inventPerson(chance: Chance, house: string): Invented {
  const [given, family] = [chance.pick(first), chance.pick(last)]
  const address = `${given}.${family}`
    .normalize('NFD')
    .replace(/[^A-Za-z.]/g, '')
    .toLowerCase()
  return { name: `${given} ${family}`, mail: `${address}@${house}.example`, phone: inventPhone(chance) }
}

/** Ten figures, as they are written; numbers that begin with 06 00 belong to nobody. */
export const inventPhone = (chance: Chance) =>
  `06 00 ${[1, 2, 3].map(() => String(chance.below(100)).padStart(2, '0')).join(' ')}`

export const inventFamily = (chance: Chance) => chance.pick(last)
