import { Check, CircleDashed, type IconNode, X } from 'lucide'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { Icon } from '@/components/ui/icon'
import { type TickState, tickName } from '@/lib/domain/tick-state'

const looks: Record<TickState, { tone: BadgeTone; icon: IconNode }> = {
  done: { tone: 'success', icon: Check },
  partly: { tone: 'warning', icon: CircleDashed },
  notDone: { tone: 'danger', icon: X },
}

/** What somebody said of an agreement, as icon and words. */
export function TickBadge({ state }: { state: TickState }) {
  const { tone, icon } = looks[state]
  return (
    <Badge tone={tone} icon={<Icon of={icon} />}>
      <span className="first-letter:uppercase">{tickName(state)}</span>
    </Badge>
  )
}
