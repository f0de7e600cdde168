import { words } from '../words/words.ts'

const places = { staff: '/school', groups: '/groepen', spaces: '/school/ruimtes', bells: '/school/lestijden' } as const

/** The four things that make up a school here. */
export const SchoolTabs = ({ current }: { current: keyof typeof places }) => {
  const t = words.use()
  return (
    <nav class="tabs" aria-label={t['school.title']}>
      {(Object.keys(places) as (keyof typeof places)[]).map((place) => (
        <a href={places[place]} aria-current={place === current ? 'page' : undefined}>
          {t[`school.${place}`]}
        </a>
      ))}
    </nav>
  )
}
