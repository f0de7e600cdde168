/** How a school of the demo town tells who works there. Nobody here exists. */
export type StaffMember = {
  name: string
  mail: string
  phone: string
  roles: string[]
  days: number[]
  deputy?: string
  account?: boolean
  /** Her last day was so many days ago. */
  leftAgo?: number
}
export type Group = { name: string; years: number[]; pupils: number; teachers: string[] }
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
/** Both schools keep the same hours. */
export const bells = Object.fromEntries(
  [1, 2, 3, 4, 5].flatMap((day) =>
    Object.entries(day === 3 ? short : long).map(([part, time]) => [`${day}.${part}`, time]),
  ),
)
