'use client'

import { ChevronRight } from 'lucide'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { formatMoment } from '@/lib/dates'

export type EarlierTextsProps = {
  /** The address of the answer; its history lies under it. */
  url: string
  /** What stands in the field now. */
  text: string
  onBringBack: (text: string) => void
}

interface Earlier {
  version: number
  text: string
  by: string | null
  at: string
}

type Loaded = { state: 'closed' | 'loading' | 'failed' } | { state: 'here'; texts: readonly Earlier[] }

/** The earlier texts of an answer, fetched when opened. What was in the field before one was brought back can return. */
export function EarlierTexts({ url, text, onBringBack }: EarlierTextsProps) {
  const [loaded, setLoaded] = useState<Loaded>({ state: 'closed' })
  const [replaced, setReplaced] = useState<string | null>(null)

  async function load(isOpen: boolean) {
    if (isOpen) {
      setLoaded({ state: 'loading' })
      setLoaded(await fetchTexts(url))
    }
  }

  function bringBack(earlier: string) {
    setReplaced(text)
    onBringBack(earlier)
  }

  return (
    <details className="disclosure screen-only max-w-prose" onToggle={(event) => void load(event.currentTarget.open)}>
      <summary className="text-sm">
        <Icon of={ChevronRight} className="size-4 rtl:-scale-x-100" />
        Eerdere teksten
      </summary>
      <div className="space-y-3 ps-6 pb-3">
        <p role="status" className="text-sm text-ink-soft">
          {sentenceFor(loaded)}
        </p>
        {replaced !== null && (
          <Button type="button" variant="quiet" onClick={() => bringBack(replaced)}>
            Toch niet: zet terug wat er net stond
          </Button>
        )}
        {loaded.state === 'here' && (
          <ol className="space-y-3">
            {loaded.texts.map((each) => (
              <EarlierText key={each.version} earlier={each} onBringBack={bringBack} />
            ))}
          </ol>
        )}
      </div>
    </details>
  )
}

function EarlierText({ earlier, onBringBack }: { earlier: Earlier; onBringBack: (text: string) => void }) {
  const { text, by, at } = earlier
  const when = formatMoment(new Date(at))
  return (
    <li className="rounded-md border border-line bg-surface p-3">
      <p className="text-sm text-ink-soft">
        {by ?? 'Onbekend'}, {when}
      </p>
      <p className="max-h-60 overflow-y-auto break-words whitespace-pre-wrap" dir="auto">
        {text}
      </p>
      <Button type="button" variant="quiet" className="-ms-2.5" onClick={() => onBringBack(text)}>
        Zet deze tekst terug<span className="sr-only"> van {when}</span>
      </Button>
    </li>
  )
}

async function fetchTexts(url: string): Promise<Loaded> {
  const response = await fetch(`${url}/versies`, { cache: 'no-store' }).catch(() => null)
  if (response?.status === 404) {
    return { state: 'here', texts: [] }
  }
  const answer = response?.ok ? await response.json().catch(() => null) : null
  return answer ? { state: 'here', texts: answer.texts } : { state: 'failed' }
}

function sentenceFor(loaded: Loaded): string {
  switch (loaded.state) {
    case 'closed':
      return ''
    case 'loading':
      return 'Ophalen…'
    case 'failed':
      return 'De eerdere teksten konden niet worden opgehaald. Klap dit dicht en weer open om het nog eens te proberen.'
    case 'here':
      return loaded.texts.length === 0 ? 'Er zijn nog geen eerdere teksten.' : ''
  }
}
