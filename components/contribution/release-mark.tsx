'use client'

import { useState } from 'react'
import { apiOf, type Place } from '@/components/meeting/place'
import { sendRow } from '@/components/meeting/row-put'
import { reportSessionActivity } from '@/components/shell/session-activity'
import { Checkbox } from '@/components/ui/checkbox'
import { SaveState, type SaveStatus } from '@/components/ui/save-state'
import type { Subject } from '@/lib/domain/agendas/agenda'

type ReleaseMarkProps = Place & { mayBeUsed: boolean; about: Subject | null }

const FAILED = 'Dit is niet bewaard. Probeer het nog eens.'

/** One tap: the meeting may use this TOP-3, or not any more. Before the meeting even then nobody reads it. */
export function ReleaseMark({ mayBeUsed, about, ...place }: ReleaseMarkProps) {
  const [isReleased, setReleased] = useState(mayBeUsed)
  const [status, setStatus] = useState<SaveStatus | null>(null)

  async function release(next: boolean) {
    setReleased(next)
    setStatus('saving')
    const sent = { mayBeUsed: next, aboutMemberId: about?.id ?? null }
    const { outcome } = await sendRow(apiOf(place, 'inbreng/top-3'), 'PUT', sent, { keepalive: true })
    if (outcome === 'saved') {
      reportSessionActivity()
      setStatus('saved')
    } else {
      setReleased(!next)
      setStatus(outcome === 'signedOut' ? 'signedOut' : 'refused')
    }
  }

  return (
    <div>
      <Checkbox
        name={about ? `mayBeUsed-${about.id}` : 'mayBeUsed'}
        label={`Mijn TOP-3${about ? ` voor ${about.name}` : ''} mag in het overleg gebruikt worden`}
        hint="Tijdens het overleg kunnen de casusregisseur en de notulist hem dan lezen en met één klik overnemen. Eerder niet."
        checked={isReleased}
        disabled={status === 'saving'}
        onChange={(event) => void release(event.currentTarget.checked)}
      />
      <div className="min-h-8">
        {status && <SaveState status={status} message={status === 'refused' ? FAILED : null} />}
      </div>
    </div>
  )
}
