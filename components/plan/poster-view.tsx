import { formatDate } from '@/lib/domain/plain-date'
import type { Poster } from '@/lib/domain/poster'

/** The future plan as it hangs on the wall, in large type; on paper it stands alone. */
export function PosterView({ poster }: { poster: Poster }) {
  const { lines, caseManager, firstOn, secondOn } = poster
  return (
    <article
      data-poster
      aria-label="Ons plan"
      className="mx-auto max-w-prose space-y-6 rounded-lg border border-line bg-surface p-6 text-xl sm:p-10"
    >
      <h2 className="text-center text-3xl text-brand">Ons plan</h2>
      {lines.map(({ heading, text }) => (
        <section key={heading} className="space-y-2">
          <h3 className="text-xl text-brand">{heading}</h3>
          <p className="whitespace-pre-line break-words border-s-4 border-line ps-4">{text}</p>
        </section>
      ))}
      {lines.length === 0 && <p>Er staat nog niets voor op de koelkast.</p>}
      <p className="rounded-md bg-brand-soft p-4 text-lg">
        Samen terugkijken doen we op {formatDate(firstOn)} en op {formatDate(secondOn)}
        {caseManager !== null && <> met {caseManager}</>}. Is er nu gevaar? Bel 112.
      </p>
    </article>
  )
}
