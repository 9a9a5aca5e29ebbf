import type { RowStart } from '@/components/meeting/row-state'
import type { RiskMarks, RiskView } from '@/lib/domain/risk-assessment'

/** Under which a risk factor's marks lie on the desk of rows. */
export function riskRowKey(id: string): string {
  return `risk ${id}`
}

/** The marks of one risk factor as a row that saves itself. */
export function riskRow(risk: RiskView, url: string): RowStart<RiskMarks> {
  const { id, presence, isCrucial, isChangeable, aboutMemberId, version } = risk
  return { key: riskRowKey(id), url, value: { presence, isCrucial, isChangeable, aboutMemberId }, version }
}

/** Where a link to this factor leads. */
export function riskFieldId(key: string): string {
  return `risk-${key}`
}
