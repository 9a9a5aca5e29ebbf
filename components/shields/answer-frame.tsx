import type { FieldFrame } from '@/components/answers/sheet-fields'
import { type ShieldDesk, ShieldFrame } from './shield-state'

/** Around each answer of a sheet that was given: from whom it is hidden, and the way to hide or open it. */
export function answerFrame(desk: ShieldDesk): FieldFrame {
  return ({ id, name }, shown) => (
    <ShieldFrame desk={desk} subject={{ kind: 'answer', id }} what={`dit antwoord van ${name}`}>
      {shown}
    </ShieldFrame>
  )
}
