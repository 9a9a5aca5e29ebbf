'use client'

import type { Subject } from '@/lib/domain/agendas/agenda'
import type { ChoiceView, ConcernView, DecisionView } from '@/lib/domain/meeting-view'
import { apiOf, type Place } from './place'
import { RowTrouble } from './row-trouble'
import { fillPlaces, type TopPlace } from './top-places'
import { useRow } from './use-row'

type DecidedPlace = TopPlace & { harmfulEffect: string }

type DecidedTopThreeProps = Place & {
  /** GIPS 3: whose recovery plan it is of. */
  about: Subject | null
  decisions: readonly DecisionView[]
  concerns: readonly ConcernView[]
  choices: readonly ChoiceView[]
  /** Ids in the order of the numbers on everyone's own card: typing the number chooses. */
  numbered: readonly string[]
  /** GIPS 2: of risk factors, and what they do to the safety between parent and child. */
  isOfRisks?: boolean
  mayDecide: boolean
}

/** The case director's TOP-3, with how often each concern was chosen; fewer than three is allowed. */
export function DecidedTopThree({
  about,
  decisions,
  concerns,
  choices,
  numbered,
  isOfRisks = false,
  mayDecide,
  ...place
}: DecidedTopThreeProps) {
  const words = wordsFor(isOfRisks, about)
  const [row, state] = useRow<{ places: DecidedPlace[] }>({
    key: `decided ${about?.id ?? ''}`,
    url: apiOf(place, 'top-3'),
    value: { places: placesOf(decisions) },
    version: 0,
    always: { aboutMemberId: about?.id ?? null },
  })
  const { places } = state.value
  const set = (index: number, change: Partial<DecidedPlace>) =>
    row.type({ places: places.with(index, { ...(places[index] as DecidedPlace), ...change }) })
  const counts = new Map(concerns.map(({ id }) => [id, choices.filter((each) => each.concernId === id).length]))
  return (
    <div className="space-y-4">
      <Chosen concerns={concerns} counts={counts} />
      <ol className="space-y-4">
        {places.map((each, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the three places never move
          <li key={index} className="grid gap-3 rounded-md border border-line p-4 md:grid-cols-2">
            <label className="md:col-span-2">
              <span className="block pb-1 font-semibold">
                {words.place} {index + 1}
              </span>
              <select
                className="control"
                value={each.concernId ?? ''}
                disabled={!mayDecide}
                onChange={(event) => set(index, chosen(event.currentTarget.value, concerns, each))}
              >
                <option value="">Nog geen keuze</option>
                {concerns.map(({ id, text }) => (
                  <option
                    key={id}
                    value={id}
                    disabled={places.some((p, other) => other !== index && p.concernId === id)}
                  >
                    {numbered.includes(id) && `${numbered.indexOf(id) + 1}. `}
                    {text} ({times(counts.get(id) ?? 0)})
                  </option>
                ))}
              </select>
            </label>
            {(['reason', 'harmfulEffect'] as const).map((field) => (
              <label key={field}>
                <span className="block pb-1 text-sm">{words[field]}</span>
                <textarea
                  className="control min-h-11"
                  dir="auto"
                  rows={2}
                  value={each[field]}
                  readOnly={!mayDecide || each.concernId === null}
                  onChange={(event) => set(index, { [field]: event.currentTarget.value })}
                />
              </label>
            ))}
          </li>
        ))}
      </ol>
      <RowTrouble row={row} state={state} />
      {!mayDecide && <p className="text-ink-soft">De casusregisseur kiest de TOP-3, op het eigen scherm.</p>}
    </div>
  )
}

const OF_CONCERNS = {
  place: 'Zorg',
  reason: 'Waarom deze zorg?',
  harmfulEffect: 'Wat is de schade voor de kinderen?',
}
function wordsFor(isOfRisks: boolean, about: Subject | null) {
  if (about) return { ...OF_CONCERNS, harmfulEffect: `Wat is het gevolg voor ${about.name}?` }
  return isOfRisks ? OF_RISKS : OF_CONCERNS
}

const OF_RISKS = {
  place: 'Risico',
  reason: 'Waarom dit risico?',
  harmfulEffect: 'Wat doet dit met de veiligheid?',
}

/** How often each concern was chosen, the most first. */
function Chosen({ concerns, counts }: { concerns: readonly ConcernView[]; counts: ReadonlyMap<string, number> }) {
  const chosenOnes = concerns
    .map(({ id, text }) => ({ id, text, count: counts.get(id) ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
  if (chosenOnes.length === 0) {
    return null
  }
  return (
    <table className="table">
      <caption>Hoe vaak gekozen</caption>
      <thead>
        <tr>
          <th scope="col">Zorg</th>
          <th scope="col" className="cell-end">
            Keren
          </th>
        </tr>
      </thead>
      <tbody>
        {chosenOnes.map(({ id, text, count }) => (
          <tr key={id}>
            <th scope="row" className="wrap-anywhere">
              {text}
            </th>
            <td className="cell-end">{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What was written about the harm in the inventory comes along as a start. */
function chosen(id: string, concerns: readonly ConcernView[], before: DecidedPlace): Partial<DecidedPlace> {
  const concern = concerns.find((each) => each.id === id)
  return { concernId: id || null, harmfulEffect: before.harmfulEffect || (concern?.harmfulEffect ?? '') }
}

function placesOf(decisions: readonly DecisionView[]): DecidedPlace[] {
  return fillPlaces(decisions).map((place) => {
    const decision = decisions.find(({ concernId }) => concernId === place.concernId)
    return { ...place, harmfulEffect: decision?.harmfulEffect ?? '' }
  })
}

function times(count: number): string {
  return count === 1 ? '1 keer gekozen' : `${count} keer gekozen`
}
