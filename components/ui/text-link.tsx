import Link from 'next/link'
import type { ComponentProps } from 'react'

export type TextLinkProps = ComponentProps<typeof Link>

/** A link inside the site. It never prefetches: a prefetch of a guarded page is a read that nobody asked for. */
export function TextLink({ prefetch = false, ...rest }: TextLinkProps) {
  return <Link prefetch={prefetch} {...rest} />
}
