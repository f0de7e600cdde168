import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsGuest, actingAsKeeper, type Database } from '#kit/db/database.ts'
import type { Gate } from '#kit/gate/gate.ts'
import type { Town } from '#kit/http/types.ts'
import { type Day, dayOf } from '#kit/time/day.ts'
import { isAnyoneHere } from '#rooms/welcome/door.ts'
import { hangings, rooms, signalSources } from './rooms.ts'

/** Tells the demo town once: each room its own part, with its own actions. False when it was there already. */
export async function tellTheTown(
  { db, gate, today = dayOf(new Date()), baseUrl }: { db: Database; gate: Gate; today?: Day; baseUrl: string },
  say: (line: string) => void,
): Promise<boolean> {
  if (await actingAsKeeper(db, isAnyoneHere)) return false
  say('Building the demo town…')
  const town = townOf({ db, gate, today, baseUrl })
  for (const room of rooms) await room.demo?.(town)
  return true
}

type Told = { db: Database; gate: Gate; today: Day; baseUrl: string }
function townOf({ db, gate, today, baseUrl }: Told): Town {
  const things = new Map<string, string>()
  return {
    gate,
    today,
    baseUrl,
    asKeeper: (work) => actingAsKeeper(db, work),
    asGuest: (key, work) => actingAsGuest(db, key, work),
    as: (who: Actor, work) => actingAs(db, who, (tx) => work(tx, who)),
    remember: (name, id) => void things.set(name, id),
    recall(name) {
      const id = things.get(name)
      if (!id) throw new Error(`The story has not told of ${name} yet.`)
      return id
    },
    actors: new Map(),
    hangings,
    signals: signalSources,
  }
}
