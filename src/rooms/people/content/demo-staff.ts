/** The staff of the two schools in the demo town. Nobody here exists. */
export type StaffMember = {
  name: string
  mail: string
  phone: string
  roles: string[]
  days: number[]
  deputy?: string
  account?: boolean
}
type Group = { name: string; years: number[]; pupils: number; teachers: string[] }
export type Story = {
  source: string
  staff: StaffMember[]
  groups: Group[]
  spaces: { name: string; note: string }[]
  bells: Record<string, string>
}

const long = {
  from: '08:30',
  until: '14:45',
  breakFrom: '10:15',
  breakUntil: '10:30',
  lunchFrom: '12:00',
  lunchUntil: '12:45',
}
const short = { from: '08:30', until: '12:30', breakFrom: '10:15', breakUntil: '10:30' }
const bells = Object.fromEntries(
  [1, 2, 3, 4, 5].flatMap((day) =>
    Object.entries(day === 3 ? short : long).map(([part, time]) => [`${day}.${part}`, time]),
  ),
)

const staff: StaffMember[] = [
  {
    name: 'Nadia Bouzid',
    mail: 'nadia.bouzid@dewaterlelie.example',
    phone: '06 020 10 00',
    roles: ['directeur'],
    days: [1, 2, 3, 4],
    deputy: 'Peter Smit',
    account: true,
  },
  {
    name: 'Marjolein van Veen',
    mail: 'marjolein.vanveen@dewaterlelie.example',
    phone: '06 020 11 01',
    roles: ['ib', 'aandachtsfunctionaris'],
    days: [1, 2, 4],
    deputy: 'Nadia Bouzid',
    account: true,
  },
  {
    name: 'Peter Smit',
    mail: 'peter.smit@dewaterlelie.example',
    phone: '06 020 12 02',
    roles: ['teamleider', 'leerkracht', 'preventiemedewerker'],
    days: [1, 2, 3, 4, 5],
    deputy: 'Nadia Bouzid',
  },
  {
    name: 'Joost Hendriks',
    mail: 'joost.hendriks@dewaterlelie.example',
    phone: '06 020 13 03',
    roles: ['leerkracht'],
    days: [1, 2, 3, 4, 5],
    account: true,
  },
  {
    name: 'Fenna Dijkstra',
    mail: 'fenna.dijkstra@dewaterlelie.example',
    phone: '06 020 14 04',
    roles: ['cultuurcoordinator', 'leerkracht'],
    days: [1, 2, 4],
    deputy: 'Lotte Kramer',
    account: true,
  },
  {
    name: 'Lotte Kramer',
    mail: 'lotte.kramer@dewaterlelie.example',
    phone: '06 020 15 05',
    roles: ['taalcoordinator', 'leerkracht'],
    days: [1, 2, 3],
    deputy: 'Marjolein van Veen',
  },
  {
    name: 'Samir el Idrissi',
    mail: 'samir.elidrissi@dewaterlelie.example',
    phone: '06 020 16 06',
    roles: ['rekencoordinator', 'leerkracht'],
    days: [1, 2, 3, 4, 5],
    deputy: 'Peter Smit',
  },
  {
    name: 'Hanneke Postma',
    mail: 'hanneke.postma@dewaterlelie.example',
    phone: '06 020 17 07',
    roles: ['gedragsspecialist', 'pestcoordinator', 'leerkracht'],
    days: [2, 3, 4, 5],
    deputy: 'Marjolein van Veen',
  },
  {
    name: 'Bas Verhoeven',
    mail: 'bas.verhoeven@dewaterlelie.example',
    phone: '06 020 18 08',
    roles: ['sportcoordinator'],
    days: [1, 3, 5],
    deputy: 'Joost Hendriks',
  },
  {
    name: 'Roos de Boer',
    mail: 'roos.deboer@dewaterlelie.example',
    phone: '06 020 19 09',
    roles: ['hb_specialist', 'leerkracht'],
    days: [3, 4, 5],
    deputy: 'Marjolein van Veen',
  },
  {
    name: 'Wim Terpstra',
    mail: 'wim.terpstra@dewaterlelie.example',
    phone: '06 020 20 00',
    roles: ['concierge'],
    days: [1, 2, 3, 4, 5],
    deputy: 'Yvonne Bakker',
  },
  {
    name: 'Yvonne Bakker',
    mail: 'yvonne.bakker@dewaterlelie.example',
    phone: '06 020 21 01',
    roles: ['administratie'],
    days: [1, 2, 4, 5],
    deputy: 'Nadia Bouzid',
  },
  {
    name: 'Aylin Kaya',
    mail: 'aylin.kaya@dewaterlelie.example',
    phone: '06 020 22 02',
    roles: ['brugfunctionaris'],
    days: [1, 2, 4],
    deputy: 'Marjolein van Veen',
  },
  {
    name: 'Thijs Wolters',
    mail: 'thijs.wolters@dewaterlelie.example',
    phone: '06 020 23 03',
    roles: ['natuurtechniekcoordinator', 'leerkracht'],
    days: [1, 2, 3, 4],
    deputy: 'Samir el Idrissi',
  },
  {
    name: 'Mirjam Visser',
    mail: 'mirjam.visser@dewaterlelie.example',
    phone: '06 020 24 04',
    roles: ['gezondheidscoordinator', 'leerkracht'],
    days: [1, 2, 3],
    deputy: 'Bas Verhoeven',
  },
  {
    name: 'Daan Jonker',
    mail: 'daan.jonker@dewaterlelie.example',
    phone: '06 020 25 05',
    roles: ['ict', 'leerkracht'],
    days: [1, 2, 3, 4, 5],
    deputy: 'Samir el Idrissi',
  },
  {
    name: 'Karin Schouten',
    mail: 'karin.schouten@dewaterlelie.example',
    phone: '06 020 26 06',
    roles: ['eventmanager', 'leerkracht'],
    days: [3, 4, 5],
    deputy: 'Yvonne Bakker',
  },
  {
    name: 'Geert Oosting',
    mail: 'geert.oosting@dewaterlelie.example',
    phone: '06 020 27 07',
    roles: ['verkeerscoordinator', 'leerkracht'],
    days: [1, 2, 3, 4, 5],
    deputy: 'Wim Terpstra',
  },
  {
    name: 'Ellen Mulder',
    mail: 'ellen.mulder@dewaterlelie.example',
    phone: '06 020 28 08',
    roles: ['schoolopleider', 'leerkracht'],
    days: [1, 2, 4, 5],
    deputy: 'Peter Smit',
  },
  {
    name: 'Ineke Haan',
    mail: 'ineke.haan@dewaterlelie.example',
    phone: '06 020 29 09',
    roles: ['vertrouwenspersoon', 'leerkracht'],
    days: [2, 3, 4],
  },
  {
    name: 'Iris Vos',
    mail: 'iris.vos@dewaterlelie.example',
    phone: '06 020 30 00',
    roles: ['leerkracht'],
    days: [1, 2, 3],
  },
  {
    name: 'Merel Prins',
    mail: 'merel.prins@dewaterlelie.example',
    phone: '06 020 31 01',
    roles: ['leerkracht'],
    days: [3, 4, 5],
  },
  {
    name: 'Jeroen Kok',
    mail: 'jeroen.kok@dewaterlelie.example',
    phone: '06 020 32 02',
    roles: ['leerkracht'],
    days: [1, 2, 3, 4, 5],
  },
  {
    name: 'Sofie Blom',
    mail: 'sofie.blom@dewaterlelie.example',
    phone: '06 020 33 03',
    roles: ['leerkracht'],
    days: [1, 2],
  },
  {
    name: 'Naomi Pinas',
    mail: 'naomi.pinas@dewaterlelie.example',
    phone: '06 020 34 04',
    roles: ['leerkracht'],
    days: [4, 5],
  },
  {
    name: 'Rachid Amrani',
    mail: 'rachid.amrani@dewaterlelie.example',
    phone: '06 020 35 05',
    roles: ['onderwijsassistent'],
    days: [1, 2, 3, 4],
  },
  {
    name: 'Tineke Jansma',
    mail: 'tineke.jansma@dewaterlelie.example',
    phone: '06 020 36 06',
    roles: ['onderwijsassistent'],
    days: [1, 2, 4, 5],
  },
  {
    name: 'Vera Willems',
    mail: 'vera.willems@dewaterlelie.example',
    phone: '06 020 37 07',
    roles: ['leerkracht'],
    days: [1, 2, 3, 4, 5],
  },
]

