import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'

type ClosedSectionProps = {
  /** The first of the closed parts explains; the others only say that they are closed. */
  isFirst: boolean
  /** For the case director: how to go on all the same. */
  opening: ReactNode
  /** The plan is definitive: what comes next can begin. */
  isOver?: boolean
}

const LATER =
  'Spreek daarvoor nu al een datum af. Zodra dit plan definitief is, kan de voorbereiding daarvan beginnen, op de pagina Plannen.'
const NOW = 'De voorbereiding daarvan kan beginnen, op de pagina Plannen.'

/** A part of GIPS 2 that waits: the minimum requirements are not met. */
export function ClosedSection({ isFirst, opening, isOver = false }: ClosedSectionProps) {
  if (!isFirst) {
    return <p className="text-ink-soft">Dit deel is nog dicht. Eerst de veiligheid.</p>
  }
  return (
    <div className="space-y-6">
      <Notice tone="warning" title="Eerst de veiligheid">
        <p>
          Nog niet iedereen is veilig genoeg: de bodemeisen zijn niet gehaald. Daarom gaat dit overleg alleen over de
          veiligheid. Wat werkt er van het veiligheidsplan, wat werkt niet, en welke afspraken zijn nog nodig voor een
          6?
        </p>
        <p>De risico’s, de TOP-3 en de risicodoelen komen in een volgend GIPS 2. {isOver ? NOW : LATER}</p>
      </Notice>
      {opening}
    </div>
  )
}
