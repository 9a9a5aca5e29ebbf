import { TextLink } from './text-link'

export type PaginationProps = {
  /** What is paged, for the name of the region: "Bladzijden van de inzage". */
  label: string
  /** From 1. */
  page: number
  pages: number
  hrefFor: (page: number) => string
}

/** Earlier and later pages of a long list; absent when everything fits on one. */
export function Pagination({ label, page, pages, hrefFor }: PaginationProps) {
  if (pages <= 1) {
    return null
  }
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-4 pt-4">
      {page > 1 && (
        <TextLink href={hrefFor(page - 1)} rel="prev" className="inline-flex min-h-11 items-center">
          Vorige
        </TextLink>
      )}
      <span className="text-ink-soft">
        Bladzijde {page} van {pages}
      </span>
      {page < pages && (
        <TextLink href={hrefFor(page + 1)} rel="next" className="inline-flex min-h-11 items-center">
          Volgende
        </TextLink>
      )}
    </nav>
  )
}
