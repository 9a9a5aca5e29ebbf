import { TextLink } from '@/components/ui/text-link'
import { VisuallyHidden } from '@/components/ui/visually-hidden'

type EditLinkProps = { href: string; children: string; what: string }

/** A short link beside a heading; for who only hears links it also says what it is about. */
export function EditLink({ href, children, what }: EditLinkProps) {
  return (
    <TextLink href={href} className="screen-only inline-flex min-h-11 items-center">
      {children}
      <VisuallyHidden> {what}</VisuallyHidden>
    </TextLink>
  )
}
