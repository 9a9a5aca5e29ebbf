import { type Mail, renderMail } from '@/emails/mail'

interface Props {
  language: string
  linkUrl: string
}

/** A lost second factor was removed: its owner links another app behind the link. */
export function secondFactorLink({ language, linkUrl }: Props): Promise<Mail> {
  return renderMail({ language, kind: 'secondFactorLink', href: linkUrl })
}
