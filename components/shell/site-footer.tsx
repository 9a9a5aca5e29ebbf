import { TextLink } from '../ui/text-link'

export type SiteFooterProps = { links: readonly { href: string; label: string }[]; note?: string }

/** The foot of the page: help and explanation, always in the same order and place. */
export function SiteFooter({ links, note }: SiteFooterProps) {
  return (
    <footer className="screen-only mt-auto border-t border-line bg-surface">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-6 px-4 py-4 text-sm sm:px-6">
        {links.map((link) => (
          <TextLink key={link.href} href={link.href} className="inline-flex min-h-11 items-center">
            {link.label}
          </TextLink>
        ))}
        {note && <p className="text-ink-soft">{note}</p>}
      </div>
    </footer>
  )
}
