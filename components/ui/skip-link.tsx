export type SkipLinkProps = { targetId?: string; children?: string }

/** The first thing a keyboard reaches: past the navigation, to what the page is about. */
export function SkipLink({ targetId = 'inhoud', children = 'Naar de inhoud' }: SkipLinkProps) {
  return (
    <a
      href={`#${targetId}`}
      className="sr-only focus:not-sr-only focus:fixed focus:start-3 focus:top-3 focus:z-50 focus:rounded-md focus:bg-surface focus:px-4 focus:py-3 focus:font-semibold"
    >
      {children}
    </a>
  )
}
