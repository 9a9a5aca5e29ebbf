import type { ReactNode } from 'react'

/** On paper only, such as the date of printing. */
export function PrintOnly({ children }: { children: ReactNode }) {
  return <div className="print-only">{children}</div>
}

/** On the screen only: what makes no sense on paper. */
export function ScreenOnly({ children }: { children: ReactNode }) {
  return <div className="screen-only">{children}</div>
}
