import { NetworkTabs } from '#rooms/network/door.ts'
import { Tabs } from '#ui/tabs.tsx'
import { words } from '../words/words.ts'

const tabs = { map: '/kaart', holders: '/wie-heeft-wat', organogram: '/organogram' } as const

/** The ways to see the network as one. Who holds what is there for who arranges the school. */
export const PictureTabs = ({ at, mayShareOut }: { at: keyof typeof tabs; mayShareOut: boolean }) => {
  const t = words.use()
  const shown = (Object.keys(tabs) as (keyof typeof tabs)[]).filter((name) => name !== 'holders' || mayShareOut)
  return (
    <>
      <NetworkTabs at="picture" />
      <Tabs
        label={t['tabs.label']}
        tabs={shown.map((name) => ({ href: tabs[name], label: t[`tabs.${name}`], current: name === at }))}
      />
    </>
  )
}
