/** Work rather than a task: another is appointed, and nobody hands it over. */
const work = ['directeur', 'teamleider', 'bestuurder', 'leerkracht', 'onderwijsassistent', 'partnercontact', 'mr']

export const isTask = (role: string) => !work.includes(role)

export const withoutTask = (roles: readonly string[], task: string): string[] => roles.filter((role) => role !== task)
