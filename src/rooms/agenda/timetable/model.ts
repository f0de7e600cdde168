import type { Instance } from './instance.ts'
import { type Held, heldOf, limitOf, type Moment, momentsOf, overlap, type Rules, takenFrom } from './moments.ts'
import { isOpen, type Kind, kindsOf, needsRoom } from './rooms.ts'

export type Column = { moment: Moment; kind: number | undefined }
type Row = { columns: number[]; values: number[]; lower: number; upper: number }
/** The week as numbers: a column for every session at every moment in every kind of room, a row for every rule. */
export type Model = {
  columns: Column[]
  /** Sessions that could stay out, behind the columns, when staying out is allowed. */
  out: number[]
  costs: number[]
  uppers: number[]
  whole: boolean[]
  rows: Row[]
  held: Held[]
  kinds: Kind[]
}
export type Wish = {
  mayStayOut: boolean
  rules?: Rules
  moreRooms?: number
  moreOut?: number
  longer?: readonly string[]
}

/** Staying out costs more than all points of a week together could. */
export const stayingOut = 100_000

export function modelOf(instance: Instance, wish: Wish): Model {
  const held = heldOf(instance)
  const kinds = [...kindsOf(instance)]
  // Rooms that are not there, to see whether they would help.
  if (wish.moreRooms)
    kinds.push({
      rooms: [...Array(wish.moreRooms).keys()].map((nth) => `+${nth}`),
      open: undefined,
      sessions: undefined,
    })
  const columns = instance.sessions.flatMap((session, place) =>
    session.placed.length >= session.times
      ? []
      : momentsOf(instance, place, wish.rules)
          .filter((moment) => !held.some((one) => clash(instance, one, moment)))
          .flatMap((moment) => inRooms(instance, kinds, held, moment)),
  )
  const model: Model = { columns, out: [], costs: [], uppers: [], whole: [], rows: [], held, kinds }
  for (const { moment } of columns) addColumn(model, moment.core + moment.moved, 1, true)
  timesRows(model, instance, wish)
  againRows(model, instance)
  aloneRows(model, instance, wish.longer ?? [])
  groupRows(model, instance, wish.moreOut ?? 0)
  roomRows(model)
  return model
}

const clash = (instance: Instance, held: Held, moment: Moment) =>
  (instance.sessions[held.session]!.external === instance.sessions[moment.session]!.external &&
    overlap(held, moment) > 0) ||
  (held.session === moment.session && held.weekday === moment.weekday)

function inRooms(instance: Instance, kinds: Kind[], held: Held[], moment: Moment): Column[] {
  if (!needsRoom(instance, instance.sessions[moment.session]!)) return [{ moment, kind: undefined }]
  const taken = (room: string) => held.some((one) => one.room === room && overlap(one, moment) > 0)
  return kinds.flatMap((kind, nth) =>
    isOpen(kind, moment) && !(kind.rooms.length === 1 && taken(kind.rooms[0]!)) ? [{ moment, kind: nth }] : [],
  )
}

function addColumn(model: Model, cost: number, upper: number, whole: boolean): number {
  model.costs.push(cost)
  model.uppers.push(upper)
  model.whole.push(whole)
  return model.costs.length - 1
}

const addRow = (model: Model, columns: number[], values: number[], lower: number, upper: number) =>
  void model.rows.push({ columns, values, lower, upper })
const ones = (columns: readonly number[]) => columns.map(() => 1)
const numbered = ({ columns }: Model) => columns.map((column, nth) => ({ ...column, nth }))

/** As often as wished, and not twice on a day. */
function timesRows(model: Model, { sessions }: Instance, { mayStayOut }: Wish) {
  const bySession = Map.groupBy(numbered(model), ({ moment }) => moment.session)
  for (const [place, { times, placed }] of sessions.entries()) {
    const mine = bySession.get(place) ?? []
    const left = times - placed.length
    const columns = mine.map(({ nth }) => nth)
    if (mayStayOut && left > 0) {
      const out = addColumn(model, stayingOut, left, true)
      model.out[place] = out
      columns.push(out)
    }
    if (left > 0) addRow(model, columns, ones(columns), left, left)
    for (const day of Map.groupBy(mine, ({ moment }) => moment.weekday).values()) {
      const those = day.map(({ nth }) => nth)
      if (left > 1 && those.length > 1) addRow(model, those, ones(those), 0, 1)
    }
  }
}

