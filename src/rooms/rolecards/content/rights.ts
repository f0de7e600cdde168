import { colleagues } from '#rooms/people/door.ts'
import { networkKeepers } from '#rooms/relations/door.ts'

/**
 * What the house opens for which role, as its policies have it: rights.test.ts reads them back from the database and holds
 * this list to them, table by table. A new table that only some roles may touch is named here, or that test says so.
 */
export type Right = { id: string; roles: readonly string[]; tables: readonly string[] }

const leaders = ['directeur', 'teamleider']
const managers = ['directeur', 'teamleider', 'administratie']
const profilers = [
  ...['directeur', 'teamleider', 'ib', 'cultuurcoordinator', 'taalcoordinator', 'rekencoordinator'],
  ...['gezondheidscoordinator', 'sportcoordinator', 'natuurtechniekcoordinator'],
]

/** What every colleague may, needs no list: whatever has none of the roles below. */
export const forAll = { id: 'all', roles: colleagues } as const

export const rights = [
  {
    id: 'lines',
    roles: networkKeepers,
    tables: [
      ...['relations', 'faces', 'reasons', 'answers', 'presences', 'presence_changes', 'tips', 'omissions'],
      ...['agreements', 'aims', 'keepings', 'manners', 'contact_moments', 'copy_addresses', 'balances'],
      ...['table_links', 'table_sides', 'line_funds', 'line_steps', 'handover_notes', 'partings', 'parting_links'],
      ...['occasions', 'occasion_guests', 'invitations', 'welcome_packs'],
    ],
  },
  { id: 'questions', roles: networkKeepers, tables: ['requests'] },
  { id: 'routes', roles: networkKeepers, tables: ['routes'] },
  {
    id: 'choices',
    roles: networkKeepers,
    tables: [
      ...['choices', 'proposals', 'resolutions', 'involvements', 'resolution_letters', 'rounds', 'round_decisions'],
    ],
  },
  { id: 'sharing', roles: networkKeepers, tables: ['offers', 'offer_schools', 'offer_sources', 'takings'] },
  {
    id: 'circles',
    roles: networkKeepers,
    tables: ['circles', 'circle_members', 'circle_partners', 'circle_notes'],
  },
  {
    id: 'playbooks',
    roles: ['directeur', 'teamleider', 'eventmanager'],
    tables: ['playbooks', 'playbook_tasks', 'playbook_partners'],
  },
  { id: 'hall', roles: networkKeepers, tables: ['hall_screens', 'hall_partners', 'hall_hours'] },
  {
    id: 'people',
    roles: managers,
    tables: [
      ...['people', 'memberships', 'invitations', 'groups', 'group_teachers', 'spaces', 'bell_times'],
      ...['organisations', 'takeovers'],
    ],
  },
  { id: 'handovers', roles: managers, tables: ['handovers', 'handover_items', 'handover_answers'] },
  {
    id: 'public',
    roles: managers,
    tables: [
      ...['parent_pages', 'parent_addresses', 'parent_topics', 'parent_offers'],
      ...['showcases', 'showcase_addresses', 'showcase_lines'],
    ],
  },
  {
    id: 'decisions',
    roles: leaders,
    tables: [
      ...['decisions', 'resolutions', 'involvements', 'resolution_letters', 'declared_hours', 'desk_addresses'],
      ...['vision_points', 'restraints', 'plan_bounds'],
    ],
  },
  { id: 'soundings', roles: leaders, tables: ['polls'] },
  { id: 'cards', roles: leaders, tables: ['role_cards'] },
  { id: 'signals', roles: leaders, tables: ['signal_rests'] },
  {
    id: 'week',
    roles: [...managers, 'ib'],
    tables: [
      ...['lessons', 'sessions', 'session_groups', 'session_changes', 'placements', 'group_changes'],
      ...['week_limits', 'week_plans'],
    ],
  },
  { id: 'ownGroup', roles: ['leerkracht'], tables: ['lessons', 'group_changes'] },
  {
    id: 'year',
    roles: [...managers, 'cultuurcoordinator', 'eventmanager'],
    tables: ['school_days', 'school_regions'],
  },
  { id: 'profile', roles: profilers, tables: ['units', 'competences', 'contributions'] },
  { id: 'introductions', roles: [...managers, 'ib', 'schoolopleider'], tables: ['introductions'] },
  { id: 'programs', roles: ['directeur'], tables: ['integrations', 'webhooks', 'profiles'] },
  { id: 'second', roles: ['directeur'], tables: ['sign_in_rules'] },
  { id: 'tandem', roles: ['directeur', 'ib'], tables: ['tandems', 'tandem_points', 'signal_rests'] },
] as const satisfies readonly Right[]
export type RightId = (typeof rights)[number]['id']
