import type { ChairEnd, ChairPage } from '@/lib/domain/chair-view'

/** The chair's screen of a meeting that is not over. */
export function stillLed(page: ChairPage | ChairEnd): ChairPage {
  if (page.isOver) {
    throw new Error('The plan is definitive: nothing is left to lead.')
  }
  return page
}