const groups: Group[] = [
  { name: '1/2A', years: [1, 2], pupils: 22, teachers: ['Iris Vos', 'Merel Prins'] },
  { name: '1/2B', years: [1, 2], pupils: 21, teachers: ['Vera Willems'] },
  { name: '1/2C', years: [1, 2], pupils: 23, teachers: ['Sofie Blom', 'Karin Schouten'] },
  { name: '3A', years: [3], pupils: 24, teachers: ['Fenna Dijkstra', 'Naomi Pinas'] },
  { name: '3B', years: [3], pupils: 23, teachers: ['Jeroen Kok'] },
  { name: '4A', years: [4], pupils: 26, teachers: ['Lotte Kramer', 'Roos de Boer'] },
  { name: '4B', years: [4], pupils: 25, teachers: ['Ellen Mulder'] },
  { name: '5A', years: [5], pupils: 27, teachers: ['Joost Hendriks'] },
  { name: '5B', years: [5], pupils: 24, teachers: ['Thijs Wolters'] },
  { name: '6A', years: [6], pupils: 28, teachers: ['Samir el Idrissi'] },
  { name: '6B', years: [6], pupils: 25, teachers: ['Mirjam Visser', 'Hanneke Postma'] },
  { name: '7A', years: [7], pupils: 27, teachers: ['Geert Oosting'] },
  { name: '7B', years: [7], pupils: 26, teachers: ['Daan Jonker'] },
  { name: '8', years: [8], pupils: 29, teachers: ['Peter Smit', 'Ineke Haan'] },
]

