'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { onSessionActivity, reportSessionActivity } from '@/components/shell/session-activity'
import { SaveState } from '@/components/ui/save-state'
import { TextLink } from '@/components/ui/text-link'
import { guardRows, rowDesk } from './row-desk'

const status = () => rowDesk.status
const hasKept = () => rowDesk.hasKept

/** How all rows of this page stand, in one line; guards them while the page stands. */
export function SaveBar() {
  const current = useSyncExternalStore(rowDesk.subscribe, status, () => 'saved' as const)
  const isKept = useSyncExternalStore(rowDesk.subscribe, hasKept, () => false)
  useEffect(() => guardRows(window), [])
  useEffect(() => rowDesk.onSaved(reportSessionActivity), [])
  useEffect(() => onSessionActivity(() => current === 'signedOut' && rowDesk.retryAll()), [current])
  const atRest = isKept ? 'Alles is bewaard' : 'Wat u typt, wordt vanzelf bewaard'
  return (
    <div>
      <SaveState status={current} message={current === 'saved' ? atRest : null} />
      {current === 'signedOut' && (
        <TextLink href="/inloggen" target="_blank">
          Opnieuw inloggen, in een nieuw tabblad
        </TextLink>
      )}
    </div>
  )
}
