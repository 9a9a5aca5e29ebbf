import { z } from 'zod'
import { isPlainDate } from './calendar'
import { PLAN_KINDS, PLAN_STATES } from './plan-state'
import { problemsOf, rowsIn } from './row-fields'
import { plainText } from './text'

const id = z.uuid({ error: 'Deze keuze is er niet (meer). Ververs de pagina.' })
const planId = id
const box = z
  .string()
  .optional()
  .transform((value) => value !== undefined && value !== '')
const optionalDate = z
  .string()
  .refine((value) => value === '' || isPlainDate(value), { error: 'Vul een datum in die bestaat.' })
  .transform((value) => value || null)

/** One step of a plan; `from` is the state that the director looked at. */
export const MovePlanForm = z.object({ planId, from: z.enum(PLAN_STATES), to: z.enum(PLAN_STATES) })

/** Making a plan definitive: the version looked at, and for a revision the reason. */
export const AdoptPlanForm = z.object({
  planId,
  version: z.coerce.number().int().min(0),
  reason: plainText({ required: false, label: 'De reden' }).default(''),
})

/** Starting the next plan; the kind says which one the director meant. */
export const StartPlanForm = z.object({ dossier: z.string(), kind: z.enum(PLAN_KINDS) })

/** Going on to the risks of GIPS 2 while the minimum requirements are not met: the case director says why. */
export const OpenRiskPartForm = z.object({
  plan: z.string().max(20),
  reason: plainText({ required: true, max: 2_000, label: 'De reden' }),
})

export const RevisePlanForm = z.object({ planId })

/** When and where the meeting is (GIPS §3.5.1); empty fields may be filled in later. */
export const MeetingForm = z.object({
  planId,
  heldOn: optionalDate,
  part: z.enum(['', 'morning', 'afternoon']).transform((value) => value || null),
  place: plainText({ required: false, max: 500, label: 'De plek' }),
  placeIsFit: box,
})

/** The meeting goes to the day that is proposed. */
export const ProposedDayForm = z.object({ planId })

/** Who sits at the table: chair, note-taker and everyone else from the team. */
export const ParticipantsForm = z.object({
  planId,
  gipsMaster: id.or(z.literal('')),
  noteTaker: id.or(z.literal('')),
  professionals: z.array(id).default([]),
})

/** The whole of the meeting at once, and whether the invitations go out with it. */
export const MeetingPlanForm = MeetingForm.extend({ ...ParticipantsForm.shape, goOn: z.literal('invite').optional() })

/** Who is there, as `present` or `absent` per participant, and whether the meeting starts with them. */
export const AttendanceForm = z.object({
  planId,
  present: z.array(id).default([]),
  goOn: z.literal('start').optional(),
})

/** What a family member or network person says of the plan, in their words. */
export const ResponseForm = z.object({
  planId,
  responderId: id,
  response: z.enum(['agree', 'change', 'refuse', 'notReached', 'notAsked'], { error: 'Kies wat het antwoord is.' }),
  words: plainText({ required: true, label: 'Dit antwoord' }),
  proposal: plainText({ required: false, label: 'Het voorstel' }).default(''),
  /** As `shownResponse` of what stood in the form; without it, what stands now. */
  shown: z.string().optional(),
})

/** One answer in one text: what a form showed is compared with what stands when it comes back. */
export function shownResponse({ response, words }: { response: string | null; words: string }): string {
  return response === null ? '' : `${response}\n${words.replace(/\r\n?/g, '\n')}`
}

/**
 * What several of the family and network say, in one form, as rows of `ResponseForm` by the id of who says it. Who was left
 * empty was not asked yet and is left out.
 */
export const ResponsesForm = z.record(z.string(), z.unknown()).transform((typed, context) => {
  const rows = rowsIn(typed, ['response', 'words', 'proposal']).map(({ id: responderId, values }) => ({
    responderId,
    row: ResponseForm.safeParse({ planId: typed.planId, responderId, ...values, shown: typed[`shown.${responderId}`] }),
  }))
  if (rows.length === 0) {
    context.addIssue({ code: 'custom', message: 'Vul eerst in wat iemand van het plan vindt.' })
  }
  for (const { path, message } of rows.flatMap(({ responderId, row }) => problemsOf(row, responderId))) {
    context.addIssue({ code: 'custom', path: [path], message })
  }
  return { responses: rows.flatMap(({ row }) => (row.success ? [row.data] : [])) }
})

/** The director's decision on a proposal of the family. */
export const DecisionForm = z.object({
  planId,
  proposalId: id,
  decision: z.enum(['adopted', 'adapted', 'declined'], { error: 'Kies wat u besluit.' }),
  reason: plainText({ required: true, label: 'De reden' }),
})

export const ViewingForm = z.object({ planId, personId: id })

/** Programme integrity and language, gone through by director and chair. */
export const ChecklistForm = z.object({ planId, integrity: box, language: box })

/** The end of the meeting: the checklist, and the step to provisional. */
export const EndMeetingForm = ChecklistForm.extend({ from: z.enum(PLAN_STATES) })
