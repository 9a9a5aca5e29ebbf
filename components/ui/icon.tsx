import type { IconNode } from 'lucide'
import { createElement } from 'react'
import { classNames } from './class-names'

export type IconProps = {
  /** The drawing, from `lucide`: tags with their attributes, on 24 by 24. */
  of: IconNode
  className?: string
}

/** A drawing beside words that say the same: screen readers skip it. How it is drawn stands once, in the styles. */
export function Icon({ of, className }: IconProps) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={classNames('icon', className)}>
      {of.map(([tag, attributes], index) => createElement(tag, { key: index, ...attributes }))}
    </svg>
  )
}
