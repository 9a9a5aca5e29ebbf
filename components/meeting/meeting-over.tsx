import type { ReactNode } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/text-link'
import type { Place } from './place'

/** What is left of a page that ended with its meeting: the way to the plan, and what became of what stood here. */
export function MeetingOver({ code, slug, children }: Place & { children: ReactNode }) {
  return (
    <EmptyState
      title="Dit overleg is voorbij."
      action={<TextLink href={`/gezinnen/${code}/plannen/${slug}`}>Naar het plan</TextLink>}
    >
      {children}
    </EmptyState>
  )
}
