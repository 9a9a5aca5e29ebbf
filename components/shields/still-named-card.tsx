import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import type { StillNamed, SubjectView } from '@/lib/domain/shield-views'

type StillNamedCardProps = { found: readonly StillNamed[]; subject: SubjectView }

/** What was typed is not hidden by a shield: where each account can still read the name or the address. */
export function StillNamedCard({ found, subject }: StillNamedCardProps) {
  const what = subject.kind === 'memberContact' ? 'dit adres, de plaats of een organisatie erbij' : 'deze naam'
  return (
    <Card title="Waar staat het nog in een tekst?" id="nog-te-lezen">
      <div className="space-y-6">
        <p className="max-w-prose text-ink-soft">
          Afschermen haalt geen woorden uit teksten. We zochten in alle teksten die iemand mag lezen naar {what}. Een
          bijnaam of een omschrijving vinden we niet.
        </p>
        {found.map(({ name, places }) => (
          <section key={name} className="space-y-2">
            <h3 className="text-lg break-words">
              {places.length === 0 ? `${name} leest het nergens` : `${name} leest het nog op ${countOf(places.length)}`}
            </h3>
            <ul className="space-y-3">
              {places.map(({ label, path, excerpt }) => (
                <li key={`${path} ${excerpt}`} className="max-w-prose border-s-4 border-warning-line ps-4">
                  <TextLink href={path} className="inline-flex min-h-11 items-center font-semibold">
                    {label}
                  </TextLink>
                  <p className="break-words">{excerpt}</p>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  )
}

function countOf(places: number): string {
  return places === 1 ? '1 plek' : `${places} plekken`
}
