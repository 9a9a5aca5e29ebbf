import type { AgendaItem } from '@/lib/domain/agendas/agenda'
import type { PlanContent } from './plan-content'
import { quotedNames } from './plan-quotes'
import { restsOn } from './plan-risk-rows'
import type { PlacedRow } from './plan-rows'

/** Own choices of professionals: to family accounts they stay closed, as the live rows are. */
export function choiceRows(content: PlanContent, item: AgendaItem): PlacedRow[] {
  const { choices, nameOf } = content
  return choices
    .filter((choice) => isOfPerson(choice, item))
    .map((choice) => {
      const { id, text, aboutMemberId } = restsOn(content, choice)
      return {
        kind: 'topThree',
        subjectId: id ?? choice.id,
        aboutMemberId,
        authorPersonId: choice.personId,
        isOwnWords: true,
        content: {
          kind: 'topThreeChoice',
          participant: nameOf(choice.personId) ?? '',
          rank: rankOf(choice.rank),
          concern: text ?? '',
          reason: choice.reason,
        },
        quotes: quotedNames(nameOf, choice),
      }
    })
}

/** The case director's TOP-3; each place follows what stands in it. */
export function decisionRows(content: PlanContent, item: AgendaItem): PlacedRow[] {
  return content.decisions
    .filter((decision) => isOfPerson(decision, item))
    .map((decision) => {
      const { id, text, aboutMemberId } = restsOn(content, decision)
      const { reason, harmfulEffect } = decision
      return {
        kind: 'topThree',
        subjectId: id ?? decision.id,
        aboutMemberId,
        authorPersonId: null,
        isOwnWords: false,
        content: {
          kind: 'topThree',
          rank: rankOf(decision.rank),
          concern: text ?? '',
          reason,
          harmfulEffect,
        },
        quotes: [],
      }
    })
}

/** A TOP-3 is of the person whose plan it stands in, or of the plan as a whole. */
function isOfPerson({ aboutMemberId }: { aboutMemberId: string | null }, { about }: AgendaItem): boolean {
  return aboutMemberId === (about?.id ?? null)
}

function rankOf(rank: number): 1 | 2 | 3 {
  if (rank === 1 || rank === 2 || rank === 3) return rank
  throw new Error(`A TOP-3 has no place ${rank}`)
}
