import { EditLink } from '@/components/people/edit-link'
import type { DossierFrame } from '@/lib/domain/dossier'
import type { SubjectKind } from '@/lib/domain/shield-forms'
import { holdsIn } from '@/lib/policy'
import { shieldPath } from './shield-link'

type OpenLinkProps = { frame: DossierFrame; kind: SubjectKind; id: string; what: string }

/** For the case director, with what the family does not read by default: to the page where it is opened to an account. */
export function OpenLink({ frame, kind, id, what }: OpenLinkProps) {
  if (!holdsIn(frame, 'access.manage')) {
    return null
  }
  return (
    <EditLink href={shieldPath(frame.code, kind, id)} what={what}>
      Openen voor het gezin
    </EditLink>
  )
}
