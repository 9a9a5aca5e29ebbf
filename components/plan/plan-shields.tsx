import { type ShieldDesk, ShieldFrame, ShieldState } from '@/components/shields/shield-state'
import type { SubjectKind } from '@/lib/domain/shield-forms'
import type { RowFrame } from './plan-document-view'

const WHAT: Partial<Record<SubjectKind, string>> = {
  answer: 'dit antwoord',
  concern: 'deze zorg',
  goal: 'dit doel',
  agreement: 'deze afspraak',
}

/** For the case director: whether the whole plan is hidden from anyone, and what the signs below are for. */
export function PlanShields({ desk, planId }: { desk: ShieldDesk; planId: string }) {
  if (!desk.marks) {
    return null
  }
  return (
    <div className="screen-only mb-6 flex flex-wrap items-center gap-x-6 gap-y-1 text-ink-soft">
      <p>Met “Afschermen” (op een telefoon het oog) kiest u wie een antwoord, zorg, doel of afspraak mag zien.</p>
      <div className="flex flex-wrap items-center gap-x-3">
        Het hele plan:
        <ShieldState desk={desk} subject={{ kind: 'plan', id: planId }} what="het hele plan" />
      </div>
    </div>
  )
}

/** Around each row of a plan: from whom it is hidden, and the way to hide or open it. */
export function rowFrame(desk: ShieldDesk): RowFrame {
  return ({ subject }, shown) => (
    <ShieldFrame desk={desk} subject={subject} what={(subject && WHAT[subject.kind]) ?? 'dit'}>
      {shown}
    </ShieldFrame>
  )
}
