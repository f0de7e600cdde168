/** Which rooms lean on which. A new arrow is a new line here, and a conversation. */
export const leansOn = {
  trade: [],
  organisations: ['trade'],
  takeovers: ['organisations'],
  people: ['trade', 'organisations', 'takeovers'],
  welcome: ['trade', 'organisations', 'people', 'relations'],
  relations: ['trade', 'organisations', 'people'],
  surveys: ['trade', 'organisations', 'people', 'relations'],
  plans: ['trade', 'organisations', 'people', 'relations', 'surveys', 'agreements', 'agenda'],
  days: ['trade', 'organisations', 'people'],
  agenda: ['trade', 'organisations', 'people', 'relations', 'days'],
  meetings: ['trade', 'organisations', 'people', 'relations', 'days', 'agenda'],
  requests: ['trade', 'organisations', 'people', 'relations'],
  picture: ['trade', 'organisations', 'people', 'relations', 'plans', 'agenda', 'network'],
  agreements: ['trade', 'organisations', 'people', 'relations', 'days'],
  events: ['trade', 'organisations', 'people', 'relations', 'days'],
  occasions: ['trade', 'organisations', 'people', 'relations', 'agreements'],
  rounds: ['trade', 'organisations', 'people', 'relations', 'agenda', 'agreements', 'plans'],
  circles: ['trade', 'people', 'relations', 'organisations'],
  rolecards: ['trade', 'people', 'relations', 'organisations'],
  network: [
    ...['trade', 'organisations', 'takeovers', 'people', 'relations', 'agenda', 'requests', 'agreements', 'rounds'],
    'plans',
    'circles',
  ],
  signals: ['trade', 'organisations', 'people', 'relations', 'agreements'],
  signpost: ['trade', 'organisations', 'people', 'relations', 'agenda', 'requests', 'network'],
  handovers: ['trade', 'organisations', 'people', 'relations', 'requests', 'agreements', 'network'],
  arrivals: ['trade', 'organisations', 'people', 'relations', 'days', 'agenda', 'requests', 'network', 'signpost'],
  parents: ['trade', 'organisations', 'people'],
  showcase: ['trade', 'organisations', 'people', 'relations'],
  sharing: ['trade', 'organisations', 'people', 'relations', 'signpost', 'events'],
  integrations: ['trade', 'organisations', 'people', 'relations', 'requests'],
  search: ['trade', 'organisations', 'people', 'relations', 'network'],
  tandem: ['trade', 'organisations', 'people', 'network', 'signals'],
  home: [
    'trade',
    'organisations',
    'people',
    'welcome',
    'relations',
    'agenda',
    'meetings',
    'requests',
    'surveys',
    'plans',
    'agreements',
    'handovers',
    'network',
    'signpost',
    'showcase',
    'tandem',
    'events',
  ],
} as const satisfies Record<string, readonly string[]>

/** Rooms everyone may refer to. They change slowest and have the smallest doors. */
export const ground = ['trade', 'organisations', 'people'] as const

/** Rooms where a child may be known. No other room may lean on these. None is open yet. */
export const quiet = [] as const satisfies readonly (keyof typeof leansOn)[]

/** Rooms that read through every door and own no tables. */
export const composes = ['search', 'home'] as const
