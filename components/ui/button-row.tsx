import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type ButtonRowProps = {
  children: ReactNode
  /** On a phone: under each other (for deciding), or two by two (for ways to go, so that the page itself starts soon). */
  onPhone?: 'column' | 'pairs'
}

const onPhones = {
  column: 'flex flex-col',
  pairs: 'grid w-full grid-cols-2 [&>:last-child:nth-child(odd)]:col-span-2',
} as const

/** Buttons that belong together: a row on larger screens. */
export function ButtonRow({ children, onPhone = 'column' }: ButtonRowProps) {
  const looks = classNames(
    'screen-only gap-3 sm:flex sm:w-auto sm:flex-row sm:flex-wrap sm:items-center',
    onPhones[onPhone],
  )
  return <div className={looks}>{children}</div>
}
