import { seatWords } from '@/components/meeting/seat-list'
import { Card } from '@/components/ui/card'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Disclosure } from '@/components/ui/disclosure'
import type { LookingBack, RatedSeat } from '@/lib/domain/meeting-rating'
import { formatScore } from '@/lib/domain/score'
import { RatingForm } from './rating-form'

type AllRatingsProps = { hidden: Record<string, string>; all: NonNullable<LookingBack['all']> }

const COLUMNS: readonly Column<RatedSeat>[] = [
  {
    key: 'name',
    header: 'Wie',
    rowHeader: true,
    cell: (seat) => (
      <>
        {seat.name}
        <span className="block text-sm font-normal text-ink-soft">{seatWords(seat)}</span>
      </>
    ),
  },
  {
    key: 'score',
    header: 'Cijfer',
    align: 'end',
    cell: ({ rating }) => rating && formatScore(rating.score),
  },
  { key: 'well', header: 'Wat ging goed', cell: ({ rating }) => textOf(rating?.wentWell) },
  { key: 'better', header: 'Wat kan beter', cell: ({ rating }) => textOf(rating?.better) },
]

/** What everyone at the table thought, for director and chair; the director writes down what is said without an account. */
export function AllRatings({ hidden, all: { seats, mean, given, mayWriteForOthers } }: AllRatingsProps) {
  const rated = seats.filter(({ rating }) => rating !== null)
  const waiting = seats.filter(({ rating }) => rating === null).map(({ name }) => name)
  const told = seats.filter(({ hasAccount }) => mayWriteForOthers && !hasAccount)
  return (
    <Card title="Wat iedereen vond" id="iedereen">
      <div className="space-y-6">
        <p>
          {mean === null ? 'Niemand gaf nog een cijfer.' : `Gemiddeld een ${formatScore(mean)}, `}
          {mean !== null && `van ${given} van de ${seats.length} mensen die er waren.`}
        </p>
        {rated.length > 0 && (
          <DataTable
            id="meningen"
            caption="Wat iedereen van het overleg vond"
            hideCaption
            columns={COLUMNS}
            rows={rated}
            rowKey={({ participantId }) => participantId}
          />
        )}
        {waiting.length > 0 && <p className="max-w-prose text-ink-soft">Nog niet: {waiting.join(', ')}.</p>}
        {told.map(({ participantId, name, rating }) => (
          <Disclosure key={participantId} summary={`Schrijf op wat ${name} vond (geen account)`}>
            <RatingForm
              id={participantId}
              label={`Mening van ${name}`}
              hidden={{ ...hidden, participantId }}
              rating={rating}
            />
          </Disclosure>
        ))}
      </div>
    </Card>
  )
}

function textOf(text: string | undefined) {
  return text ? <span className="whitespace-pre-line break-words">{text}</span> : null
}
