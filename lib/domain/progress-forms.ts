import { z } from 'zod'
import { chosenId, oneOf, optionalText, requiredDate } from './form-values'
import { GOAL_PROGRESS, HELP_WORKS, PRESENCE } from './progress-meeting'
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
    there: oneOf(PRESENCE, 'Kies of deze persoon erbij was.'),
    remark: optionalText('De opmerking', 1000),
  })
  .refine(({ there, remark }) => there !== 'no' || remark !== null, {
    error: 'Schrijf op waarom niet.',
    path: ['remark'],
  })

const NOBODY = 'Kies bij minstens één persoon dat die erbij was.'

/**
 * A progress meeting as its form sends it: a row for each person who was there, for each goal and each child that was
 * spoken of. Rows that were left empty are left out. With an id it mends a meeting that was recorded before.
 */
export const ProgressMeetingForm = z.record(z.string(), z.unknown()).transform((typed, context) => {
  const head = Head.safeParse(typed)
  const people = rowsIn(typed, ['there', 'remark']).map(({ id, values }) => ({
    id,
    row: Participant.safeParse(values),
  }))
  const goals = rowsIn(typed, ['progress', 'helpWorks', 'goalRemark']).map(({ id, values }) => ({
    id,
    row: GoalRow.safeParse(values),
  }))
  const scores = rowsIn(typed, ['current', 'lasting']).map(({ id, values }) => ({
    id,
    row: ScoreRow.safeParse(values),
  }))
  const problems = [
    ...problemsOf(head),
    ...(people.length === 0 ? [{ path: 'form', message: NOBODY }] : []),
    ...[...people, ...goals, ...scores].flatMap(({ id, row }) => problemsOf(row, id)),
  ]
  for (const { path, message } of problems) {
    context.addIssue({ code: 'custom', path: [path], message })
  }
  if (!head.success || problems.length > 0) return z.NEVER
  return {
    ...head.data,
    participants: people.flatMap(({ id, row }) => (row.success ? [{ id, ...row.data }] : [])),
    goals: goals.flatMap(({ id, row }) => (row.success ? [{ goalId: id, ...row.data }] : [])),
    scores: scores.flatMap(({ id, row }) => (row.success ? [{ childId: id, ...row.data }] : [])),
  }
})
