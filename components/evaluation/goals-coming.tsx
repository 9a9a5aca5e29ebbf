import type { Place } from '@/components/meeting/place'
import { Button } from '@/components/ui/button'
import { TextLink } from '@/components/ui/text-link'
import type { Arrived } from './goals-desk'

type GoalsComingProps = Place & { state: Arrived['state']; count: number; onRetry: () => void }

/** Below the goals that are here: that others are on their way, or could not be brought, and where they can be read. */
export function GoalsComing({ state, count, onRetry, code, slug }: GoalsComingProps) {
  const goals = count === 1 ? 'Nog 1 doel' : `Nog ${count} doelen`
  const elsewhere = (
    <>
      Alle doelen staan op <TextLink href={`/gezinnen/${code}`}>het overzicht</TextLink>, en wat er al over gezegd is op{' '}
      <TextLink href={`/gezinnen/${code}/plannen/${slug}`}>de pagina van het plan</TextLink>.
    </>
  )
  return (
    <div role="status">
      {state === 'coming' && (
        <>
          <p className="text-ink-soft noscript:hidden">{goals}. We halen ze op.</p>
          <noscript>
            <p>
              {goals}. Zonder JavaScript staan ze hier niet. {elsewhere}
            </p>
          </noscript>
        </>
      )}
      {state === 'failed' && (
        <div className="space-y-2">
          <p>
            {count > 0
              ? `${goals} konden we niet ophalen. Wat u typte, blijft staan.`
              : 'Wat anderen invulden, konden we niet ophalen. Wat u typte, blijft staan.'}{' '}
            {elsewhere}
          </p>
          <Button type="button" variant="secondary" onClick={onRetry}>
            Probeer het opnieuw
          </Button>
        </div>
      )}
    </div>
  )
}
