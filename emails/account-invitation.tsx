import { type Mail, renderMail } from '@/emails/mail'

interface Props {
  language: string
  linkUrl: string
}

/** An account was made: its owner sets the password and the second factor behind the link. */
export function accountInvitation({ language, linkUrl }: Props): Promise<Mail> {
  return renderMail({ language, kind: 'accountInvitation', href: linkUrl })
}
