import { type Mail, renderMail } from '@/emails/mail'

interface Props {
  language: string
  code: string
  agreementsUrl: string
}

/** An agreement in force was closed before its plan was definitive: to each who did it. */
export function agreementClosed({ language, code, agreementsUrl }: Props): Promise<Mail> {
  return renderMail({ language, kind: 'agreementClosed', code, href: agreementsUrl })
}
