'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { SaveState } from '@/components/ui/save-state'
import type { PreparedTopThree as Prepared } from '@/lib/domain/top-three-draft'
import { apiOf, type Place } from './place'
import { sendRow } from './row-put'

type PreparedTopThreeProps = Place & { prepared: Prepared; name: string }

const FAILED = 'Dit lukte niet. Probeer het nog eens.'

/** What a participant prepared and released: to read, and to take over with one click. */
export function PreparedTopThree({ prepared, name, ...place }: PreparedTopThreeProps) {
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)

  async function gather() {
    setBusy(true)
    setTrouble(null)
    const { personId, aboutMemberId } = prepared
    const result = await sendRow(apiOf(place, 'top-3/voorbereiding'), 'POST', { personId, aboutMemberId })
    setBusy(false)
    if (result.outcome !== 'saved') {
      setTrouble((result.outcome === 'refused' && Object.values(result.errors)[0]) || FAILED)
    }
    router.refresh()
  }

  return (
    <div className="mb-3 space-y-2 rounded-md bg-sunken p-3">
      <p className="text-sm text-ink-soft">Uit de voorbereiding van {name}</p>
      <ol className="max-w-prose space-y-1">
        {prepared.places.map(({ rank, concern, reason }) => (
          <li key={rank} className="break-words">
            <strong>{rank}</strong> {concern}
            {reason && <span className="text-ink-soft"> – {reason}</span>}
          </li>
        ))}
      </ol>
      <Button type="button" variant="secondary" disabled={isBusy} onClick={() => void gather()}>
        Neem over uit voorbereiding<span className="sr-only"> van {name}</span>
      </Button>
      {trouble && <SaveState status="refused" message={trouble} />}
    </div>
  )
}
