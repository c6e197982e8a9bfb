import { Focusable, TooltipTrigger } from 'react-aria-components'
import { NavLink } from 'react-router'
import { Icon } from '../components/icon.tsx'
import { Tooltip } from '../components/tooltip.tsx'
import { pane } from './panes.ts'
import { sections, type Section } from './sections.ts'

/** The left rail: where one can go. With icons only, the words are tooltips, and still the links' names. */
export function Rail({ isNarrow }: { isNarrow: boolean }) {
  return (
    <nav className="rail" aria-label="Main" {...pane}>
      {sections.map((section) => (
        <RailLink key={section.path} section={section} isNarrow={isNarrow} />
      ))}
    </nav>
  )
}

function RailLink({ section, isNarrow }: { section: Section; isNarrow: boolean }) {
  return (
    <TooltipTrigger isDisabled={!isNarrow} delay={300}>
      <Focusable>
        <NavLink to={section.path} className="rail__link" aria-keyshortcuts={`Alt+${section.digit}`}>
          <Icon name={section.icon} />
          <span className="rail__word">{section.name}</span>
        </NavLink>
      </Focusable>
      <Tooltip placement="right">
        {section.name} <kbd>Alt {section.digit}</kbd>
      </Tooltip>
    </TooltipTrigger>
  )
}
