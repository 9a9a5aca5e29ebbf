import { z } from 'zod'
import { isPlainDate } from './calendar'
import { GOAL_KINDS } from './goal'
import { isRiskKey } from './risk-forms'
import { safetyScore } from './score-field'
import { plainText } from './text'

/** What the meeting screen sends: one row at a time, as it is typed. `base` is the version it started from, 0 for a new row. */

const GONE_CHOICE = 'Deze keuze is er niet (meer). Ververs de pagina.'
const id = z.uuid({ error: GONE_CHOICE })
/** What a TOP-3 or a goal is about: a concern by its id, or a risk factor of GIPS 2 by its key. */
const concernOrRisk = z
  .string()
  .refine((text) => isRiskKey(text) || z.uuid().safeParse(text).success, { error: GONE_CHOICE })
const base = z.int().min(0)
const position = z.int().min(0).max(10_000)
export const someone = z.object({ kind: z.enum(['person', 'member', 'network']), id })
/** Nothing typed is no score yet. */
export const optionalScore = z.union([z.number(), z.string()]).transform((typed, context): number | null => {
  if (typed === '') return null
  const { data, error } = safetyScore.safeParse(typed)
  if (data !== undefined) return data
  context.addIssue({ code: 'custom', message: error?.issues[0]?.message ?? 'Dit is geen cijfer.' })
  return z.NEVER
})
const optionalDate = z
  .string()
  .refine((text) => text === '' || isPlainDate(text), {
    error: 'Deze datum bestaat niet. Kies een datum uit de kalender.',
  })
  .transform((text) => text || null)

const LINE = 2_000

/** Someone who gives a score or does something: a professional, a family member or someone of the network. */
export type Someone = z.output<typeof someone>

const scoreContents = z.object({
  score: optionalScore,
  cannotJudge: z.boolean(),
  reason: plainText({ required: false, label: 'De uitleg' }),
  onePointHigher: plainText({ required: false, label: 'Wat er nodig is' }),
  underSixAnswer: plainText({ required: false, label: 'De reactie' }),
})

/**
 * One person's score for the safety of one family member, 0–10; the reasons may follow later. `after`: what the same
 * screen sent just before, without hearing what became of it.
 */
export const SaveScore = scoreContents.extend({
  memberId: id,
  scorer: someone,
  base,
  after: scoreContents.nullable().catch(null),
})
export type SaveScore = z.output<typeof SaveScore>

/** One's own score from one's own account: who gives it is who is logged in. */
export const SaveOwnScore = SaveScore.omit({ scorer: true })
export type SaveOwnScore = z.output<typeof SaveOwnScore>

/** Whether a family member is assessed; who is not, has a reason. */
export const AssessMember = z
  .object({ memberId: id, isAssessed: z.boolean(), reason: plainText({ required: false, label: 'De reden' }) })
  .refine(({ isAssessed, reason }) => isAssessed || reason.trim() !== '', {
    error: 'Schrijf op waarom er voor dit gezinslid geen cijfer komt.',
    path: ['reason'],
  })
export type AssessMember = z.output<typeof AssessMember>

/** The director's record whether the minimum requirements are met; null takes it back. */
export const RecordMinimum = z.object({
  isMet: z.boolean().nullable(),
  reason: plainText({ required: false, label: 'De reden' }),
})
export type RecordMinimum = z.output<typeof RecordMinimum>

/** One concern, from the report or of this meeting. `position` counts only when it is new. */
export const SaveConcern = z.object({
  text: plainText({ required: true, max: LINE, label: 'De zorg' }),
  harmfulEffect: plainText({ required: false, max: LINE, label: 'De schade' }),
  aboutMemberId: id.nullable(),
  isReported: z.boolean(),
  position,
  base,
})
export type SaveConcern = z.output<typeof SaveConcern>

/** Rows in their new order, all of one list. */
export const PutInOrder = z.object({ ids: z.array(id).min(1).max(300) })

const reason = plainText({ required: false, max: LINE, label: 'De reden' })

/** GIPS 3: whose recovery plan a TOP-3 is of; null for other plans. */
const ofPerson = id.nullable().optional()

