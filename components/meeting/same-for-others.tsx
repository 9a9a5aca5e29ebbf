'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { v7 } from 'uuid'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import type { Subject } from '@/lib/domain/agendas/agenda'
import type { AgreementView } from '@/lib/domain/meeting-view'
import { inWords } from '@/lib/domain/people-words'
import { doersInPlanOf } from '@/lib/domain/usual-doers'
import { apiOf, type Place } from './place'
import { sendRow } from './row-put'

/** A goal in somebody else's recovery plan. */
export interface GoalOfOther {
  id: string
  text: string
  name: string
  about: Subject
}

type SameForOthersProps = Place & {
  value: Pick<AgreementView, 'text' | 'doers' | 'byEveryone' | 'rhythm' | 'dueOn' | 'until'>
  about: Subject | null
  others: readonly GoalOfOther[]
}

/**
 * GIPS 3: the same agreement for several children or parents in one go. Each gets one of their own, for whoever reads one
 * recovery plan need not read another.
 */
export function SameForOthers({ value, about, others, ...place }: SameForOthersProps) {
  const router = useRouter()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [said, setSaid] = useState<string | null>(null)

  async function makeEach() {
    const goals = others.filter(({ id }) => chosen.includes(id))
    const results = await Promise.all(
      goals.map((goal, position) => {
        const doers = doersInPlanOf(goal.about, value.doers, about)
        return sendRow(apiOf(place, `afspraken/${v7()}`), 'PUT', {
          ...value,
          doers,
          goalIds: [goal.id],
          position,
          base: 0,
        })
      }),
    )
    const failed = goals.filter((_goal, index) => results[index]?.outcome !== 'saved')
    setChosen(failed.map(({ id }) => id))
    setSaid(
      failed.length === 0
        ? `Gemaakt voor ${inWords(goals.map(({ name }) => name))}.`
        : `Voor ${inWords(failed.map(({ name }) => name))} lukte het niet. Probeer het opnieuw.`,
    )
    router.refresh()
  }

  return (
    <Disclosure summary="Ook voor iemand anders">
      <fieldset>
        <legend className="pb-1">Voor welk doel maken we dezelfde afspraak?</legend>
        {others.map(({ id, name, text }) => (
          <label key={id} className="choice">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={({ currentTarget: { checked } }) =>
                setChosen((ids) => (checked ? [...ids, id] : ids.filter((each) => each !== id)))
              }
            />
            <span className="min-w-0 break-words">
              <strong>{name}</strong>: {text}
            </span>
          </label>
        ))}
      </fieldset>
      <Button type="button" variant="secondary" disabled={chosen.length === 0} onClick={() => void makeEach()}>
        Maak dezelfde afspraak
      </Button>
      <p role="status">{said}</p>
    </Disclosure>
  )
}
