import { sql } from 'drizzle-orm'
import { signalSource } from '#kit/http/signals.ts'
import { memberships } from '#rooms/people/door.ts'
import { faces, reasons, relations } from '#rooms/relations/door.ts'
import { gapsOf, type Held } from '../upkeep/rules.ts'
import { words } from '../words/words.ts'

/** A line that nobody holds, in which nobody stands in, or with nobody known at the partner. Who has left holds nothing. */
export const loneLines = signalSource<Held>({
  kind: 'network.alone',
  rank: 3,
  name: (language) => words.in(language)['signal.alone'],
  step: (language) => words.in(language)['signal.alone.step'],
  rows: ({ organisationId, today }) => {
    const holds = (person: typeof relations.ownerId | typeof relations.deputyId) =>
      sql`(select ${person}::text from ${memberships} where ${memberships.organisationId} = ${relations.schoolId}
        and ${memberships.personId} = ${person} and (${memberships.until} is null or ${memberships.until} >= ${today}))`
    return sql`select ${relations.id}::text, ${relations.id}, null::uuid, jsonb_build_object('form', ${relations.form},
        'obligation', ${reasons.obligation}, 'owner', ${holds(relations.ownerId)}, 'deputy', ${holds(relations.deputyId)},
        'faces', coalesce((select jsonb_agg(${faces.id}) from ${faces} where ${faces.schoolId} = ${relations.schoolId}
          and ${faces.relationId} = ${relations.id} and (${faces.leftOn} is null or ${faces.leftOn} > ${today})), '[]'))
      from ${relations} left join ${reasons} on ${reasons.schoolId} = ${relations.schoolId}
        and ${reasons.relationId} = ${relations.id}
      where ${relations.schoolId} = ${organisationId} and (${relations.until} is null or ${relations.until} >= ${today})`
  },
  read: (held, { relationId, language }) => {
    // One face only is quite usual: that stands on the page of lines on one person, and asks nobody for anything.
    const gap = gapsOf(held).find((one) => one !== 'one-face')
    if (!gap) return undefined
    const said = words.in(language)[`signal.alone.${gap}`]
    const at = `/netwerk/${relationId}`
    return { said, day: null, href: gap === 'no-face' ? `${at}/gezichten/nieuw` : `${at}/wijziging` }
  },
})
