import { Badge } from '@/components/ui/badge'
import { classNames } from '@/components/ui/class-names'
import type { SeatView } from '@/lib/domain/meeting-view'

export const ROLE_WORDS: Record<SeatView['role'], string> = {
  caseDirector: 'casusregisseur',
  gipsMaster: 'GIPSmeester',
  noteTaker: 'notulist',
  professional: 'professional',
  family: 'familie',
  network: 'netwerk',
}

/** What somebody is at the table and their profession, said once where that is the same: "professional, Wijkagent". */
export function seatWords({ role, detail }: Pick<SeatView, 'role' | 'detail'>): string {
  const word = ROLE_WORDS[role]
  return detail && detail.toLowerCase() !== word.toLowerCase() ? `${word}, ${detail}` : word
}

/** Who sits at the table, with what they do; who is absent is said. */
export function SeatList({ seats, isNarrow }: { seats: readonly SeatView[]; isNarrow?: boolean }) {
  return (
    <ul className={classNames('grid gap-x-8 gap-y-2', !isNarrow && 'sm:grid-cols-2')}>
      {seats.map(({ id, name, detail, role, attendance }) => (
        <li key={id}>
          <strong>{name}</strong> <span className="text-ink-soft">{seatWords({ role, detail })}</span>{' '}
          {attendance === 'absent' && <Badge>afwezig</Badge>}
        </li>
      ))}
    </ul>
  )
}
