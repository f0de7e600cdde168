import { Tabs } from '#ui/tabs.tsx'
import { words } from '../words/words.ts'

const tabs = { choices: '/keuzes', desk: '/voorstellen', vision: '/visie', space: '/ruimte' } as const

/** The pages of choosing, side by side. */
export const PlansTabs = ({ at }: { at: keyof typeof tabs }) => {
  const t = words.use()
  return (
    <Tabs
      label={t['tabs.label']}
      tabs={Object.entries(tabs).map(([name, href]) => ({
        href,
        label: t[`tabs.${name as keyof typeof tabs}`],
        current: name === at,
      }))}
    />
  )
}
