import type { UnderField } from '@/components/answers/sheet-fields'
import { type ShieldDesk, ShieldState } from './shield-state'

/** Under each answer of a sheet that was given: from whom it is hidden, and the way to hide or open it. */
export function underAnswer(desk: ShieldDesk): UnderField {
  return ({ id, name }) => (
    <ShieldState desk={desk} subject={{ kind: 'answer', id }} what={`dit antwoord van ${name}`} isSmall />
  )
}
