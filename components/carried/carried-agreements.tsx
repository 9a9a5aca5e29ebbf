'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { apiOf, type Place } from '@/components/meeting/place'
import { sendRow } from '@/components/meeting/row-put'
import { Button } from '@/components/ui/button'
import type { CarriedAgreementView } from '@/lib/domain/carried-views'
import { CarriedLine } from './carried-line'

type CarriedAgreementsProps = Place & {
  title: string
  agreements: readonly CarriedAgreementView[]
  mayWrite: boolean
}

/** Agreements of earlier plans that are not done: each stays, changes or stops; those that stay, all with one click. */
export function CarriedAgreements({ title, agreements, mayWrite, ...place }: CarriedAgreementsProps) {
  const router = useRouter()
  const [problem, setProblem] = useState<string | null>(null)
  const open = agreements.filter(({ decision }) => decision === null)

  async function keepAll() {
    const result = await sendRow(apiOf(place, 'lopende-afspraken'), 'PUT', { ids: open.map(({ id }) => id) })
    const sentence = result.outcome === 'refused' ? Object.values(result.errors)[0] : undefined
    setProblem(result.outcome === 'saved' ? null : (sentence ?? 'Dat lukte niet. Probeer het opnieuw.'))
    router.refresh()
  }

  if (agreements.length === 0) {
    return null
  }
  return (
    <section aria-label={title} className="space-y-3 rounded-lg bg-sunken p-4">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h4 className="font-semibold">{title}</h4>
        {mayWrite && open.length > 1 && (
          <Button type="button" variant="secondary" onClick={() => void keepAll()}>
            Laat alle {open.length} zo
          </Button>
        )}
      </div>
      <p className="max-w-prose text-ink-soft">
        Ze lopen door tot hier iets anders is besloten en dit plan definitief is. De oude blijven te lezen in hun eigen
        plan.
      </p>
      <ul className="space-y-3">
        {agreements.map((agreement) => (
          <CarriedLine key={agreement.id} {...place} agreement={agreement} mayWrite={mayWrite} />
        ))}
      </ul>
      {problem && (
        <p role="alert" className="font-semibold text-danger">
          {problem}
        </p>
      )}
    </section>
  )
}
