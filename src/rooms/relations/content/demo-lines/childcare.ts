import type { DemoLine } from './line.ts'

/** Childcare, as De Waterlelie knows them. */
export const childcare: DemoLine[] = [
  {
    name: 'Kinderopvang Het Rietnest',
    type: 'kdv_ve',
    form: 'organisation',
    levels: ['pupil', 'group', 'organisation'],
    scale: 'building',
    since: '2012-08-01',
    owner: 'Vera Willems',
    deputy: 'Iris Vos',
    obligation: 'law',
    motives: ['doorgaande_lijn', 'gebouw_delen'],
    website: 'https://kinderopvanghetrietnes.example',
    phone: '0599 011 116',
    postcode: '9571 AG',
    faces: [
      {
        name: 'Monique Struik',
        work: 'locatiemanager',
        days: [1, 2, 4, 5],
        moment: 'deur staat open',
        phone: '06 09 26 10 00',
        mail: 'monique.struik@kinderopvanghetrietnes.example',
      },
      {
        name: 'Kim Bolt',
        work: 'pedagogisch coach',
        days: [3, 4],
        moment: '',
        phone: '06 09 26 17 01',
        mail: 'kim.bolt@kinderopvanghetrietnes.example',
      },
    ],
  },
  {
    name: 'Bso Het Rietnest',
    type: 'bso',
    form: 'organisation',
    levels: ['group', 'organisation'],
    scale: 'building',
    since: '2012-08-01',
    owner: 'Peter Smit',
    deputy: 'Wim Terpstra',
    obligation: 'law',
    motives: ['doorgaande_lijn'],
    website: 'https://bsohetrietnest.example',
    phone: '0599 011 117',
    postcode: '9571 AH',
    faces: [
      {
        name: 'Johan Feenstra',
        work: 'teamleider bso',
        days: [1, 2, 3, 4, 5],
        moment: 'na 14 uur',
        phone: '06 09 27 10 00',
        mail: 'johan.feenstra@bsohetrietnest.example',
      },
    ],
  },
]
