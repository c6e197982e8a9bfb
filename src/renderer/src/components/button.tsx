import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'

type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
  /** `go` is the one filled button of its region; `warning` is for what cannot be undone. */
  look?: 'plain' | 'go' | 'warning'
  /** 28 px high, for toolbars. */
  isSmall?: boolean
  /** The key that does the same, as it stands beside the words and as assistive technology hears it. */
  keys?: string
  children: ReactNode
}

/** A button: verbs, petrol, a thicker lower edge. */
export function Button({ look = 'plain', isSmall = false, keys, children, ...rest }: ButtonProps) {
  const names = ['button', look === 'plain' ? '' : `button--${look}`, isSmall ? 'button--small' : '']
  return (
    <AriaButton {...rest} className={names.filter(Boolean).join(' ')}>
      {children}
      {keys !== undefined && <kbd aria-hidden="true">{keys}</kbd>}
    </AriaButton>
  )
}
