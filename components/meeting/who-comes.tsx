import { Card } from '@/components/ui/card'
import { answersInWords, type InvitedSeat } from '@/lib/domain/meeting-invitation'
import { AnswerBadge } from './answer-badge'
import { ROLE_WORDS } from './seat-list'

/** Who comes to the meeting, who does not and why, and who has not answered; for case director and chair. */
export function WhoComes({ seats }: { seats: readonly InvitedSeat[] }) {
  return (
    <Card title="Wie komt er?" id="wie-komt">
      <p className="max-w-prose pb-4">{answersInWords(seats)}</p>
      <ul className="divide-y divide-line">
        {seats.map(({ id, name, role, answer, reason }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2">
            <strong>{name}</strong>
            <span className="text-ink-soft">{ROLE_WORDS[role]}</span>
            <AnswerBadge answer={answer} />
            {reason && <span className="basis-full whitespace-pre-line break-words">{reason}</span>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
