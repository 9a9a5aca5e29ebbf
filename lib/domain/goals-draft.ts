import { z } from 'zod'
import { chosenId } from './form-values'
import { someone } from './meeting-forms'
import { plainText } from './text'

const LINE = 2_000

const agreement = z.object({
  id: chosenId,
  what: plainText({ required: false, max: LINE, label: 'De afspraak' }),
  doers: z.array(someone).max(60),
  byEveryone: z.boolean(),
  rhythm: z.enum(['once', 'daily', 'weekly', 'monthly']),
  dueOn: z.string().max(10),
  until: z.string().max(10),
})

const goal = z.object({
  id: chosenId,
  text: plainText({ required: false, max: LINE, label: 'Het doel' }),
  effect: z.string().max(10),
  about: chosenId.nullable(),
  shield: z.boolean(),
  agreements: z.array(agreement).min(1).max(100),
})

const content = z.object({
  goals: z.array(goal).min(1).max(30),
  reason: plainText({ required: false, max: LINE, label: 'Waarom deze doelen erbij komen' }),
})

/** New safety goals as they stand while they are written: half a sentence and an empty goal are welcome. */
export type GoalsDraft = z.output<typeof content>
export type GoalDraft = z.output<typeof goal>
export type AgreementDraft = z.output<typeof agreement>

/** Saved as it is typed. */
export const SaveGoalsDraft = content.extend({ base: z.int().min(0), after: content.nullable().catch(null) })
export type SaveGoalsDraft = z.output<typeof SaveGoalsDraft>

/** What was kept, read again; null for what an older form kept in another shape. */
export function draftIn(kept: unknown): GoalsDraft | null {
  const draft = content.safeParse(kept)
  return draft.success ? draft.data : null
}