/** One participant's own TOP-3; a place without a concern is still free. A draft is read by its author alone. */
export const SaveOwnTopThree = z.object({
  personId: id,
  isDraft: z.boolean(),
  aboutMemberId: ofPerson,
  places: z
    .array(z.object({ concernId: concernOrRisk.nullable(), reason }))
    .max(3)
    .superRefine(noConcernTwice),
})
export type SaveOwnTopThree = z.output<typeof SaveOwnTopThree>

/** Takes over what one participant prepared and released. */
export const GatherTopThree = z.object({ personId: id, aboutMemberId: ofPerson })
export type GatherTopThree = z.output<typeof GatherTopThree>

/** The case director's TOP-3. */
export const DecideTopThree = z.object({
  aboutMemberId: ofPerson,
  places: z
    .array(
      z.object({
        concernId: concernOrRisk.nullable(),
        reason,
        harmfulEffect: plainText({ required: false, max: LINE, label: 'De schade' }),
      }),
    )
    .max(3)
    .superRefine(noConcernTwice),
})
export type DecideTopThree = z.output<typeof DecideTopThree>

/** One goal; without a concern it is an extra safety goal or a goal for careful execution. */
export const SaveGoal = z.object({
  text: plainText({ required: true, max: LINE, label: 'Het doel' }),
  expectedEffect: optionalScore,
  kind: z.enum(GOAL_KINDS),
  concernId: concernOrRisk.nullable(),
  aboutMemberId: id.nullable(),
  /** GIPS 4: the earlier goal that this one carries on; it counts only when the goal is new. */
  followsGoalId: id.nullable().optional(),
  position,
  base,
})
export type SaveGoal = z.output<typeof SaveGoal>

/** One agreement: what, who, when, and for which goals. Who and when may follow later; a rhythm needs its end. */
export const SaveAgreement = z
  .object({
    text: plainText({ required: true, max: LINE, label: 'De afspraak' }),
    doers: z.array(someone).max(60),
    byEveryone: z.boolean(),
    rhythm: z.enum(['once', 'daily', 'weekly', 'monthly']),
    dueOn: optionalDate,
    until: optionalDate,
    goalIds: z.array(id).max(60),
    position,
    base,
  })
  .refine(({ rhythm, dueOn, until }) => rhythm === 'once' || dueOn === null || until !== null, {
    error: 'Tot en met wanneer? Kies een einddatum.',
    path: ['until'],
  })
export type SaveAgreement = z.output<typeof SaveAgreement>

/** Taking a row away, or putting it back, says nothing more. */
export const Nothing = z.object({})

/** What became of a row that was sent: kept, or both texts where someone else was first. */
export type RowSaved<T> =
  | { outcome: 'saved'; version: number }
  | { outcome: 'conflict'; mine: T; theirs: T; version: number; by: string | null }

/**
 * What to do with a row that was sent: equal contents are never a conflict, so that a request that is repeated makes
 * nothing twice; else it must have started from the version that stands, or from what the same screen sent just before.
 */
export function judgeSave<T extends object>(
  standing: { version: number; value: T },
  { base, value, after = null }: { base: number; value: T; after?: T | null },
): 'same' | 'conflict' | 'write' {
  if (hasSameContents(standing.value, value)) return 'same'
  const isOwnBase = after !== null && standing.version === base + 1 && hasSameContents(standing.value, after)
  return standing.version === base || isOwnBase ? 'write' : 'conflict'
}

/** Whether both have the same contents, key by key, whatever the order of the keys. */
export function hasSameContents(one: object, other: object): boolean {
  const [first, second] = [new Map(Object.entries(one)), new Map(Object.entries(other))]
  const keys = new Set([...first.keys(), ...second.keys()])
  return [...keys].every((key) => JSON.stringify(first.get(key)) === JSON.stringify(second.get(key)))
}

function noConcernTwice(places: readonly { concernId: string | null }[], context: z.RefinementCtx): void {
  places.forEach(({ concernId }, index) => {
    if (concernId !== null && places.findIndex((place) => place.concernId === concernId) < index) {
      context.addIssue({
        code: 'custom',
        message: 'Deze zorg staat er al. Kies een andere.',
        path: [index, 'concernId'],
      })
    }
  })
}
