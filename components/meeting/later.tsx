'use client'

import { type ReactNode, useEffect } from 'react'
import { TextLink } from '@/components/ui/text-link'
import { useListening } from '@/components/ui/use-listening'

type LaterProps = {
  /** Where one is now: the server draws it. */
  isNow: boolean
  /** The page of the plan, where who has no JavaScript reads what stands here. */
  planHref: string
  children: ReactNode
}

/**
 * A part of the agenda that nobody is at yet: the server leaves it to the browser, which draws it as soon as the page listens.
 * Before that nobody could type in it (decision 45). Which part is the current one may change; what stands in it stays.
 */
export function Later({ isNow, planHref, children }: LaterProps) {
  const isListening = useListening()
  return isNow || isListening ? (
    children
  ) : (
    <div className="min-h-dvh noscript:min-h-0">
      <noscript>
        Zonder JavaScript staat dit deel hier niet. U leest het op{' '}
        <TextLink href={planHref}>de pagina van het plan</TextLink>.
      </noscript>
    </div>
  )
}

/** Goes to the place that the address names, once it is drawn: the browser looked for it before. */
export function PlaceInAddress() {
  const isListening = useListening()
  useEffect(() => {
    const id = isListening ? location.hash.slice(1) : ''
    if (id) document.getElementById(id)?.scrollIntoView()
  }, [isListening])
  return null
}