export const waterlelie: Story = {
  source: 'teamlijst 2026-2027 van de school',
  staff,
  groups,
  spaces: [
    { name: 'Spreekkamer', note: 'eerste deur links na de hal' },
    { name: 'Speellokaal', note: 'naast groep 1/2A' },
    { name: 'Koffiehoek', note: 'bij de personeelskamer' },
    { name: 'Bibliotheekplein', note: 'open plek in het midden' },
    { name: 'Ouderkamer', note: 'bij de hoofdingang' },
    { name: 'IB-kamer', note: 'eerste verdieping' },
  ],
  bells,
}

const smallStaff: StaffMember[] = [
  {
    name: 'Ilse Wagenaar',
    mail: 'ilse.wagenaar@hetmolentje.example',
    phone: '06 030 10 00',
    roles: ['directeur', 'ib', 'taalcoordinator', 'eventmanager', 'pestcoordinator'],
    days: [1, 2, 3, 4],
    deputy: 'Koen Timmer',
    account: true,
  },
  {
    name: 'Koen Timmer',
    mail: 'koen.timmer@hetmolentje.example',
    phone: '06 030 11 01',
    roles: ['leerkracht', 'aandachtsfunctionaris', 'preventiemedewerker'],
    days: [1, 2, 3, 4, 5],
    deputy: 'Ilse Wagenaar',
  },
  {
    name: 'Dorien Faber',
    mail: 'dorien.faber@hetmolentje.example',
    phone: '06 030 12 02',
    roles: ['leerkracht', 'cultuurcoordinator', 'natuurtechniekcoordinator'],
    days: [1, 2, 3],
    deputy: 'Koen Timmer',
  },
  {
    name: 'Marit Zijlstra',
    mail: 'marit.zijlstra@hetmolentje.example',
    phone: '06 030 13 03',
    roles: ['leerkracht', 'rekencoordinator', 'sportcoordinator'],
    days: [3, 4, 5],
    deputy: 'Koen Timmer',
  },
  {
    name: 'Anneke Roelofs',
    mail: 'anneke.roelofs@hetmolentje.example',
    phone: '06 030 14 04',
    roles: ['leerkracht', 'ict'],
    days: [1, 2, 4, 5],
  },
  {
    name: 'Henk Dekker',
    mail: 'henk.dekker@hetmolentje.example',
    phone: '06 030 15 05',
    roles: ['concierge', 'administratie', 'verkeerscoordinator'],
    days: [1, 3, 5],
    deputy: 'Ilse Wagenaar',
  },
]

const smallGroups: Group[] = [
  { name: '1/2', years: [1, 2], pupils: 17, teachers: ['Dorien Faber', 'Marit Zijlstra'] },
  { name: '3/4', years: [3, 4], pupils: 19, teachers: ['Anneke Roelofs'] },
  { name: '5/6', years: [5, 6], pupils: 16, teachers: ['Koen Timmer'] },
  { name: '7/8', years: [7, 8], pupils: 15, teachers: ['Ilse Wagenaar', 'Marit Zijlstra'] },
]

export const molentje: Story = {
  source: 'teamlijst 2026-2027 van de school',
  staff: smallStaff,
  groups: smallGroups,
  spaces: [
    { name: 'Kamertje boven', note: 'trap op, rechts' },
    { name: 'Keuken', note: 'waar de koffie staat' },
  ],
  bells,
}
