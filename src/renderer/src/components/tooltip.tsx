import type { ReactNode } from 'react'
import { Tooltip as AriaTooltip, type TooltipProps } from 'react-aria-components'

/** Words beside a control that shows only an icon; on pointer and on focus, put away with Escape. Stands inside a `TooltipTrigger`. */
export function Tooltip({
  placement = 'bottom',
  children,
}: {
  placement?: TooltipProps['placement']
  children: ReactNode
}) {
  return (
    <AriaTooltip className="tooltip" offset={6} placement={placement}>
      {children}
    </AriaTooltip>
  )
}
