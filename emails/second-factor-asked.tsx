import { type Mail, renderMail } from '@/emails/mail'

/** An administrator asked to remove this account's second factor. */
export function secondFactorAsked({ language }: { language: string }): Promise<Mail> {
  return renderMail({ language, kind: 'secondFactorAsked', href: null })
}
