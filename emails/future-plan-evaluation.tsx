import { type Mail, renderMail } from '@/emails/mail'

interface Props {
  language: string
  code: string
  planUrl: string
}

/** It is time to look back on a future plan together. */
export function futurePlanEvaluation({ language, code, planUrl }: Props): Promise<Mail> {
  return renderMail({ language, kind: 'futurePlanEvaluation', code, href: planUrl })
}
