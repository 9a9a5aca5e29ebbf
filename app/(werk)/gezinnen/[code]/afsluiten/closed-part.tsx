import { HoldFields } from '@/components/families/hold-fields'
import { ActionForm } from '@/components/forms/action-form'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import type { ClosedDossier, EndingLine } from '@/lib/data/ending'
import { END_KINDS } from '@/lib/domain/ending'
import { formatDate } from '@/lib/domain/plain-date'
import { hold } from './actions'

type ClosedPartProps = { code: string; closed: ClosedDossier; history: readonly EndingLine[] }

const WORDS: Record<EndingLine['kind'], string> = {
  closed: 'sloot het dossier',
  held: 'hield het wissen tegen',
  released: 'liet de bewaartijd weer lopen',
}

/** How the dossier ended, until when it is kept, and the form that stops its erasure. */
export function ClosedPart({ code, closed, history }: ClosedPartProps) {
  const { endedOn, kind, reason, keptUntil, isHeld } = closed
  return (
    <div className="space-y-6">
      <Card title="Hoe het eindigde" id="einde">
        <DescriptionList
          items={[
            { term: 'Gesloten op', description: formatDate(endedOn) },
            { term: 'Waarom', description: END_KINDS[kind] },
            { term: 'In het kort', description: <span className="whitespace-pre-line break-words">{reason}</span> },
            {
              term: 'Bewaard tot en met',
              description: isHeld ? 'wordt nu niet gewist' : formatDate(keptUntil),
            },
          ]}
        />
      </Card>
      <Card title={isHeld ? 'Het wissen is tegengehouden' : 'Moet het langer bewaard blijven?'} id="bewaren">
        <ActionForm action={hold} hidden={{ dossier: code, hold: isHeld ? 'no' : 'yes' }} label="Bewaren">
          <HoldFields isHeld={isHeld} />
        </ActionForm>
      </Card>
      <Card title="Wat er gebeurde" id="verloop">
        <ul className="max-w-prose space-y-2">
          {history.map((line) => (
            <li key={`${line.kind} ${line.on} ${line.reason}`} className="break-words">
              {formatDate(line.on)}: {line.who} {WORDS[line.kind]}. {line.reason}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}
