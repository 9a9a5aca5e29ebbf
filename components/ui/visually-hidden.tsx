import type { ReactNode } from 'react'

export type VisuallyHiddenProps = { children: ReactNode; id?: string }

/** For who listens, not for who looks. */
export function VisuallyHidden({ children, id }: VisuallyHiddenProps) {
  return (
    <span id={id} className="sr-only">
      {children}
    </span>
  )
}
