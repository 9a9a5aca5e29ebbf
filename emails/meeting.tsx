import { type Mail, renderMail } from '@/emails/mail'

interface Props {
  kind: 'meetingInvitation' | 'meetingMoved' | 'meetingCancelled' | 'meetingInAWeek' | 'meetingTomorrow'
  language: string
  code: string
  when: string
  invitationUrl: string
}

/** About a meeting to which somebody is invited; where it is and what it is about stands behind the link. */
export function meeting({ kind, language, code, when, invitationUrl }: Props): Promise<Mail> {
  return renderMail({ language, kind, code, when, href: invitationUrl })
}
