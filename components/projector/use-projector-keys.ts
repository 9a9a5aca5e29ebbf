'use client'

import { type RefObject, useEffect, useEffectEvent } from 'react'
import type { ProjectorMove } from '@/lib/domain/projector-walk'
import type { Slide } from '@/lib/domain/slide'

interface Keys {
  slide: Slide
  scroller: RefObject<HTMLElement | null>
  move: (move: ProjectorMove) => void
  leave: () => void
}

/**
 * The keyboard, and the clicker of whoever presents: arrows, space and page keys go on and back; up and down scroll first
 * where there is more than fits. F full screen, B out of sight, N first names or initials, Escape ends.
 */
export function useProjectorKeys(keys: Keys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const isPressingButton = event.target instanceof HTMLButtonElement && (event.key === ' ' || event.key === 'Enter')
    if (event.ctrlKey || event.metaKey || event.altKey || isPressingButton) {
      return
    }
    const action = actionFor(event, keys)
    if (action) {
      event.preventDefault()
      action()
    }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}

function actionFor(
  { key, shiftKey, repeat }: KeyboardEvent,
  { slide, scroller, move, leave }: Keys,
): (() => void) | null {
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case 'ArrowRight':
    case 'PageDown':
      return () => move('next')
    case 'ArrowLeft':
    case 'PageUp':
      return () => move('previous')
    case ' ':
      return () => move(shiftKey ? 'previous' : 'next')
    case 'ArrowDown':
      return () => scroll(scroller.current, 1) || repeat || move('next')
    case 'ArrowUp':
      return () => scroll(scroller.current, -1) || repeat || move('previous')
    case 'Home':
      return slide.first === null ? null : moveTo(move, slide.first)
    case 'End':
      return slide.last === null ? null : moveTo(move, slide.last)
    case 'f':
      return toggleFullScreen
    case 'b':
      return () => move(slide.kind === 'hidden' ? 'show' : 'hide')
    case 'n':
      return () => move({ names: slide.names === 'first' ? 'initials' : 'first' })
    case 'Escape':
      return document.fullscreenElement ? () => void document.exitFullscreen() : leave
    default:
      return null
  }
}

function moveTo(move: Keys['move'], item: string): () => void {
  return () => move({ to: item })
}

/** Puts the screen on the whole display, or back. */
export function toggleFullScreen(): void {
  if (document.fullscreenElement) {
    void document.exitFullscreen()
  } else {
    document.documentElement.requestFullscreen().catch(() => undefined)
  }
}

/** Scrolls by most of a screen; false when there is nothing more in that direction. */
function scroll(element: HTMLElement | null, direction: 1 | -1): boolean {
  if (!element) {
    return false
  }
  const room = direction > 0 ? element.scrollHeight - element.clientHeight - element.scrollTop : element.scrollTop
  if (room < 8) {
    return false
  }
  element.scrollBy({ top: direction * element.clientHeight * 0.7, behavior: 'smooth' })
  return true
}
