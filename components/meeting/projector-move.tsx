'use client'

import { MonitorUp } from 'lucide'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { Icon } from '@/components/ui/icon'
import { apiOf, type Place } from './place'
import { sendRow } from './row-put'

type Move = 'next' | 'previous' | 'start' | { to: string }

async function move(place: Place, step: Move): Promise<string | null> {
  const result = await sendRow(apiOf(place, 'beamer'), 'POST', { move: step })
  if (result.outcome === 'saved') return null
  return result.outcome === 'refused' ? (Object.values(result.errors)[0] ?? null) : 'De beamer is nu niet te bereiken.'
}

type ControlsProps = Place & {
  isStarted: boolean
  items: readonly { key: string; title: string }[]
  current: string | null
}

/** What the chair and the note-taker do with the projector: on, back, jump, start the clock, and open it. */
export function ProjectorControls({ isStarted, items, current, ...place }: ControlsProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const go = async (step: Move) => setProblem(await move(place, step))
  return (
    <div className="space-y-2">
      <ButtonRow>
        <Button type="button" variant="secondary" onClick={() => go('previous')}>
          Vorige
        </Button>
        <Button type="button" variant="secondary" onClick={() => go('next')}>
          Volgende
        </Button>
      </ButtonRow>
      <label className="block text-sm">
        <span className="block pb-1 font-semibold">Op de beamer</span>
        <select
          className="control"
          value={current ?? ''}
          onChange={(event) => event.currentTarget.value && go({ to: event.currentTarget.value })}
        >
          <option value="">Kies een vraag</option>
          {items.map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <ButtonRow>
        {!isStarted && (
          <Button type="button" variant="secondary" onClick={() => go('start')}>
            Start de klok
          </Button>
        )}
        <a
          className="button button-quiet"
          href={`/beamer/${place.code}/${place.slug}`}
          target="_blank"
          rel="noreferrer"
        >
          Open de beamer
        </a>
      </ButtonRow>
      <p role="status" className="text-sm text-danger">
        {problem}
      </p>
    </div>
  )
}

type ProjectedItemProps = Place & {
  itemKey: string
  isShown: boolean
  mayProject: boolean
  question: string
  guide: string | undefined
  children: ReactNode
}

/** One question of the agenda: Ctrl and Enter, or the button, shows it on the projector while one goes on typing. */
export function ProjectedItem({
  itemKey,
  isShown,
  mayProject,
  question,
  guide,
  children,
  ...place
}: ProjectedItemProps) {
  const show = () => void move(place, { to: itemKey })
  function onKeyDown(event: KeyboardEvent) {
    if (mayProject && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      event.stopPropagation()
      show()
    }
  }
  return (
    <div id={itemKey} className="scroll-mt-4 space-y-4" onKeyDownCapture={onKeyDown}>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 sm:flex-nowrap [&>button]:shrink-0">
        <div className="max-w-prose">
          <h3 className="text-lg">{question}</h3>
          {guide && <p className="text-ink-soft">{guide}</p>}
        </div>
        {mayProject && (
          <Button
            type="button"
            variant="quiet"
            aria-pressed={isShown}
            title="Ctrl en Enter"
            icon={<Icon of={MonitorUp} />}
            onClick={show}
          >
            {isShown ? 'Staat op de beamer' : 'Toon op beamer'}
          </Button>
        )}
      </div>
      {children}
    </div>
  )
}
