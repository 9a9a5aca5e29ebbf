import { z } from 'zod'
import { CARRY_DECISIONS, REVIEW_RESULTS } from './carried-words'
import { someone } from './meeting-forms'
import { percentage } from './score-field'
import { plainText } from './text'

/** What the meeting screen sends about goals and agreements of earlier plans, one row at a time, as it is typed. */

const MOST_CHARACTERS = 2_000
const GONE = 'Deze keuze is er niet (meer). Ververs de pagina.'
const CLOSES_WHY = 'Schrijf op waarom dit doel dicht kan.'

const id = z.uuid({ error: GONE })
const base = z.int().min(0)
const words = (label: string) => plainText({ required: false, max: MOST_CHARACTERS, label })

const review = z.object({
  result: z.enum(REVIEW_RESULTS, { error: GONE }).nullable(),
  remark: words('De toelichting'),
  closes: z.boolean(),
})

/**
 * What became of an open safety goal. A goal is closed with a reason. `base` is the version it started from; `after` what
 * the same screen sent just before, without hearing what became of it.
 */
export const SaveReview = review
  .extend({ base, after: review.nullable().catch(null) })
  .refine(({ closes, remark }) => !closes || remark.trim() !== '', { error: CLOSES_WHY, path: ['remark'] })
export type SaveReview = z.output<typeof SaveReview>

const verdict = z.object({ isGoodEnough: z.boolean().nullable(), reason: words('De uitleg'), closes: z.boolean() })

/** Whether the result of a goal is good enough, and whether the goal is done with: then with a reason. */
export const SaveVerdict = verdict
  .extend({ base, after: verdict.nullable().catch(null) })
  .refine(({ closes, reason }) => !closes || reason.trim() !== '', { error: CLOSES_WHY, path: ['reason'] })
export type SaveVerdict = z.output<typeof SaveVerdict>

/** Nothing typed is no percentage yet. */
const optionalPercentage = z.union([z.number(), z.string()]).transform((typed, context): number | null => {
  if (typeof typed === 'string' && typed.trim() === '') return null
  const { data, error } = percentage.safeParse(typed)
  if (data !== undefined) return data
  context.addIssue({ code: 'custom', message: error?.issues[0]?.message ?? GONE })
  return z.NEVER
})

const evaluation = z.object({ percent: optionalPercentage, remark: words('De toelichting') })

/** How far one participant finds one goal reached: a whole percentage from 0 to 100, and why. */
export const SavePercentage = evaluation.extend({
  goalId: id,
  who: someone,
  base,
  after: evaluation.nullable().catch(null),
})
export type SavePercentage = z.output<typeof SavePercentage>

/** One's own percentage from one's own account: who gives it is who is logged in. */
export const SaveOwnPercentage = SavePercentage.omit({ who: true })
export type SaveOwnPercentage = z.output<typeof SaveOwnPercentage>

const decision = z.object({ decision: z.enum(CARRY_DECISIONS, { error: GONE }).nullable(), reason: words('De reden') })

/** What becomes of an agreement of an earlier plan: it stays as it is, or changes or ends with a reason. */
export const DecideCarried = decision
  .extend({ base, after: decision.nullable().catch(null) })
  .refine(({ decision: what, reason }) => what === null || what === 'kept' || reason.trim() !== '', {
    error: 'Schrijf op waarom.',
    path: ['reason'],
  })
export type DecideCarried = z.output<typeof DecideCarried>

/** Agreements that all stay as they are. */
export const KeepCarried = z.object({ ids: z.array(id).min(1).max(300) })
export type KeepCarried = z.output<typeof KeepCarried>
