import type { z } from 'zod'
import { SaveAnswer } from './answer-forms'
import { plainText } from './text'

/** What the browser sends while the chair types a note: as for an answer, whose place stands in the address. */
export const SaveChairNote = SaveAnswer.pick({ base: true, saveId: true, after: true }).extend({
  text: plainText({ required: false, max: 5_000, label: 'De aantekening' }),
})
export type SaveChairNote = z.output<typeof SaveChairNote>
