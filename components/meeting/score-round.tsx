'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { Notice } from '@/components/ui/notice'
import { progressWords, type RoundMove, type RoundStanding } from '@/lib/domain/score-round'
import { apiOf, type Place } from './place'
import { sendRow } from './row-put'

type ScoreRoundProps = Place & {
  standing: RoundStanding
  /** Who has not given for everyone yet, by name; only for who leads the round. */
  waitingFor: readonly string[]
}

const FAILED = 'Dat lukte niet. Er is geen verbinding, of u bent uitgelogd. Probeer het zo nog eens.'

/** The round of unseen scores: how far it is, for everyone, and what who leads it does with it. */
export function ScoreRound({ standing, waitingFor, ...place }: ScoreRoundProps) {
  const { state, mayLead } = standing
  return (
    <section aria-label="Cijferronde" className="space-y-3 rounded-md border border-line bg-surface p-4">
      <p role="status" className="max-w-prose font-semibold">
        {statusWords(standing)}
      </p>
      {state === 'open' && waitingFor.length > 0 && (
        <p className="max-w-prose">We wachten nog op: {waitingFor.join(', ')}.</p>
      )}
      {mayLead && <RoundButtons key={state} standing={standing} {...place} />}
    </section>
  )
}

function statusWords(standing: RoundStanding): string {
  switch (standing.state) {
    case 'open':
      return `De cijferronde is open. ${progressWords(standing)}`
    case 'revealed':
      return 'De cijfers zijn onthuld.'
    case 'stopped':
      return 'De cijferronde is gestopt. Wat iemand zelf gaf, ziet alleen diegene, en het telt niet mee.'
    default:
      return 'Iedereen kan een cijfer geven zonder dat de anderen het zien. Open daarvoor een cijferronde.'
  }
}

function RoundButtons({ standing, ...place }: Place & { standing: RoundStanding }) {
  const { state, given, expected } = standing
  const [isAsking, setAsking] = useState(false)
  const { move, problem, isBusy } = useRoundMove(place)
  return (
    <>
      {state !== 'open' && (
        <ButtonRow>
          <Button type="button" variant="secondary" disabled={isBusy} onClick={() => move('open')}>
            {state === 'none' ? 'Open een cijferronde' : 'Open de cijferronde opnieuw'}
          </Button>
        </ButtonRow>
      )}
      {state === 'open' && !isAsking && (
        <ButtonRow>
          <Button type="button" disabled={isBusy} onClick={() => (given < expected ? setAsking(true) : move('reveal'))}>
            Onthul de cijfers
          </Button>
          <Button type="button" variant="quiet" disabled={isBusy} onClick={() => move('stop')}>
            Stop zonder te onthullen
          </Button>
        </ButtonRow>
      )}
      {state === 'open' && isAsking && (
        <Notice tone="warning" role="alert" title="Nog niet iedereen gaf cijfers">
          <p>Na het onthullen kan iemand zelf geen cijfer meer geven. De notulist kan het nog wel opschrijven.</p>
          <ButtonRow>
            <Button type="button" disabled={isBusy} onClick={() => move('reveal')}>
              Onthul toch
            </Button>
            <Button type="button" variant="secondary" onClick={() => setAsking(false)}>
              Wacht nog even
            </Button>
          </ButtonRow>
        </Notice>
      )}
      {problem && (
        <p role="alert" className="font-semibold text-danger">
          {problem}
        </p>
      )}
    </>
  )
}

/** Sends one move, and fetches how the round stands afterwards, also when somebody else was first. */
function useRoundMove(place: Place) {
  const router = useRouter()
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  async function move(wanted: RoundMove) {
    setBusy(true)
    const result = await sendRow(apiOf(place, 'cijferronde'), 'POST', { move: wanted })
    setProblem(problemIn(result))
    setBusy(false)
    router.refresh()
  }
  return { move: (wanted: RoundMove) => void move(wanted), problem, isBusy }
}

function problemIn(result: Awaited<ReturnType<typeof sendRow>>): string | null {
  if (result.outcome === 'saved') {
    return null
  }
  return result.outcome === 'refused' ? (Object.values(result.errors)[0] ?? FAILED) : FAILED
}
