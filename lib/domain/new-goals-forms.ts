import { z } from 'zod'
import { chosenId, optionalDate, requiredDate, ticked } from './form-values'
import { optionalScore, type Someone } from './meeting-forms'
import { EVERYONE } from './new-goals'
import { problemsOf, rowsIn, type TypedRow } from './row-fields'
import { plainText } from './text'

const LINE = 2_000
const MOST_GOALS = 30
const MOST_AGREEMENTS = 100

/** The fields of one goal in the form, each with the goal's id behind it. */
export const GOAL_FIELDS = ['text', 'effect', 'about', 'shield'] as const
/** The fields of one agreement, likewise; `goal` names the goal it serves, `doers` who does it (`doersText`). */
export const AGREEMENT_FIELDS = ['what', 'goal', 'doers', 'rhythm', 'dueOn', 'until'] as const

type AgreementRow = TypedRow<(typeof AGREEMENT_FIELDS)[number]>

const NO_GOAL = 'Schrijf minstens één doel op.'
const NO_TEXT = 'Schrijf op welk doel hierbij hoort.'
const NO_AGREEMENT = 'Schrijf een afspraak op bij dit doel: wie doet wat, en wanneer?'
const NOT_SHIELDED =
  'Iemand uit het gezin doet een afspraak bij dit doel, en moet die kunnen lezen. Scherm het doel niet af, of kies iemand anders.'

const Head = z.object({
  assessmentId: chosenId,
  /** The id of the version that comes of it: a form sent twice makes one. */
  versionId: chosenId,
  /** The version that whoever writes had before them. */
  base: z.coerce.number().int().min(1),
  reason: plainText({ required: true, max: LINE, label: 'Waarom deze doelen erbij komen' }),
  /** That a version came in between, and was read. */
  seen: ticked,
})

const Goal = z.object({
  text: plainText({ required: true, max: LINE, label: 'Het doel' }),
  effect: optionalScore,
  about: chosenId.or(z.literal('')).transform((id) => id || null),
  shield: ticked,
})

const doers = z.string().transform((text, context) => {
  const words = text.split(' ').filter((word) => word !== '')
  const people = words.filter((word) => word !== EVERYONE).map((word) => word.split(':'))
  const known = people.every(
    ([kind, id]) => ['person', 'member', 'network'].includes(kind ?? '') && chosenId.safeParse(id).success,
  )
  if (words.length === 0 || !known) {
    context.addIssue({
      code: 'custom',
      message: known ? 'Kies wie deze afspraak doet.' : 'Deze keuze is er niet (meer). Ververs de pagina.',
    })
    return z.NEVER
  }
  return {
    byEveryone: words.includes(EVERYONE),
    people: people.map(([kind, id]) => ({ kind, id }) as Someone),
  }
})

const Agreement = z
  .object({
    what: plainText({ required: true, max: LINE, label: 'De afspraak' }),
    goal: chosenId,
    doers,
    rhythm: z.enum(['once', 'daily', 'weekly', 'monthly'], { error: 'Kies hoe vaak.' }),
    dueOn: requiredDate,
    until: optionalDate,
  })
  .refine(({ rhythm, until }) => rhythm === 'once' || until !== null, {
    error: 'Vul in tot en met wanneer.',
    path: ['until'],
  })

export type NewGoal = z.output<typeof Goal> & { id: string }
export type NewAgreement = z.output<typeof Agreement> & { id: string }

/**
 * New safety goals after an extra assessment, each with at least one agreement: what, who and when. A goal or an agreement
 * that was left empty is none; of what was begun everything is asked. What is hidden from the whole family cannot be done by
 * somebody of it. Whether the people are there and the days still to come is for who keeps it.
 */
export const NewGoalsForm = z.record(z.string(), z.unknown()).transform((typed, context) => {
  const head = Head.safeParse(typed)
  const written = rowsIn(typed, AGREEMENT_FIELDS).filter(
    ({ values }) => values.what.trim() !== '' || values.doers !== '',
  )
  const goals = rowsIn(typed, GOAL_FIELDS)
    .filter(({ id, values }) => values.text.trim() !== '' || written.some((each) => each.values.goal === id))
    .map(({ id, values }) => ({ id, row: Goal.safeParse(values) }))
  const agreements = written.map(({ id, values }) => ({ id, row: Agreement.safeParse(values) }))
  const kept = {
    goals: goals.flatMap(({ id, row }): NewGoal[] => (row.success ? [{ id, ...row.data }] : [])),
    agreements: agreements.flatMap(({ id, row }): NewAgreement[] => (row.success ? [{ id, ...row.data }] : [])),
  }
  const problems = [
    ...problemsOf(head),
    ...goals.flatMap(({ id, row }) => problemsOf(row, id)),
    ...withoutGoal(written, goals),
    ...agreements.flatMap(({ id, row }) => problemsOf(row, id)),
    ...(goals.length + written.length === 0 ? [{ path: firstField(typed, 'text'), message: NO_GOAL }] : []),
    ...goals.flatMap(({ id }) => lackingAgreement(typed, id, written)),
    ...kept.goals.flatMap((goal) => hiddenFromDoer(goal, kept.agreements)),
    ...tooMany(goals.length, agreements.length),
  ]
  for (const { path, message } of problems) context.addIssue({ code: 'custom', path: [path], message })
  if (!head.success || problems.length > 0) return z.NEVER
  return { ...head.data, ...kept }
})
export type NewGoals = z.output<typeof NewGoalsForm>

/** Of a goal of which nothing at all was filled in there is no row. */
function withoutGoal(written: readonly AgreementRow[], goals: readonly { id: string }[]) {
  return written
    .filter(({ values }) => !goals.some(({ id }) => id === values.goal))
    .map(({ values }) => ({ path: `text.${values.goal}`, message: NO_TEXT }))
}

function lackingAgreement(typed: Readonly<Record<string, unknown>>, goalId: string, written: readonly AgreementRow[]) {
  if (written.some(({ values }) => values.goal === goalId)) return []
  const empty = rowsIn(typed, AGREEMENT_FIELDS).find(({ values }) => values.goal === goalId)
  return [{ path: empty ? `what.${empty.id}` : `text.${goalId}`, message: NO_AGREEMENT }]
}

function hiddenFromDoer({ id, shield }: NewGoal, agreements: readonly NewAgreement[]) {
  const isOfFamily = agreements.some(
    ({ goal, doers: { byEveryone, people } }) =>
      goal === id && (byEveryone || people.some(({ kind }) => kind !== 'person')),
  )
  return shield && isOfFamily ? [{ path: `shield.${id}`, message: NOT_SHIELDED }] : []
}

function tooMany(goals: number, agreements: number) {
  const isTooMany = goals > MOST_GOALS || agreements > MOST_AGREEMENTS
  return isTooMany
    ? [
        {
          path: 'form',
          message: `Het zijn er te veel: hoogstens ${MOST_GOALS} doelen en ${MOST_AGREEMENTS} afspraken.`,
        },
      ]
    : []
}

/** The form's first field of this name, or the name itself. */
function firstField(typed: Readonly<Record<string, unknown>>, name: string): string {
  return Object.keys(typed).find((key) => key.startsWith(`${name}.`)) ?? name
}
