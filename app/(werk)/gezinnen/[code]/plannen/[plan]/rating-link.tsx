import { TextLink } from '@/components/ui/text-link'
import type { DossierFrame } from '@/lib/domain/dossier'
import type { PlanFacts } from '@/lib/plan-policy'
import { holdsIn } from '@/lib/policy'

type RatingLinkProps = { frame: DossierFrame; plan: { slug: string; facts: PlanFacts } }

/** The way to one's own opinion of the meeting, or to those of everyone who was there. */
export function RatingLink({ frame, plan: { slug, facts } }: RatingLinkProps) {
  if (!holdsIn(frame, 'rating.read', facts)) {
    return null
  }
  return (
    <p className="mb-8 print:hidden">
      <TextLink
        href={`/gezinnen/${frame.code}/plannen/${slug}/terugblik`}
        className="inline-flex min-h-11 items-center"
      >
        {facts.hasAttended ? 'Hoe was het overleg? Geef uw mening (1 minuut)' : 'Lees hoe het overleg was'}
      </TextLink>
    </p>
  )
}