/** A subject missed by the same pupils once more: the first time is free, unless it was missed before. */
function againRows(model: Model, { sessions, weights }: Instance) {
  if (!weights.again) return
  const heldBy = Map.groupBy(model.held, ({ session }) => session)
  for (const [place, mine] of Map.groupBy(numbered(model), ({ moment }) => moment.session)) {
    const { missed } = sessions[place]!
    const held = heldBy.get(place) ?? []
    for (const subject of new Set(mine.flatMap(({ moment }) => moment.misses))) {
      const those = mine.filter(({ moment }) => moment.misses.includes(subject)).map(({ nth }) => nth)
      const before = (missed[subject] ?? 0) + held.filter(({ misses }) => misses.includes(subject)).length
      if (before > 0) for (const nth of those) model.costs[nth]! += weights.again
      else if (sessions[place]!.times > 1) {
        const more = addColumn(model, weights.again, sessions[place]!.times, false)
        addRow(model, [...those, more], [...ones(those), -1], Number.NEGATIVE_INFINITY, 1)
      }
    }
  }
}

/** At the beginning of each is where most are at once: there, at most `most` of them. */
function atMost(
  model: Model,
  those: { moment: Moment; nth: number; takes: number }[],
  most: number,
  held: { moment: Moment; takes: number }[],
) {
  for (const day of Map.groupBy(those, ({ moment }) => moment.weekday).values()) {
    const fixed = held.filter(({ moment }) => moment.weekday === day[0]!.moment.weekday)
    const seen = new Set<string>()
    for (const from of new Set([...day, ...fixed].map(({ moment }) => moment.from))) {
      const during = ({ moment }: { moment: Moment }) => moment.from <= from && from < moment.until
      const there = day.filter(during)
      const left = Math.max(0, most - fixed.filter(during).reduce((sum, { takes }) => sum + takes, 0))
      const key = `${left} ${there.map(({ nth }) => nth).join()}`
      if (!there.length || seen.has(key) || there.reduce((sum, { takes }) => sum + takes, 0) <= left) continue
      seen.add(key)
      addRow(
        model,
        there.map(({ nth }) => nth),
        there.map(({ takes }) => takes),
        0,
        left,
      )
    }
  }
}

/** Nobody is in two places; whoever would be there longer is, to see whether that would help, there twice. */
function aloneRows(model: Model, { sessions }: Instance, longer: readonly string[]) {
  const byExternal = Map.groupBy(numbered(model), ({ moment }) => sessions[moment.session]!.external)
  for (const [external, mine] of byExternal)
    atMost(
      model,
      mine.map((one) => ({ ...one, takes: 1 })),
      longer.includes(external) ? 2 : 1,
      [],
    )
}

function groupRows(model: Model, instance: Instance, moreOut: number) {
  for (const { id } of instance.groups) {
    const taking = <T extends { moment: Moment }>(all: readonly T[]) =>
      all.flatMap((one) => {
        const takes = takenFrom(instance, instance.sessions[one.moment.session]!, id)
        return takes ? [{ ...one, takes }] : []
      })
    const held = taking(model.held.map((moment) => ({ moment })))
    atMost(model, taking(numbered(model)), limitOf(instance, id) + moreOut, held)
  }
}

function roomRows(model: Model) {
  for (const [nth, { rooms }] of model.kinds.entries()) {
    const held = model.held.filter(({ room }) => room && rooms.includes(room)).map((moment) => ({ moment, takes: 1 }))
    const those = numbered(model).filter(({ kind }) => kind === nth)
    atMost(
      model,
      those.map((one) => ({ ...one, takes: 1 })),
      rooms.length,
      held,
    )
  }
}
