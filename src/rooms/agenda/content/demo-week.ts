/** The lessons and the externals of the demo town: groups and numbers, and nobody's name. */
export const lessonsIn: readonly { groups: readonly string[]; rows: readonly (readonly string[])[] }[] = [
  {
    groups: ['3A', '3B', '4A', '4B', '5A', '5B'],
    rows: [
      ['08:30', '08:45', 'kring!', 'kring!', 'kring!', 'kring!', 'kring!'],
      ['08:45', '09:30', 'lezen', 'rekenen', 'lezen', 'rekenen', 'lezen'],
      ['09:30', '10:15', 'rekenen', 'taal', 'rekenen', 'taal', 'rekenen'],
      ['10:30', '11:15', 'spelling', 'lezen', 'spelling', 'spelling', 'taal'],
      ['11:15', '12:00', 'taal', 'schrijven', 'muziek', 'schrijven', 'weektaak'],
      ['12:45', '13:45', 'wereld', 'gym!', '', 'wereld', 'gym!'],
      ['13:45', '14:45', 'tekenen', 'weektaak', '', 'handvaardigheid', 'spelen'],
    ],
  },
  {
    groups: ['6A', '6B', '7A'],
    rows: [
      ['08:30', '09:30', 'rekenen', 'rekenen', 'taal', 'rekenen', 'rekenen'],
      ['09:30', '10:15', 'taal', 'begrijpend lezen', 'rekenen', 'taal', 'spelling'],
      ['10:30', '11:15', 'spelling', 'gym!', 'Engels', 'begrijpend lezen', 'gym!'],
      ['11:15', '12:00', 'stil lezen', 'stil lezen', 'stil lezen', 'stil lezen', 'stil lezen'],
      ['12:45', '13:45', 'geschiedenis', 'natuur', '', 'aardrijkskunde', 'weektaak'],
      ['13:45', '14:45', 'tekenen', 'weektaak', '', 'muziek', 'spreekbeurten!'],
    ],
  },
]

type Told = {
  partner: string
  minutes: number
  times: number
  place: string
  groups: Record<string, number | null>
  at?: readonly { weekday: number; from: string }[]
}
export const sessionsIn: readonly Told[] = [
  {
    ...{ partner: 'Logopedie Spraakwijzer', minutes: 30, times: 1, place: 'Spreekkamer', groups: { '4A': 2 } },
    at: [{ weekday: 1, from: '09:30' }],
  },
  {
    ...{ partner: 'Logopedie Spraakwijzer', minutes: 30, times: 1, place: 'Spreekkamer', groups: { '3A': 1, '3B': 1 } },
    at: [{ weekday: 1, from: '09:30' }],
  },
  { partner: 'Logopedie Spraakwijzer', minutes: 30, times: 1, place: 'Spreekkamer', groups: { '5B': 2 } },
  {
    ...{ partner: 'Kinderfysio Beweegwijs', minutes: 45, times: 1, place: 'Speellokaal', groups: { '4B': 3 } },
    at: [{ weekday: 4, from: '09:00' }],
  },
  {
    ...{
      partner: 'Voorleesvrijwilligers De Leesstoel',
      minutes: 30,
      times: 1,
      place: 'Koffiehoek',
      groups: { '5A': 4 },
    },
    at: [{ weekday: 5, from: '09:00' }],
  },
  { partner: 'Bibliotheek Wilgenveen', minutes: 45, times: 1, place: 'Bibliotheekplein', groups: { '6A': null } },
]
