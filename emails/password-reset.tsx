import { type Mail, renderMail } from '@/emails/mail'

interface Props {
  language: string
  linkUrl: string
}

/** Someone asked for a new password for this account. */
export function passwordReset({ language, linkUrl }: Props): Promise<Mail> {
  return renderMail({ language, kind: 'passwordReset', href: linkUrl })
}
