import type { ReactNode } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { Badge } from '@/components/ui/badge'
import { SubmitButton } from '@/components/ui/submit-button'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { FormAction } from '@/lib/action-state'
import type { SubjectKind } from '@/lib/domain/shield-forms'
import { markKey, type ShieldMark, type ShieldMarks } from '@/lib/domain/shield-views'
import { ShieldLink } from './shield-link'

/** What a page needs to show the case director what is hidden where it stands. Without marks nothing is shown. */
export interface ShieldDesk {
  code: string
  marks: ShieldMarks
  lift: FormAction
}

type ShieldStateProps = {
  desk: ShieldDesk | null | undefined
  subject: { kind: SubjectKind; id: string | null } | null
  /** "dit antwoord": for who only hears the link. */
  what: string
}

/** Beside one thing: from whom it is hidden, for whom it was opened, each with a way to undo it, and the way to the rest. */
export function ShieldState({ desk, subject, what }: ShieldStateProps) {
  if (!desk?.marks || !subject) {
    return null
  }
  return (
    <div className="screen-only flex flex-wrap items-center gap-x-4 gap-y-1">
      <Marks desk={desk} subject={subject} what={what} />
      <ShieldLink code={desk.code} {...subject} what={what} />
    </div>
  )
}

/** The same around the thing itself: the sign beside it, and below it from whom it is hidden. */
export function ShieldFrame({ desk, subject, what, children }: ShieldStateProps & FrameProps) {
  if (!desk?.marks || !subject) {
    return children
  }
  return (
    <div className="flex max-w-[calc(65ch+3rem)] items-start gap-1 sm:max-w-[calc(65ch+8rem)] sm:gap-3">
      <div className="min-w-0 flex-1 space-y-1">
        {children}
        <div className="screen-only flex flex-wrap gap-x-4">
          <Marks desk={desk} subject={subject} what={what} />
        </div>
      </div>
      <ShieldLink code={desk.code} {...subject} what={what} isSmall />
    </div>
  )
}

type FrameProps = { children: ReactNode }
type MarksProps = { desk: ShieldDesk; subject: NonNullable<ShieldStateProps['subject']>; what: string }

function Marks({ desk, subject, what }: MarksProps) {
  const marks = desk.marks?.[markKey(subject.kind, subject.id)] ?? []
  return marks.map((mark) => <Mark key={mark.id} mark={mark} what={what} desk={desk} />)
}

function Mark({ mark: { id, kind, whom }, what, desk }: { mark: ShieldMark; what: string; desk: ShieldDesk }) {
  return (
    <ActionForm action={desk.lift} hidden={{ dossier: desk.code, kind, id }} className="min-w-0 space-y-2">
      <span className="flex items-center gap-x-1">
        <Badge tone={kind === 'shield' ? 'warning' : 'info'}>
          {kind === 'shield' ? 'afgeschermd' : 'geopend'} voor {whom}
        </Badge>
        <SubmitButton variant="quiet" className="shrink-0 whitespace-nowrap">
          Hef op
          <VisuallyHidden>
            : {what}, voor {whom}
          </VisuallyHidden>
        </SubmitButton>
      </span>
    </ActionForm>
  )
}
