import { NeedBadge } from '@/components/plan/need-badge'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import { type IntakeLack, isIntakeBar } from '@/lib/domain/intake'

type IntakeMissingProps = {
  lacks: readonly IntakeLack[]
  /** Address of the dossier. */
  dossier: string
}

/** What is still needed before GIPS 1 may begin, each with a link to the place where it is recorded. */
export function IntakeMissing({ lacks, dossier }: IntakeMissingProps) {
  const bars = lacks.filter(isIntakeBar).length
  return (
    <Card title="Kan GIPS 1 beginnen?" id="ontbreekt">
      <div className="space-y-4">
        <p className="font-semibold">{countText(bars)}</p>
        {lacks.length > 0 && (
          <ul className="max-w-prose space-y-2">
            {lacks.map((lack) => (
              <li key={lack.sentence} className="flex items-start gap-3">
                <NeedBadge isBar={isIntakeBar(lack)} />
                <TextLink href={`${dossier}/intake#${lack.part}`} className="min-w-0 break-words">
                  {lack.sentence}
                </TextLink>
              </li>
            ))}
          </ul>
        )}
        {bars === 0 && <TextLink href={`${dossier}/plannen`}>Ga naar de plannen en begin met GIPS 1</TextLink>}
      </div>
    </Card>
  )
}

function countText(bars: number): string {
  if (bars === 0) return 'Ja. Alles wat nodig is, is er.'
  return bars === 1 ? 'Nee, er ontbreekt nog één ding.' : `Nee, er ontbreken nog ${bars} dingen.`
}
