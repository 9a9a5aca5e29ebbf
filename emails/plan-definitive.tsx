import { type Mail, renderMail } from '@/emails/mail'

interface Props {
  language: string
  code: string
  planUrl: string
}

/** A plan is definitive: to the whole team and the family accounts with access. */
export function planDefinitive({ language, code, planUrl }: Props): Promise<Mail> {
  return renderMail({ language, kind: 'planDefinitive', code, href: planUrl })
}
