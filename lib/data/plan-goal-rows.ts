import { plainDateOf } from '@/lib/dates'
import type { AgendaItem } from '@/lib/domain/agendas/agenda'
import { describeWhen } from '@/lib/domain/agreement'
import { agreementStandsAt, goalStandsAt } from '@/lib/domain/goal-place'
import type { NameOf, PlanContent } from './plan-content'
import { quotedConcern, quotedNames } from './plan-quotes'
import { restsOn } from './plan-risk-rows'
import type { PlacedRow } from './plan-rows'

type Goal = PlanContent['goals'][number]
type Agreement = PlanContent['agreements'][number]

/** Safety goals without a concern are the extra ones of the safety round; all others stand in the plan's own list. */
export function goalRows(content: PlanContent, item: AgendaItem): PlacedRow[] {
  return content.goals
    .filter((goal) => goalStandsAt(goal, item))
    .map((goal) => {
      const { id, text: concern } = restsOn(content, goal)
      return {
        kind: 'goal',
        subjectId: goal.id,
        aboutMemberId: goal.aboutMemberId,
        authorPersonId: goal.authorPersonId,
        isOwnWords: false,
        content: {
          kind: 'goal',
          goalId: goal.id,
          text: goal.text,
          concern,
          expectedEffect: goal.expectedEffect === null ? null : Number(goal.expectedEffect),
        },
        quotes: quotedConcern(id, concern),
      }
    })
}

/** An agreement stands with the goals that it serves: with the extra ones only when it serves no other. */
export function agreementRows(content: PlanContent, item: AgendaItem): PlacedRow[] {
  return content.agreements
    .map((agreement) => ({ agreement, goals: goalsOf(content, agreement) }))
    .filter(({ goals }) => agreementStandsAt(goals, item))
    .map(({ agreement, goals }) => ({
      kind: 'agreement',
      subjectId: agreement.id,
      aboutMemberId: agreement.aboutMemberId,
      authorPersonId: agreement.authorPersonId,
      isOwnWords: false,
      content: {
        kind: 'agreement',
        agreementId: agreement.id,
        text: agreement.text,
        doers: doersOf(content.nameOf, agreement),
        when: whenText(agreement),
        goals: goals.map(({ id }) => id),
      },
      quotes: quotedNames(content.nameOf, ...agreement.agreementDoers),
    }))
}

function goalsOf({ goals }: PlanContent, { agreementGoals }: Agreement): Goal[] {
  return goals.filter(({ id }) => agreementGoals.some(({ goalId }) => goalId === id))
}

/** The names of who does an agreement; who is unknown is left out. */
export function doersOf(
  nameOf: NameOf,
  { byEveryone, agreementDoers }: Pick<Agreement, 'byEveryone' | 'agreementDoers'>,
): string[] {
  const names = agreementDoers.map(({ personId, memberId, networkPersonId }) =>
    nameOf(personId ?? memberId ?? networkPersonId),
  )
  return [...(byEveryone ? ['iedereen'] : []), ...names.filter((name) => name !== null)]
}

/** When an agreement is to be done, in words; a rhythm starts on its due date. Empty while that was not filled in. */
export function whenText({ dueOn, rhythm, rhythmUntil }: Pick<Agreement, 'dueOn' | 'rhythm' | 'rhythmUntil'>): string {
  if (dueOn === null) return ''
  const start = plainDateOf(dueOn)
  if (rhythm === 'once' || rhythmUntil === null) return describeWhen({ when: { rhythm: 'once', dueOn: start } })
  return describeWhen({ when: { rhythm, startsOn: start, until: plainDateOf(rhythmUntil) } })
}
