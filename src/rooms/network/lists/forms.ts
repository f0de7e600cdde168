import * as z from 'zod'
import type { Body } from '#kit/form/form.ts'
import { LIMITS, type Sheet } from '#kit/sheet/sheet.ts'
import type { Field } from '../import/fields.ts'

const row = z.number().int().min(0).max(LIMITS.rows)
const column = z.number().int().min(0).max(LIMITS.columns)
const merge = z.object({ top: row, left: column, bottom: row, right: column })
const keptShape = z.object({
  file: z.string().max(200),
  sheets: z
    .array(
      z.object({ name: z.string(), rows: z.array(z.array(z.string())), merged: z.array(merge).max(LIMITS.merges) }),
    )
    .min(1)
    .max(50),
})

/** A list on its way between two pages: carried in the form itself, so that nothing is stored and nothing is lost. */
export type Kept = { file: string; sheets: Sheet[] }

/** What came along in the form; undefined when that is not a list of ours. */
export function readKept(body: Body): Kept | undefined {
  try {
    return keptShape.safeParse(JSON.parse(one(body.kept))).data
  } catch {
    return undefined
  }
}

export const writeKept = (kept: Kept) => JSON.stringify(kept)

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? ''

/** Which sheet of the file, and what somebody said that each column holds. */
export const sheetIn = (body: Body, kept: Kept) =>
  Math.min(Number(/^\d{1,2}$/.exec(one(body.sheet))?.[0] ?? 0), kept.sheets.length - 1)
export const columnsIn = (body: Body): Map<number, Field | null> =>
  new Map(
    Object.entries(body).flatMap(([name, value]) => {
      const [, index] = /^column\.(\d{1,3})$/.exec(name) ?? []
      const field = FIELDS.find((known) => known === one(value))
      return index === undefined ? [] : [[Number(index), field ?? null] as const]
    }),
  )

export type Choice = 'complete' | 'skip' | 'add'
/** What to do with a row that seems to be there already, by its line. */
export const choicesIn = (body: Body): Map<number, Choice> =>
  new Map(
    Object.entries(body).flatMap(([name, value]) => {
      const [, line] = /^choice\.(\d{1,6})$/.exec(name) ?? []
      const choice = (['complete', 'skip', 'add'] as const).find((known) => known === one(value))
      return line && choice ? [[Number(line), choice] as const] : []
    }),
  )

/** What a column may hold, in the order in which people look for it. */
export const FIELDS: readonly Field[] = [
  'name',
  'kind',
  'type',
  'sector',
  'form',
  'contact',
  'contactName',
  'contactWork',
  'contactPhone',
  'contactMail',
  'contactReach',
  'contactDays',
  'contactMoment',
  'phone',
  'mail',
  'reach',
  'website',
  'address',
  'street',
  'houseNumber',
  'postcode',
  'place',
  'owner',
  'deputy',
  'presence',
  'presenceDay',
  'from',
  'until',
  'room',
  'topics',
  'levels',
  'scale',
  'obligation',
  'motives',
  'since',
  'ends',
  'spoken',
  'note',
]
