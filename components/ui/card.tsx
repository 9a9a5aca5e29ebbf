import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type CardProps = {
  children: ReactNode
  title?: ReactNode
  /** Ties the section to its heading; needed with a title. */
  id?: string
  headingLevel?: 2 | 3 | 4
  /** Beside the title: a link or button about this card. */
  actions?: ReactNode
  className?: string
}

/** A white sheet for things that belong together. With a title it is a region with that name. */
export function Card({ children, title, id, headingLevel = 2, actions, className }: CardProps) {
  const Heading = `h${headingLevel}` as const
  const frame = classNames('card', className)
  if (!title) {
    return (
      <div id={id} className={frame}>
        {children}
      </div>
    )
  }
  const titleId = id && `${id}-title`
  return (
    <section id={id} aria-labelledby={titleId} className={frame}>
      {actions ? (
        <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <Heading id={titleId}>{title}</Heading>
          {actions}
        </div>
      ) : (
        <Heading id={titleId} className="mb-4">
          {title}
        </Heading>
      )}
      {children}
    </section>
  )
}
