import type { ReactNode } from 'react'

export type ButtonRowProps = { children: ReactNode }

/** Buttons that belong together: under each other on a phone, in a row on larger screens. */
export function ButtonRow({ children }: ButtonRowProps) {
  return <div className="screen-only flex flex-col gap-3 sm:flex-row sm:flex-wrap sm:items-center">{children}</div>
}
