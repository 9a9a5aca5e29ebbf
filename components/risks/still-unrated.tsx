'use client'

import { useSyncExternalStore } from 'react'
import { rowDesk } from '@/components/meeting/row-desk'
import type { RiskMarks, RiskView } from '@/lib/domain/risk-assessment'
import { riskFieldId, riskRowKey } from './risk-row'

/** At the end of the form: where nothing was chosen yet. It counts along while one chooses. */
export function StillUnrated({ risks }: { risks: readonly RiskView[] }) {
  useSyncExternalStore(rowDesk.subscribe, rowDesk.revision, () => 0)
  const open = risks.filter((risk) => {
    const typed = rowDesk.find<RiskMarks>(riskRowKey(risk.id))?.snapshot().value
    return (typed ?? risk).presence === null
  })
  const [first] = open
  if (!first) {
    return <p className="text-ink-soft">Bij elk risico is iets gekozen.</p>
  }
  return (
    <p>
      {open.length === 1 ? 'Eén vraag staat nog open' : `${open.length} vragen staan nog open`}:{' '}
      <a href={`#${riskFieldId(first.key)}`} className="inline-flex min-h-11 items-center">
        ga naar de eerste
      </a>
    </p>
  )
}
