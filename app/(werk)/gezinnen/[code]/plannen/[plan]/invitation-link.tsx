import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-link'
import type { InvitationAnswer } from '@/lib/domain/meeting-invitation'

type InvitationLinkProps = { base: string; answer: InvitationAnswer | null }

/** The way to one's own invitation: said aloud while it waits for an answer. */
export function InvitationLink({ base, answer }: InvitationLinkProps) {
  if (answer === null) {
    return null
  }
  const href = `${base}/uitnodiging`
  if (answer !== 'none') {
    return (
      <p className="mb-8 print:hidden">
        <TextLink href={href} className="inline-flex min-h-11 items-center">
          {answer === 'accepted' ? 'U komt naar dit overleg' : 'U komt niet naar dit overleg'}. Bekijk de uitnodiging
        </TextLink>
      </p>
    )
  }
  return (
    <div className="mb-8 print:hidden">
      <Notice title="U bent uitgenodigd voor dit overleg.">
        <TextLink href={href} className="inline-flex min-h-11 items-center">
          Zeg of u komt
        </TextLink>
      </Notice>
    </div>
  )
}
