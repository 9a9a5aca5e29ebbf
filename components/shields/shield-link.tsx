import { EditLink } from '@/components/people/edit-link'
import type { SubjectKind } from '@/lib/domain/shield-forms'

type ShieldLinkProps = { code: string; kind: SubjectKind; id: string | null; what: string }

/** For the case director, beside anything that can be hidden: to the page where it is shielded or opened. */
export function ShieldLink({ code, kind, id, what }: ShieldLinkProps) {
  return (
    <EditLink href={shieldPath(code, kind, id)} what={what}>
      Afschermen
    </EditLink>
  )
}

/** Where one thing is shielded or opened. */
export function shieldPath(code: string, kind: SubjectKind, id: string | null): string {
  const query = new URLSearchParams({ soort: kind, ...(id && { id }) })
  return `/gezinnen/${code}/team/afschermen?${query}`
}
