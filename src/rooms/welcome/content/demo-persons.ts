/** The persons of the demo town as whom one can look around. Told by the demo; nobody here exists. */
export type DemoPerson = { mail: string; name: string; roles: readonly string[]; place: string }

export const demoPersons: readonly DemoPerson[] = [
  { mail: 'nadia.bouzid@dewaterlelie.example', name: 'Nadia Bouzid', roles: ['directeur'], place: 'De Waterlelie' },
  {
    mail: 'marjolein.vanveen@dewaterlelie.example',
    name: 'Marjolein van Veen',
    roles: ['ib', 'aandachtsfunctionaris'],
    place: 'De Waterlelie',
  },
  {
    mail: 'joost.hendriks@dewaterlelie.example',
    name: 'Joost Hendriks',
    roles: ['leerkracht'],
    place: 'De Waterlelie',
  },
  {
    mail: 'fenna.dijkstra@dewaterlelie.example',
    name: 'Fenna Dijkstra',
    roles: ['cultuurcoordinator', 'leerkracht'],
    place: 'De Waterlelie',
  },
  {
    mail: 'ilse.wagenaar@hetmolentje.example',
    name: 'Ilse Wagenaar',
    roles: ['directeur', 'ib', 'taalcoordinator', 'eventmanager', 'pestcoordinator'],
    place: 'Het Molentje',
  },
  {
    mail: 'sanne.terhorst@spraakwijzer.example',
    name: 'Sanne ter Horst',
    roles: ['partnercontact'],
    place: 'Logopedie Spraakwijzer',
  },
  {
    mail: 'karima.vos@veenenplas.example',
    name: 'Karima Vos',
    roles: ['bestuurder'],
    place: 'Stichting Veen & Plas',
  },
]
