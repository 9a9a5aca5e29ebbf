import { Notice } from '@/components/ui/notice'
import type { PlanState } from '@/lib/domain/plan-state'

/** By the word in the address with which a step leads back to the plan: the state it led to, and what it means. */
const NEWS: Record<string, { state: PlanState; words: string }> = {
  voorlopig: { state: 'provisional', words: 'Het plan is voorlopig. Bespreek het nu met het gezin en het netwerk.' },
  definitief: { state: 'definitive', words: 'Het plan is definitief. Iedereen krijgt bericht.' },
  herzien: { state: 'provisional', words: 'Het plan staat open om te herzien. De oude versie blijft te lezen.' },
}

/** What the step did that led here, on top of the page; nothing once the plan has gone on. */
export function PlanNews({ news, state }: { news: string | undefined; state: PlanState }) {
  const told = NEWS[news ?? '']
  if (told?.state !== state) {
    return null
  }
  return (
    <div className="mb-8 print:hidden">
      <Notice tone="success" role="status">
        {told.words}
      </Notice>
    </div>
  )
}
