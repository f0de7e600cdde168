import { Tabs } from '#ui/tabs.tsx'
import { words } from '../words/words.ts'

const places = { staff: '/school', groups: '/groepen', spaces: '/school/ruimtes', bells: '/school/lestijden' } as const
type Place = keyof typeof places

/** The four things that make up a school here. */
export const SchoolTabs = ({ current }: { current: Place }) => {
  const t = words.use()
  const tabs = (Object.keys(places) as Place[]).map((place) => ({
    href: places[place],
    label: t[`school.${place}`],
    current: place === current,
  }))
  return <Tabs label={t['school.title']} tabs={tabs} />
}
