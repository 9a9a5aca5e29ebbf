import { z } from 'zod'
import { chosenId, oneOf, optionalText, requiredDate } from './form-values'
import { AGREEMENT, GOAL_PROGRESS, HELP_WORKS, type ParticipantKind } from './progress-meeting'
import { problemsOf, rowsIn } from './row-fields'
import { safetyScore } from './score-field'
import { plainText } from './text'

const Head = z.object({
  heldOn: requiredDate,
  note: plainText({ required: true, max: 8000, label: 'Wat is besproken' }),
  progressMeetingId: chosenId.nullable().default(null),
})
const GoalRow = z.object({
  progress: oneOf(GOAL_PROGRESS, 'Kies hoe het met dit doel gaat.'),
  helpWorks: oneOf(HELP_WORKS, 'Kies of de hulp werkt.'),
  goalRemark: optionalText('De opmerking', 1000),
})
const ScoreRow = z.object({ current: safetyScore, lasting: safetyScore })
const Participant = z
  .object({
    agrees: oneOf(AGREEMENT, 'Kies of deze deelnemer akkoord is.').or(z.literal('')),
    remark: optionalText('De opmerking', 1000),
  })
  .refine(({ agrees, remark }) => agrees !== 'no' || remark !== null, {
    error: 'Schrijf op waarom niet.',
    path: ['remark'],
  })

const NOBODY = 'Vink aan wie erbij waren.'

/**
 * A progress meeting as its form sends it: who was there is `who[]`, each as "kind:id", and what each said hangs on the
 * id. Rows that were left empty are left out. With an id it mends a meeting that was recorded before.
 */
export const ProgressMeetingForm = z.record(z.string(), z.unknown()).transform((typed, context) => {
  const head = Head.safeParse(typed)
  const there = participantsIn(typed.who)
  const goals = rowsIn(typed, ['progress', 'helpWorks', 'goalRemark']).map(({ id, values }) => ({
    id,
    row: GoalRow.safeParse(values),
  }))
  const scores = rowsIn(typed, ['current', 'lasting']).map(({ id, values }) => ({
    id,
    row: ScoreRow.safeParse(values),
  }))
  const people = there.map((who) => {
    const { agrees = '', remark = '' } = answerOf(typed, who.id)
    return { ...who, row: Participant.safeParse({ agrees, remark }) }
  })
  const problems = [
    ...problemsOf(head),
    ...(there.length === 0 ? [{ path: 'who', message: NOBODY }] : []),
    ...[...people, ...goals, ...scores].flatMap(({ id, row }) => problemsOf(row, id)),
  ]
  for (const { path, message } of problems) {
    context.addIssue({ code: 'custom', path: [path], message })
  }
  if (!head.success || problems.length > 0) return z.NEVER
  return {
    ...head.data,
    participants: people.flatMap(({ kind, id, row }) => (row.success ? [{ kind, id, ...row.data }] : [])),
    goals: goals.flatMap(({ id, row }) => (row.success ? [{ goalId: id, ...row.data }] : [])),
    scores: scores.flatMap(({ id, row }) => (row.success ? [{ childId: id, ...row.data }] : [])),
  }
})

function participantsIn(who: unknown): { kind: ParticipantKind; id: string }[] {
  const chosen = Array.isArray(who) ? [...new Set(who.map(String))] : []
  return chosen.flatMap((text) => {
    const [, kind, id = ''] = /^(person|member|network):(.+)$/.exec(text) ?? []
    return kind && chosenId.safeParse(id).success ? [{ kind: kind as ParticipantKind, id }] : []
  })
}

function answerOf(typed: Readonly<Record<string, unknown>>, id: string): { agrees: string; remark: string } {
  return { agrees: String(typed[`agrees.${id}`] ?? ''), remark: String(typed[`remark.${id}`] ?? '') }
}
