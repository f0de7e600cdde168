import motiveList from './content/motives.json' with { type: 'json' }
import partnerTypeList from './content/partner-types.json' with { type: 'json' }
import roleList from './content/roles.json' with { type: 'json' }
import sectorList from './content/sectors.json' with { type: 'json' }
import topicList from './content/topics.json' with { type: 'json' }

/** The trade's own words, as data with an owner. Ids are Dutch and never shown; names are. */
export type Named = { id: string; nl: string; en: string }
export type Sector = Named & { hue: number }
export type PartnerType = Named & {
  sector: string
  scale: string
  level: string[]
  mandatory: { by_law: boolean; note: string }
}
export type Role = Named & { kind: string; responsibilities: string[]; fallback?: string[] }
export type Topic = Named & {
  cluster: string
  level: string[]
  safety_flag: string
  first_role: string
  also_roles: string[]
  parent_first_role: string
  partners: string[]
  note?: string
}

export const sectors: readonly Sector[] = sectorList
export const partnerTypes: readonly PartnerType[] = partnerTypeList
export const motives: readonly Named[] = motiveList
export const roles: readonly Role[] = roleList
export const topics: readonly Topic[] = topicList

const byId = <T extends Named>(list: readonly T[]) => new Map(list.map((item) => [item.id, item]))
const all = {
  sector: byId(sectors),
  partnerType: byId(partnerTypes),
  motive: byId(motives),
  role: byId(roles),
  topic: byId(topics),
}

export const partnerTypeOf = (id: string | null | undefined) => (id ? all.partnerType.get(id) : undefined)
export const topicOf = (id: string | null | undefined) => (id ? all.topic.get(id) : undefined)
export const sectorOfType = (id: string | null | undefined) => all.sector.get(partnerTypeOf(id)?.sector ?? '')

/** The name of a thing of the trade in this language; its id when it is no longer known. */
export function nameOf(kind: keyof typeof all, id: string, language: string): string {
  const thing = all[kind].get(id)
  if (!thing) return id
  return language === 'nl' ? thing.nl : thing.en
}

/** Who holds a role, or who answers when the school does not have it: the role itself, then its fallbacks in order. */
export const roleAndFallbacks = (id: string): string[] => [id, ...(all.role.get(id)?.fallback ?? [])]
