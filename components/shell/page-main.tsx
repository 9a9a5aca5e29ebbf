import type { ReactNode } from 'react'
import { classNames } from '../ui/class-names'

export type PageMainProps = {
  children: ReactNode
  /**
   * Narrow: one form in the middle, such as logging in. Prose: text to read, which begins where every page begins. Wide: a
   * table that wants the whole screen.
   */
  width?: 'page' | 'narrow' | 'prose' | 'wide'
}

const widths = { page: 'max-w-page', narrow: 'max-w-narrow', prose: 'max-w-page', wide: 'max-w-none' } as const

/** The content of the page, where the skip link leads to. */
export function PageMain({ children, width = 'page' }: PageMainProps) {
  return (
    <main id="inhoud" tabIndex={-1} className={classNames('mx-auto w-full px-4 py-8 sm:px-6 sm:py-10', widths[width])}>
      {width === 'prose' ? <div className="max-w-prose">{children}</div> : children}
    </main>
  )
}
