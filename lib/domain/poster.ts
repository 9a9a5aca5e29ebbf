import { OMITTED } from './anonymise/anonymise'
import { contactSpans } from './anonymise/contact-data'
import { WALL_HEADINGS } from './future-plan'
import type { PlainDate } from './plain-date'
import type { PlanDocument, PlanRowContent } from './plan-document'

/** The future plan as it hangs on the wall: the family's own words, and nothing that a visitor may not read. */
export interface Poster {
  lines: readonly { heading: string; text: string }[]
  /** Null where the name of the case manager is hidden from somebody in the family. */
  caseManager: string | null
  firstOn: PlainDate
  secondOn: PlainDate
}

type FutureRow = Extract<PlanRowContent, { kind: 'futurePlan' }>

/**
 * The page for the wall, from an adopted future plan as its reader may read it: only the answers that the family agreed may
 * hang there, in the order of the page, without addresses, phone numbers or birth dates, even where the family wrote them
 * down (safety first; names stay, it is their wall). Null for a plan that records no year after it.
 */
export function posterOf(plan: PlanDocument, isNameHidden: (name: string) => boolean): Poster | null {
  const rows = plan.sections.flatMap(({ items }) => items).flatMap((item) => item.rows)
  const future = rows
    .map(({ content }) => content)
    .find((content): content is FutureRow => content.kind === 'futurePlan')
  if (!future) return null
  const { who, firstOn, secondOn, wall } = future
  const lines = Object.entries(WALL_HEADINGS).flatMap(([key, heading]) => {
    const texts = rows
      .filter(({ itemKey }) => itemKey === key && wall.includes(key))
      .flatMap(({ content }) => (content.kind === 'answer' && content.text.trim() !== '' ? [content.text] : []))
    return texts.length > 0 ? [{ heading, text: withoutContactData(texts.join('\n')) }] : []
  })
  return { lines, caseManager: isNameHidden(who) ? null : who, firstOn, secondOn }
}

/** The text without addresses, phone numbers, e-mail addresses and birth dates; 112 and free numbers of services stay. */
export function withoutContactData(text: string): string {
  return contactSpans(text).reduceRight(
    (kept, { start, end }) => kept.slice(0, start) + OMITTED + kept.slice(end),
    text,
  )
}
