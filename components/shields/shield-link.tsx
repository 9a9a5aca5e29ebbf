import { EyeOff } from 'lucide'
import { EditLink } from '@/components/people/edit-link'
import { Icon } from '@/components/ui/icon'
import { TextLink } from '@/components/ui/text-link'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { SubjectKind } from '@/lib/domain/shield-forms'

type ShieldLinkProps = {
  code: string
  kind: SubjectKind
  id: string | null
  what: string
  /** A quiet sign with its word; on a phone the sign alone, where many stand below each other. */
  isSmall?: boolean
}

/** For the case director, beside anything that can be hidden: to the page where it is shielded or opened. */
export function ShieldLink({ code, kind, id, what, isSmall = false }: ShieldLinkProps) {
  const href = shieldPath(code, kind, id)
  if (isSmall) {
    return (
      <TextLink
        href={href}
        title="Afschermen of openen"
        className="screen-only inline-flex min-h-11 min-w-11 items-center justify-center gap-1 text-sm text-ink-soft no-underline hover:text-ink hover:underline [&_svg]:size-5"
      >
        <Icon of={EyeOff} />
        <span className="max-sm:sr-only">Afschermen</span>
        <VisuallyHidden> {what}</VisuallyHidden>
      </TextLink>
    )
  }
  return (
    <EditLink href={href} what={what}>
      Afschermen
    </EditLink>
  )
}

/** Where one thing is shielded or opened. */
export function shieldPath(code: string, kind: SubjectKind, id: string | null): string {
  const query = new URLSearchParams({ soort: kind, ...(id && { id }) })
  return `/gezinnen/${code}/team/afschermen?${query}`
}
