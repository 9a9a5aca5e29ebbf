import { Badge } from '@/components/ui/badge'
import type { InvitationState } from '@/lib/domain/account-views'
import { invitationInShort } from '@/lib/domain/account-words'

/** Beside a name: that this person still has to set up the account, and whether something must be done for it. */
export function InvitationBadge({ state }: { state: InvitationState }) {
  const isStuck = state === 'undelivered' || state === 'over'
  return <Badge tone={isStuck ? 'warning' : 'info'}>{invitationInShort(state)}</Badge>
}
