import type { ReactNode } from 'react'

/** A state in a word or two: plain, soft (on a ground), strong (reversed) or fault (red, with a mark in its words). */
export function Tag({
  look = 'plain',
  children,
}: {
  look?: 'plain' | 'soft' | 'strong' | 'fault'
  children: ReactNode
}) {
  return <span className={look === 'plain' ? 'tag' : `tag tag--${look}`}>{children}</span>
}
