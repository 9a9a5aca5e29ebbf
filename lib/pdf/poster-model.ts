import { dateColumn, formatDay } from '@/lib/dates'
import type { Poster } from '@/lib/domain/poster'
import { POSTER_TEXTS } from '@/lib/pdf/texts'

/** What the poster's template sets: the words, and nothing else. */
export interface PosterModel {
  sheet: 'poster'
  lang: string
  title: string
  lines: { heading: string; text: string }[]
  notes: string[]
  /** Before the line on which a phone number is written by hand. */
  writeIn: string
}

/** A poster as it is printed: no code, no surname and no word of what it is for, so that a visitor learns nothing from it. */
export function posterModelOf({ lines, caseManager, firstOn, secondOn }: Poster): PosterModel {
  const texts = POSTER_TEXTS.nl
  const [first, second] = [firstOn, secondOn].map((date) => formatDay(dateColumn(date)))
  return {
    sheet: 'poster',
    lang: texts.lang,
    title: texts.title,
    lines: lines.map(({ heading, text }) => ({ heading, text })),
    notes: [
      `${texts.lookingBack} ${first} ${texts.and} ${second}${caseManager === null ? '' : ` ${texts.with} ${caseManager}`}.`,
      texts.danger,
    ],
    writeIn: texts.writeIn,
  }
}
