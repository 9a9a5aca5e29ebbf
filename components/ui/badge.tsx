import type { ReactNode } from 'react'

export type BadgeTone = 'neutral' | 'brand' | 'info' | 'success' | 'warning' | 'danger'

export type BadgeProps = { tone?: BadgeTone; icon?: ReactNode; children: ReactNode }

/** A state in a word or two. The word carries the meaning, the colour only helps. */
export function Badge({ tone = 'neutral', icon, children }: BadgeProps) {
  return (
    <span className={`badge badge-${tone}`}>
      {icon}
      {children}
    </span>
  )
}
