'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { reportSessionActivity } from '@/components/shell/session-activity'
import type { SaveStatus } from '@/components/ui/save-state'
import type { LastTick } from '@/lib/domain/agreement-item'
import type { TickState } from '@/lib/domain/tick-state'
import { putTick } from './put-tick'

/** What is said of the occurrence at hand; without a state nothing (yet, or any more). */
export interface Told {
  state: TickState | null
  remark: string
  forDay: string | null
  byLine: string | null
}

export interface Trouble {
  status: SaveStatus
  message: string
  /** The field that the message belongs to, if one. */
  field?: string
}

export interface Ticking {
  told: Told
  isSaving: boolean
  trouble: Trouble | null
  tick: (state: TickState | null, remark: string) => Promise<void>
  /** The form: its first button takes the focus once something was said, so that the keyboard does not fall off the page. */
  formRef: RefObject<HTMLFormElement | null>
}

/** Saves ticks one at a time; a second tap while one is under way does nothing. */
export function useTick(url: string, start: Told): Ticking {
  const [own, setOwn] = useState<Told | null>(null)
  const [isSaving, setSaving] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const formRef = useRef<HTMLFormElement>(null)
  const told = own ?? start

  useEffect(() => {
    if (own) {
      formRef.current?.querySelector('button')?.focus({ preventScroll: true })
    }
  }, [own])

  async function tick(state: TickState | null, remark: string) {
    if (isSaving) {
      return
    }
    setSaving(true)
    setTrouble(null)
    const result = await putTick(url, { state, remark, forDay: told.forDay })
    setSaving(false)
    if (result.outcome === 'saved') {
      reportSessionActivity()
      setOwn({ state, remark, forDay: told.forDay, byLine: result.item.lastTick?.byLine ?? null })
    } else {
      setTrouble(result)
    }
  }

  return { told, isSaving, trouble, tick, formRef }
}

/** What was said already of the occurrence at hand; of an earlier one it says nothing. */
export function startOf(forDay: string | null, isRhythm: boolean, lastTick: LastTick | null): Told {
  const isAboutThis =
    lastTick !== null && (forDay === null || lastTick.forDay === forDay || (!isRhythm && lastTick.forDay === null))
  return isAboutThis
    ? { ...lastTick, forDay: lastTick.forDay ?? forDay }
    : { state: null, remark: '', forDay, byLine: null }
}
