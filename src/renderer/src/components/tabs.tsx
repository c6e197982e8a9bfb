import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'

/**
 * Tabs that keep the address as it is (those of nhsuk-frontend write the hash, which is the route here). Used for panes in a small
 * window and for views of the same thing.
 */
export function Tabs<Id extends string>(props: {
  label: string
  tabs: readonly { id: Id; words: ReactNode; panel: ReactNode }[]
  chosen: Id
  onChoose: (id: Id) => void
}) {
  const { label, tabs, chosen, onChoose } = props
  return (
    <AriaTabs
      className="tabs"
      selectedKey={chosen}
      onSelectionChange={(key) => {
        const found = tabs.find(({ id }) => id === key)
        if (found !== undefined && found.id !== chosen) onChoose(found.id)
      }}
    >
      <TabList className="tabs__list" aria-label={label}>
        {tabs.map(({ id, words }) => (
          <Tab key={id} id={id} className="tabs__tab">
            {words}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, panel }) => (
        <TabPanel key={id} id={id} className="tabs__panel">
          {panel}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
