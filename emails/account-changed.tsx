import { type Mail, renderMail } from '@/emails/mail'

/** What this account logs in with was changed: password, app or recovery codes. */
export function accountChanged({ language }: { language: string }): Promise<Mail> {
  return renderMail({ language, kind: 'accountChanged', href: null })
}
