import { Tabs } from '#ui/tabs.tsx'
import { words } from '../words/words.ts'

const tabs = {
  list: '/netwerk',
  spots: '/netwerk/witte-vlekken',
  alone: '/netwerk/vervanging',
  silent: '/netwerk/stille-lijntjes',
  turns: '/afspraken',
  round: '/jaarronde',
  picture: '/kaart',
  choices: '/keuzes',
  sharing: '/delen',
} as const

/** The ways to look at the network, side by side. */
export const NetworkTabs = ({ at }: { at: keyof typeof tabs }) => {
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
