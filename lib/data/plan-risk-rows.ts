import { riskName } from '@/lib/domain/risk-assessment'
import { RISK_GROUPS } from '@/lib/domain/risk-factors'
import type { PlanContent } from './plan-content'
import type { PlacedRow } from './plan-rows'

const ORDER = RISK_GROUPS.flatMap(({ factors }) => factors.map(({ key }) => key))

/**
 * The risk assessment in the order of its form, without what nobody judged. Each factor is read and hidden like one
 * answer, and follows whom it is about.
 */
export function riskRows({ risks, nameOf }: PlanContent): PlacedRow[] {
  return risks
    .toSorted((one, other) => placeOf(one.factor) - placeOf(other.factor))
    .flatMap(({ id, factor, presence, facts, isCrucial, isChangeable, aboutMemberId, authorPersonId }) => {
      if (presence === null) return []
      const member = factor.includes(':') ? null : nameOf(aboutMemberId)
      return {
        kind: 'answer',
        subjectId: id,
        aboutMemberId,
        authorPersonId,
        isOwnWords: false,
        content: {
          kind: 'riskFactor',
          factor: riskName(factor, nameOf) ?? factor,
          member,
          presence,
          facts,
          isCrucial,
          isChangeable,
        },
        quotes: [],
      }
    })
}

/**
 * What a choice, a place in the TOP-3 or a goal rests on, in words: a concern or a risk factor, and whom it is about. A
 * factor whose rating is hidden has no name either.
 */
export function restsOn(
  { concerns, risks, nameOf }: PlanContent,
  { concernId, riskFactor }: { concernId: string | null; riskFactor: string | null },
): { id: string | null; text: string | null; aboutMemberId: string | null } {
  if (riskFactor !== null) {
    const rating = risks.find(({ factor }) => factor === riskFactor)
    const text = rating ? (riskName(riskFactor, nameOf) ?? riskFactor) : null
    return { id: rating?.id ?? null, text, aboutMemberId: rating?.aboutMemberId ?? null }
  }
  const concern = concerns.find(({ id }) => id === concernId)
  return { id: concernId, text: concern?.text ?? null, aboutMemberId: concern?.aboutMemberId ?? null }
}

function placeOf(factor: string): number {
  const place = ORDER.indexOf(factor.split(':', 1)[0] ?? '')
  return place < 0 ? ORDER.length : place
}
