import { presenceWords } from '@/lib/domain/risk-assessment'
import type { SlideBlock } from '@/lib/domain/slide-blocks'

type SlideRisksProps = { risks: Extract<SlideBlock, { kind: 'risks' }>['risks'] }

/** The risk factors that play a part, large; those that are crucial and changeable stand first. */
export function SlideRisks({ risks }: SlideRisksProps) {
  return (
    <ul className="grid gap-y-[1.5vh]">
      {risks.map(({ id, name, member, presence, facts, isCrucial, isChangeable }) => (
        <li key={id}>
          <span className={isCrucial ? 'font-bold' : undefined}>
            {name}
            {member && `: ${member}`}
          </span>
          <span className="text-brand">
            {presence === 'possible' && ` – ${presenceWords(presence)}`}
            {isCrucial && ' – maakt het echt onveilig'}
            {isChangeable && ' – kunnen we veranderen'}
          </span>
          {facts && <span className="block whitespace-pre-line text-ink-soft">{facts}</span>}
        </li>
      ))}
    </ul>
  )
}
