import { Badge, type BadgeTone } from '@/components/ui/badge'
import { ACCOUNT_STATES, type AccountState } from '@/lib/domain/account-words'

const tones: Record<AccountState, BadgeTone> = {
  invited: 'info',
  active: 'success',
  withoutFactor: 'warning',
  closed: 'neutral',
}

/** How it stands with an account, in a word. */
export function AccountStateBadge({ state }: { state: AccountState }) {
  return <Badge tone={tones[state]}>{ACCOUNT_STATES[state]}</Badge>
}
