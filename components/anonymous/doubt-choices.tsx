import { RadioGroup } from '@/components/ui/radio-group'
import type { Reason } from '@/lib/domain/anonymise/person'
import { DOUBT_FIELD } from '@/lib/domain/pdf-decisions'
import type { PreviewPiece } from '@/lib/domain/pdf-preview'

const WHY: Partial<Record<Reason, string>> = {
  severalParts: 'Het staat bij een ander deel van de naam.',
  title: 'Het staat achter een aanspreking.',
  genitive: 'Het staat in de bezitsvorm.',
  verb: 'Er staat een werkwoord achter.',
  sentenceStart: 'Het staat aan het begin van een zin.',
  ordinaryWord: 'Het is ook een gewoon woord.',
  fixedPhrase: 'Het hoort bij een vaste uitdrukking.',
  unknownName: 'Het staat op de plek van een naam, maar niemand in dit dossier heet zo.',
}

/** For each doubt in a text: replace it, or let it stand. */
export function DoubtChoices({ pieces }: { pieces: readonly PreviewPiece[] }) {
  const doubts = pieces.flatMap(({ text, found }) => (found?.isDoubt ? [{ text, ...found }] : []))
  if (doubts.length === 0) {
    return null
  }
  return (
    <div className="screen-only my-2 space-y-2 rounded-md border border-warning-line bg-warning-soft p-3">
      {doubts.map(({ id, text, replacement, decision, reason }) => (
        <RadioGroup
          key={id}
          id={id}
          name={`${DOUBT_FIELD}${id}`}
          legend={`Is “${text}” hier een naam?`}
          hint={WHY[reason]}
          defaultValue={decision}
          inline
          options={[
            { value: 'replace', label: `Vervangen door ${replacement}` },
            { value: 'keep', label: 'Laten staan' },
          ]}
        />
      ))}
    </div>
  )
}
