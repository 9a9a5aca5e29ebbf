import type { Attention } from './attention'

/** Signals of safety that wait for this viewer. */
export interface OpenSignals {
  /** That the viewer may take over: nobody saw them yet; seen, and not closed. */
  unseen: number
  seen: number
  /** On which the viewer's view is asked. */
  views: number
}

/** What asks for attention of signals: those nobody saw, a view that is asked of the viewer, and those that stand open. */
export function waitingSignals({ unseen, seen, views }: OpenSignals): Attention[] {
  const path = '/signalen'
  const found: Attention[] = []
  if (unseen > 0) {
    const text =
      unseen === 1
        ? 'Nog niemand heeft een nieuw signaal gezien.'
        : `Nog niemand heeft ${unseen} nieuwe signalen gezien.`
    found.push({ kind: 'signalUnseen', tone: 'danger', text, path })
  }
  if (views > 0) {
    const text =
      views === 1 ? 'Er is gevraagd wat u van een signaal vindt.' : `Er is gevraagd wat u van ${views} signalen vindt.`
    found.push({ kind: 'signalView', tone: 'warning', text, path })
  }
  if (seen > 0) {
    const text = seen === 1 ? 'Er staat een signaal open.' : `Er staan ${seen} signalen open.`
    found.push({ kind: 'signalOpen', tone: 'warning', text, path })
  }
  return found
}
