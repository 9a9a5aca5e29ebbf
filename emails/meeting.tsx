import { type Mail, renderMail } from '@/emails/mail'
import type { PartOfDay } from '@/lib/domain/meeting-time'
import type { PlainDate } from '@/lib/domain/plain-date'
import { languageFor, mailPhrases } from '@/lib/messages/mail-texts'

interface Props {
  kind: 'meetingInvitation' | 'meetingMoved' | 'meetingCancelled' | 'meetingInAWeek' | 'meetingTomorrow'
  language: string
  code: string
  on: PlainDate
  part: PartOfDay
  invitationUrl: string
}

/** About a meeting to which somebody is invited; where it is and what it is about stands behind the link. */
export function meeting({ kind, language, code, on, part, invitationUrl }: Props): Promise<Mail> {
  const when = mailPhrases(languageFor(language, [kind])).when(on, part)
  return renderMail({ language, kind, code, when, href: invitationUrl })
}
