import { Notice } from '@/components/ui/notice'
import type { NextContact } from '@/lib/domain/measurement'
import { formatDate } from '@/lib/domain/plain-date'
import type { NextProgressMeeting } from '@/lib/domain/progress-meeting'

/** When the director is in touch again: every week, or every 4 to 8 weeks once the lead provider has started. */
export function ContactDue({ contact }: { contact: NextContact }) {
  const { from, until, isOverdue } = contact
  const isWeekly = from === until
  if (isOverdue) {
    return (
      <Notice tone="warning" title={`Het volgende contact had uiterlijk ${formatDate(until)} gemoeten`}>
        {isWeekly
          ? 'Tot de hoofdaannemer begint, is er elke week contact.'
          : 'Sinds de hoofdaannemer begon, is er elke 4 tot 8 weken contact.'}
      </Notice>
    )
  }
  return (
    <p>
      {isWeekly
        ? `Volgende contact: uiterlijk ${formatDate(until)}. Tot de hoofdaannemer begint, is er elke week contact.`
        : `Volgende contact: tussen ${formatDate(from)} en ${formatDate(until)}.`}
    </p>
  )
}

/** When the next progress meeting is held at the latest. */
export function ProgressDue({ next }: { next: NextProgressMeeting }) {
  if (next.isOverdue) {
    return (
      <Notice tone="warning" title={`Het volgende overleg had uiterlijk ${formatDate(next.until)} gemoeten`}>
        Er is minstens elke zes weken een uitvoerdersoverleg.
      </Notice>
    )
  }
  return <p>Volgende overleg: uiterlijk {formatDate(next.until)}.</p>
}
