import type { InvitationState } from '@/lib/domain/account-views'

/** How it stands with an invitation, from its link and the state of its mail; one without a mail was handed over. */
export function invitationState(isOver: boolean, mail: string | null): InvitationState {
  if (isOver) {
    return 'over'
  }
  if (mail === 'waiting' || mail === 'sending') {
    return 'waiting'
  }
  return mail === null || mail === 'sent' ? 'sent' : 'undelivered'
}
