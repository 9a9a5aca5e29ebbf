import { Card } from '@/components/ui/card'
import type { DirectionLine } from '@/lib/domain/direction'
import { formatDate } from '@/lib/domain/plain-date'

/** From whom to whom the direction went, when and why: newest first. */
export function DirectionHistory({ lines }: { lines: readonly DirectionLine[] }) {
  if (lines.length === 0) {
    return null
  }
  return (
    <Card title="Hoe de regie liep" id="verloop">
      <ul className="max-w-prose space-y-4">
        {lines.map((line) => (
          <li key={`${line.on} ${line.kind} ${line.toName}`} className="border-s-4 border-line ps-3">
            <p className="font-semibold">{formatDate(line.on)}</p>
            <p>{sentenceOf(line)}</p>
            <p className="text-ink-soft break-words whitespace-pre-line">
              {line.reason} (vastgelegd door {line.recordedBy})
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function sentenceOf(line: DirectionLine): string {
  if (line.kind === 'voluntary') {
    return 'Het gezin gaat vrijwillig verder.'
  }
  if (line.fromName === null) {
    return `${line.toName} werd casusregisseur.`
  }
  const places = line.toOrganisation ? `, en van ${line.fromOrganisation} naar ${line.toOrganisation}` : ''
  return `Van ${line.fromName} naar ${line.toName}${places}.`
}
