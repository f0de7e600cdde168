import type { Hangings } from '#kit/http/hanging.ts'
import type { Happenings } from '#kit/http/happenings.ts'
import type { Signals } from '#kit/http/signals.ts'
import type { HouseForMail, Room } from '#kit/http/types.ts'
import { byWhomeverKnows } from '#kit/mail/letterin.ts'
import { agenda } from '#rooms/agenda/room.ts'
import { agreements } from '#rooms/agreements/room.ts'
import { arrivals } from '#rooms/arrivals/room.ts'
import { circles } from '#rooms/circles/room.ts'
import { days } from '#rooms/days/room.ts'
import { events } from '#rooms/events/room.ts'
import { handovers } from '#rooms/handovers/room.ts'
import { home } from '#rooms/home/room.ts'
import { integrations } from '#rooms/integrations/room.ts'
import { meetings } from '#rooms/meetings/room.ts'
import { network } from '#rooms/network/room.ts'
import { occasions } from '#rooms/occasions/room.ts'
import { organisations } from '#rooms/organisations/room.ts'
import { parents } from '#rooms/parents/room.ts'
import { people } from '#rooms/people/room.ts'
import { picture } from '#rooms/picture/room.ts'
import { plans } from '#rooms/plans/room.ts'
import { relations } from '#rooms/relations/room.ts'
import { requests } from '#rooms/requests/room.ts'
import { rolecards } from '#rooms/rolecards/room.ts'
import { rounds } from '#rooms/rounds/room.ts'
import { search } from '#rooms/search/room.ts'
import { sharing } from '#rooms/sharing/room.ts'
import { showcase } from '#rooms/showcase/room.ts'
import { signals } from '#rooms/signals/room.ts'
import { signpost } from '#rooms/signpost/room.ts'
import { surveys } from '#rooms/surveys/room.ts'
import { takeovers } from '#rooms/takeovers/room.ts'
import { tandem } from '#rooms/tandem/room.ts'
import { trade } from '#rooms/trade/room.ts'
import { welcome } from '#rooms/welcome/room.ts'

/** The only list of rooms. The order is that of a demo town being told: ground first. */
export const rooms: readonly Room[] = [
  trade,
  organisations,
  takeovers,
  people,
  relations,
  surveys,
  plans,
  days,
  agenda,
  meetings,
  requests,
  agreements,
  events,
  occasions,
  rounds,
  circles,
  rolecards,
  network,
  picture,
  signpost,
  signals,
  handovers,
  tandem,
  arrivals,
  parents,
  showcase,
  sharing,
  search,
  welcome,
  integrations,
  home,
]

/** Addresses below which a secret stands. */
export const secretAddresses: readonly string[] = rooms.flatMap((room) => room.secretAddresses ?? [])

/** A letter that comes in goes to the room that knows its address. */
export const receiverOf = (house: HouseForMail) =>
  byWhomeverKnows(rooms.flatMap(({ receive }) => receive?.(house) ?? []))
/** What can want somebody's eye: each room says its own. */
export const signalSources: Signals = rooms.flatMap((room) => room.signals ?? [])

/** What happens on which day of the year: each room says its own. */
export const happenings: Happenings = rooms.flatMap((room) => room.happenings ?? [])

/** What can hang on a person, and what else happens when she leaves: each room says its own. */
export const hangings: Hangings = {
  kinds: rooms.flatMap((room) => room.hangs ?? []),
  leaving: rooms.flatMap((room) => room.leaving ?? []),
  outside: rooms.flatMap((room) => room.outside ?? []),
}
