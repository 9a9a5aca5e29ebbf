import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import type { ChairPage, ChairPart } from '@/lib/domain/chair-view'
import { minutesWords } from './minutes-words'

/** Where the meeting is: the question on the projector with its guidance, and what comes next. */
export function NowCard({ page, children }: { page: ChairPage; children: ReactNode }) {
  const questions = page.parts.flatMap((part) => part.questions.map((each) => ({ ...each, part })))
  const at = questions.findIndex(({ key }) => key === page.now.item)
  const current = questions[at]
  const next = questions[at + 1]
  return (
    <Card title={current ? `Nu: ${current.part.title}` : 'Het overleg is nog niet begonnen'} id="nu">
      <div className="space-y-4">
        {current ? (
          <div className="max-w-prose space-y-2">
            <p className={isOver(current.part) ? 'font-semibold text-warning' : 'text-ink-soft'}>
              {minutesWords(current.part)}
              {isOver(current.part) && ', de tijd is voorbij'}
            </p>
            <p className="text-xl font-semibold">{current.question}</p>
            {current.guide && <p>{current.guide}</p>}
            {current.part.note.text && (
              <p className="rounded-md bg-sunken p-3 break-words whitespace-pre-line">
                <span className="block text-sm text-ink-soft">Uw aantekening bij dit deel</span>
                {current.part.note.text}
              </p>
            )}
          </div>
        ) : (
          <p className="max-w-prose">Op de beamer staat het welkomscherm met het overzicht van de agenda.</p>
        )}
        {children}
        {next && (
          <p className="max-w-prose text-ink-soft">
            {current ? 'Hierna' : 'Eerst'}: {next.question}
          </p>
        )}
      </div>
    </Card>
  )
}

function isOver({ minutesUsed, minutesPlanned }: ChairPart): boolean {
  return minutesUsed !== null && minutesUsed > minutesPlanned && minutesPlanned > 0
}
