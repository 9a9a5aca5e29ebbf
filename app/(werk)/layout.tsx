import type { ReactNode } from 'react'
import { LeavePage } from '@/components/shell/leave-page'
import { SessionWarning } from '@/components/shell/session-warning'

/** Loads nothing: a layout does not run again on navigation, so it can never be a guard. */
export default function WorkLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <SessionWarning />
      <LeavePage />
    </>
  )
}
