import { LinkButton } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import type { DossierFrame } from '@/lib/domain/dossier'
import { hasOwnPart, leadsUntilAdopted, type PlanFacts } from '@/lib/plan-policy'
import { type DossierRight, type DossierRole, holdsIn } from '@/lib/policy'

type PlanLinksProps = { frame: DossierFrame; plan: { slug: string; facts: PlanFacts } }

interface PlanPlace {
  path: string
  label: string
  right: DossierRight
  /** Absent: offered to who has the right. */
  isOffered?: (plan: PlanFacts, roles: readonly DossierRole[]) => boolean
}

const PLACES: readonly PlanPlace[] = [
  { path: '/agenda', label: 'Agenda', right: 'agenda.preview' },
  { path: '/voorbereiding', label: 'Voorbereiding', right: 'preparation.read' },
  { path: '/inbreng', label: 'Mijn inbreng', right: 'contribution.read', isOffered: hasOwnPart },
  { path: '/overleg', label: 'Overleg', right: 'meeting.read' },
  { path: '/voorzitten', label: 'Voorzitten', right: 'meeting.chair', isOffered: leadsUntilAdopted },
  { path: '/pdf', label: 'Downloaden', right: 'plan.download' },
]

/** Where one can go from a plan: only what this person may open. */
export function PlanLinks({ frame, plan }: PlanLinksProps) {
  const base = `/gezinnen/${frame.code}/plannen/${plan.slug}`
  const open = PLACES.filter(
    ({ right, isOffered }) => holdsIn(frame, right, plan.facts) && (isOffered?.(plan.facts, frame.roles) ?? true),
  )
  return (
    <ButtonRow onPhone="pairs">
      {open.map(({ path, label }) => (
        <LinkButton key={path} href={`${base}${path}`}>
          {label}
        </LinkButton>
      ))}
      {plan.facts.isMadeAtTable && plan.facts.version > 0 && (
        <LinkButton href={`/gezinnen/${frame.code}/toekomstplan`}>Op de koelkast</LinkButton>
      )}
      {holdsIn(frame, 'projector.read', plan.facts) && (
        <LinkButton href={`/beamer/${frame.code}/${plan.slug}`} target="_blank">
          Beamer
        </LinkButton>
      )}
    </ButtonRow>
  )
}
