import { Badge } from '@/components/ui/badge'
import { playsAPart, presenceWords, type RatedRisk } from '@/lib/domain/risk-assessment'

export const MARK_WORDS = { isCrucial: 'Maakt het echt onveilig', isChangeable: 'Kunnen we veranderen' }

/** Whether a risk factor plays a part, is crucial and can be changed, in words. */
export function RiskBadges({ risk }: { risk: Omit<RatedRisk, 'key'> }) {
  const { presence, isCrucial, isChangeable } = risk
  if (presence === null) {
    return <p className="text-ink-soft">Nog niet ingevuld</p>
  }
  return (
    <p className="flex flex-wrap items-center gap-2">
      <Badge tone={playsAPart(presence) ? 'warning' : 'neutral'}>{presenceWords(presence)}</Badge>
      {isCrucial && <Badge tone="danger">{MARK_WORDS.isCrucial}</Badge>}
      {isChangeable && <Badge tone="brand">{MARK_WORDS.isChangeable}</Badge>}
    </p>
  )
}
