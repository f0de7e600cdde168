import { sayWeekdays } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { packParts } from '../forms.ts'
import type { SchoolWithPack } from '../queries.ts'
import type { Opening } from '../rules.ts'
import { words } from '../words/words.ts'

/** A title with lines under it: the sheet and the letter say the same. */
export type Part = { title: string; lines: readonly string[] }

type Table = ReturnType<typeof words.in>

/** What the school says of itself; what nobody wrote is left out. */
export const ownWords = (t: Table, school: SchoolWithPack): Part[] =>
  packParts.flatMap((part) => {
    const said = school[part]
    return said ? [{ title: t[`pack.${part}`], lines: said.split('\n').filter(Boolean) }] : []
  })

export const reachOf = (t: Table, { place, phone, website }: SchoolWithPack): Part[] => {
  const lines = [place, phone, website].filter((line) => line !== null && line !== '') as string[]
  return lines.length ? [{ title: t['pack.reach'], lines }] : []
}

export const bellsOf = (t: Table, language: string, openings: readonly Opening[]): Part => ({
  title: t['pack.bells'],
  lines: openings.length
    ? openings.map(({ days, from, until }) =>
        fill(t['pack.until'], { days: sayWeekdays(days, language, '–'), from, until }),
      )
    : [t['pack.bells.none']],
})

export const Parts = ({ parts }: { parts: readonly Part[] }) => (
  <>
    {parts.map(({ title, lines }) => (
      <section>
        <h2>{title}</h2>
        {lines.length === 1 ? (
          <p>{lines[0]}</p>
        ) : (
          <ul class="side-by-side">
            {lines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        )}
      </section>
    ))}
  </>
)

export const usePartsWords = () => ({ t: words.use(), language: useLanguage() })
