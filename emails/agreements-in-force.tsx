import { type Mail, renderMail } from '@/emails/mail'

interface Props {
  language: string
  code: string
  agreementsUrl: string
}

/** Agreements for safety went in force while their plan is provisional: to each who does one of them. */
export function agreementsInForce({ language, code, agreementsUrl }: Props): Promise<Mail> {
  return renderMail({ language, kind: 'agreementsInForce', code, href: agreementsUrl })
}
