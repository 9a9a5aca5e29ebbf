import { Badge } from '@/components/ui/badge'
import type { InvitationAnswer } from '@/lib/domain/meeting-invitation'

const TONES = { accepted: 'success', declined: 'warning', none: 'neutral' } as const
const WORDS: Record<InvitationAnswer, string> = {
  accepted: 'komt',
  declined: 'komt niet',
  none: 'nog geen antwoord',
}
const OWN_WORDS = { ...WORDS, accepted: 'u komt', declined: 'u komt niet' }

/** What somebody answered to an invitation; without one they heard of the meeting in another way. */
export function AnswerBadge({ answer, isOwn = false }: { answer: InvitationAnswer | null; isOwn?: boolean }) {
  if (answer === null) {
    return <Badge>geen uitnodiging per mail</Badge>
  }
  return <Badge tone={TONES[answer]}>{(isOwn ? OWN_WORDS : WORDS)[answer]}</Badge>
}
