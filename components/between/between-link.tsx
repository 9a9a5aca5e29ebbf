import { LinkButton } from '@/components/ui/button'
import type { DossierFrame } from '@/lib/domain/dossier'
import { holdsIn } from '@/lib/policy'

/** The way to what happened between the meetings, for who may read some of it. */
export function BetweenLink({ frame }: { frame: DossierFrame }) {
  if (!holdsIn(frame, 'progress.read')) return null
  return <LinkButton href={`/gezinnen/${frame.code}/tussentijds`}>Tussen de overleggen</LinkButton>
}
