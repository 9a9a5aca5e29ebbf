import { Check, Clock, OctagonAlert } from 'lucide'
import { Badge } from '@/components/ui/badge'
import { Icon } from '@/components/ui/icon'
import { SIGNAL_STATES, type SignalState, type SignalUrgency, URGENCIES } from '@/lib/domain/signal'

type SignalBadgesProps = { urgency: SignalUrgency; state: SignalState }

/** How urgent a signal is and how far, in a word or two each. */
export function SignalBadges({ urgency, state }: SignalBadgesProps) {
  const isOpen = state !== 'closed'
  return (
    <span className="flex flex-wrap gap-2">
      <Badge tone={isOpen && urgency === 'now' ? 'danger' : 'neutral'} icon={<Icon of={Clock} />}>
        {URGENCIES[urgency].label}
      </Badge>
      <Badge tone={tones[state]} icon={icons[state]}>
        {SIGNAL_STATES[state]}
      </Badge>
    </span>
  )
}

const tones = { reported: 'danger', acknowledged: 'warning', closed: 'success' } as const
const icons = {
  reported: <Icon of={OctagonAlert} />,
  acknowledged: <Icon of={Clock} />,
  closed: <Icon of={Check} />,
} as const
