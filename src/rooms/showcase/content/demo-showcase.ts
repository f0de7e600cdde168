type Shown = { line: string; name?: string; website?: string; why: string }

/** What the two schools of the demo town show of their partners. */
export const shownInTown: readonly {
  by: string
  school: string
  intro: string
  isOpen: boolean
  lines: readonly Shown[]
}[] = [
  {
    by: 'Nadia Bouzid',
    school: 'De Waterlelie',
    intro:
      'Samen met de wijk geven we kinderen meer dan wij alleen kunnen. Iedere partner heeft bij ons een vast gezicht.',
    isOpen: true,
    lines: [
      {
        line: 'Logopedie Spraakwijzer',
        website: 'https://spraakwijzer.example',
        why: 'Twee ochtenden in ons gebouw, zodat hulp bij taal en spraak dichtbij is.',
      },
      { line: 'Kinderopvang Het Rietnest', why: 'Van peuter naar kleuter is bij ons een kleine stap.' },
      { line: 'Bso Het Rietnest', why: 'Kinderen spelen na schooltijd in hun eigen buurt.' },
      {
        line: 'Kunstencentrum De Ketting',
        website: 'https://deketting.example',
        why: 'Ieder kind maakt elk jaar muziek, dans of theater met een vakdocent.',
      },
      { line: 'Pabo Noord', why: 'Studenten leren bij ons het vak, en wij leren van hen.' },
      { line: 'GGD Noord, Gezonde School', name: 'GGD Noord', why: 'Samen werken we aan bewegen en gezond eten.' },
    ],
  },
  {
    by: 'Ilse Wagenaar',
    school: 'Het Molentje',
    intro: 'Het dorp is ons tweede klaslokaal.',
    isOpen: false,
    lines: [{ line: 'Bibliotheek Wilgenveen', why: 'Elke groep leest mee in de bibliotheek.' }],
  },
]
