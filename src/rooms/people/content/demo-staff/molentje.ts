import { bells, type Group, type StaffMember, type Story } from './story.ts'

const staff: StaffMember[] = [
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

const groups: Group[] = [
  { name: '1/2', years: [1, 2], pupils: 17, teachers: ['Dorien Faber', 'Marit Zijlstra'] },
  { name: '3/4', years: [3, 4], pupils: 19, teachers: ['Anneke Roelofs'] },
  { name: '5/6', years: [5, 6], pupils: 16, teachers: ['Koen Timmer'] },
  { name: '7/8', years: [7, 8], pupils: 15, teachers: ['Ilse Wagenaar', 'Marit Zijlstra'] },
]

/** Het Molentje: six people and four groups. */
export const molentje: Story = {
  source: 'teamlijst 2026-2027 van de school',
  staff,
  groups,
  spaces: [
    { name: 'Kamertje boven', note: 'trap op, rechts' },
    { name: 'Keuken', note: 'waar de koffie staat' },
  ],
  bells,
}
