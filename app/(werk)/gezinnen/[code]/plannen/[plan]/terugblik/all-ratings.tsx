import { ROLE_WORDS } from '@/components/meeting/seat-list'
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
    cell: ({ name, role, detail }) => (
      <>
        {name}
        <span className="block text-sm font-normal text-ink-soft">
          {[ROLE_WORDS[role], detail].filter(Boolean).join(', ')}
        </span>
      </>
    ),
  },
  {
    key: 'score',
    header: 'Cijfer',
    align: 'end',
    cell: ({ rating }) => (rating ? formatScore(rating.score) : <span className="text-ink-soft">nog niet</span>),
  },
  { key: 'well', header: 'Wat ging goed', cell: ({ rating }) => textOf(rating?.wentWell) },
  { key: 'better', header: 'Wat kan beter', cell: ({ rating }) => textOf(rating?.better) },
]

/** What everyone at the table thought, for director and chair; the director writes down what is said without an account. */
export function AllRatings({ hidden, all: { seats, mean, given, mayWriteForOthers } }: AllRatingsProps) {
  const told = seats.filter(({ hasAccount }) => mayWriteForOthers && !hasAccount)
  return (
    <Card title="Wat iedereen vond" id="iedereen">
      <div className="space-y-6">
        <p>
          {mean === null ? 'Niemand gaf nog een cijfer.' : `Gemiddeld een ${formatScore(mean)}, `}
          {mean !== null && `van ${given} van de ${seats.length} mensen die er waren.`}
        </p>
        <DataTable
          id="meningen"
          caption="Wat iedereen van het overleg vond"
          hideCaption
          columns={COLUMNS}
          rows={seats}
          rowKey={({ participantId }) => participantId}
        />
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
