import { v7 } from 'uuid'
import type { AgreementDraft, GoalDraft } from '@/lib/domain/goals-draft'
import type { PlainDate } from '@/lib/domain/plain-date'

/** An empty goal with one empty agreement, whose day is the usual one. */
export function blankGoal(dueOn: PlainDate, ids = { goal: v7(), agreement: v7() }, text = ''): GoalDraft {
  const agreements = [blankAgreement(dueOn, ids.agreement)]
  return { id: ids.goal, text, effect: '', about: null, shield: false, agreements }
}

export function blankAgreement(dueOn: PlainDate, id = v7()): AgreementDraft {
  return { id, what: '', doers: [], byEveryone: false, rhythm: 'once', dueOn, until: '' }
}

/** The list with one row changed. */
export function withChanged<T extends { id: string }>(rows: readonly T[], id: string, change: Partial<T>): T[] {
  return rows.map((row) => (row.id === id ? { ...row, ...change } : row))
}
