import { z } from 'zod'
import { plainText } from './text'

/** What the browser sends while someone types: `base` is the version it started from, `saveId` names this attempt. */
export const SaveAnswer = z.object({
  itemKey: z.string().max(120),
  respondent: z.object({ kind: z.enum(['member', 'network', 'person']), id: z.uuid() }).nullable(),
  text: plainText({ required: false, label: 'Het antwoord' }).optional(),
  applies: z.boolean().nullable().optional(),
  base: z.int().min(0),
  saveId: z.uuid(),
  /** Attempts of the same writer of which it never heard whether they arrived: a base they made is no conflict. */
  after: z.array(z.uuid()).max(20).default([]),
})
export type SaveAnswer = z.output<typeof SaveAnswer>
