import { Badge } from '@/components/ui/badge'
import type { SeatView } from '@/lib/domain/meeting-view'

export const ROLE_WORDS: Record<SeatView['role'], string> = {
  caseDirector: 'casusregisseur',
  gipsMaster: 'GIPSmeester',
  noteTaker: 'notulist',
  professional: 'professional',
  family: 'familie',
  network: 'netwerk',
}

/** Who sits at the table, with what they do; who is absent is said. */
export function SeatList({ seats }: { seats: readonly SeatView[] }) {
  return (
    <ul className="grid gap-x-8 gap-y-2 sm:grid-cols-2">
      {seats.map(({ id, name, detail, role, attendance }) => (
        <li key={id}>
          <strong>{name}</strong>{' '}
          <span className="text-ink-soft">
            {ROLE_WORDS[role]}
            {detail && `, ${detail}`}
          </span>{' '}
          {attendance === 'absent' && <Badge>afwezig</Badge>}
        </li>
      ))}
    </ul>
  )
}
